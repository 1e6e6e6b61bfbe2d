"""Nodes to Polars boolean expressions: one condition over a whole population at once.

Null is unknown, and Polars' own `&`, `|` and `~` are Kleene's. Facts are columns: yes/no as
Boolean, integers as integers, one word as Enum (or String). A fact of several words is one Boolean
column an option, all null when the fact is not answered: a test of membership is then a read of one
bit column, and SQL needs no list type (see `sql`). Only this needs polars.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

import polars as pl

from unknot.rules.evaluate import Facts
from unknot.rules.nodes import (
    And,
    Compare,
    Fact,
    Known,
    Literal,
    Member,
    Node,
    Not,
    Operator,
    Or,
    Value,
)
from unknot.rules.parse import Shape
from unknot.rules.sql import Derived, known_column, option_column

COMPARE: dict[Operator, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def column(node: Node, shapes: Mapping[str, Shape], derived: Derived | None = None) -> pl.Expr:
    """Return the condition as an expression: true, false or null where `evaluate` says True, False
    or None. A condition without facts is one value: use `with_columns`, which repeats it."""
    counts = derived or {}
    match node:
        case Literal(value):
            return pl.lit(bool(value))
        case Fact(name):
            return _fact(name, counts)
        case Known(name):
            if name in counts:
                return _count(*counts[name]).is_not_null()
            return pl.col(known_column(name, shapes)).is_not_null()
        case Not(operand):
            return ~column(operand, shapes, counts)
        case And(operands):
            parts = [column(each, shapes, counts) for each in operands]
            return reduce(operator.and_, parts) if parts else pl.lit(True)
        case Or(operands):
            parts = [column(each, shapes, counts) for each in operands]
            return reduce(operator.or_, parts) if parts else pl.lit(False)
        case Compare(Fact(one), sign, Fact(other)) if _is_word(one, shapes):
            return COMPARE[sign](pl.col(one).cast(pl.String), pl.col(other).cast(pl.String))
        case Compare(left, sign, right):
            return COMPARE[sign](_term(left, counts), _term(right, counts))
        case Member(Literal(word), Fact(name)):
            return pl.col(option_column(name, str(word)))
        case Member(item, tuple(values)) if values:
            return reduce(operator.or_, (_term(item, counts) == pl.lit(each) for each in values))
        case Member(item, tuple()):
            held = _term(item, counts)
            return held != held
        case _:
            raise TypeError(f"no column for {node!r}; write 'word' in a fact of type words")


def schema(shapes: Mapping[str, Shape]) -> dict[str, Any]:
    """Return the columns of these facts, by name, with their Polars types."""
    columns: dict[str, Any] = {}
    for name, shape in shapes.items():
        match shape.type:
            case "bool":
                columns[name] = pl.Boolean
            case "int":
                columns[name] = pl.Int32
            case "word":
                columns[name] = pl.Enum(sorted(shape.words))
            case "words":
                options = (option_column(name, word) for word in sorted(shape.words))
                columns |= dict.fromkeys(options, pl.Boolean)
    return columns


def to_frame(people: Iterable[Facts], shapes: Mapping[str, Shape]) -> pl.DataFrame:
    """Return the people as a table, one a row; what is not in `shapes` is left out."""
    rows = [_row(person, shapes) for person in people]
    return pl.DataFrame(rows, schema=schema(shapes), orient="row")


def to_facts(frame: pl.DataFrame, shapes: Mapping[str, Shape]) -> list[dict[str, Value]]:
    """Return each row of the table as one person's facts, without those that are unknown."""
    return [_person(row, shapes) for row in frame.iter_rows(named=True)]


def _row(person: Facts, shapes: Mapping[str, Shape]) -> tuple[Any, ...]:
    cells: list[Any] = []
    for name, shape in shapes.items():
        value = person.get(name)
        if shape.type != "words":
            cells.append(value)
        else:
            chosen = value if isinstance(value, frozenset) else None
            cells += [None if chosen is None else word in chosen for word in sorted(shape.words)]
    return tuple(cells)


def _person(row: Mapping[str, Any], shapes: Mapping[str, Shape]) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    for name, shape in shapes.items():
        if row[known_column(name, shapes)] is None:
            continue
        if shape.type == "words":
            facts[name] = frozenset(w for w in shape.words if row[option_column(name, w)])
        else:
            facts[name] = row[name]
    return facts


def _is_word(name: str, shapes: Mapping[str, Shape]) -> bool:
    return name in shapes and shapes[name].type == "word"


def _term(term: Fact | Literal, derived: Derived) -> pl.Expr:
    return _fact(term.name, derived) if isinstance(term, Fact) else pl.lit(term.value)


def _fact(name: str, derived: Derived) -> pl.Expr:
    return _count(*derived[name]) if name in derived else pl.col(name)


def _count(at_least: int, counted: tuple[str, ...]) -> pl.Expr:
    said_yes = pl.sum_horizontal(pl.col(each).fill_null(False) for each in counted)
    not_no = pl.sum_horizontal(pl.col(each).fill_null(True) for each in counted)
    return pl.when(said_yes >= at_least).then(True).when(not_no < at_least).then(False)
