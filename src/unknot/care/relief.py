"""What to do now: facts to the measures that are offered, those held back, and when to come back.

A measure is offered only when its row holds and its gate is known to be false: unknown is never no.
Whether relief is shown at all is decided by the urgency, in `decision`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from unknot.care.facts import Facts, with_derived
from unknot.knowledge.schema import Knowledge, ReliefRow, Return
from unknot.rules.evaluate import Trace, evaluate, residual, trace
from unknot.rules.nodes import Node, Not, facts_in


@dataclass(frozen=True)
class Offer:
    """A measure that may be tried now, and the id of the first row that offers it."""

    measure: str
    row: str


@dataclass(frozen=True)
class Withheld:
    """A measure that would help but is gated: by which row, and by which facts.

    `by` are the facts that close the gate; `unknown` those that nobody has answered.
    """

    measure: str
    row: str
    by: tuple[str, ...]
    unknown: tuple[str, ...]


def gate(row: ReliefRow, knowledge: Knowledge) -> Node:
    """Return the whole gate of a row: its own and that of the measure, whichever row offers it."""
    return knowledge.gate(row)


def relief(facts: Facts, knowledge: Knowledge) -> tuple[Offer, ...]:
    """Return the measures offered, each once, in the order of the table."""
    truths = iter(knowledge.relief_truths(facts))
    offers: dict[str, Offer] = {}
    for row, holds, gated in zip(knowledge.relief, truths, truths, strict=True):
        if holds is True and gated is False:
            offers.setdefault(row.measure, Offer(row.measure, row.id))
    return tuple(offers.values())


def withheld(facts: Facts, knowledge: Knowledge) -> tuple[Withheld, ...]:
    """Return the measures whose row holds but whose gate is closed or not known to be open.

    A measure that another row offers is not held back.
    """
    known = with_derived(facts, knowledge)
    offered = {offer.measure for offer in relief(facts, knowledge)}
    held: dict[str, Withheld] = {}
    for row in _gated(known, knowledge):
        if row.measure not in offered:
            held.setdefault(row.measure, _withheld(row, known, knowledge))
    return tuple(held.values())


def returns(facts: Facts, knowledge: Knowledge) -> tuple[Return, ...]:
    """Return when to come back or see someone, soonest first; what may apply is shown."""
    known = with_derived(facts, knowledge)
    due = (
        each
        for each in knowledge.returns
        if each.when is None or evaluate(each.when, known) is not False
    )
    return tuple(sorted(due, key=lambda each: each.after_hours))


def _gated(known: Facts, knowledge: Knowledge) -> Iterator[ReliefRow]:
    for row in knowledge.relief:
        if _holds(row, known) and evaluate(gate(row, knowledge), known) is not False:
            yield row


def _holds(row: ReliefRow, known: Facts) -> bool:
    return evaluate(row.when, known) is True


def _withheld(row: ReliefRow, known: Facts, knowledge: Knowledge) -> Withheld:
    condition = gate(row, knowledge)
    closing = tuple(dict.fromkeys(_closing(trace(condition, known))))
    closed = tuple(name for name in closing if name in known)
    asked = facts_in(residual(condition, known)) | (set(closing) - known.keys())
    unknown = tuple(sorted(name for name in asked if name not in known))
    return Withheld(row.measure, row.id, closed, () if closed else unknown)


def _closing(seen: Trace) -> Iterator[str]:
    """Yield the facts whose answers make this part of the gate true."""
    if seen.truth is not True:
        return
    if not seen.parts or isinstance(seen.node, Not):
        yield from sorted(facts_in(seen.node))
    for part in seen.parts:
        yield from _closing(part)
