"""Why a line of a plan is there and why it changed: the whole story of one exercise.

Read from all versions of a programme, so that no difference between two of them is left without
its reason. Replaying the events of an exercise gives its line as it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from unknot.care.barrier import Locked
from unknot.care.programme import Aside, Change, Programme
from unknot.care.session import Line
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.read import Both

Author = Literal["programme", "person", "therapist"]
What = Literal[
    "began",
    "joined",
    "left",
    "sets",
    "repetitions",
    "hold_seconds",
    "rest_seconds",
    "smaller_range",
    "full_range",
    "set",
    "freed",
    "place",
    "put_aside",
    "allowed",
]
DOSE: tuple[What, ...] = ("sets", "repetitions", "hold_seconds", "rest_seconds")


@dataclass(frozen=True)
class Because:
    """Why a version is as it is: who decided, by which rule, on what was seen, resting on what."""

    author: Author
    rule: str
    seen: Both | None
    reason: Both
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """One thing that happened to an exercise in one version; `before` and `after` of a number.

    `line` is the line as it stands after it, None when it is not in the plan. `locked` says why it
    left or waits, when that is known.
    """

    version: int
    on: date
    what: What
    before: int | None
    after: int | None
    line: Line | None
    because: Because
    locked: Locked | None = None


@dataclass(frozen=True)
class Lineage:
    """The story of one exercise, oldest event first, and where it stands now."""

    exercise_id: str
    line: Line | None
    locked: Locked | None
    aside: Aside | None
    events: tuple[Event, ...]


def lineage(versions: Sequence[Programme], exercise_id: str, training: Training) -> Lineage:
    """Return the story of an exercise; `versions` oldest first. Raises ValueError without any."""
    if not versions:
        raise ValueError("versions: found none; give every version of the programme")
    newest = versions[-1]
    return Lineage(
        exercise_id=exercise_id,
        line=line_of(newest, exercise_id),
        locked=locked_of(newest, exercise_id),
        aside=aside_of(newest, exercise_id),
        events=tuple(_events(versions, exercise_id, training)),
    )


def exercises_of(versions: Sequence[Programme]) -> tuple[str, ...]:
    """Return every exercise that ever was in the plan, or waits in it now."""
    ever = [line.exercise_id for version in versions for line in _lines(version)]
    waiting = [each.exercise_id for each in versions[-1].locked] if versions else []
    aside = [each.exercise_id for version in versions for each in version.aside]
    return tuple(dict.fromkeys([*ever, *aside, *waiting]))


def because_of(version: Programme, training: Training) -> Because:
    """Return why this version came to be; the first one rests on the row that chose it."""
    change = version.change
    if change is None:
        row = next(row for row in training.pattern_rows if row.id == version.chosen_by)
        return Because("programme", row.id, None, row.because, row.grounds.sources)
    return Because(author_of(change), change.rule, change.seen, change.reason, change.sources)


def author_of(change: Change) -> Author:
    """Return who decided: the programme's rules, the person, or a therapist."""
    if change.rule.startswith(("schedule.", "override.taken-back.")):
        return "person"
    return "therapist" if change.kind == "override" else "programme"


def line_of(version: Programme, exercise_id: str) -> Line | None:
    """Return the line of an exercise in the session or the walk, or None."""
    return next((each for each in _lines(version) if each.exercise_id == exercise_id), None)


def locked_of(version: Programme, exercise_id: str) -> Locked | None:
    """Return why an exercise waits in this version, or None."""
    return next((each for each in version.locked if each.exercise_id == exercise_id), None)


def aside_of(version: Programme, exercise_id: str) -> Aside | None:
    """Return that an exercise is put aside in this version, or None."""
    return next((each for each in version.aside if each.exercise_id == exercise_id), None)


def differences(
    before: Line | None, after: Line | None
) -> Iterator[tuple[What, int | None, int | None]]:
    """Yield each thing that differs between two lines of one exercise."""
    if after is None:
        if before is not None:
            yield "left", None, None
        return
    if before is None:
        yield "joined", None, None
        return
    for name in DOSE:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield name, was, now
    if before.smaller_range != after.smaller_range:
        yield ("smaller_range" if after.smaller_range else "full_range"), None, None
    if before.pinned != after.pinned:
        yield ("set" if after.pinned else "freed"), None, None
    if before.role != after.role:
        yield "place", None, None


def _events(versions: Sequence[Programme], name: str, training: Training) -> Iterator[Event]:
    line: Line | None = None
    aside: Aside | None = None
    for version in versions:
        now, put = line_of(version, name), aside_of(version, name)
        found = list(_put(aside, put)) + list(_told(line, now, first=version.change is None))
        if found:
            because, locked = because_of(version, training), locked_of(version, name)
            for what, was, is_ in found:
                yield Event(version.version, version.made_on, what, was, is_, now, because, locked)
        line, aside = now, put


def _told(
    before: Line | None, after: Line | None, first: bool
) -> Iterator[tuple[What, int | None, int | None]]:
    """Yield what differs; in a programme that begins anew every line begins."""
    if first and after is not None:
        yield "began", None, None
    else:
        yield from differences(before, after)


def _put(before: Aside | None, after: Aside | None) -> Iterator[tuple[What, None, None]]:
    if after is not None and after != before:
        yield "put_aside", None, None
    if after is None and before is not None:
        yield "allowed", None, None


def _lines(version: Programme) -> tuple[Line, ...]:
    return (*version.session, *([version.walk] if version.walk else []))
