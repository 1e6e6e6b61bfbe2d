"""A day can be moved within its week: the plan keeps its counts, the move is a version with reason."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.walk import go_on
from unknot.care.adapt import adapt
from unknot.care.programme import Programme, build, from_json, move_day, to_json
from unknot.care.schedule import Move
from unknot.web.member.course import current
from unknot.web.member.models import Person, ProgrammeVersion


def kinds(programme: Programme) -> dict[date, str]:
    return {day.on: day.kind for week in programme.weeks for day in week.days}


def programme_now() -> Programme:
    found = current(Person.objects.get())
    assert found is not None
    return found


def a_move(programme: Programme) -> Move:
    """Return a session of the first week, and a day of it without one, after today."""
    week = programme.weeks[0].days[1:]
    session = next(day.on for day in week if day.kind == "session")
    other = next(day.on for day in week if day.kind != "session")
    return Move(session, other)


@pytest.mark.django_db
def test_a_session_changes_places_and_says_why(client: Client) -> None:
    to_plan(client)
    before = programme_now()
    move = a_move(before)
    sent = {"one": move.one.isoformat(), "other": move.other.isoformat()}
    there = client.post("/en/plan/move/", sent)["Location"]
    assert there == f"/en/plan/?moved={move.one}_{move.other}"
    after = programme_now()
    assert kinds(after)[move.other] == "session"
    assert kinds(after)[move.one] == kinds(before)[move.other]
    assert after.session == before.session
    assert "You moved a day." in client.get("/en/plan/").content.decode()
    assert ProgrammeVersion.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sent", [{}, {"one": "x", "other": "y"}, {"one": "2020-01-01", "other": "2020-01-02"}]
)
def test_what_cannot_be_moved_changes_nothing(client: Client, sent: dict[str, str]) -> None:
    to_plan(client)
    there = client.post("/en/plan/move/", sent)["Location"]
    assert there == "/en/plan/?not_moved=1"
    assert "could not change places" in client.get(there).content.decode()
    assert ProgrammeVersion.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["plan", "calendar"])
def test_a_moved_day_is_put_back_by_one_button(client: Client, back: str) -> None:
    to_plan(client)
    before = programme_now()
    move = a_move(before)
    sent = {"one": move.one.isoformat(), "other": move.other.isoformat(), "back": back}
    html = client.get(client.post("/en/plan/move/", sent)["Location"]).content.decode()
    form = html.split('class="moved"')[1].split("</form>")[0]
    again = dict(re.findall(r'name="(back|one|other)" value="([^"]+)"', form))
    assert again == sent
    client.post("/en/plan/move/", again)
    assert kinds(programme_now()) == kinds(before)
    assert 'class="moved"' not in client.get("/en/plan/?moved=nonsense").content.decode()


@pytest.mark.django_db
def test_a_red_session_still_opens_the_gate_after_a_move(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_during=8, pain_after=8))
    with days_later(1):
        move = a_move(programme_now())
        sent = {"one": move.one.isoformat(), "other": move.other.isoformat()}
        client.post("/en/plan/move/", sent)
        assert "/danger/" in client.get("/en/session/")["Location"]


@pytest.mark.django_db
def test_a_gate_that_was_answered_is_not_asked_again_for_a_move(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_during=8, pain_after=8))
    with days_later(1):
        go_on(client, client.get("/en/session/")["Location"])
        move = a_move(programme_now())
        sent = {"one": move.one.isoformat(), "other": move.other.isoformat()}
        client.post("/en/plan/move/", sent)
        assert client.get("/en/session/").status_code == 200


@given(
    week=st.integers(0, 11),
    one=st.integers(0, 6),
    other=st.integers(0, 6),
    today=st.integers(0, 80),
)
@settings(deadline=None)
def test_a_move_never_adds_a_session(week: int, one: int, other: int, today: int) -> None:
    programme = build(person(TYPICAL), KNOWLEDGE, START)
    days = programme.weeks[week].days
    now = START + timedelta(days=today)
    move = Move(days[one].on, days[other].on)
    may = min(move.one, move.other) >= now and days[one].kind != days[other].kind
    if not may:
        with pytest.raises(ValueError, match="choose two days"):
            move_day(programme, move, KNOWLEDGE, now)
        return
    after = move_day(programme, move, KNOWLEDGE, now)
    assert sorted(kinds(after).values()) == sorted(kinds(programme).values())
    assert from_json(to_json(after)) == after


def test_a_move_stays_when_the_plan_changes() -> None:
    programme = build(person(TYPICAL), KNOWLEDGE, START)
    move = a_move(programme)
    changed = move_day(programme, move, KNOWLEDGE, START)
    calm = response({"day": 0, "before": 1, "after": 1, "morning": 1})
    after = adapt(changed, [calm], person(TYPICAL), KNOWLEDGE, START + timedelta(days=1))
    assert after.moves == (move,)
    assert kinds(after)[move.other] == "session"
