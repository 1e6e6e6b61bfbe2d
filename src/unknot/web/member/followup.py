"""How a person is followed: what the last check-in means, and whether one is due."""

from datetime import datetime
from typing import Any

from unknot.care import followup as care
from unknot.knowledge.followup import FollowUpRow
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.member.answers import merged
from unknot.web.member.models import CheckIn, DecisionRecord, Person
from unknot.web.words import say

HOUR = 3600
ASKS = ("appointment", "same-day")


def beginning(person: Person) -> DecisionRecord | None:
    """Return the decision this course began with: that of the programme, else the first."""
    full = person.decisions.filter(gate="full")
    course = person.programmes.filter(change={}).last()
    at_course = full.filter(created__lte=course.created).last() if course else None
    return at_course or full.first()


def meaning(person: Person, knowledge: Knowledge) -> FollowUpRow | None:
    """Return what the newest check-in of this course means, or None without one."""
    began, newest = beginning(person), person.check_ins.last()
    if began is None or newest is None or newest.created < began.created:
        return None
    return judged(began, newest, knowledge)


def judged(began: DecisionRecord, check: CheckIn, knowledge: Knowledge) -> FollowUpRow:
    """Return the row that reads one check-in."""
    hours = _hours(began.created, check.created)
    facts = care.seen(began.record["facts"].get("pain_0_10"), hours, merged({}, check.facts))
    return care.judge(facts, knowledge)


def stops(person: Person, knowledge: Knowledge) -> bool:
    """Return whether the last check-in says to be seen the same day: no session until then."""
    row = meaning(person, knowledge)
    return row is not None and row.then == "same-day"


def due_words(person: Person, knowledge: Knowledge, now: datetime, language: str) -> str:
    """Return that a check-in is due, in words, or "" when none is."""
    began = beginning(person)
    if began is None:
        return ""
    checked = [_hours(began.created, each.created) for each in person.check_ins.all()]
    mark = care.due(_hours(began.created, now), checked, knowledge)
    return say(language, "followup.due", days=mark // 24) if mark else ""


def row_words(row: FollowUpRow | None, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return a row in words; nothing when it asks nobody to look."""
    if row is None or row.then not in ASKS:
        return {}
    return {
        "id": row.id,
        "then": row.then,
        "title": row.title.in_(language),
        "text": row.text.in_(language),
        "why": why(row.grounds.sources, knowledge, language, row.grounds.review),
        "policies": disagreements(row.grounds.conflicts, knowledge, language),
    }


def _hours(begin: datetime, end: datetime) -> int:
    return int((end - begin).total_seconds() // HOUR)
