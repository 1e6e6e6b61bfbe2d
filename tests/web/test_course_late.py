"""Sessions in the order they were done, whenever they arrive: answered once, by their own phase."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.web.test_course import to_plan
from unknot.care.adapt import adapt
from unknot.care.programme import Programme
from unknot.care.response import lights
from unknot.knowledge.exercise_schema import Phase
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member import course
from unknot.web.member.models import CheckIn, Person, SessionLog
from unknot.web.words import say

pytestmark = pytest.mark.django_db
CALM = {"before": 3, "during": 2, "after": 2}
HOUR = timedelta(hours=1)


def begun(client: Client) -> tuple[Person, datetime]:
    """Return somebody with a plan, and the moment it began."""
    to_plan(client)
    person = Person.objects.get()
    return person, person.programmes.get().created


def current(person: Person) -> Programme:
    found = course.current(person)
    assert found is not None
    return found


def done(
    person: Person,
    when: datetime,
    hurt: str = "",
    version: int = 0,
    new: bool = False,
    **pains: int,
) -> None:
    """Keep a session as the player sends it, done at `when`."""
    said = {f"pain_{name}_0_10": pain for name, pain in ({**CALM, **pains}).items()}
    programme = current(person)
    results = [
        {
            "id": line.exercise_id,
            "outcome": "hurt" if line.exercise_id == hurt else "done",
            "reason": "",
            "new_or_same_pain": "new" if new and line.exercise_id == hurt else "",
        }
        for line in programme.session
    ]
    SessionLog.objects.create(
        person=person,
        client_id=f"session-{person.sessions.count()}",
        programme=version or programme.version,
        results=results,
        facts={**said, "effort_0_10": 3, "completed": "all"},
        created=when,
    )


def check(person: Person, when: datetime, pain: int = 2, **said: Any) -> None:
    """Keep a check-in."""
    facts = {"pain_next_morning_0_10": pain, "after_session": "same", **said}
    number = person.check_ins.count()
    CheckIn.objects.create(person=person, client_id=f"c-{number}", facts=facts, created=when)


def answered(person: Person, now: datetime) -> Programme:
    after = course.respond(person, load(), now)
    assert after is not None
    return after


def led(person: Person, phase: Phase, when: datetime) -> None:
    """Keep one version more, in which the person is in this phase."""
    before, now = current(person), load()
    step = adapt(before, (), course.facts_now(person, now, when), now, course.day_of(when))
    course.keep(person, replace(step, phase=phase, session=before.session), when)


def test_a_session_keeps_the_light_of_the_phase_it_was_done_in(client: Client) -> None:
    person, start = begun(client)
    assert current(person).phase == "calm"
    done(person, start + HOUR, before=5, during=5, after=5)
    content = training(load())
    assert lights(course.responses_of(person), "calm", content) == ("amber",)
    led(person, "restore", start + timedelta(days=2))
    assert lights(course.responses_of(person), "restore", content) == ("amber",)
    done(person, start + timedelta(days=2), before=5, during=5, after=5)
    assert lights(course.responses_of(person), "calm", content) == ("amber", "red")


def test_the_moment_a_phase_is_stepped_down_no_red_turns_amber(client: Client) -> None:
    person, start = begun(client)
    led(person, "restore", start)
    done(person, start + HOUR, before=6, during=6, after=6)
    red = answered(person, start + HOUR)
    assert (red.phase, red.judged.split("|")[0]) == ("calm", "1:red")
    assert answered(person, start + 2 * HOUR).version == red.version


def test_a_session_that_hurt_and_comes_late_is_answered_and_the_newer_one_is_not_again(
    client: Client,
) -> None:
    person, start = begun(client)
    sore = current(person).session[1].exercise_id
    done(person, start + timedelta(days=2), during=6, after=6)
    red = answered(person, start + timedelta(days=2))
    assert red.judged == "1:red|0"
    done(person, start + timedelta(days=1), hurt=sore, version=1)
    late = answered(person, start + timedelta(days=3))
    assert late.judged == "1:red|0|2:amber"
    assert late.put_aside[sore] == "hurt"
    assert late.phase == red.phase
    assert late.change is not None
    assert (late.change.rule, late.change.reopen_gate) == ("adapt.hurt", True)
    assert answered(person, start + timedelta(days=3)).version == late.version


def test_a_late_red_steps_back_though_the_newest_was_calm(client: Client) -> None:
    person, start = begun(client)
    done(person, start + timedelta(days=2))
    answered(person, start + timedelta(days=2))
    check(person, start + timedelta(days=3))
    calm = answered(person, start + timedelta(days=3))
    done(person, start + timedelta(days=1), during=6, after=6, version=1)
    late = answered(person, start + timedelta(days=3))
    assert (calm.judged, late.judged) == ("1:green|0", "1:green|0|2:red")
    assert late.change is not None
    assert (late.change.kind, late.change.reopen_gate) == ("regress", True)


def test_a_late_session_stands_in_the_history_with_its_own_light(client: Client) -> None:
    person, start = begun(client)
    done(person, start + 3 * HOUR)
    answered(person, start + 3 * HOUR)
    done(person, start + HOUR, during=6, after=6)
    red = answered(person, start + 4 * HOUR)
    html = client.get("/en/history/").content.decode()
    records = html.split("<details")[-2:]
    assert say("en", "history.light.waiting") in records[0]
    assert say("en", "history.light.red") in records[1]
    assert f"#version-{red.version}" in records[1]
