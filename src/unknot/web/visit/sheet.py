"""The sheet for a visit, in words: only what the person said, and room to write."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from unknot.care.facts import Facts
from unknot.care.visit import Box, Signs, asks, boxes, signs
from unknot.knowledge.schema import Group, Knowledge
from unknot.knowledge.visit import VALUE, visit
from unknot.rules.nodes import Value
from unknot.web.citing import day, disagreements, why
from unknot.web.member.answers import asked, facts_of, latest, told_on
from unknot.web.member.models import Person
from unknot.web.member.pages.data import spoken
from unknot.web.member.way import held, needs_doctor
from unknot.web.visit.tried import tried
from unknot.web.words import say

STOPS = ("emergency", "urgent")


def sheet_page(
    person: Person | None, knowledge: Knowledge, language: str, now: datetime
) -> dict[str, Any]:
    """Return the context of the sheet."""
    facts = facts_of(person, knowledge)
    put = asked(facts)
    told = told_on(person, facts, localdate(now))
    stop = stop_of(person, facts, knowledge)
    return {
        "section": "care",
        "made": say(language, "visit.made", date=day(localdate(now), language)),
        "answered": answered(person, language) if person and facts else "",
        "stop": stop,
        "boxes": [
            box_words(each, knowledge, language, told) for each in boxes(facts, put, knowledge)
        ],
        "blank": [part.title.in_(language) for part in visit(knowledge).parts],
        "signs": signs_words(signs(facts, put, knowledge), knowledge, language)
        | {"new": new_signs(person, knowledge, language)},
        "tried": tried(person, knowledge, language),
        "asks": [each.says.in_(language) for each in asks(facts, knowledge)],
        "request_words": [] if stop else request(facts, knowledge, language, told),
        "steps": steps(knowledge, language),
    }


def stop_of(person: Person | None, facts: Facts, knowledge: Knowledge) -> str:
    """Return the stop that holds now, `emergency` or `urgent`, "" when there is none."""
    place = held(person, facts, knowledge) if person else None
    if place and place.name in STOPS:
        return place.name
    return "urgent" if needs_doctor(facts, knowledge) else ""


def answered(person: Person, language: str) -> str:
    """Return when the answers were last changed, in words."""
    when = localdate(person.answers.changed)
    return say(language, "visit.answered", date=day(when, language))


def box_words(box: Box, knowledge: Knowledge, language: str, told: date) -> dict[str, Any]:
    """Return one box: its heading and its lines."""
    not_sure = (
        say(language, "visit.line_unsure", line=knowledge.label(each, language))
        for each in box.unsure
    )
    lines = [line(name, value, knowledge, language, told) for name, value in box.said.items()]
    return {"title": box.part.title.in_(language), "lines": [*lines, *not_sure]}


def line(name: str, value: Value, knowledge: Knowledge, language: str, told: date) -> str:
    """Return one answer as the sheet puts it; a yes is told by the words of its question."""
    if value is True:
        return knowledge.label(name, language)
    said = value_words(name, value, knowledge, language, told)
    template = visit(knowledge).lines.get(name)
    return template.in_(language).replace(VALUE, said) if template else said


def value_words(name: str, value: Value, knowledge: Knowledge, language: str, told: date) -> str:
    """Return a value in words; days since the pain began are told as a date."""
    if name == "days_since_onset" and isinstance(value, int):
        return day(told - timedelta(days=value), language)
    if isinstance(value, frozenset):
        chosen = [each for each in knowledge.facts[name].options if each.id in value]
        return say(language, "visit.between").join(e.words.in_(language) for e in chosen)
    return spoken(name, value, knowledge, language)


def signs_words(found: Signs, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the danger questions as answered."""
    groups = {"no": found.no, "else_no": found.else_no, "unasked": found.unasked}
    return {
        "yes": [knowledge.label(each, language) for each in found.yes],
        "unsure": [knowledge.label(each, language) for each in found.unsure],
        **{key: _named(each, language) for key, each in groups.items()},
    }


def _named(groups: tuple[Group, ...], language: str) -> str:
    between = say(language, "visit.between")
    return between.join(each.title.in_(language) for each in groups)


def new_signs(person: Person | None, knowledge: Knowledge, language: str) -> list[str]:
    """Return the signs told at a session or check-in, when that is the newest thing told."""
    newest = latest(person)
    if newest is None or newest.gate != "short":
        return []
    facts = newest.record["facts"]
    return [
        knowledge.label(name, language)
        for group in knowledge.groups_of("short")
        for name in group.facts
        if facts.get(name) is True
    ]


def request(facts: Facts, knowledge: Knowledge, language: str, told: date) -> list[str]:
    """Return the sentences that ask for physiotherapy; none for what was not said."""
    sentences = []
    for each in visit(knowledge).referral:
        value = facts.get(each.fact) if each.fact else None
        if each.fact is None:
            sentences.append(each.says.in_(language))
        elif value is not None and value != frozenset():
            said = value_words(each.fact, value, knowledge, language, told)
            sentences.append(each.says.in_(language).replace(VALUE, said))
    return sentences


def steps(knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    """Return what may happen at the visit, in order, with sources and disagreements."""
    return [
        {
            "title": each.title.in_(language),
            "says": each.says.in_(language),
            "why": why(each.grounds.sources, knowledge, language, each.grounds.review),
            "policies": disagreements(each.grounds.conflicts, knowledge, language),
        }
        for each in visit(knowledge).steps
    ]
