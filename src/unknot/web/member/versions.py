"""The versions of a person's plan, read back, and the days on which a session was done."""

from datetime import date

from unknot.care.history import courses
from unknot.care.programme import Programme, from_json
from unknot.web.member.course import day_of
from unknot.web.member.models import Person


def versions_of(person: Person) -> list[Programme]:
    """Return every version that was ever kept, oldest first."""
    return [from_json(each.plan) for each in person.programmes.all()]


def course_of(person: Person) -> list[Programme]:
    """Return the versions of the programme that runs, oldest first; empty without one."""
    found = courses(versions_of(person))
    return found[-1] if found else []


def days_done(person: Person) -> frozenset[date]:
    """Return the days on which a session was done."""
    return frozenset(day_of(each) for each in person.sessions.values_list("created", flat=True))
