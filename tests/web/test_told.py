"""What the pages say after something was told: a new pain, a flare, a check-in, a session done."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from tests.web.test_course import days_later, report, send, short, to_plan
from unknot.care.causes import Fit
from unknot.knowledge.load import load
from unknot.web.library.exercises import avoid_words
from unknot.web.member.models import CheckIn, Person
from unknot.web.member.pages.causes import worded
from unknot.web.member.pages.progress import days_of
from unknot.web.member.pages.questions import steps

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def tell(client: Client, pain: int, letter: str, query: str = "") -> Any:
    """Send a check-in with this pain."""
    sent = short() | {"f-pain_next_morning_0_10": str(pain), "f-after_session": "same"}
    return client.post(f"/en/check-in/{query}", sent | {"client_id": letter * 32})


def stop_for_new_pain(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    body["exercises"][0] |= {"outcome": "hurt", "reason": "hurts", "new_or_same_pain": "new"}
    assert send(client, body).json()["next_url"] == "/en/session/"


def test_a_new_pain_is_asked_about_and_ends_the_day(client: Client) -> None:
    stop_for_new_pain(client)
    html = page(client, "/en/session/")
    assert "You stopped for a new pain" in html
    assert "Is one of these true?" in html
    assert client.get("/en/session/play.json").status_code == 403
    assert client.post("/en/session/", short())["Location"] == "/en/plan/"
    assert "No more session today." in page(client, "/en/plan/")
    assert client.get("/en/session/")["Location"] == "/en/plan/"
    assert client.get("/en/session/play/")["Location"] == "/en/session/"
    with days_later(1):
        assert "No more session today." not in page(client, "/en/plan/")
        assert client.get("/en/session/")["Location"] == "/en/danger/danger-1/"


def test_a_sign_told_after_a_new_pain_stops(client: Client) -> None:
    stop_for_new_pain(client)
    sent = short("new_bladder_or_saddle")
    assert client.post("/en/session/", sent)["Location"] == "/en/emergency/"


def test_a_flare_is_asked_as_one_and_leads_to_relief(client: Client) -> None:
    to_plan(client)
    assert 'href="/en/check-in/?flare=1"' in page(client, "/en/plan/")
    assert "A flare: how is it now?" in page(client, "/en/check-in/?flare=1")
    assert tell(client, 5, "f", "?flare=1")["Location"] == "/en/now/"
    assert CheckIn.objects.count() == 1


def test_a_check_in_that_changes_nothing_says_so(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_after=2))
    with days_later(1):
        tell(client, 2, "b")
        assert "The plan stays." not in page(client, "/en/plan/?saved=1")
    with days_later(1):
        tell(client, 3, "c")
        html = page(client, "/en/plan/?saved=1")
        assert "Pain was 2, now 3. The plan stays." in html
        assert "Worse tomorrow: see someone the same day." in html
        assert 'id="changed-title"' not in html
    with days_later(1):
        tell(client, 2, "d")
        html = page(client, "/en/plan/?saved=1")
        assert "Pain was 3, now 2. The plan stays." in html
        assert "Worse tomorrow" not in html


def test_a_session_done_names_the_next_one(client: Client) -> None:
    to_plan(client)
    assert "About " in page(client, "/en/plan/")
    client.post("/en/session/", short())
    send(client, report(client))
    html = page(client, "/en/plan/")
    assert "<h1>Done for today. Next: " in html
    assert "<h1>C’est fait pour aujourd’hui. Ensuite" in page(client, "/fr/plan/")


def test_the_plan_and_the_player_give_the_same_minutes(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    minutes = client.get("/en/session/play.json").json()["minutes"]
    assert f"About {minutes} minutes" in page(client, "/en/plan/")


def test_only_a_session_to_do_gives_its_minutes_on_top(client: Client) -> None:
    to_plan(client)
    tops = {}
    for days in range(7):
        with days_later(days):
            html = page(client, "/en/plan/")
        kind = html.split("<h1>")[1].split("</h1>")[0]
        tops[kind] = 'class="lead">About' in html
    assert tops == {kind: kind not in ("Today: walk", "Today: rest") for kind in tops}
    assert len(tops) > 1


def test_a_day_shows_its_worst_pain(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_before=3, pain_during=6, pain_after=1))
    assert [each.pain for each in days_of(Person.objects.get())] == [6]
    assert "worst of the day" in page(client, "/en/progress/")


def test_no_code_stands_in_the_text(client: Client) -> None:
    call_command("demo")
    client.get("/en/demo/jonas/")
    for path in ("/en/plan/", "/en/progress/", "/en/why/"):
        text = page(client, path)
        assert ">adapt." not in text
        assert " adapt." not in text
        assert "engine 0" not in text


@pytest.mark.parametrize(
    ("told_for", "told_against", "words"),
    [(1, 0, "partly"), (1, 1, "partly"), (0, 1, "poorly"), (0, 0, "open")],
)
def test_a_cause_that_nothing_speaks_for_never_fits_in_part(
    told_for: int, told_against: int, words: str
) -> None:
    said = load().causes[0].title
    fit = Fit("x", 0.1, 0.6, "partly", "unsure", (said,) * told_for, (said,) * told_against, ())
    assert worded(fit) == words


def test_french_steps_keep_their_space() -> None:
    assert all("\u00a0: " in each["words"] for each in steps("danger", "fr"))


def test_what_rules_an_exercise_out_is_a_list_of_plain_words() -> None:
    from unknot.knowledge.training import training

    for exercise in training(load()).exercises.values():
        for each in avoid_words(exercise.avoid_if, load(), "en"):
            assert not each.startswith("“") or " is " in each or " includes " in each, each
