"""Back after a break: the plan comes down before the next session, not after it."""

from datetime import datetime

from django.db import transaction

from unknot.care.adapt import adapt
from unknot.care.programme import Programme
from unknot.knowledge.schema import Knowledge
from unknot.web.member.course import (
    current,
    day_of,
    facts_now,
    keep,
    responses_of,
)
from unknot.web.member.models import Person


def eased(person: Person, programme: Programme, knowledge: Knowledge, now: datetime) -> Programme:
    """Return the programme, brought down and kept when a break asks for it."""
    facts = facts_now(person, knowledge, now)
    after = adapt(programme, responses_of(person), facts, knowledge, day_of(now))
    if after.change is None or after.change.kind != "deload":
        return programme
    with transaction.atomic():
        newest = current(person)
        if newest is not None and newest.version != programme.version:
            return newest  # another device was first
        keep(person, after, now)
    return after
