"""The eight kinds of node a condition is made of, and nothing else.

A condition is a small immutable tree. Convenience belongs to the text people write (`parse`);
meaning belongs here, and every reading (`evaluate`, `explain`, `prove`, `columns`, `sql`) is
a `match` over these classes.
"""

from dataclasses import dataclass
from typing import Literal as Choice

Value = bool | int | str | frozenset[str]
Operator = Choice["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True)
class Fact:
    """The value of a declared fact; unknown when the person has not answered."""

    name: str


@dataclass(frozen=True)
class Literal:
    """A word, an integer or true/false, written in the condition itself."""

    value: bool | int | str


@dataclass(frozen=True)
class Not:
    operand: "Node"


@dataclass(frozen=True)
class And:
    operands: tuple["Node", ...]


@dataclass(frozen=True)
class Or:
    operands: tuple["Node", ...]


@dataclass(frozen=True)
class Compare:
    """One comparison between two of fact and literal; unknown if either side is."""

    left: "Fact | Literal"
    operator: Operator
    right: "Fact | Literal"


@dataclass(frozen=True)
class Member:
    """`word in facts_set` or `fact in ['a', 'b']`; unknown if the fact is."""

    item: "Fact | Literal"
    container: "Fact | tuple[bool | int | str, ...]"


@dataclass(frozen=True)
class Known:
    """Whether a fact has been answered; itself never unknown."""

    name: str


Node = Fact | Literal | Not | And | Or | Compare | Member | Known


def facts_in(node: Node) -> frozenset[str]:
    """Return the ids of every fact the condition mentions."""
    match node:
        case Fact(name) | Known(name):
            return frozenset({name})
        case Literal():
            return frozenset()
        case Not(operand):
            return facts_in(operand)
        case And(operands) | Or(operands):
            return frozenset().union(*(facts_in(each) for each in operands))
        case Compare(left, _, right):
            return frozenset(each.name for each in (left, right) if isinstance(each, Fact))
        case Member(item, container):
            return frozenset(each.name for each in (item, container) if isinstance(each, Fact))
