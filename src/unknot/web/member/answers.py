"""What a person has answered, read and kept; and the decisions made on it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from unknot.care.decision import Decision, decide, to_record
from unknot.care.facts import Facts, still_taken, to_json
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import Value
from unknot.web.member.models import Answers, DecisionRecord, Person

# The page about the pain of today: its answers grow old.
PAIN_PAGE = "story-1"
ONSET = "days_since_onset"


def facts_of(person: Person | None, knowledge: Knowledge) -> dict[str, Value]:
    """Return the person's facts. What the content no longer takes counts as unknown."""
    return still_taken(person.answers.facts if person else {}, knowledge)


def keep_facts(person: Person, facts: Facts, now: datetime) -> None:
    """Store the person's facts as they stand now."""
    Answers.objects.filter(person=person).update(facts=to_json(facts), changed=now)
    person.answers.facts, person.answers.changed = to_json(facts), now


def merged(facts: Facts, changes: Mapping[str, Value | None]) -> dict[str, Value]:
    """Return the facts with the changes; None makes a fact unknown again."""
    both = {**facts, **changes}
    return {name: value for name, value in both.items() if value is not None}


def told_on(person: Person | None, facts: Facts, today: date) -> date:
    """Return the day on which these facts' days since the pain began were counted.

    Answers given later do not move it: it is the first decision that rests on this count.
    """
    if person is None:
        return today
    count, when = facts.get(ONSET), person.answers.changed
    for each in person.decisions.order_by("-id"):
        if each.record["facts"].get(ONSET) != count:
            break
        when = each.created
    return localdate(when)


def days_since_onset(person: Person | None, facts: Facts, today: date) -> int | None:
    """Return how many days ago the pain of these facts began, as of today; None when unknown."""
    count = facts.get(ONSET)
    if not isinstance(count, int):
        return None
    return count + max(0, (today - told_on(person, facts, today)).days)


def asked(facts: Facts) -> frozenset[str]:
    """Return the groups already put to the person."""
    groups = facts.get("asked_groups", frozenset())
    return groups if isinstance(groups, frozenset) else frozenset()


def with_asked(facts: Facts, groups: frozenset[str], knowledge: Knowledge) -> dict[str, Value]:
    """Return the facts with these groups marked as put."""
    known = knowledge.facts["asked_groups"].shape.words
    return {**facts, "asked_groups": (asked(facts) | groups) & known}


def forget(person: Person, knowledge: Knowledge, now: datetime) -> None:
    """Make the danger signs, and what was said of this pain, unknown and unasked again."""
    groups = [
        group
        for group in knowledge.groups_of("danger", "story")
        if group.kind == "danger" or group.page == PAIN_PAGE
    ]
    facts = facts_of(person, knowledge)
    cleared = merged(facts, dict.fromkeys(name for group in groups for name in group.facts))
    left = asked(facts) - {group.id for group in groups}
    keep_facts(person, {**cleared, "asked_groups": left}, now)


def latest(person: Person | None) -> DecisionRecord | None:
    """Return the newest decision of either gate."""
    return person.decisions.last() if person else None


@transaction.atomic
def record(
    person: Person, facts: Facts, knowledge: Knowledge, now: datetime, language: str
) -> DecisionRecord:
    """Decide on the facts and append the decision, unless it is the newest one again."""
    decision = decide(facts, knowledge, now, "fr" if language == "fr" else "en")
    newest = latest(person)
    data = to_record(decision, knowledge)
    if newest and newest.gate == "full" and _same(newest.record, data):
        return newest
    return DecisionRecord.objects.create(
        person=person, gate="full", urgency=decision.urgency, record=data, created=now
    )


def record_short(
    person: Person,
    new: Mapping[str, Value | None],
    knowledge: Knowledge,
    now: datetime,
    language: str,
) -> DecisionRecord:
    """Append what the short gate says of the new signs. They are kept in the record only."""
    facts = merged(facts_of(person, knowledge), new)
    decision = decide(facts, knowledge, now, "fr" if language == "fr" else "en", "short")
    record = to_record(decision, knowledge)
    return DecisionRecord.objects.create(
        person=person, gate="short", urgency=decision.urgency, record=record, created=now
    )


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(key) == other.get(key) for key in ("facts", "urgency", "versions"))


def decision_of(
    person: Person | None, knowledge: Knowledge, now: datetime, language: str
) -> Decision:
    """Return the decision on the facts as they stand."""
    return decide(facts_of(person, knowledge), knowledge, now, "fr" if language == "fr" else "en")
