"""The full gate over a whole table, read in three ways, and invented people to put through it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add, or_
from typing import Any

import numpy as np
import polars as pl

from unknot.care.triage import gate_rows
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow, Urgency
from unknot.rules.bits import Population, spread
from unknot.rules.columns import column, schema
from unknot.rules.nodes import Fact, Known, Node, Not, Or, facts_in
from unknot.rules.parse import Shape
from unknot.rules.sql import Derived, option_column, sql

Said = tuple[Urgency, Urgency]
"""What a row says when it holds, and when it is unknown."""

OLDEST = 90
RARE = (0.0, 0.002, 0.02)
"""How often a person says yes to a danger question; each person draws one."""
MISSING = (0.0, 0.0, 0.0, 0.01, 0.3)
"""How often a person leaves a question unanswered; each person draws one."""


@dataclass(frozen=True)
class Gate:
    """The full gate as readings of whole tables need it.

    `groups` are the conditions with the same (then, unsure): of one group it is enough to know
    whether any holds and whether any is unknown. `open` are the facts nobody has answered that no
    group notices by itself.
    """

    rows: tuple[TriageRow, ...]
    asked: tuple[str, ...]
    shapes: Mapping[str, Shape]
    derived: Derived

    @cached_property
    def groups(self) -> Mapping[Said, Or]:
        """Return one `or` of all conditions for each pair of then and unsure."""
        found: dict[Said, list[Node]] = {}
        for row in self.rows:
            found.setdefault((row.then, row.unsure), []).append(row.when)
        return {key: Or(tuple(conditions)) for key, conditions in found.items()}

    @cached_property
    def open(self) -> Node:
        """Return that a question is open which is no row by itself."""
        alone = {row.when for row in self.rows}
        return Or(tuple(Not(Known(name)) for name in self.asked if Fact(name) not in alone))

    def urgency(self) -> pl.Expr:
        """Return the urgency, as `care.triage.triage` defines it, as one expression."""
        levels = [reduce(or_, self._at(level)).cast(pl.UInt8) for level in URGENCIES[1:]]
        return reduce(add, levels).cat.to(pl.Enum(URGENCIES))

    def urgency_of(self, frame: pl.DataFrame) -> pl.Series:
        """Return the same urgency of each person, by bit planes."""
        people = Population(frame, self.shapes, [*self.groups.values(), self.open], self.derived)
        said = {key: people.planes(group) for key, group in self.groups.items()}
        opens = people.planes(self.open).true
        reached = np.zeros(frame.height, np.uint8)
        for level in URGENCIES[1:]:
            at = [
                ~said[key].false if doubt else said[key].true for key, doubt in _reach(said, level)
            ]
            reached += spread(
                reduce(or_, [*at, opens] if level == "appointment" else at), frame.height
            )
        return pl.Series("urgency", reached).cat.to(pl.Enum(URGENCIES))

    def urgency_sql(self) -> str:
        """Return the urgency as one SQL expression."""
        cases = " ".join(
            f"WHEN {' OR '.join(self._at_sql(level))} THEN '{level}'"
            for level in reversed(URGENCIES[1:])
        )
        return f"CASE {cases} ELSE '{URGENCIES[0]}' END"

    def _at(self, level: Urgency) -> Iterator[pl.Expr]:
        for key, doubt in _reach(self.groups, level):
            yield column(self.groups[key], self.shapes, self.derived).fill_null(doubt)
        if level == "appointment":
            yield column(self.open, self.shapes)

    def _at_sql(self, level: Urgency) -> Iterator[str]:
        for key, doubt in _reach(self.groups, level):
            said = sql(self.groups[key], self.shapes, self.derived)
            yield f"{said} IS NOT FALSE" if doubt else said
        if level == "appointment":
            yield sql(self.open, self.shapes)


def _reach(groups: Iterable[Said], level: Urgency) -> Iterator[tuple[Said, bool]]:
    """Yield the groups that reach a level when true, and whether unknown reaches it too."""
    rank = URGENCIES.index(level)
    for then, unsure in groups:
        if URGENCIES.index(then) >= rank:
            yield (then, unsure), URGENCIES.index(unsure) >= rank


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
