"""What can be said of a condition without a person: the ways it could have been written wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from unknot.rules.nodes import And, Compare, Fact, Literal, Member, Node, Not, Operator, Or

Word = TypeVar("Word", bound=str)

NEIGHBOURS: dict[Operator, tuple[Operator, ...]] = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
}


def mutants(node: Node) -> Iterator[Node]:
    """Yield every condition one small slip away: a number off by one, an operator turned, a part
    lost, an `and` for an `or`, a `not` too many or too few."""
    match node:
        case Not(operand):
            yield operand
            yield from (Not(each) for each in mutants(operand))
        case And(operands):
            yield Or(operands)
            yield from (And(each) for each in _changed(operands))
        case Or(operands):
            yield And(operands)
            yield from (Or(each) for each in _changed(operands))
        case Compare(_, sign, right):
            yield from (replace(node, operator=other) for other in NEIGHBOURS[sign])
            if isinstance(right, Literal) and type(right.value) is int:
                yield from (replace(node, right=Literal(right.value + d)) for d in (-1, 1))
        case Member(_, tuple(values)) if len(values) > 1:
            yield from (replace(node, container=_without(values, i)) for i in range(len(values)))
            yield Not(node)
        case Fact() | Member():
            yield Not(node)
        case _:
            return


def _changed(operands: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    for place, operand in enumerate(operands):
        if len(operands) > 1:
            yield operands[:place] + operands[place + 1 :]
        for other in mutants(operand):
            yield (*operands[:place], other, *operands[place + 1 :])


def _without(values: tuple[bool | int | str, ...], place: int) -> tuple[bool | int | str, ...]:
    return values[:place] + values[place + 1 :]


def nudged(number: int) -> tuple[int, int]:
    """Return a number of a table one too low and one too high."""
    return number - 1, number + 1


def neighbours(word: Word, scale: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words beside one on its scale: an urgency one level off, a phase too early."""
    place = scale.index(word)
    return tuple(scale[max(0, place - 1) : place]) + tuple(scale[place + 1 : place + 2])
