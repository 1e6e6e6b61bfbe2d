"""Nudge every number and join in the programme and adaptation tables: some case must fail."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.care import test_adapt, test_programme
from unknot.knowledge import training as reading
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.load import load
from unknot.rules.nodes import And, Compare, Fact, Literal, Node, Not, Operator, Or

KNOWLEDGE = load()
CONTENT = reading.training(KNOWLEDGE)
EDGE: dict[Operator, Operator] = {"<=": "<", "<": "<=", ">=": ">", ">": ">="}
# Rows with mutants that no person can tell apart, and why.
EQUIVALENT = {
    "light.strong-not-raised": "pain of 4 is amber by the next row as well",
    "light.green": "pain of 3 has been amber already",
    "adapt.away": "away_news is only true after 7 days",
}


def mutants(node: Node) -> Iterator[Node]:
    """Yield the condition with one number, edge, join or not changed."""
    match node:
        case And(parts) | Or(parts):
            for place, part in enumerate(parts):
                for other in mutants(part):
                    yield type(node)((*parts[:place], other, *parts[place + 1 :]))
            yield Or(parts) if isinstance(node, And) else And(parts)
        case Not(part):
            yield part
            yield from (Not(other) for other in mutants(part))
        case Compare(fact, sign, Literal(int(value))) if not isinstance(value, bool):
            yield Compare(fact, sign, Literal(value + 1))
            yield Compare(fact, sign, Literal(value - 1))
            if sign in EDGE:
                yield Compare(fact, EDGE[sign], Literal(value))
        case Compare(fact, sign, Fact() as other) if sign in EDGE:
            yield Compare(fact, EDGE[sign], other)


def variants() -> Iterator[tuple[str, Training]]:
    """Yield the content with one row mutated, and the row's id."""
    for field in ("lights", "rows", "locks", "pattern_rows"):
        rows = getattr(CONTENT, field)
        for place, row in enumerate(rows):
            for other in mutants(row.when):
                changed = (*rows[:place], replace(row, when=other), *rows[place + 1 :])
                change: dict[str, Any] = {field: changed}
                yield row.id, replace(CONTENT, **change)


def cases_pass() -> bool:
    try:
        for case in test_adapt.CASES:
            test_adapt.test_case(case)
        for case in test_programme.CASES:
            test_programme.test_case(case)
    except (AssertionError, StopIteration):
        return False
    return True


def test_no_mutant_of_programme_and_adaptation_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    survivors: set[str] = set()
    tried = 0
    for name, content in variants():
        tried += 1
        monkeypatch.setitem(reading._read, KNOWLEDGE.content_hash, content)
        monkeypatch.setattr(test_adapt, "TRAINING", content)
        monkeypatch.setattr(test_programme, "TRAINING", content)
        if cases_pass():
            survivors.add(name)
    assert tried > 100
    assert survivors == set(EQUIVALENT)
