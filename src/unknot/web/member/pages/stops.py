"""Emergency and same-day: what to do, whom to call, what to say, why."""

from collections.abc import Collection, Mapping
from typing import Any

from unknot.knowledge.alarms import alarms
from unknot.knowledge.schema import Knowledge, TriageRow
from unknot.web.countries import LINES, Country, countries, dialled
from unknot.web.words import say

Record = Mapping[str, Any]
# Who gives advice within the day; the other lines belong to the emergency page.
ADVICE = ("soon",)


def emergency_page(
    record: Record | None, here: Country, knowledge: Knowledge, language: str, days: int | None
) -> dict[str, Any]:
    """Return the context of the emergency page; without a record it is the general one.

    `days` since the pain began, as of today; None when unknown.
    """
    title = "title" if record else "any_title"
    return {
        "title": say(language, f"emergency.{title}", number=here.call),
        "call": say(language, "emergency.call", number=here.call),
        "tel": here.tel,
        "here": country_words(here, language),
        "countries": [
            {"id": each.id, "words": country_words(each, language), "here": each.id == here.id}
            for each in countries().values()
        ],
        "say": to_say(record, knowledge, language, days),
        "text": say(language, "emergency.text", number=here.text) if here.text else "",
        "text_number": here.text,
        "text_note": here.text_note.in_(language) if here.text_note else "",
        "lines": lines(here, language),
        "others": [
            {"number": each.call, "tel": each.tel, "name": each.name.in_(language)}
            for each in countries().values()
            if each.id != here.id
        ],
        "why": reasons(record, "emergency", knowledge, language),
        "stopped": record is not None,
    }


def urgent_page(
    record: Record, here: Country, knowledge: Knowledge, language: str, days: int | None
) -> dict[str, Any]:
    """Return the context of the same-day page; `days` as on the emergency page."""
    lead = "doubt" if record["by_doubt"] else "lead"
    return {
        "lead": say(language, f"urgent.{lead}"),
        "why": reasons(record, "same-day", knowledge, language),
        "lines": lines(here, language, lines_for(record, knowledge)),
        "say": to_say(record, knowledge, language, days),
        "worse": say(language, "urgent.worse", number=here.call),
    }


def lines_for(record: Record, knowledge: Knowledge) -> set[str]:
    """Return the lines that fit a same-day stop: advice, and what its signs are about."""
    fired = {row["id"] for row in record["fired"]}
    return {*ADVICE, *(each.line for each in alarms(knowledge).alarms if fired & set(each.rows))}


def lines(here: Country, language: str, only: Collection[str] = LINES) -> list[dict[str, str]]:
    """Return the lines of a country for what is no ambulance: advice, poison, crisis, abuse."""
    return [
        {
            "id": name,
            "name": say(language, f"lines.{name}"),
            "number": number,
            "tel": dialled(number),
        }
        for name, number in here.lines.items()
        if name in only
    ]


def country_words(country: Country, language: str) -> str:
    """Return a country with its numbers."""
    numbers = country.call
    if country.also:
        numbers = say(language, "emergency.or_number", first=country.call, second=country.also)
    return say(language, "emergency.country", country=country.name.in_(language), numbers=numbers)


def to_say(
    record: Record | None,
    knowledge: Knowledge,
    language: str,
    days: int | None,
    plain: str = "emergency.pain",
) -> list[str]:
    """Return the sentences for the phone: one per sign that was ticked, then since when.

    `days` since the pain began, as of today: the count in the record is of the day it was told.
    `plain` is the word said when no sign was ticked.
    """
    facts = record["facts"] if record else {}
    if plain == "emergency.pain" and "chest" in (facts.get("regions") or ()):
        plain = "emergency.pain_chest"
    spoken = [
        definition.say.in_(language)
        for name, definition in knowledge.facts.items()
        if facts.get(name) is True and definition.say
    ]
    began = onset(days, language)
    return [*(spoken or [say(language, plain)]), *([began] if began else [])]


def onset(days: int | None, language: str) -> str:
    """Return since when it hurts, in words; "" when that is unknown."""
    if days is None:
        return ""
    names = {0: "began_today", 1: "began_yesterday"}
    return say(language, f"emergency.{names.get(days, 'began_days')}", n=days)


def reasons(
    record: Record | None, urgency: str, knowledge: Knowledge, language: str
) -> list[dict[str, str]]:
    """Return what each rule that fired at this urgency says, with its advice for now.

    In the language of the page; the stored words stand in for a row that is gone.
    """
    rows = {row.id: row for row in knowledge.triage}
    fired = [each for each in record["fired"] if each["urgency"] == urgency] if record else []
    return [_told(each, rows.get(each["id"]), language) for each in fired]


def _told(stored: Record, row: TriageRow | None, language: str) -> dict[str, str]:
    if row is None:
        return {"because": stored["because"], "advice": stored["advice"] or ""}
    advice = row.advice.in_(language) if row.advice else ""
    return {"because": row.because.in_(language), "advice": advice}
