"""What can be said of a condition without a person: the ways it could have been written wrongly."""

from collections.abc import Iterator
from dataclasses import replace

from unknot.rules.nodes import And, Compare, Fact, Literal, Member, Node, Not, Operator, Or

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
