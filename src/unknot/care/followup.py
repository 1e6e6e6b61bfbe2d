"""What a check-in means: getting worse, not better after two days, still limiting after three."""

from collections.abc import Iterable

from unknot.care.facts import Facts
from unknot.knowledge.followup import FollowUpRow, followup
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value

PAIN_NOW = "pain_next_morning_0_10"


def seen(first_pain: int | None, hours: int, answers: Facts) -> dict[str, Value]:
    """Return the facts a check-in is judged by: its answers, hours since the start, fall of pain."""
    facts: dict[str, Value] = {**answers, "hours_since_start": max(0, hours)}
    now = answers.get(PAIN_NOW)
    if first_pain is not None and isinstance(now, int):
        facts["pain_fall"] = first_pain - now
    return facts


def judge(facts: Facts, knowledge: Knowledge) -> FollowUpRow:
    """Return the row that decides. What may ask for a clinician does so: unknown is never no."""
    rows = followup(knowledge).rows
    return next(row for row in rows if _decides(row, facts))


def _decides(row: FollowUpRow, facts: Facts) -> bool:
    truth = evaluate(row.when, facts)
    return truth is True or (truth is None and row.then != "self-care")


def due(hours_now: int, checked_at: Iterable[int], knowledge: Knowledge) -> int | None:
    """Return the hour mark at which a check-in is owed and was not made since, or None.

    All hours count from the first decision.
    """
    passed = [mark for mark in followup(knowledge).due_hours if mark <= hours_now]
    if not passed or any(hour >= passed[-1] for hour in checked_at):
        return None
    return passed[-1]
