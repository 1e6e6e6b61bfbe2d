"""A missed session done on another day of its week: offered, never owed, and bounded.

The week never holds more sessions than were planned, and sessions stand no closer than the phase
allows.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unknot.care.programme import Programme, Reason, rescheduled
from unknot.care.schedule import Day, DayKind, Move, Week, moved
from unknot.knowledge.by_hand import by_hand
from unknot.knowledge.schema import Knowledge

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Offer:
    """A session of this week that was missed; `today` may be its day unless rest is due first."""

    missed: date
    today: date
    rest_first: bool


def offer(
    programme: Programme,
    done: Collection[date],
    knowledge: Knowledge,
    today: date,
    planned: Mapping[date, DayKind] | None = None,
) -> Offer | None:
    """Return the offer of `today`, or None. `done` are the days on which a session was done.

    `planned` gives what past days were when they came (`calendar.as_planned`); without it they are
    taken as the newest version lays them out.
    """
    week = week_of(programme, today)
    if programme.stopped or not programme.session or week is None:
        return None
    kinds = {day.on: day.kind for day in as_lived(week, today, planned or {}).days}
    if kinds[today] == "session" or today in done:
        return None
    missed = [on for on, kind in kinds.items() if kind == "session" and on < today]
    missed = [on for on in missed if on not in done]
    if not missed or _full(week, done, today):
        return None
    row = len(list(_in_a_row(programme, done, today)))
    most = by_hand(knowledge).catch_up.in_a_row[programme.phase]
    return Offer(missed[-1], today, rest_first=row > most)


def week_of(programme: Programme, today: date) -> Week | None:
    """Return the week of a day, or None before and after the programme."""
    weeks = (week for week in programme.weeks if any(day.on == today for day in week.days))
    return next(weeks, None)


def as_lived(week: Week, today: date, planned: Mapping[date, DayKind]) -> Week:
    """Return the week with its past days as they were planned when they came."""
    days = (
        Day(day.on, planned.get(day.on, day.kind) if day.on < today else day.kind)
        for day in week.days
    )
    return replace(week, days=tuple(days))


def _full(week: Week, done: Collection[date], today: date) -> bool:
    """Return whether one more session would be more than the week was planned to hold."""
    planned = sum(day.kind == "session" for day in week.days)
    had = sum(day.on in done for day in week.days)
    ahead = sum(day.kind == "session" and day.on > today for day in week.days)
    return had + ahead + 1 > planned


def _in_a_row(programme: Programme, done: Collection[date], today: date) -> Iterator[date]:
    """Yield the days with a session that would follow each other, with `today` among them."""
    ahead = {
        day.on
        for week in programme.weeks
        for day in week.days
        if day.kind == "session" and day.on > today
    }
    yield today
    for step in (-DAY, DAY):
        other = today + step
        while other in done or other in ahead:
            yield other
            other += step


def catch_up(
    programme: Programme,
    done: Collection[date],
    knowledge: Knowledge,
    today: date,
    planned: Mapping[date, DayKind] | None = None,
) -> Programme:
    """Return version + 1 in which today is the session that was missed.

    Raises ValueError when nothing may be caught up. A danger gate asked for stays asked for.
    """
    found = offer(programme, done, knowledge, today, planned)
    if found is None or found.rest_first:
        raise ValueError(f"{today}: no session may be caught up; leave the day as it is")
    rule = by_hand(knowledge).catch_up
    move = Move(found.missed, today)
    lived = tuple(as_lived(week, today, planned or {}) for week in programme.weeks)
    why = Reason("schedule.caught-up", rule.reason, rule.seen, rule.grounds.sources)
    return rescheduled(programme, why, moved(lived, [move]), today, move)
