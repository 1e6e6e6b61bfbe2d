"""The twelve weeks as they were lived, and as they are expected from today on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from unknot.care.programme import Programme
from unknot.care.schedule import DayKind
from unknot.knowledge.exercise_schema import Phase

State = Literal["done", "missed", "past", "today", "ahead"]


@dataclass(frozen=True)
class CalendarDay:
    """One day: what it was planned to be, what became of it, whether its place was changed."""

    on: date
    kind: DayKind
    state: State
    moved: bool


@dataclass(frozen=True)
class CalendarWeek:
    """One week with its phase: as it was for the past, as it is expected for what comes."""

    number: int
    phase: Phase
    days: tuple[CalendarDay, ...]
    now: bool

    @property
    def done(self) -> int:
        """Return on how many days a session was done."""
        return sum(day.state == "done" for day in self.days)

    @property
    def planned(self) -> int:
        """Return on how many days a session was or is planned."""
        return sum(day.kind == "session" for day in self.days)


def calendar(
    versions: Sequence[Programme], done: Collection[date], today: date
) -> tuple[CalendarWeek, ...]:
    """Return the weeks of a programme from all its versions, oldest first.

    A past day stands as it was planned when it came, unless it was moved later.
    """
    kinds = as_planned(versions)
    programme = versions[-1]
    places = {on for move in programme.moves for on in (move.one, move.other)}
    return tuple(
        CalendarWeek(
            number=week.number,
            phase=_phase(versions, week.days[-1].on, today, week.phase),
            days=tuple(
                CalendarDay(
                    on=day.on,
                    kind=kinds[day.on],
                    state=_state(day.on, kinds[day.on], done, today),
                    moved=day.on in places,
                )
                for day in week.days
            ),
            now=week.days[0].on <= today <= week.days[-1].on,
        )
        for week in programme.weeks
    )


def as_planned(versions: Sequence[Programme]) -> dict[date, DayKind]:
    """Return what each day was planned to be when it came; a version writes from its own day on."""
    kinds: dict[date, DayKind] = {}
    moves = 0
    for version in versions:
        fresh = {on for move in version.moves[moves:] for on in (move.one, move.other)}
        moves = len(version.moves)
        for week in version.weeks:
            for day in week.days:
                if day.on >= version.made_on or day.on in fresh:
                    kinds[day.on] = day.kind
                else:
                    kinds.setdefault(day.on, "rest")  # nobody had planned it when it came
    return kinds


def _phase(versions: Sequence[Programme], end: date, today: date, expected: Phase) -> Phase:
    """Return the phase a past week ended in, else the one that is expected."""
    if end >= today:
        return expected
    return [each for each in versions if each.made_on <= end][-1].phase


def _state(on: date, kind: DayKind, done: Collection[date], today: date) -> State:
    if on in done:
        return "done"
    if on == today:
        return "today"
    if on > today:
        return "ahead"
    return "missed" if kind == "session" else "past"
