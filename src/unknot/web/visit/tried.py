"""What a person did and wrote down with Unknot, in lines for the sheet."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from unknot.knowledge.medicines import medicines
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import day
from unknot.web.member.models import Person
from unknot.web.member.pages.progress import pains_of
from unknot.web.words import say


def tried(person: Person | None, knowledge: Knowledge, language: str) -> list[str]:
    """Return sessions, check-ins, spasms, pain at first and at last, and medicines written down."""
    if person is None:
        return []
    return [
        *_sessions(person, language),
        *_pain(person, language),
        *_doses(person, knowledge, language),
    ]


def _sessions(person: Person, language: str) -> Iterator[str]:
    sessions, checks = list(person.sessions.all()), person.check_ins.count()
    if sessions:
        last = _day(sessions[-1].created, language)
        yield say(language, "visit.sessions", n=len(sessions), date=last)
    if checks:
        yield say(language, "visit.check_ins", n=checks)
    newest = person.spasms.first()
    if newest:
        last = day(newest.on, language)
        yield say(language, "visit.spasms", n=person.spasms.count(), date=last)


def _pain(person: Person, language: str) -> Iterator[str]:
    pains = pains_of(person)
    if len(pains) > 1:
        (began, a), (ended, b) = pains[0], pains[-1]
        first, last = _day(began, language), _day(ended, language)
        yield say(language, "visit.pain_path", a=a, first=first, b=b, last=last)


def _doses(person: Person, knowledge: Knowledge, language: str) -> Iterator[str]:
    packs, taken = medicines(knowledge).packs, list(person.doses.all())
    for pack in dict.fromkeys(each.pack for each in taken):
        doses = [each for each in taken if each.pack == pack]
        name = packs[pack].name.in_(language) if pack in packs else pack
        count, last = sum(each.count for each in doses), _day(doses[-1].at, language)
        yield say(language, "visit.doses", name=name, n=count, date=last)


def _day(when: datetime, language: str) -> str:
    return day(localdate(when), language)
