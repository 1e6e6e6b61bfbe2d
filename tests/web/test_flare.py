"""A flare that is told opens three gentle days on the plan, and a way back out of them."""

from typing import Any

import pytest
from django.test import Client

from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.walk import go_on
from unknot.web.member.models import ProgrammeVersion

pytestmark = pytest.mark.django_db


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
