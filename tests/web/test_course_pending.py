"""Nothing is shown or played before the programme has answered what is known."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.test_course_late import HOUR, begun, current, done
from unknot.knowledge.load import load
from unknot.web.member import course
from unknot.web.member.models import Person, ProgrammeVersion
from unknot.web.words import say

pytestmark = pytest.mark.django_db


def told(person: Person, **facts: Any) -> None:
    """Change answers, as the pages of questions do."""
    person.answers.facts = {**person.answers.facts, **facts}
    person.answers.save()


def test_a_walk_that_todays_answers_rule_out_leaves_before_it_is_shown(client: Client) -> None:
    person, start = begun(client)
    before = current(person)
    assert before.walk is not None
    able = [each for each in person.answers.facts["can_get_into"] if each != "standing"]
    told(person, can_get_into=able)
    after = course.programme_of(person, load(), start)
    assert after.walk is None
    kept = current(person)
    assert (kept.walk, kept.version) == (None, after.version)
    assert all(day.kind != "walk" for week in kept.weeks for day in week.days)
    assert course.programme_of(person, load(), start).version == after.version


def test_looking_at_a_plan_with_nothing_new_keeps_no_version(client: Client) -> None:
    person, start = begun(client)
    for days in (0, 1, 6, 7, 13, 14, 40):
        course.programme_of(person, load(), start + timedelta(days=days))
    assert ProgrammeVersion.objects.count() == 1


def test_what_hurt_with_a_new_pain_is_gone_the_next_day(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    body["exercises"][1] |= {"outcome": "hurt", "new_or_same_pain": "new"}
    assert send(client, body).json()["next_url"] == "/en/session/"
    client.post("/en/session/", short())
    with days_later(1):
        assert client.get("/en/session/")["Location"] == "/en/danger/danger-1/"
        names = [line.exercise_id for line in current(Person.objects.get()).session]
        assert body["exercises"][1]["id"] not in names


def test_the_gate_a_change_opened_stands_before_the_player_too(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_during=8, pain_after=8))
    assert client.get("/en/session/play/")["Location"] == "/en/session/"
    assert client.get("/en/session/play.json").status_code == 403


def test_hurt_on_the_first_day_back_is_answered_after_the_break(client: Client) -> None:
    person, start = begun(client)
    done(person, start + HOUR)
    course.respond(person, load(), start + HOUR)
    day = start + timedelta(days=9)
    back = course.programme_of(person, load(), day)
    assert back.change is not None
    assert back.change.rule == "adapt.away"
    sore = back.session[1].exercise_id
    done(person, day, hurt=sore)
    after = course.programme_of(person, load(), day)
    assert after.change is not None
    assert (after.change.rule, after.change.reopen_gate) == ("adapt.hurt", True)
    assert after.put_aside[sore] == "hurt"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_after_week_twelve_the_plan_goes_on(client: Client, language: str) -> None:
    person, start = begun(client)
    last = course.programme_of(person, load(), start + timedelta(days=83))
    assert (last.version, len(last.weeks)) == (1, 12)
    with days_later(84):
        html = client.get(f"/{language}/plan/").content.decode()
        after = current(person)
        assert say(language, "plan.week_of", n=13, total=16, phase="X").split("X")[0] in html
        assert after.change is not None
        assert after.change.reason.in_(language).split("’")[0] in html
        assert (after.session, after.phase, after.judged) == (
            last.session,
            last.phase,
            last.judged,
        )
        assert client.get(f"/{language}/plan/calendar/").status_code == 200
        assert current(person).version == after.version
    assert len(course.programme_of(person, load(), start + timedelta(days=112)).weeks) == 20


def test_a_session_after_week_twelve_stands_in_its_own_week(client: Client) -> None:
    person, start = begun(client)
    late = start + timedelta(days=84)
    course.programme_of(person, load(), late)
    done(person, late)
    course.respond(person, load(), late)
    assert len(current(person).weeks) == 16
    assert say("en", "history.week", n=13) in client.get("/en/history/").content.decode()


def test_other_days_a_week_change_the_weeks_at_once(client: Client) -> None:
    person, start = begun(client)
    told(person, days_per_week=2)
    after = course.programme_of(person, load(), start)
    weeks = after.weeks[1:]
    assert {sum(day.kind == "session" for day in week.days) for week in weeks} == {2}
    assert course.programme_of(person, load(), start).version == after.version == 2
