"""Every number and every word of programme and adaptation is nudged: each slip is noticed.

The conditions have their slips in `test_training_mutants`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from tests.care import test_numbers
from tests.mutation.report import Report
from tests.mutation.trial import Check, noticed
from unknot.knowledge import training as reading
from unknot.knowledge.exercise_schema import (
    ACTIONS,
    CHANGE_KINDS,
    IRRITABILITIES,
    LIGHTS,
    PHASES,
    Training,
)
from unknot.knowledge.load import load
from unknot.rules.analyse import neighbours, nudged

KNOWLEDGE = load()
CONTENT = reading.training(KNOWLEDGE)
CHECKS: list[Check] = [(test_numbers, "test_every_number_and_outcome_stands_twice")]
Slip = tuple[str, Training]


def of_table(field: str, place: int, row: Any, changes: dict[str, Any], shown: str) -> Slip:
    rows = getattr(CONTENT, field)
    given: dict[str, Any] = {field: (*rows[:place], replace(row, **changes), *rows[place + 1 :])}
    return shown, replace(CONTENT, **given)


def outcomes() -> Iterator[Slip]:
    """Yield each row with another outcome."""
    for place, light in enumerate(CONTENT.lights):
        for other in LIGHTS:
            if other != light.light:
                yield of_table("lights", place, light, {"light": other}, f"{light.id} {other}")
    for place, row in enumerate(CONTENT.rows):
        for kind in CHANGE_KINDS:
            if kind != row.then:
                yield of_table("rows", place, row, {"then": kind}, f"{row.id} then {kind}")
        for action in ACTIONS:
            if action != row.does:
                yield of_table("rows", place, row, {"does": action}, f"{row.id} does {action}")
    for place, choice in enumerate(CONTENT.pattern_rows):
        for name in CONTENT.patterns:
            if name != choice.pattern:
                yield of_table(
                    "pattern_rows", place, choice, {"pattern": name}, f"{choice.id} {name}"
                )


def steps() -> Iterator[Slip]:
    """Yield each way up and each way down, by one more or less."""
    for field, numbers in (("steps", ("by", "until")), ("downs", ("by", "floor"))):
        for place, row in enumerate(getattr(CONTENT, field)):
            for name in (each for each in numbers if getattr(row, each) is not None):
                for number in nudged(getattr(row, name)):
                    shown = f"{field} {row.kind} {row.variable} {place} {name} {number}"
                    yield of_table(field, place, row, {name: number}, shown)


def limits() -> Iterator[Slip]:
    """Yield each limit and each default, one more or less."""
    for name in ("lines_per_step", "aside_days", "careful_from", "strong_from"):
        yield from _limit(name)
    for name in ("noticed_change", "gate_open_hours"):
        yield from _limit(name)
    for place, days in enumerate(CONTENT.away_days):
        for number in nudged(days):
            away = (*CONTENT.away_days[:place], number, *CONTENT.away_days[place + 1 :])
            yield f"away_days {number}", replace(CONTENT, away_days=away)
    for name in ("minutes", "days_per_week", "change_over_seconds", "weeks"):
        for number in nudged(getattr(CONTENT.defaults, name)):
            defaults = replace(CONTENT.defaults, **{name: number})  # type: ignore[arg-type]
            yield f"defaults {name} {number}", replace(CONTENT, defaults=defaults)


def _limit(name: str) -> Iterator[Slip]:
    for number in nudged(getattr(CONTENT, name)):
        given: dict[str, Any] = {name: number}
        yield f"limits {name} {number}", replace(CONTENT, **given)


def locks() -> Iterator[Slip]:
    """Yield each lock that holds a little less or more, or forgets to calm."""
    for place, lock in enumerate(CONTENT.locks):
        yield of_table("locks", place, lock, {"calm": not lock.calm}, f"{lock.id} calm")
        if lock.holds.min_load is not None:
            for load_ in nudged(lock.holds.min_load):
                holds = replace(lock.holds, min_load=load_)
                yield of_table("locks", place, lock, {"holds": holds}, f"{lock.id} load {load_}")
        for field in ("kinds", "equipment", "exercises", "irritability"):
            for word in getattr(lock.holds, field):
                left = tuple(each for each in getattr(lock.holds, field) if each != word)
                held: dict[str, Any] = {field: left}
                holds = replace(lock.holds, **held)
                yield of_table("locks", place, lock, {"holds": holds}, f"{lock.id} not {word}")


def patterns() -> Iterator[Slip]:
    """Yield each phase of each programme a week or a session longer or shorter."""
    for name, pattern in CONTENT.patterns.items():
        for place, phase in enumerate(pattern.phases):
            for field in ("weeks", "max_sessions"):
                for number in nudged(getattr(phase, field)):
                    other = replace(phase, **{field: number})  # type: ignore[arg-type]
                    phases = (*pattern.phases[:place], other, *pattern.phases[place + 1 :])
                    changed = {**CONTENT.patterns, name: replace(pattern, phases=phases)}
                    shown = f"{name} {phase.id} {field} {number}"
                    yield shown, replace(CONTENT, patterns=changed)


def exercises() -> Iterator[Slip]:
    """Yield each exercise with one number of its doses, bounds or load off, or its irritability."""
    for name, exercise in CONTENT.exercises.items():
        for field in ("load", "repetition_seconds"):
            for number in nudged(getattr(exercise, field)):
                yield _exercise(name, {field: number}, f"{field} {number}")
        for word in neighbours(exercise.irritability, IRRITABILITIES):
            yield _exercise(name, {"irritability": word}, word)
        for field in ("sets", "repetitions", "hold_seconds"):
            for number in nudged(getattr(exercise.bounds, field)):
                bounds = replace(exercise.bounds, **{field: number})
                yield _exercise(name, {"bounds": bounds}, f"most {field} {number}")
        for phase in (each for each in PHASES if each in exercise.doses):
            dose = exercise.doses[phase]
            for field in ("sets", "repetitions", "hold_seconds", "rest_seconds"):
                for number in nudged(getattr(dose, field)):
                    doses = {**exercise.doses, phase: replace(dose, **{field: number})}
                    yield _exercise(name, {"doses": doses}, f"{phase} {field} {number}")


def _exercise(name: str, changes: dict[str, Any], shown: str) -> Slip:
    other = replace(CONTENT.exercises[name], **changes)
    return f"{name} {shown}", replace(CONTENT, exercises={**CONTENT.exercises, name: other})


NEW = "A new exercise: write its numbers into cases/training/numbers.yaml too."
SLIPS = {
    "adaptation and choice: outcomes": outcomes,
    "adaptation: steps": steps,
    "adaptation: limits": limits,
    "programme: locks": locks,
    "programme: weeks": patterns,
    "exercises: doses": exercises,
}


@cache
def reports() -> tuple[Report, ...]:
    """Return what became of every slip, by what was changed."""
    return tuple(_report(name, slips()) for name, slips in SLIPS.items())


def _report(name: str, slips: Iterator[Slip]) -> Report:
    found = list(slips)
    left = [place for place, content in found if not noticed(CHECKS, TRAINING=content)]
    return Report(name, len(found), survivors={place: _reason(place) for place in left})


def _reason(place: str) -> str:
    """Return why a slip may stay unnoticed: an exercise whose numbers stand only once so far."""
    name = place.split(" ")[0]
    new = name in CONTENT.exercises and name not in test_numbers.NUMBERS["exercises"]
    return NEW if new else ""


def test_no_slip_survives() -> None:
    assert [each for report in reports() for each in report.unexplained] == []
