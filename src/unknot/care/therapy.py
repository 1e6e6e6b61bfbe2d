"""Whether physical therapy suits: what a person's own answers say for it and against it."""

from typing import Literal

from unknot.care.facts import Facts, with_derived
from unknot.knowledge.schema import Knowledge, TherapyRow
from unknot.rules.evaluate import evaluate


def therapy(
    facts: Facts, knowledge: Knowledge, says: Literal["for", "against"]
) -> tuple[TherapyRow, ...]:
    """Return the rows that hold and speak for (or against) physical therapy, in table order."""
    known = with_derived(facts, knowledge)
    return tuple(
        row for row in knowledge.therapy if row.says == says and evaluate(row.when, known) is True
    )
