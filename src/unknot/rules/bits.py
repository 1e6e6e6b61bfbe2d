"""Nodes over bit planes: one condition over a whole population, eight people a byte.

A condition becomes two bitmaps, "is true" and "is false", as in `prove`; who is in neither is
unknown. Kleene's logic is then a few bitwise operations. Comparisons are left to `columns`, each
made once for all conditions; their bits are read where Polars keeps them, through Arrow. Only this
needs nanoarrow.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import nanoarrow
import numpy as np
import polars as pl
from numpy.typing import NDArray

from unknot.rules.columns import column
from unknot.rules.nodes import And, Fact, Known, Literal, Node, Not, Or
from unknot.rules.parse import Shape
from unknot.rules.sql import Derived

Bits = NDArray[np.uint8]


@dataclass(frozen=True)
class Planes:
    """Where a condition is true and where it is false, one bit a person; unknown elsewhere."""

    true: Bits
    false: Bits

    def __invert__(self) -> "Planes":
        return Planes(self.false, self.true)


class Population:
    """A table of people (laid out as in `columns`), asked many conditions."""

    def __init__(
        self,
        frame: pl.DataFrame,
        shapes: Mapping[str, Shape],
        conditions: Iterable[Node],
        derived: Derived | None = None,
    ) -> None:
        self.people = frame.height
        self.derived = derived or {}
        asked = dict.fromkeys(leaf for node in conditions for leaf in self._leaves_of(node))
        leaves = frame.select(
            column(leaf, shapes, self.derived).alias(str(number))
            for number, leaf in enumerate(asked)
        )
        self._leaves = dict(zip(asked, _read_planes(leaves), strict=True))

    def planes(self, node: Node) -> Planes:
        """Return where one of the conditions is true and where it is false."""
        match node:
            case Literal(value):
                return self._all(bool(value))
            case Fact(name) if name in self.derived:
                return self._count(*self.derived[name])
            case Known(name) if name in self.derived:
                counted = self._count(*self.derived[name])
                known = counted.true | counted.false
                return Planes(known, ~known)
            case Not(operand):
                return ~self.planes(operand)
            case And(operands):
                return reduce(_narrow, map(self.planes, operands), self._all(True))
            case Or(operands):
                return reduce(_widen, map(self.planes, operands), self._all(False))
            case leaf:
                return self._leaves[leaf]

    def _all(self, value: bool) -> Planes:
        none = np.zeros(-(-self.people // 8), np.uint8)
        return Planes(~none, none) if value else Planes(none, ~none)

    def _count(self, at_least: int, counted: tuple[str, ...]) -> Planes:
        """Return Kleene's "at least so many": a formula of `and` and `or` alone, hence exact."""
        reached = [self._all(True), *(self._all(False) for _ in range(at_least))]
        for name in counted:
            fact = self.planes(Fact(name))
            for many in range(at_least, 0, -1):
                below = reached[many - 1]
                both = Planes(below.true & fact.true, below.false | fact.false)
                _widen(reached[many], both)
        return reached[at_least]

    def _leaves_of(self, node: Node) -> Iterator[Node]:
        match node:
            case Literal():
                return
            case Not(operand):
                yield from self._leaves_of(operand)
            case And(operands) | Or(operands):
                for each in operands:
                    yield from self._leaves_of(each)
            case Fact(name) | Known(name) if name in self.derived:
                yield from map(Fact, self.derived[name][1])
            case _:
                yield node


def _narrow(held: Planes, other: Planes) -> Planes:
    """Return `held and other`, in the memory of `held`: there is room for few in the cache."""
    np.bitwise_and(held.true, other.true, out=held.true)
    np.bitwise_or(held.false, other.false, out=held.false)
    return held


def _widen(held: Planes, other: Planes) -> Planes:
    """Return `held or other`, in the memory of `held`."""
    np.bitwise_or(held.true, other.true, out=held.true)
    np.bitwise_and(held.false, other.false, out=held.false)
    return held


def spread(bits: Bits, people: int) -> NDArray[np.uint8]:
    """Return one 0 or 1 a person."""
    return np.unpackbits(bits, count=people, bitorder="little")


def _read_planes(frame: pl.DataFrame) -> Iterator[Planes]:
    """Yield the planes of each column, all Boolean."""
    if frame.is_empty():
        yield from (Planes(np.zeros(0, np.uint8), np.zeros(0, np.uint8)) for _ in frame.columns)
        return
    [chunk] = nanoarrow.c_array_stream(frame.rechunk())
    view = chunk.view()
    for place in range(view.n_children):
        known, values = (_bits(view.child(place), part) for part in (0, 1))
        if not len(known):
            yield Planes(values, ~values)
            continue
        true = values & known
        yield Planes(true, true ^ known)


def _bits(column: Any, part: int) -> Bits:
    """Return one bitmap of a column as it lies in memory, or shifted to its first person."""
    bits = np.frombuffer(column.buffer(part), np.uint8)
    if not column.offset or not len(bits):
        return bits
    return np.packbits(
        spread(bits, column.offset + column.length)[column.offset :], bitorder="little"
    )
