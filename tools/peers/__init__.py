"""The full gate for other engines: the same rows, two-valued, unknown counts as no.

Every peer takes one person's answers (derived facts counted beforehand) and returns the rows that
hold, most urgent first. Nothing here is served.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from unknot.care.facts import with_derived
from unknot.care.triage import gate_rows
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow
from unknot.rules.nodes import Value

Answers = Mapping[str, Any]
Peer = Callable[[Answers], Sequence[str]]


def urgent_first(knowledge: Knowledge) -> list[TriageRow]:
    """Return the rows of the full gate, the most urgent first."""
    return sorted(gate_rows(knowledge, "full"), key=lambda row: -URGENCIES.index(row.then))


def answers(facts: Mapping[str, Value], knowledge: Knowledge) -> dict[str, Any]:
    """Return a person as the peers take one: every fact there, sets as lists.

    A yes/no fact that is unknown is no, any other is None.
    """
    kinds = {name: fact.type for name, fact in knowledge.facts.items()}
    whole: dict[str, Any] = {name: False if k == "bool" else None for name, k in kinds.items()}
    whole |= {each.id: False for each in knowledge.derived}
    known = with_derived(facts, knowledge)
    return whole | {n: sorted(v) if isinstance(v, frozenset) else v for n, v in known.items()}
