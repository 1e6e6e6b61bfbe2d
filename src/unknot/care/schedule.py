"""The calendar of a programme: twelve weeks of session, walk and rest days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from unknot.knowledge.exercise_schema import PHASES, Pattern, Phase

DayKind = Literal["session", "walk", "rest"]
WEEK = 7


@dataclass(frozen=True)
class Day:
    """One planned day. A rest day is part of the plan."""

    on: date
    kind: DayKind


@dataclass(frozen=True)
class Week:
    """One planned week, from 1."""

    number: int
    phase: Phase
    days: tuple[Day, ...]


def weeks(
    starts_on: date,
    today: date,
    phase: Phase,
    pattern: Pattern,
    days_per_week: int,
    walks: bool,
    more: int,
) -> tuple[Week, ...]:
    """Return the weeks as they are expected from `today`, where the person is in `phase`.

    Weeks to come rise at most one phase a week and never past the calendar, unless a therapist
    has begun a later phase already. Once those of the pattern are over, `more` weeks are added at
    a time.
    """
    total = sum(each.weeks for each in pattern.phases)
    while starts_on + timedelta(days=WEEK * total) <= today:
        total += more
    now = week_on(starts_on, today, total)
    found = []
    for number in range(1, total + 1):
        expected = _expected(number, now, phase, pattern)
        sessions = min(days_per_week, pattern.phase(expected).max_sessions)
        first = starts_on + timedelta(days=WEEK * (number - 1))
        found.append(Week(number, expected, _days(first, sessions, walks)))
    return tuple(found)


@dataclass(frozen=True)
class Move:
    """Two days of one week whose places were changed by the person."""

    one: date
    other: date


def moved(planned: tuple[Week, ...], moves: Sequence[Move]) -> tuple[Week, ...]:
    """Return the weeks with the kinds of each pair of days exchanged, in the order of the moves."""
    for move in moves:
        kinds = {day.on: day.kind for week in planned for day in week.days}
        if move.one in kinds and move.other in kinds:
            kinds[move.one], kinds[move.other] = kinds[move.other], kinds[move.one]
        planned = tuple(
            replace(week, days=tuple(Day(day.on, kinds[day.on]) for day in week.days))
            for week in planned
        )
    return planned


def may_move(planned: Sequence[Week], move: Move, today: date) -> bool:
    """Return whether both days are of one week, not past, and of different kinds."""
    for week in planned:
        kinds = {day.on: day.kind for day in week.days if day.on >= today}
        if move.one in kinds and move.other in kinds:
            return kinds[move.one] != kinds[move.other]
    return False


def in_a_row(planned: Sequence[Week], today: date) -> int:
    """Return the most days with a session that follow each other, from today on."""
    ahead = sorted(day.on for week in planned for day in week.days if _session(day, today))
    longest = run = 0
    last: date | None = None
    for on in ahead:
        run = run + 1 if last is not None and on - last == timedelta(days=1) else 1
        longest, last = max(longest, run), on
    return longest


def _session(day: Day, today: date) -> bool:
    return day.kind == "session" and day.on >= today


def week_on(starts_on: date, today: date, total: int = 12) -> int:
    """Return the number of the week, 1 to `total`."""
    return max(1, min(total, (today - starts_on).days // WEEK + 1))


def calendar_phase(number: int, pattern: Pattern) -> Phase:
    """Return the phase the calendar allows in this week."""
    last = 0
    for plan in pattern.phases:
        last += plan.weeks
        if number <= last:
            return plan.id
    return pattern.phases[-1].id


def _expected(number: int, now: int, phase: Phase, pattern: Pattern) -> Phase:
    planned = PHASES.index(calendar_phase(number, pattern))
    if number < now:
        return PHASES[planned]
    begun = PHASES.index(phase)
    return PHASES[max(begun, min(planned, begun + number - now))]


@lru_cache(maxsize=4096)
def _days(first: date, sessions: int, walks: bool) -> tuple[Day, ...]:
    session_days = {-(-each * WEEK // sessions) for each in range(sessions)}
    days = []
    walked = False
    for offset in range(WEEK):
        kind: DayKind = "session"
        if offset not in session_days:
            walked = not walked
            kind = "walk" if walks and walked else "rest"
        days.append(Day(first + timedelta(days=offset), kind))
    return tuple(days)
