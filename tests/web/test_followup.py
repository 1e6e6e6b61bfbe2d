"""After two and three days somebody asks; what is told then leads where it must."""

from typing import Any

import pytest
from django.test import Client

from tests.web.test_course import days_later, short, to_plan

pytestmark = pytest.mark.django_db


def tell(client: Client, pain: int, moving: str = "normal", letter: str = "a") -> Any:
    """Send a check-in; the first pain was 4."""
    sent = short() | {
        "f-pain_next_morning_0_10": str(pain),
        "f-moving_today": moving,
        "f-mood_today": "fine",
    }
    return client.post("/en/check-in/", sent | {"client_id": letter * 32})


def plan(client: Client) -> str:
    return client.get("/en/plan/").content.decode()


def test_a_check_in_is_asked_for_after_two_days_and_again_after_three(client: Client) -> None:
    to_plan(client)
    assert "It has been" not in plan(client)
    with days_later(2):
        assert "It has been 2 days. How is it now?" in plan(client)
        tell(client, 2)
        assert "It has been" not in plan(client)
    with days_later(3):
        assert "It has been 3 days. How is it now?" in plan(client)


def test_no_better_after_two_days_asks_for_a_clinician(client: Client) -> None:
    to_plan(client)
    with days_later(2):
        assert tell(client, 4)["Location"] == "/en/check-in/means/"
        html = client.get("/en/check-in/means/").content.decode()
        assert "Two days and no better" in html
        assert "Sources disagree here" in html
        assert "Two days and no better" in plan(client)


def test_still_limited_on_the_third_day_says_so_firmly(client: Client) -> None:
    to_plan(client)
    with days_later(3):
        assert tell(client, 1, "careful")["Location"] == "/en/check-in/means/"
        assert "Day 3" in client.get("/en/check-in/means/").content.decode()


def test_worse_is_the_same_day_and_no_session_until_it_turns(client: Client) -> None:
    to_plan(client)
    with days_later(1):
        assert tell(client, 6)["Location"] == "/en/check-in/means/"
        assert "see someone today" in client.get("/en/check-in/means/").content.decode()
        assert client.get("/en/session/")["Location"] == "/en/check-in/means/"
        assert client.get("/en/session/play.json").status_code == 403
    with days_later(2):
        tell(client, 2, letter="b")
        assert client.get("/en/session/").status_code == 200


def test_worse_is_said_on_every_page_and_no_exercise_is_handed_out(client: Client) -> None:
    to_plan(client)
    with days_later(1):
        assert 'href="/en/plan/handout.pdf"' in plan(client)
        tell(client, 6)
        for page in ("now/", "why/", "return/", "plan/", "care/"):
            assert "see someone today" in client.get(f"/en/{page}").content.decode(), page
        assert "handout.pdf" not in plan(client)
        assert "Make my plan" not in client.get("/en/now/").content.decode()
        assert client.get("/en/plan/handout.pdf")["Location"] == "/en/check-in/means/"


def test_easing_goes_back_to_the_plan(client: Client) -> None:
    to_plan(client)
    with days_later(2):
        assert tell(client, 1)["Location"].startswith("/en/plan/")
        assert client.get("/en/check-in/means/")["Location"] == "/en/plan/"


def test_it_reads_in_french(client: Client) -> None:
    to_plan(client, "fr")
    with days_later(2):
        assert "Cela fait 2 jours." in client.get("/fr/plan/").content.decode()


def test_a_plan_that_waits_does_not_announce_a_session(client: Client) -> None:
    to_plan(client)
    with days_later(1):
        assert "Your plan waits" not in plan(client)
        tell(client, 6)
        html = plan(client)
        assert "<h1>Your plan waits</h1>" in html
        assert "About" not in html.split("<h1>")[1].split("<ol")[0]
