"""Drawn tables: facts left of the double bar, conditions right of it, one person a row.

T, F and U stand for true, false and unknown; a cell of a set is written {a b}. The rule language's
page in the docs is made from the same tables.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.spec.readings import by_bits, by_columns, by_sql
from unknot.rules.code import truth
from unknot.rules.evaluate import Facts, Truth, evaluate
from unknot.rules.nodes import Node, Value
from unknot.rules.parse import Shape, parse

CELLS: dict[str, bool | None] = {"T": True, "F": False, "U": None}
SHAPES = {
    "a": Shape("bool"),
    "b": Shape("bool"),
    "pain": Shape("int", low=0, high=10),
    "worst": Shape("int", low=0, high=10),
    "onset": Shape("word", frozenset({"injury", "overload", "stress"})),
    "regions": Shape("words", frozenset({"neck", "upper_back", "chest"})),
}
READINGS: dict[str, Callable[[Node, Facts], Truth]] = {
    "evaluate": evaluate,
    "code": truth,
    "bits": lambda node, facts: by_bits(node, facts, SHAPES),
    "columns": lambda node, facts: by_columns(node, facts, SHAPES),
    "sql": lambda node, facts: by_sql(node, facts, SHAPES),
}


@dataclass(frozen=True)
class Disagreement:
    """One cell where a reading is not what is drawn."""

    reading: str
    condition: str
    facts: dict[str, Value]
    drawn: bool | None
    found: bool | None


def disagreements(table: str) -> list[Disagreement]:
    """Return every cell of the drawn table that any reading contradicts."""
    head, *rows = [line.strip() for line in table.strip().splitlines() if line.strip()]
    names, conditions = ([cell.strip() for cell in half.split("|")] for half in head.split("||"))
    assert rows, "a drawn table needs rows"
    return [wrong for row in rows for wrong in _row(names, conditions, row)]


def _row(names: list[str], conditions: list[str], row: str) -> list[Disagreement]:
    given, drawn = ([cell.strip() for cell in half.split("|")] for half in row.split("||"))
    assert len(given) == len(names)
    assert len(drawn) == len(conditions)
    read = {name: _value(cell) for name, cell in zip(names, given, strict=True)}
    facts = {name: value for name, value in read.items() if value is not None}
    return [
        Disagreement(reading, condition, facts, CELLS[cell], found)
        for condition, cell in zip(conditions, drawn, strict=True)
        for reading, read_as in READINGS.items()
        if (found := read_as(parse(condition, SHAPES), facts)) is not CELLS[cell]
    ]


def _value(cell: str) -> Value | None:
    if cell in CELLS:
        return CELLS[cell]
    if cell.startswith("{"):
        return frozenset(cell.strip("{}").split())
    return int(cell) if cell.lstrip("-").isdigit() else cell
