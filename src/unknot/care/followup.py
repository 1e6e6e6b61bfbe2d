"""What a check-in means: getting worse, not better after two days, still limiting after three."""

from collections import Counter
from collections.abc import Iterable, Sequence

from unknot.care.facts import Facts
from unknot.knowledge.followup import FollowUpRow, followup
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value

PAIN_NOW = "pain_next_morning_0_10"


def seen(first_pain: int | None, hours: int, answers: Facts) -> dict[str, Value]:
    """Return the facts a check-in is judged by: answers, hours since the start, fall of pain."""
    facts: dict[str, Value] = {**answers, "hours_since_start": max(0, hours)}
    now = answers.get(PAIN_NOW)
    if first_pain is not None and isinstance(now, int):
        facts["pain_fall"] = first_pain - now
    return facts


def judge(facts: Facts, knowledge: Knowledge) -> FollowUpRow:
    """Return the row that decides. What may ask for a clinician does so: unknown is never no."""
    return _first(followup(knowledge).rows, facts)


def judge_diary(places: Sequence[str | None], knowledge: Knowledge) -> FollowUpRow:
    """Return what the newest diary line means; `places` of the lines in the window, newest first.

    Lines without a place count as the same place: unknown is never no.
    """
    same = sum(place is None or places[0] is None or place == places[0] for place in places)
    return _first(followup(knowledge).diary, {"spasms_same_place": same})


def tally(lines: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """Return how many lines name each thing, the most frequent first; each once a line."""
    return Counter(name for line in lines for name in set(line)).most_common()


def _first(rows: Iterable[FollowUpRow], facts: Facts) -> FollowUpRow:
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
