"""What was done: every session with its doses of that day, and what the plan answered."""

import re

import pytest
from django.test import Client

from tests.web.test_calendar import plan_now
from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.test_pages import check_page
from tests.web.walk import go_on
from unknot.web.member.models import Person
from unknot.web.member.pages.session import dose_words
from unknot.web.words import say

pytestmark = pytest.mark.django_db


def done(client: Client, **changes: object) -> None:
    client.post("/en/session/", short())
    number = Person.objects.get().sessions.count()
    send(client, report(client, client_id=f"session-{number}", **changes))


def page(client: Client, language: str = "en") -> str:
    return client.get(f"/{language}/history/").content.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_empty_it_says_what_will_be_here(client: Client, language: str) -> None:
    html = page(client, language)
    check_page(html, language)
    assert say(language, "history.empty_title") in html
    to_plan(client, language)
    assert say(language, "history.empty_title") in page(client, language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_session_with_its_doses_as_they_then_were(client: Client, language: str) -> None:
    to_plan(client, language)
    doses = [dose_words(each, language) for each in plan_now().session]
    done(client, pain_during=6, pain_after=6)
    assert [dose_words(each, language) for each in plan_now().session] != doses
    html = page(client, language)
    check_page(html, language)
    for dose in doses:
        assert dose in html
    assert say(language, "history.light.red") in html
    assert say(language, "history.of_ten", n=6) in html


def test_what_the_plan_answered_stands_beside_it(client: Client) -> None:
    to_plan(client)
    done(client, pain_during=6, pain_after=6)
    change = plan_now().change
    assert change is not None
    html = page(client)
    assert change.reason.en.split("’")[0] in html
    assert f"#version-{plan_now().version}" in html


def test_outcomes_and_reasons_are_words(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    body["exercises"][0] |= {"outcome": "skip", "reason": "do_not_like"}
    body["exercises"][1] |= {"outcome": "hurt", "new_or_same_pain": "same"}
    body["exercises"][2] |= {"outcome": "skip", "reason": "<b>odd"}
    send(client, body)
    html = page(client)
    assert "left out, not liked" in html
    assert "it hurt, the pain you know" in html
    assert "odd" not in html


def test_the_next_morning_joins_and_what_was_not_said_is_not_nought(client: Client) -> None:
    to_plan(client)
    done(client, effort=None)
    assert page(client).count(say("en", "history.not_said")) == 2
    with days_later(1):
        calm = short() | {"f-pain_next_morning_0_10": "1", "f-after_session": "same"}
        client.post("/en/check-in/", calm | {"client_id": "c" * 32})
        html = page(client)
    assert html.count(say("en", "history.not_said")) == 1
    assert say("en", "history.light.waiting") not in html
    assert html.count('class="answered"') == 2


def test_sessions_are_counted_by_week_without_praise_or_guilt(client: Client) -> None:
    to_plan(client)
    done(client)
    with days_later(2):
        done(client)
    with days_later(8):
        go_on(client, client.get("/en/plan/").get("Location", "/en/plan/"))
        done(client)
        html = page(client)
    assert re.findall(r"<h2>(Week \d)</h2>", html) == ["Week 2", "Week 1"]
    assert say("en", "history.total", n=2) in html
    assert say("en", "history.total_one") in html
    main = html.split("<main")[1].split("</main")[0].lower()
    assert not re.search(r"\b(great|well done|streak|only|failed|missed|keep it up)\b", main)


def test_an_earlier_programme_keeps_its_sessions(client: Client) -> None:
    to_plan(client)
    done(client)
    with days_later(3):
        go_on(client, client.post("/en/", {"regions": ["low_back"]})["Location"])
        client.get("/en/plan/")
        done(client)
        html = page(client)
    assert html.count('class="panel record"') == 2
    assert html.count('class="course-title"') == 2


def test_it_is_linked_from_plan_and_progress(client: Client) -> None:
    to_plan(client)
    for path in ("plan/", "progress/"):
        assert 'href="/en/history/"' in client.get(f"/en/{path}").content.decode()


def test_only_one_record_stands_open(client: Client) -> None:
    to_plan(client)
    done(client)
    with days_later(1):
        done(client)
        html = page(client)
    assert len(re.findall(r'id="on-[\d-]+" open', html)) == 1
