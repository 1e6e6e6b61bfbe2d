"""The reference reading: three-valued, with a trace. Refuses optimisation so it can judge others.

Kleene's logic: unknown is `None`. False and unknown is false; true or unknown is true; a comparison
with unknown is unknown; `known(x)` never is.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unknot.rules.nodes import (
    And,
    Compare,
    Fact,
    Known,
    Literal,
    Member,
    Node,
    Not,
    Or,
    Value,
    facts_in,
)

Facts = Mapping[str, Value | None]
Truth = bool | None

COMPARE: dict[str, Callable[..., bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Trace:
    """One node with the truth it had and the traces of its parts, for "why?"."""

    node: Node
    truth: Truth
    parts: tuple["Trace", ...] = ()


def evaluate(node: Node, facts: Facts) -> Truth:
    """Return True, False or None (unknown). A missing or None fact is unknown."""
    match node:
        case Literal(value):
            return bool(value)
        case Fact(name):
            said = facts.get(name)
            return None if said is None else bool(said)
        case Known(name):
            return facts.get(name) is not None
        case Not(operand):
            return negation(evaluate(operand, facts))
        case And(operands):
            return conjunction([evaluate(each, facts) for each in operands])
        case Or(operands):
            return disjunction([evaluate(each, facts) for each in operands])
        case Compare(left, sign, right):
            one, other = _value(left, facts), _value(right, facts)
            return None if one is None or other is None else COMPARE[sign](one, other)
        case Member(item, container):
            return _member(_value(item, facts), container, facts)


def trace(node: Node, facts: Facts) -> Trace:
    """Return the node's truth together with the traces of its operands."""
    match node:
        case Not(operand):
            parts: tuple[Trace, ...] = (trace(operand, facts),)
        case And(operands) | Or(operands):
            parts = tuple(trace(each, facts) for each in operands)
        case _:
            parts = ()
    return Trace(node, evaluate(node, facts), parts)


def residual(node: Node, facts: Facts) -> Node:
    """Return what is left to know: the condition with every settled part replaced by its truth.

    The facts still named in the residue are those whose answer can still change the truth.
    """
    settled = evaluate(node, facts)
    if settled is not None:
        return Literal(settled)
    match node:
        case Not(operand):
            return Not(residual(operand, facts))
        case And(operands):
            return And(_open(operands, facts))
        case Or(operands):
            return Or(_open(operands, facts))
        case _:
            return node


def _open(operands: tuple[Node, ...], facts: Facts) -> tuple[Node, ...]:
    left = (residual(each, facts) for each in operands)
    return tuple(each for each in left if not isinstance(each, Literal))


def open_facts(node: Node, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    """Return the truth and, while it is unknown, the facts named in the residue: those whose answer
    can still change it, some perhaps twice. One pass, where `residual` builds a condition.
    """
    match node:
        case Not(operand):
            truth, names = open_facts(operand, facts)
            return negation(truth), names
        case And(operands):
            return _settled_by(False, operands, facts)
        case Or(operands):
            return _settled_by(True, operands, facts)
        case Fact(name):
            said = facts.get(name)
            return (None, (name,)) if said is None else (bool(said), ())
        case _:
            truth = evaluate(node, facts)
            return truth, tuple(facts_in(node)) if truth is None else ()


def _settled_by(
    settles: bool, operands: tuple[Node, ...], facts: Facts
) -> tuple[Truth, tuple[str, ...]]:
    found: tuple[str, ...] = ()
    unknown = False
    for each in operands:
        truth, names = open_facts(each, facts)
        if truth is settles:
            return settles, ()
        unknown = unknown or truth is None
        found += names
    return (None, found) if unknown else (not settles, ())


def negation(truth: Truth) -> Truth:
    """Return Kleene's not."""
    return None if truth is None else not truth


def conjunction(truths: list[Truth]) -> Truth:
    """Return Kleene's and: one false settles it."""
    if False in truths:
        return False
    return None if None in truths else True


def disjunction(truths: list[Truth]) -> Truth:
    """Return Kleene's or: one true settles it."""
    if True in truths:
        return True
    return None if None in truths else False


def _value(term: Fact | Literal, facts: Facts) -> Value | None:
    return facts.get(term.name) if isinstance(term, Fact) else term.value


def _member(
    item: Value | None, container: Fact | tuple[bool | int | str, ...], facts: Facts
) -> Truth:
    within = facts.get(container.name) if isinstance(container, Fact) else container
    if item is None or within is None:
        return None
    assert isinstance(within, frozenset | tuple)
    return item in within
