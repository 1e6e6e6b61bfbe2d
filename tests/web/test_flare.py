"""A flare that is told opens three gentle days on the plan, and a way back out of them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.walk import NUMBERS, go_on, to_now
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate
from unknot.web.member.answers import facts_of, keep_facts
from unknot.web.member.models import Person, ProgrammeVersion

pytestmark = pytest.mark.django_db
# Mild pain that is three weeks old: no lock of the first days holds.
CALM_NOW = {"pain_0_10": "3", "pain_at_rest_0_10": "2", "days_since_onset": "20"}


def flare(client: Client, pain: int = 4, language: str = "en") -> Any:
    sent = short() | {
        "f-pain_next_morning_0_10": str(pain),
        "f-moving_today": "careful",
        "f-mood_today": "fine",
        "client_id": "f" * 32,
    }
    return client.post(f"/{language}/check-in/?flare=1", sent)


def calm_session(client: Client, letter: str) -> None:
    gate = client.get("/en/session/")
    if gate.status_code == 302:
        go_on(client, gate["Location"])
    client.post("/en/session/", short())
    calm = {"pain_before": 2, "pain_during": 1, "pain_after": 1, "client_id": letter * 32}
    assert send(client, report(client, **calm)).status_code == 200


def morning(client: Client, letter: str) -> None:
    sent = short() | {
        "f-pain_next_morning_0_10": "1",
        "f-after_session": "same",
        "f-moving_today": "normal",
        "f-mood_today": "fine",
    }
    client.post("/en/check-in/", sent | {"client_id": letter * 32})


def newest() -> ProgrammeVersion:
    version = ProgrammeVersion.objects.last()
    assert version is not None
    return version


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Your way back"), ("fr", "Votre chemin de retour")]
)
def test_a_told_flare_changes_the_plan_and_says_the_way_back(
    client: Client, language: str, title: str
) -> None:
    to_plan(client, language)
    assert title not in client.get(f"/{language}/plan/").content.decode()
    flare(client, language=language)
    assert newest().change["rule"] == "adapt.flare-told"
    assert newest().plan["phase"] == "calm"
    assert title in client.get(f"/{language}/plan/", follow=True).content.decode()


def test_the_same_flare_is_answered_once(client: Client) -> None:
    to_plan(client)
    flare(client)
    number = newest().number
    flare(client)
    assert newest().number == number


def test_a_flare_asks_the_whole_gate_again_before_a_session(client: Client) -> None:
    to_plan(client)
    flare(client)
    assert newest().change["reopen_gate"] is True
    assert "danger" in client.get("/en/session/")["Location"]


def test_calm_sessions_after_three_days_end_the_flare(client: Client) -> None:
    to_plan(client)
    flare(client)
    for day, letters in ((3, "bc"), (5, "de")):
        with days_later(day):
            calm_session(client, letters[0])
        with days_later(day + 1):
            morning(client, letters[1])
            client.get("/en/plan/")
    assert newest().plan["flare"]["over"] is True


def test_a_gate_that_was_to_open_again_is_not_lost_when_the_plan_says_more(
    client: Client,
) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    red = {"pain_before": 3, "pain_during": 6, "pain_after": 6}
    send(client, report(client, **red))
    assert newest().change["reopen_gate"] is True
    with days_later(1):
        sent = short() | {
            "f-pain_next_morning_0_10": "5",
            "f-after_session": "worse",
            "f-moving_today": "careful",
            "f-mood_today": "fine",
            "client_id": "m" * 32,
        }
        client.post("/en/check-in/", sent)
        assert newest().change["reopen_gate"] is True
        assert "danger" in client.get("/en/session/")["Location"]


def test_a_flare_told_before_the_first_plan_is_not_lost(client: Client) -> None:
    to_now(client)
    flare(client)
    to_plan(client)
    assert newest().change["rule"] == "adapt.flare-told"


def test_a_flare_is_not_lost_when_another_place_begins_another_programme(client: Client) -> None:
    to_plan(client)
    flare(client)
    with days_later(1):
        go_on(client, client.post("/en/", {"regions": ["low_back"]})["Location"])
        client.get("/en/plan/")
        assert newest().plan["pattern"] == "low-back"
        assert newest().plan["flare"] is not None
        number = newest().number
        client.get("/en/plan/")
        assert newest().number == number


def test_a_stop_is_not_forgotten_by_a_check_in_after_it(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short("new_bladder_or_saddle"))
    go_on(client, client.post("/en/recheck/")["Location"])
    flare(client)
    client.get("/en/plan/")
    began = ProgrammeVersion.objects.filter(change={})
    assert began.count() == 2


def test_an_answer_that_speaks_against_an_exercise_takes_it_out_before_the_next_session(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, number in CALM_NOW.items():
        monkeypatch.setitem(NUMBERS, name, number)
    to_plan(client)
    client.get("/en/plan/")
    person = Person.objects.get()
    keep_facts(person, {**facts_of(person, load()), "osteoporosis": True}, timezone.now())
    known, content = facts_of(Person.objects.get(), load()), training(load()).exercises
    before = [content[each["exercise_id"]] for each in newest().plan["session"]]
    assert any(evaluate(each.avoid_if, known) is not False for each in before)
    client.post("/en/session/", short())
    played = client.get("/en/session/play.json").json()
    names = [each["id"] for each in played["exercises"]]
    assert names
    assert all(evaluate(content[name].avoid_if, known) is False for name in names)


def test_an_order_reads_the_pain_of_a_flare_that_was_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, number in CALM_NOW.items():
        monkeypatch.setitem(NUMBERS, name, number)
    to_plan(client)
    flare(client, pain=4)
    order = {"kind": "phase", "what": "restore", "by": "Ms Ray", "reason": "She knows me."}
    go_on(client, client.get("/en/session/")["Location"])
    assert client.post("/en/plan/order/", order).status_code == 302
    assert newest().change["rule"] == "override.phase"
    content = training(load()).exercises
    kinds = {content[line["exercise_id"]].kind for line in newest().plan["session"]}
    assert "stretch" not in kinds
