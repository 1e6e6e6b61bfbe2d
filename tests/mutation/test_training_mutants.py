"""Every small slip in the programme and adaptation tables is noticed by a case."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.care import test_adapt, test_contraindications, test_programme
from unknot.knowledge import training as reading
from unknot.knowledge.exercise_schema import Exercise, Training
from unknot.knowledge.load import load
from unknot.rules.analyse import mutants
from unknot.rules.nodes import Node

KNOWLEDGE = load()
CONTENT = reading.training(KNOWLEDGE)
# Slips that nobody can notice, by row: how many, and why. They stay because each row should read
# whole on its own.
UNNOTICED = {
    "light.strong-not-raised": (1, "a pain of 4 is amber by a later row as well"),
    "light.waiting": (1, "the green row needs a known pain as well"),
    "light.green": (2, "pain over 2 or unknown was met by an earlier row"),
    "adapt.away": (2, "away_news is only true from 7 days on"),
    "adapt.two-ambers": (1, "a count of ambers means the last light is amber"),
    "adapt.next-phase": (1, "a count of greens means the last light is green"),
    "adapt.two-greens": (1, "a count of greens means the last light is green"),
}


def changed_rows() -> Iterator[tuple[str, Node, Training]]:
    """Yield the content with one condition one slip away, and the row's id."""
    for field in ("lights", "rows", "locks", "pattern_rows"):
        rows = getattr(CONTENT, field)
        for place, row in enumerate(rows):
            for other in mutants(row.when):
                change: dict[str, Any] = {
                    field: (*rows[:place], replace(row, when=other), *rows[place + 1 :])
                }
                yield row.id, other, replace(CONTENT, **change)


def changed_exercises() -> Iterator[Exercise]:
    """Yield every exercise with its contraindication one slip away."""
    for exercise in CONTENT.exercises.values():
        for other in mutants(exercise.avoid_if):
            yield replace(exercise, avoid_if=other)


def passes(module: Any, test: str) -> bool:
    try:
        for case in module.CASES:
            getattr(module, test)(case)
    except (AssertionError, StopIteration):
        return False
    return True


def use(content: Training, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reading._read, KNOWLEDGE.content_hash, content)
    for module in (test_adapt, test_programme):
        monkeypatch.setattr(module, "TRAINING", content)


def test_no_slip_in_a_contraindication_survives() -> None:
    cases = {case["exercise"]: case for case in test_contraindications.CASES}
    survivors = [
        (exercise.id, exercise.avoid_if)
        for exercise in changed_exercises()
        if test_contraindications.keeps(exercise, cases[exercise.id])
    ]
    assert survivors == []


def test_no_slip_in_programme_and_adaptation_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    survivors: dict[str, list[Node]] = {}
    for name, other, content in changed_rows():
        use(content, monkeypatch)
        if passes(test_adapt, "test_case") and passes(test_programme, "test_case"):
            survivors.setdefault(name, []).append(other)
    found = {name: len(others) for name, others in survivors.items()}
    assert found == {name: count for name, (count, _) in UNNOTICED.items()}, survivors
