"""The twelve-week programme: chosen, cut to the person, and written down whole.

Every version is immutable; what changed and why stands in `change`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import msgspec

from unknot.care.barrier import Locked, Person, barrier, person_of
from unknot.care.facts import Facts, with_derived
from unknot.care.flare import Flare
from unknot.care.schedule import (
    Move,
    Week,
    calendar_phase,
    in_a_row,
    may_move,
    moved,
    weeks,
)
from unknot.care.session import Line, fill, fresh_line, locked_of, seconds
from unknot.knowledge.by_hand import by_hand
from unknot.knowledge.exercise_schema import (
    ChangeKind,
    Pattern,
    PatternRow,
    Phase,
    Training,
)
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value

WALK = "walking"
START: dict[str, Value] = {
    "programme_stopped": False,
    "calm_checkins": 0,
    "red_open": False,
    "last_morning": "none_yet",
    "flare_told": False,
}


@dataclass(frozen=True)
class LineChange:
    """One thing that changed: a dose variable with before and after, or a line added or removed.

    `what` is repetitions, sets, hold_seconds, added, removed, smaller_range or full_range.
    """

    exercise_id: str
    what: str
    before: int | None
    after: int | None
    words: Both


@dataclass(frozen=True)
class Change:
    """Why this version differs: what we saw, the rule, what we did, and what it rests on.

    `reopen_gate` asks for the danger questions again before the next session; no later change
    takes that back, only answers do.
    """

    kind: ChangeKind | Literal["override"]
    rule: str
    on: date
    reason: Both
    seen: Both
    lines: tuple[LineChange, ...]
    sources: tuple[str, ...]
    reopen_gate: bool


@dataclass(frozen=True)
class Aside:
    """An exercise put aside.

    `why` is hurt, too_hard, dislike, no_equipment, cannot_position, therapist, or variety.
    """

    exercise_id: str
    why: str
    since: date


@dataclass(frozen=True)
class Programme:
    """One version of a programme. `minutes` is what a session may take, `seconds` what it takes.

    `ordered_phase` is a phase a therapist set: the programme does not leave it upwards by itself.
    `judged` remembers the last response a change answered, `stepped_on` the session that earned
    the last step up: no response is ever answered twice.
    """

    version: int
    pattern: str
    chosen_by: str
    made_on: date
    starts_on: date
    phase: Phase
    weeks: tuple[Week, ...]
    session: tuple[Line, ...]
    walk: Line | None
    locked: tuple[Locked, ...]
    minutes: int
    seconds: int
    stopped: bool
    aside: tuple[Aside, ...]
    judged: str
    stepped_on: date | None
    content: str
    change: Change | None = None
    moves: tuple[Move, ...] = ()
    liked: tuple[str, ...] = ()
    flare: Flare | None = None
    ordered_phase: Phase | None = None

    @property
    def put_aside(self) -> dict[str, str]:
        """Return why each exercise was put aside."""
        return {each.exercise_id: each.why for each in self.aside}


def build(
    facts: Facts,
    knowledge: Knowledge,
    today: date,
    version: int = 1,
    liked: Iterable[str] = (),
    aside: Iterable[Aside] = (),
) -> Programme:
    """Return the first programme for these facts, as of `today`. Pure: the same in, the same out.

    `liked` are the exercises a person marked: where a slot leaves the choice, they come first.
    `aside` is what an earlier programme put aside and this one must not bring back.

    The danger gate comes before: this does not triage. Unknown counts as the careful answer.
    """
    training, liked, aside = training_of(knowledge), tuple(liked), tuple(aside)
    known = with_derived({**facts, **START}, knowledge)
    row = choose(known, training)
    pattern = training.patterns[row.pattern]
    person = person_of(known, training, {each.exercise_id: each.why for each in aside}, liked)
    phase = _first_phase(pattern, person, training)
    session = fill(pattern, phase, person, training, {})
    walk = walk_line(person, phase, training)
    return Programme(
        version=version,
        pattern=pattern.id,
        chosen_by=row.id,
        made_on=today,
        starts_on=today,
        phase=phase,
        weeks=planned_weeks(today, (), phase, pattern, walk is not None, known, training, today),
        session=session,
        walk=walk,
        locked=locked_of(pattern, phase, person, training, session),
        minutes=person.minutes,
        seconds=seconds(session, training),
        stopped=False,
        aside=aside,
        judged="",
        stepped_on=None,
        content=knowledge.content_hash,
        liked=liked,
    )


def planned_weeks(
    starts_on: date,
    moves: Iterable[Move],
    phase: Phase,
    pattern: Pattern,
    walks: bool,
    known: Facts,
    training: Training,
    today: date,
) -> tuple[Week, ...]:
    """Return the weeks as they are expected from `today`, with the days that were moved."""
    days, more = days_per_week(known, training), training.defaults.more_weeks
    return moved(weeks(starts_on, today, phase, pattern, days, walks, more), tuple(moves))


def is_over(programme: Programme, today: date) -> bool:
    """Return whether every planned week has passed."""
    return programme.weeks[-1].days[-1].on < today


def fits_days(programme: Programme, facts: Facts, knowledge: Knowledge, today: date) -> bool:
    """Return whether the weeks to come hold a session on as many days as the person gives."""
    training = training_of(knowledge)
    pattern, days = training.patterns[programme.pattern], days_per_week(facts, training)
    return all(
        sum(day.kind == "session" for day in week.days)
        == min(days, pattern.phase(week.phase).max_sessions)
        for week in programme.weeks
        if week.days[0].on > today
    )


def planned_anew(
    programme: Programme, facts: Facts, knowledge: Knowledge, today: date
) -> Programme:
    """Return version + 1 with its weeks laid out anew: more of them once they are over, else by
    the days the person gives now. The session stays as it is.
    """
    training = training_of(knowledge)
    over = is_over(programme, today)
    why = training.goes_on if over else training.other_days
    words = training.words["goes_on_seen" if over else "other_days_seen"]
    days = days_per_week(facts, training)
    seen = Both(words.en.format(days=days), words.fr.format(days=days))
    laid_out = planned_weeks(
        programme.starts_on,
        programme.moves,
        programme.phase,
        training.patterns[programme.pattern],
        programme.walk is not None,
        facts,
        training,
        today,
    )
    because = Reason(why.id, why.reason, seen, why.grounds.sources)
    return rescheduled(programme, because, laid_out, today)


@dataclass(frozen=True)
class Reason:
    """Why days change: the rule, what we say of it and saw, and what it rests on."""

    rule: str
    reason: Both
    seen: Both
    sources: tuple[str, ...]


def rescheduled(
    programme: Programme, why: Reason, planned: tuple[Week, ...], today: date, *moves: Move
) -> Programme:
    """Return version + 1 with other days and nothing else: a gate asked for stays asked for."""
    return replace(
        programme,
        version=programme.version + 1,
        made_on=today,
        weeks=planned,
        moves=(*programme.moves, *moves),
        change=Change(
            kind="hold",
            rule=why.rule,
            on=today,
            reason=why.reason,
            seen=why.seen,
            lines=(),
            sources=why.sources,
            reopen_gate=False,
        ),
    )


def choose(known: Facts, training: Training) -> PatternRow:
    """Return the first row that is known to hold."""
    return next(row for row in training.pattern_rows if evaluate(row.when, known) is True)


def walk_line(person: Person, phase: Phase, training: Training) -> Line | None:
    """Return the easy walk of the days between, or None when it is not allowed."""
    walking = training.exercises[WALK]
    if barrier(walking, person, phase, training) is not None:
        return None
    return fresh_line(WALK, "close", walking.purpose, (f"exercise.{WALK}",), phase, training)


def days_per_week(facts: Facts, training: Training) -> int:
    """Return the days a person gives, or the default."""
    days = facts.get("days_per_week")
    return days if isinstance(days, int) else training.defaults.days_per_week


def _first_phase(pattern: Pattern, person: Person, training: Training) -> Phase:
    """Return calm while the pain is fresh, strong or unknown; else where the calendar begins."""
    first = calendar_phase(1, pattern)
    gates = (lock.when for lock in training.locks if lock.calm)
    return "calm" if any(evaluate(when, person.facts) is not False for when in gates) else first


def may_move_day(programme: Programme, move: Move, knowledge: Knowledge, today: date) -> bool:
    """Return whether two days may be exchanged: no longer row of sessions than the phase allows."""
    if not may_move(programme.weeks, move, today):
        return False
    most = by_hand(knowledge).catch_up.in_a_row[programme.phase]
    after = in_a_row(moved(programme.weeks, [move]), today)
    return after <= max(most, in_a_row(programme.weeks, today))


def move_day(programme: Programme, move: Move, knowledge: Knowledge, today: date) -> Programme:
    """Return version + 1 with two days of a week exchanged. Raises ValueError when they may not.

    The session stays as it is, and a danger gate asked for earlier stays asked for.
    """
    if not may_move_day(programme, move, knowledge, today):
        raise ValueError(f"{move.one} and {move.other}: choose two days of one week from today on")
    words = training_of(knowledge).words
    reason, seen = words["moved_reason"], words["moved_seen"]
    why = Reason("schedule.moved", reason, seen, ("general-knowledge",))
    return rescheduled(programme, why, moved(programme.weeks, [move]), today, move)


def to_json(programme: Programme) -> dict[str, Any]:
    """Return the programme as JSON data; dates are ISO 8601."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(programme))
    return data


def from_json(data: dict[str, Any]) -> Programme:
    """Return the programme written by `to_json`. Raises ValueError naming what is wrong."""
    try:
        return msgspec.convert(data, Programme)
    except msgspec.ValidationError as error:
        raise ValueError(f"programme: {error}; give one written by to_json") from None
