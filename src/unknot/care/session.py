"""One session: which exercises a person may do now, at what dose, in which order, and why not.

An exercise is allowed only while its `avoid_if` and every lock on it are known to be false.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from unknot.care.barrier import Locked, Person, allowed, barrier, locked
from unknot.care.slots import because, options, rules, slots_of
from unknot.knowledge.exercise_schema import (
    ROLES,
    Bounds,
    Pattern,
    Phase,
    Sides,
    Slot,
    Training,
    Variable,
)
from unknot.knowledge.read import Both

ALL = 99


@dataclass(frozen=True)
class Line:
    """One exercise of a session with its dose. `why` names the rules that put it there.

    Times in seconds: `hold_seconds` each repetition, `rest_seconds` between sets. `steps_up` counts
    how often its dose rose. `smaller_range` asks for a smaller movement. A `pinned` dose was set by
    a therapist: no adaptation changes it.
    """

    exercise_id: str
    role: str
    sets: int
    repetitions: int
    hold_seconds: int
    rest_seconds: int
    sides: Sides
    why: tuple[str, ...]
    reason: Both
    smaller_range: bool = False
    steps_up: int = 0
    pinned: bool = False

    def dose(self, variable: Variable) -> int:
        """Return one dose variable."""
        return {
            "sets": self.sets,
            "repetitions": self.repetitions,
            "hold_seconds": self.hold_seconds,
        }[variable]

    def with_dose(self, variable: Variable, value: int) -> "Line":
        """Return the line with one dose variable changed."""
        match variable:
            case "sets":
                return replace(self, sets=value)
            case "repetitions":
                return replace(self, repetitions=value)
            case "hold_seconds":
                return replace(self, hold_seconds=value)


def fill(
    pattern: Pattern,
    phase: Phase,
    person: Person,
    training: Training,
    current: Mapping[str, Line],
    max_new: int = ALL,
    keep_current: bool = False,
) -> tuple[Line, ...]:
    """Return a session for the phase, in the order it is done.

    At most `max_new` exercises join those of `current`, which keep their dose. With `keep_current`
    an exercise already there keeps its slot even when a harder one is allowed.
    """
    chosen: dict[str, Line] = {}
    new = 0
    for slot in slots_of(pattern, phase, person, training):
        free = [
            name for name in options(slot, pattern, phase, person, training) if name not in chosen
        ]
        held = [name for name in free if name in current]
        name = held[0] if held and (keep_current or new >= max_new) else next(iter(free), None)
        if name is None or (name not in current and new >= max_new):
            continue
        line = current.get(name) or _fresh(name, slot, pattern, phase, training)
        reason = because(name, slot, pattern, training)
        line = replace(line, role=slot.role, reason=reason)
        if seconds([*chosen.values(), line], training) <= person.minutes * 60:
            chosen[name] = line
            new += name not in current
    lines = balanced(tuple(chosen.values()), training)
    return ordered(begun(lines, phase, person, training, current), training)


def begun(
    lines: tuple[Line, ...],
    phase: Phase,
    person: Person,
    training: Training,
    current: Mapping[str, Line],
) -> tuple[Line, ...]:
    """Return the lines with a breathing exercise before them when nothing else warms up."""
    if any(_warms(line, training) for line in lines):
        return lines
    breaths = [
        current.get(each.id)
        or fresh_line(each.id, "settle", each.purpose, ("session.warm-up",), phase, training)
        for each in training.exercises.values()
        if each.kind == "breathing" and allowed(each.id, person, phase, training)
    ]
    first = min(
        breaths,
        key=lambda line: (line.exercise_id not in current, line_seconds(line, training)),
        default=None,
    )
    room = person.minutes * 60
    if first is None or line_seconds(first, training) > room:
        return ()
    while lines and seconds([first, *lines], training) > room:
        lines = balanced(lines[:-1], training)
    return (first, *lines)


def balanced(lines: tuple[Line, ...], training: Training) -> tuple[Line, ...]:
    """Return the lines without loaded ones whose opposing muscles nothing else works."""
    for line in reversed(lines):
        if not _has_counterpart(line, lines, training):
            return balanced(tuple(each for each in lines if each != line), training)
    return lines


def ordered(lines: tuple[Line, ...], training: Training) -> tuple[Line, ...]:
    """Return the lines in playing order, a warm-up first; without one there is no session.

    Inside a role who is on the floor stays there first, and who is up stays up: nobody gets down
    and up again more often than the roles ask for.
    """
    left = sorted(lines, key=lambda line: ROLES.index(line.role))
    first = next((line for line in left if _warms(line, training)), None)
    if first is None:
        return ()
    played = [first]
    left.remove(first)
    while left:
        near = [line for line in left if line.role == left[0].role]
        played.append(min(near, key=lambda line: _way(played[-1], line, training)))
        left.remove(played[-1])
    return tuple(played)


def seconds(lines: list[Line] | tuple[Line, ...], training: Training) -> int:
    """Return how long the lines take together, with the change from one to the next."""
    return sum(line_seconds(line, training) for line in lines)


def line_seconds(line: Line, training: Training) -> int:
    """Return how long one line takes: work, holds, both sides, rests, and the change over."""
    exercise = training.exercises[line.exercise_id]
    one = exercise.repetition_seconds + line.hold_seconds
    work = line.sets * line.repetitions * one * (2 if line.sides == "each" else 1)
    rest = (line.sets - 1) * line.rest_seconds
    return work + rest + training.defaults.change_over_seconds


def locked_of(
    pattern: Pattern,
    phase: Phase,
    person: Person,
    training: Training,
    session: tuple[Line, ...],
) -> tuple[Locked, ...]:
    """Return every exercise of the programme that is not in the session, with its reason."""
    there = {line.exercise_id for line in session}
    now = {name for slot in pattern.phase(phase).slots for name in slot.choose}
    names = [name for name in pattern.exercises() if name not in there]
    return tuple(_why_not(name, name in now, phase, person, training) for name in names)


def within(line: Line, bounds: Bounds) -> bool:
    """Return whether a dose stays inside its bounds."""
    return (
        1 <= line.sets <= bounds.sets
        and 1 <= line.repetitions <= bounds.repetitions
        and 0 <= line.hold_seconds <= bounds.hold_seconds
    )


def fresh_line(
    name: str, role: str, reason: Both, why: tuple[str, ...], phase: Phase, training: Training
) -> Line:
    """Return a new line at the starting dose of the phase."""
    exercise = training.exercises[name]
    dose = exercise.doses[phase]
    return Line(
        exercise_id=name,
        role=role,
        sets=dose.sets,
        repetitions=dose.repetitions,
        hold_seconds=dose.hold_seconds,
        rest_seconds=dose.rest_seconds,
        sides=exercise.sides,
        why=why,
        reason=reason,
    )


def _fresh(name: str, slot: Slot, pattern: Pattern, phase: Phase, training: Training) -> Line:
    why = rules(slot, pattern, phase, training)
    return fresh_line(name, slot.role, slot.because, why, phase, training)


def _why_not(name: str, now: bool, phase: Phase, person: Person, training: Training) -> Locked:
    exercise = training.exercises[name]
    found = barrier(exercise, person, phase, training)
    if found is not None:
        return found
    return locked(name, "time" if now else "phase", training)


def _has_counterpart(line: Line, lines: tuple[Line, ...], training: Training) -> bool:
    exercise = training.exercises[line.exercise_id]
    if exercise.load < 2 or not exercise.opposes:
        return True
    others = (training.exercises[each.exercise_id] for each in lines if each != line)
    return any(set(exercise.opposes) & set(other.targets) for other in others)


def _way(before: Line, after: Line, training: Training) -> int:
    """Return 0 in the same position, 1 in another, 2 when it is down to the floor or up from it."""
    one, other = (training.exercises[each.exercise_id].position for each in (before, after))
    floor = training.defaults.floor
    return 2 if (one in floor) != (other in floor) else int(one != other)


def _warms(line: Line, training: Training) -> bool:
    exercise = training.exercises[line.exercise_id]
    return exercise.load == 0 and exercise.kind in ("breathing", "mobility")
