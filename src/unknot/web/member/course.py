"""A person's programme as it runs: built once, adapted to each response, every version kept."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from unknot.care.adapt import adapt
from unknot.care.facts import Facts
from unknot.care.facts import to_json as facts_to_json
from unknot.care.overnight import says_something_new, stays
from unknot.care.programme import (
    Programme,
    build,
    fits_days,
    from_json,
    is_over,
    planned_anew,
    to_json,
)
from unknot.care.response import ExerciseResult, Response
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.rules.nodes import Value
from unknot.web.member.answers import facts_of, latest
from unknot.web.member.models import Person, ProgrammeVersion, SessionLog
from unknot.web.member.mornings import PAIN, told_after
from unknot.web.member.mornings import day_of as day_of

# What the player says, in the words of the response; "" and hurts are no reason of their own.
REASONS = {
    "too_hard": "too_hard",
    "no_equipment": "no_equipment",
    "cannot_position": "cannot_position",
    "do_not_like": "dislike",
    "no_time": "no_time",
    "other": "other",
}


# What a new programme does not bring back: what hurt, and what a therapist left out.
KEPT = ("hurt", "therapist")


def current(person: Person) -> Programme | None:
    """Return the newest version of the programme, or None."""
    newest = person.programmes.last()
    return from_json(newest.plan) if newest else None


def programme_of(
    person: Person, knowledge: Knowledge, now: datetime, liked: Iterable[str] = ()
) -> Programme:
    """Return the programme; built now when there is none that still holds.

    Whatever it has not answered yet (a session, a break, what today's answers rule out) it answers
    before anything is shown or played. `liked` are the exercises marked in this browser.
    """
    programme = _running(person, knowledge) or _begun(person, knowledge, now, liked)
    facts, today = facts_now(person, knowledge, now), day_of(now)
    if not stays(programme, responses_of(person), facts, knowledge, today):
        programme = respond(person, knowledge, now, programme.liked) or programme
    if is_over(programme, today) or not fits_days(programme, facts, knowledge, today):
        return _planned_anew(person, facts, knowledge, now) or programme
    return programme


@transaction.atomic
def _planned_anew(
    person: Person, facts: Facts, knowledge: Knowledge, now: datetime
) -> Programme | None:
    """Return the programme with its weeks laid out anew, unless another device was first."""
    programme, today = current(person), day_of(now)
    if programme is None or programme.stopped:
        return programme
    if not is_over(programme, today) and fits_days(programme, facts, knowledge, today):
        return programme
    after = planned_anew(programme, facts, knowledge, today)
    keep(person, after, now)
    return after


def _running(person: Person, knowledge: Knowledge) -> Programme | None:
    programme = current(person)
    if programme is None or programme.stopped:
        return None
    return programme if has_course(person, facts_of(person, knowledge)) else None


@transaction.atomic
def _begun(person: Person, knowledge: Knowledge, now: datetime, liked: Iterable[str]) -> Programme:
    """Return the programme built and kept now, unless another device was first."""
    running = _running(person, knowledge)
    if running is not None:
        return running
    before = current(person)
    version = before.version + 1 if before else 1
    kept = [each for each in before.aside if each.why in KEPT] if before else []
    facts = facts_of(person, knowledge)
    programme = build(facts, knowledge, day_of(now), version, liked, kept)
    keep(person, programme, now)
    if flare_of(person, knowledge, now):
        return respond(person, knowledge, now, liked) or programme
    return programme


def has_course(person: Person, facts: Facts) -> bool:
    """Return whether a programme runs for these places, with no stop since: else we begin low."""
    newest = person.programmes.last()
    began = person.programmes.filter(change={}).last()
    if newest is None or began is None:
        return False
    stops = person.decisions.filter(gate="short", urgency__in=("emergency", "same-day"))
    if stops.filter(created__gt=newest.created).exists():
        return False
    then = person.decisions.filter(gate="full", created__lte=began.created).last()
    places = facts_to_json(facts).get("regions")
    return then is None or then.record["facts"].get("regions") == places


def keep(person: Person, programme: Programme, now: datetime) -> None:
    """Append this version."""
    plan = to_json(programme)
    ProgrammeVersion.objects.create(
        person=person,
        number=programme.version,
        plan=plan,
        change=plan["change"] or {},
        created=now,
    )


@transaction.atomic
def respond(
    person: Person, knowledge: Knowledge, now: datetime, liked: Iterable[str] = ()
) -> Programme | None:
    """Let the programme answer what happened; a version is kept when it says something new.

    Where no programme runs (none yet, a stop since, another place) nothing answers: the next one
    begins low.
    """
    before, facts = current(person), facts_now(person, knowledge, now)
    if before is None or before.stopped or not has_course(person, facts):
        return None
    before = replace(before, liked=tuple(liked))
    after = adapt(before, responses_of(person), facts, knowledge, day_of(now))
    if not says_something_new(before, after):
        return before
    keep(person, after, now)
    return after


def responses_of(person: Person) -> tuple[Response, ...]:
    """Return the sessions since the programme began, oldest first, each with its next morning."""
    began = person.programmes.filter(change={}).last()
    logs = list(person.sessions.filter(created__gte=began.created)) if began else []
    checks = list(person.check_ins.all())
    phases = dict(person.programmes.values_list("number", "plan__phase"))
    numbers, content = arrived(logs), training(load())
    return tuple(
        replace(
            _response(log, told_after(log, following, checks, content)),
            phase=phases.get(log.programme),
            number=numbers[log.pk],
        )
        for log, following in zip(logs, [*logs[1:], None], strict=False)
    )


def arrived(logs: Iterable[SessionLog]) -> dict[int, int]:
    """Return which session, from 1, each log was as they arrived, by its key."""
    return {key: number for number, key in enumerate(sorted(log.pk for log in logs), start=1)}


def facts_now(person: Person, knowledge: Knowledge, now: datetime) -> dict[str, Value]:
    """Return the facts with what check-ins told since: what every step of the programme reads."""
    return {**facts_of(person, knowledge), **flare_of(person, knowledge, now), **_told_of(person)}


def _told_of(person: Person) -> dict[str, Value]:
    """Return the pain of the newest check-in, when nothing newer is known of this course."""
    began, check = person.programmes.filter(change={}).last(), person.check_ins.last()
    if began is None or check is None or check.created < began.created:
        return {}
    session, pain = person.sessions.last(), check.facts.get(PAIN)
    newer = session is None or check.created >= session.created
    return {"pain_told_0_10": pain} if newer and pain is not None else {}


def flare_of(person: Person, knowledge: Knowledge, now: datetime) -> dict[str, Value]:
    """Return when a flare was last told, and its pain.

    One told before the programme began counts while its gentle days would still run.
    """
    began = person.programmes.filter(change={}).last()
    told = person.check_ins.filter(facts__flare_now=True)
    before = timedelta(days=training(knowledge).way_back.gentle_days)
    newest = told.filter(created__gte=began.created - before).last() if began else None
    if newest is None:
        return {}
    known: dict[str, Value] = {"days_since_flare_told": (day_of(now) - day_of(newest.created)).days}
    pain = newest.facts.get("pain_next_morning_0_10")
    return known if pain is None else known | {"flare_pain_0_10": pain}


def _response(log: SessionLog, said: dict[str, Any]) -> Response:
    return Response(
        session_on=day_of(log.created),
        completed=log.facts.get("completed"),
        new_danger=False,
        results=tuple(_result(each) for each in log.results),
        pain_before=log.facts.get("pain_before_0_10"),
        pain_during=log.facts.get("pain_during_0_10"),
        pain_after=log.facts.get("pain_after_0_10"),
        effort=log.facts.get("effort_0_10"),
        **said,
    )


def _result(row: dict[str, str]) -> ExerciseResult:
    outcome: Any = row["outcome"]
    return ExerciseResult(row["id"], outcome, REASONS.get(row.get("reason", "")))


def new_pain_today(person: Person, now: datetime) -> SessionLog | None:
    """Return the session of today that a new pain ended, or None: no other may follow it today."""
    newest = person.sessions.last()
    if newest is None or day_of(newest.created) != day_of(now):
        return None
    new = any(row.get("new_or_same_pain") == "new" for row in newest.results)
    return newest if new else None


def must_ask_again(person: Person) -> bool:
    """Return whether a change asked for the whole danger gate, and nobody answered it since.

    Later changes do not close a gate: only answers do.
    """
    asked, decided = person.programmes.filter(change__reopen_gate=True).last(), latest(person)
    if asked is None or decided is None:
        return False
    return not person.decisions.filter(gate="full", created__gt=asked.created).exists()
