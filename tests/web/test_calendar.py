"""Twelve weeks on one page, days that move from there, and a missed session on another day."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.test_pages import check_page
from unknot.care.programme import Programme
from unknot.web.member.course import current
from unknot.web.member.models import Person, ProgrammeVersion
from unknot.web.words import say

pytestmark = pytest.mark.django_db


def plan_now() -> Programme:
    found = current(Person.objects.get())
    assert found is not None
    return found


def kinds() -> dict[date, str]:
    return {day.on: day.kind for week in plan_now().weeks for day in week.days}


def page(client: Client, language: str = "en") -> str:
    return client.get(f"/{language}/plan/calendar/").content.decode()


def free_day_after_a_missed_one() -> int:
    """Return after how many days the first free day follows the first session."""
    begin = plan_now().starts_on
    return next(n for n in range(1, 7) if kinds()[begin + timedelta(days=n)] != "session")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_twelve_weeks_with_their_phases(client: Client, language: str) -> None:
    to_plan(client, language)
    html = page(client, language)
    check_page(html, language)
    assert len(re.findall(r'class="fold"', html)) == 12
    assert html.count(" open>") == 1
    assert html.count('aria-current="date"') == 1
    assert say(language, "calendar.lead") in html
    assert f'href="/{language}/plan/calendar/"' in client.get(f"/{language}/plan/").content.decode()


def test_the_gate_stands_before_it(client: Client) -> None:
    assert client.get("/en/plan/calendar/")["Location"] == "/en/"
    to_plan(client)
    client.post("/en/session/", short("new_bladder_or_saddle"))
    assert client.get("/en/plan/calendar/")["Location"] == "/en/emergency/"
    assert client.post("/en/plan/catch-up/")["Location"] == "/en/emergency/"


def test_a_day_that_was_done_opens_its_record(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client))
    on = plan_now().starts_on.isoformat()
    html = page(client)
    assert f'href="/en/history/?on={on}#on-{on}"' in html
    assert f'id="on-{on}" open' in client.get(f"/en/history/?on={on}").content.decode()


def test_a_missed_day_is_told_without_guilt(client: Client) -> None:
    to_plan(client)
    with days_later(1):
        html = page(client)
    assert "skipped, nothing lost" in html
    main = html.split("<main")[1].split("</main")[0]
    said = re.sub(r"<[^>]*>", " ", main)
    assert not re.search(r"\b(fail|behind|should have|missed)\b", said)


def test_a_day_ahead_is_moved_from_here(client: Client) -> None:
    to_plan(client)
    week = plan_now().weeks[4].days
    one = next(day.on for day in week if day.kind == "session")
    other = next(day.on for day in week if day.kind == "rest")
    sent = {"one": one.isoformat(), "other": other.isoformat(), "back": "calendar"}
    url = client.post("/en/plan/move/", sent)["Location"]
    assert url == f"/en/plan/calendar/?moved={one}_{other}"
    assert kinds()[other] == "session"
    html = client.get(url).content.decode()
    assert say("en", "calendar.moved") in html
    assert html.count(say("en", "calendar.day_moved")) >= 2
    assert (
        client.post("/en/plan/move/", sent | {"one": "x"})["Location"]
        == "/en/plan/calendar/?not_moved=1"
    )
    assert 'role="alert"' in client.get("/en/plan/calendar/?not_moved=1").content.decode()


def test_a_missed_session_is_done_today(client: Client) -> None:
    to_plan(client)
    begin = plan_now().starts_on
    with days_later(free := free_day_after_a_missed_one()):
        assert say("en", "calendar.catch_do") in client.get("/en/plan/").content.decode()
        assert say("en", "calendar.catch_do") in page(client)
        assert client.post("/en/plan/catch-up/")["Location"] == "/en/plan/?caught=1"
        html = client.get("/en/plan/?caught=1").content.decode()
        assert say("en", "plan.start") in html
        assert say("en", "calendar.caught_up") in html
        assert say("en", "calendar.catch_do") not in html
        newest = ProgrammeVersion.objects.order_by("-number").first()
        assert newest is not None
        assert newest.change["rule"] == "schedule.caught-up"
        assert kinds()[begin + timedelta(days=free)] == "session"
        assert kinds()[begin] != "session"
        before = ProgrammeVersion.objects.count()
        assert client.post("/en/plan/catch-up/")["Location"] == "/en/plan/"
        assert ProgrammeVersion.objects.count() == before


def test_nothing_is_caught_up_on_the_day_of_a_new_pain_or_without_a_miss(client: Client) -> None:
    to_plan(client)
    assert client.post("/en/plan/catch-up/")["Location"] == "/en/plan/"
    with days_later(free_day_after_a_missed_one()):
        client.post("/en/session/", short())
        body = report(client)
        body["exercises"][0] |= {"outcome": "hurt", "new_or_same_pain": "new"}
        send(client, body)
        assert say("en", "calendar.catch_do") not in client.get("/en/plan/").content.decode()
        assert client.post("/en/plan/catch-up/")["Location"] == "/en/plan/"
    assert plan_now().moves == ()


def test_a_worse_check_in_offers_no_session(client: Client) -> None:
    to_plan(client)
    with days_later(3):
        calm = short() | {"f-pain_next_morning_0_10": "9", "f-after_session": "worse"}
        client.post("/en/check-in/", calm | {"client_id": "b" * 32})
        assert client.post("/en/plan/catch-up/")["Location"] == "/en/plan/"
        assert client.post("/en/plan/move/", {})["Location"] == "/en/check-in/means/"
        html = page(client)
    assert say("en", "calendar.catch_do") not in html
    assert say("en", "calendar.move_do") not in html


def test_after_weeks_away_the_plan_comes_down_before_the_next_session(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client))
    before = plan_now()
    with days_later(9):
        html = page(client)
        after = plan_now()
        assert say("en", "calendar.away_title") in html
        assert "Nothing is lost." in client.get("/en/plan/").content.decode()
        page(client)
    assert after.change is not None
    assert after.change.rule == "adapt.away"
    assert plan_now().version == after.version == before.version + 1
    assert any(
        now.repetitions < was.repetitions
        for now, was in zip(after.session, before.session, strict=True)
    )


def test_a_break_does_not_close_the_gate_that_was_to_open(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_during=8, pain_after=8))
    with days_later(9):
        page(client)
        change = plan_now().change
        assert change is not None
        assert change.kind == "deload"
        assert "/danger/" in client.get("/en/session/")["Location"]
