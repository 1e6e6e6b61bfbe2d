"""The full gate as one expression over a whole table, and invented people to put through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import polars as pl

from unknot.care.triage import gate_rows
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow, Urgency
from unknot.rules.columns import column, schema
from unknot.rules.nodes import Known, Not, facts_in
from unknot.rules.parse import Shape
from unknot.rules.sql import Derived, option_column, sql

OLDEST = 90
RARE = (0.0, 0.002, 0.02)
"""How often a person says yes to a danger question; each person draws one."""
MISSING = (0.0, 0.0, 0.0, 0.01, 0.3)
"""How often a person leaves a question unanswered; each person draws one."""


@dataclass(frozen=True)
class Gate:
    """The full gate as readings of whole tables need it."""

    rows: tuple[TriageRow, ...]
    asked: tuple[str, ...]
    shapes: Mapping[str, Shape]
    derived: Derived

    def urgency(self) -> pl.Expr:
        """Return the urgency, as `care.triage.triage` defines it, as one expression."""
        return reduce(
            lambda below, level: pl.when(self._at(level)).then(pl.lit(level)).otherwise(below),
            URGENCIES[1:],
            pl.lit(URGENCIES[0]),
        )

    def urgency_sql(self) -> str:
        """Return the urgency as one SQL expression."""
        cases = " ".join(
            f"WHEN {' OR '.join(self._at_sql(level))} THEN '{level}'"
            for level in reversed(URGENCIES[1:])
        )
        return f"CASE {cases} ELSE '{URGENCIES[0]}' END"

    def _at(self, level: Urgency) -> pl.Expr:
        says = {row.id: column(row.when, self.shapes, self.derived) for row in self.rows}
        fired = [says[row.id] for row in self.rows if row.then == level]
        unsure = [says[row.id].is_null() for row in self.rows if row.unsure == level]
        if level == "appointment":
            unsure += [column(Not(Known(name)), self.shapes) for name in self.asked]
        return reduce(or_, fired, pl.lit(False)).fill_null(False) | reduce(
            or_, unsure, pl.lit(False)
        )

    def _at_sql(self, level: Urgency) -> Iterator[str]:
        for row in self.rows:
            said = sql(row.when, self.shapes, self.derived)
            if row.then == level:
                yield f"{said} IS TRUE"
            if row.unsure == level:
                yield f"{said} IS NULL"
        if level == "appointment":
            for name in self.asked:
                yield sql(Not(Known(name)), self.shapes)


def full_gate(knowledge: Knowledge) -> Gate:
    """Return the gate before the first result, with the facts it reads."""
    rows = gate_rows(knowledge, "full")
    derived = {each.id: (each.at_least, each.of) for each in knowledge.derived}
    asked = knowledge.danger_facts
    named = {name for row in rows for name in facts_in(row.when)} | set(asked)
    named |= {fact for each in named & derived.keys() for fact in derived[each][1]}
    shapes = {name: knowledge.facts[name].shape for name in sorted(named - derived.keys())}
    return Gate(rows, asked, shapes, derived)


def invented(gate: Gate, how_many: int, seed: int = 1) -> pl.DataFrame:
    """Return people drawn from a seed, as a table: some with no sign, some with gaps."""
    draw = np.random.default_rng(seed)
    yes_rate, gap_rate = draw.choice(RARE, how_many), draw.choice(MISSING, how_many)
    series = []
    for name, shape in gate.shapes.items():
        known = draw.random(how_many) >= gap_rate
        for label, values in _values(name, shape, yes_rate, draw):
            kind = schema({name: shape})[label]
            drawn = pl.Series(label, values).cast(kind)
            series.append(pl.select(pl.when(pl.Series(known)).then(drawn).alias(label))[label])
    return pl.DataFrame(series)


def _values(
    name: str, shape: Shape, yes_rate: Any, draw: np.random.Generator
) -> Iterator[tuple[str, Any]]:
    """Yield each column of one fact with its drawn values."""
    how_many = len(yes_rate)
    match shape.type:
        case "bool":
            yield name, draw.random(how_many) < yes_rate
        case "int":
            low, high = shape.low or 0, min(shape.high or 0, OLDEST)
            # Low numbers are commoner, except for ages, of which most are of grown people.
            spread = draw.beta(5, 5, how_many) if name == "age_years" else draw.beta(1, 4, how_many)
            yield name, (low + spread * (high - low)).astype(np.int32)
        case "word":
            words = sorted(shape.words)
            chosen = draw.integers(0, len(words), how_many, dtype=np.uint8)
            yield name, pl.Series(words, dtype=pl.Enum(words)).gather(chosen)
        case "words":
            for word in sorted(shape.words):
                yield option_column(name, word), draw.random(how_many) < 0.05
