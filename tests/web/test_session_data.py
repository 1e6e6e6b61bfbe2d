"""What the player is handed: where to be, how far to go, what is known by heart, and what it may answer."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.web.test_course import days_later, report, send, short, to_plan
from unknot.care.response import OTHER
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member.course import REASONS
from unknot.web.member.models import ProgrammeVersion, SessionLog
from unknot.web.member.pages.session import KNOWN_AFTER, known_by_heart
from unknot.web.words import words

pytestmark = pytest.mark.django_db
STATE = Path(__file__).parents[2] / "frontend" / "src" / "player" / "state.ts"


def test_each_exercise_has_a_place_whose_words_exist_and_a_small_figure(client: Client) -> None:
    call_command("demo")
    client.get("/fr/demo/claire/")
    client.post("/fr/session/", short())
    data = client.get("/fr/session/play.json").json()
    every = [*data["exercises"], *(swap for each in data["exercises"] for swap in each["swap"])]
    assert every
    for each in every:
        assert f"place_{each['position']}" in data["words"]
        assert each["small_svg_url"]
    assert "tiraillement" in data["rules"][0]


def test_every_position_has_its_words() -> None:
    known = words("en")["player"]
    positions = {each.position for each in training(load()).exercises.values()}
    assert {f"place_{each}" for each in positions} <= set(known)


def test_a_stretch_says_how_far(client: Client) -> None:
    call_command("demo")
    client.get("/en/demo/amina/")
    client.post("/en/session/", short())
    content = training(load()).exercises
    for each in client.get("/en/session/play.json").json()["exercises"]:
        assert bool(each["rules"]) == (content[each["id"]].kind == "stretch")


def test_an_exercise_is_known_after_it_was_done_twice() -> None:
    rows = [{"id": "bridge", "outcome": "done"}] * KNOWN_AFTER
    assert known_by_heart(rows) == {"bridge"}
    assert known_by_heart(rows[1:]) == frozenset()
    assert known_by_heart([{"id": "bridge", "outcome": "hurt"}] * KNOWN_AFTER) == frozenset()


def test_the_reasons_of_the_player_are_those_the_programme_knows() -> None:
    named = re.search(r"export type Reason = (.*);", STATE.read_text(encoding="utf-8"))
    assert named is not None
    offered = set(re.findall(r'"(\w+)"', named.group(1)))
    assert offered == set(REASONS) | {"hurts"}
    assert {"cannot_position", "no_equipment", "dislike"} <= set(OTHER)
    assert "no_time" not in OTHER
    for language in ("en", "fr"):
        assert {f"reason_{each}" for each in offered} <= set(words(language)["player"])


def test_what_a_position_forbids_is_kept_with_its_reason(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    sent = report(client, completed="part")
    sent["exercises"][0] |= {"outcome": "skip", "reason": "cannot_position"}
    assert send(client, sent).status_code == 200
    assert SessionLog.objects.get().results[0]["reason"] == "cannot_position"


@pytest.mark.parametrize("days", [6, 9, 20])
def test_straight_to_the_session_after_a_break_it_is_the_eased_one(
    client: Client, days: int
) -> None:
    call_command("demo")
    client.get("/en/demo/amina/")
    client.post("/en/session/", short())
    send(client, report(client))
    with days_later(days):
        before = ProgrammeVersion.objects.count()
        client.post("/en/session/", short())
        data = client.get("/en/session/play.json").json()
        newest = ProgrammeVersion.objects.order_by("created").last()
        assert newest is not None
        assert data["session_id"].endswith(f".{newest.number}")
        planned = [each["exercise_id"] for each in newest.plan["session"]]
        assert [each["id"] for each in data["exercises"]] == planned
        if days < 7:
            assert data["news"] == []
            return
        assert newest.change["kind"] == "deload"
        assert data["news"] == [newest.change["seen"]["en"], newest.change["reason"]["en"]]
        client.get("/en/session/play/")
        assert ProgrammeVersion.objects.count() == before + 1, "brought down once"
