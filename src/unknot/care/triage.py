"""The danger gate: facts to one urgency, with the rows that said so.

Unknown is never no. A row that stays unknown raises the urgency to its `unsure`; self-care is
reached only when every danger question has been answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from unknot.care.facts import Facts
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow, Urgency
from unknot.rules.evaluate import Truth

Gate = Literal["full", "short"]


@dataclass(frozen=True)
class Triage:
    """The one outcome of the gate.

    `fired` are the rows that hold, most urgent first; `unsure` those whose condition is unknown;
    `unanswered` the danger facts nobody has answered.
    """

    urgency: Urgency
    fired: tuple[TriageRow, ...]
    unsure: tuple[TriageRow, ...]
    unanswered: tuple[str, ...]

    @property
    def decided_by(self) -> tuple[TriageRow, ...]:
        """Return the rows that make the urgency what it is; empty for a clear gate."""
        by_sign = tuple(row for row in self.fired if row.then == self.urgency)
        return by_sign or tuple(row for row in self.unsure if row.unsure == self.urgency)

    @property
    def by_doubt(self) -> bool:
        """Return whether the urgency comes only from answers that are missing."""
        return self.urgency != "self-care" and not any(
            row.then == self.urgency for row in self.fired
        )


def triage(facts: Facts, knowledge: Knowledge, gate: Gate = "full") -> Triage:
    """Return the urgency of these facts.

    `full` is the gate before the first result; `short` the few new signs asked at each session
    and check-in.
    """
    rows, truths = gate_rows(knowledge, gate), gate_truths(facts, knowledge, gate)
    fired = _most_urgent_first(row for row, truth in zip(rows, truths, strict=True) if truth)
    unsure = tuple(row for row, truth in zip(rows, truths, strict=True) if truth is None)
    asked = knowledge.danger_facts if gate == "full" else knowledge.short_facts
    unanswered = tuple(fact for fact in asked if facts.get(fact) is None)
    urgency = highest(
        [*(row.then for row in fired), *(row.unsure for row in unsure)]
        + (["appointment"] if unanswered else [])
    )
    return Triage(urgency, fired, unsure, unanswered)


def gate_rows(knowledge: Knowledge, gate: Gate) -> tuple[TriageRow, ...]:
    """Return the rows of one gate."""
    return knowledge.full_rows if gate == "full" else knowledge.short_rows


def gate_truths(facts: Facts, knowledge: Knowledge, gate: Gate) -> tuple[Truth, ...]:
    """Return the truth of each row of one gate, in their order."""
    read = knowledge.full_truths if gate == "full" else knowledge.short_truths
    return read(facts)


def highest(urgencies: Iterable[Urgency]) -> Urgency:
    """Return the most urgent; self-care when there is none."""
    return max(urgencies, key=URGENCIES.index, default="self-care")


def _most_urgent_first(rows: Iterable[TriageRow]) -> tuple[TriageRow, ...]:
    return tuple(sorted(rows, key=lambda row: -URGENCIES.index(row.then)))
