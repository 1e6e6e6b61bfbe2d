"""Medicines in words: the cards, one medicine, the table. No rule here."""

from collections.abc import Iterable
from typing import Any

from unknot.care.medicine_course import shortened
from unknot.care.medicines import Card
from unknot.knowledge.claims import claims
from unknot.knowledge.medicine_schema import (
    STRICTEST,
    Ceiling,
    Course,
    Extra,
    Market,
    Medicine,
    Medicines,
)
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import country_name, day, disagreements, why
from unknot.web.words import say

# Claims that stand beside the cards, after the screen only.
BESIDE = ("medicine-eases-not-cause", "medicine-set-times", "medicine-lowest-shortest")
COMPARED = ("medicine-gel-before-tablets", "medicine-anti-inflammatory-tendency")
SECTIONS = {"may": "may", "ask-pharmacist": "ask", "do-not": "no"}


def cards_page(
    cards: Iterable[Card],
    beside: Iterable[Extra],
    content: Medicines,
    knowledge: Knowledge,
    language: str,
    country: str,
) -> dict[str, Any]:
    """Return the context of the list: what may be read about, what to ask about, what not."""
    shown = [card_words(each, content, knowledge, language, country) for each in cards]
    sections = [
        {
            "id": name,
            "title": say(language, f"medicines.{name}"),
            "lead": say(language, f"medicines.{name}_lead"),
            "cards": found,
        }
        for verdict, name in SECTIONS.items()
        if (found := [each for each in shown if each["verdict"] == verdict])
    ]
    compared = any(
        each["verdict"] == "may" and each["family_id"] == "anti-inflammatory" for each in shown
    )
    return {
        "sections": sections,
        "nothing": not any(each["verdict"] == "may" for each in shown),
        "compared": _claims(COMPARED, knowledge, language) if compared else [],
        "beside": _claims(BESIDE, knowledge, language),
        "extras": [extra_words(each, knowledge, language) for each in beside],
        "policies": disagreements(("C18", "C19", "C20", "C21", "C50"), knowledge, language),
    }


def card_words(
    card: Card, content: Medicines, knowledge: Knowledge, language: str, country: str
) -> dict[str, Any]:
    """Return one card in words."""
    medicine = content.medicines[card.medicine]
    family = content.families[medicine.family]
    market = medicine.market(country)
    return {
        "id": medicine.id,
        "name": medicine.name.in_(language),
        "family_id": family.id,
        "family": family.name.in_(language),
        "what": medicine.what.in_(language),
        "names": ", ".join(market.names),
        "verdict": card.verdict,
        "verdict_words": say(language, f"medicines.verdict_{_heading(card)}"),
        "status": say(language, f"medicines.status.{card.status.replace('-', '_')}"),
        "limits": limits(card.ceiling, medicine, language) if card.ceiling else [],
        "start": start_words(card, medicine, language),
        "because": [row.because.in_(language) for row in card.because],
        "unknown": [knowledge.label(name, language) for name in card.unknown],
    }


def _heading(card: Card) -> str:
    """Return which heading a card has: what needs a prescription is for a doctor to decide."""
    by_doctor = card.verdict == "ask-pharmacist" and card.status == "prescription"
    return "doctor" if by_doctor else SECTIONS[card.verdict]


def start_words(card: Card, medicine: Medicine, language: str) -> str:
    """Return the dose to begin with, in words; "" when there is none to name."""
    if card.start is None:
        return ""
    return say(language, "medicines.start", n=amount(card.start, medicine.unit, language))


def limits(ceiling: Ceiling, medicine: Medicine, language: str) -> list[dict[str, str]]:
    """Return a ceiling as short lines, each a number and its words."""
    unit = medicine.unit
    return [
        {
            "n": amount(ceiling.per_dose, unit, language),
            "words": say(language, "medicines.at_once"),
        },
        {"n": amount(ceiling.per_day, unit, language), "words": say(language, "medicines.in_day")},
        {
            "n": say(language, "medicines.hours", n=ceiling.hours),
            "words": say(language, "medicines.apart"),
        },
        {
            "n": say(language, "medicines.days", n=ceiling.days),
            "words": say(language, "medicines.at_most"),
        },
    ]


def amount(number: int, unit: str, language: str) -> str:
    """Return an amount with its unit, such as 1,200 mg or 3 layers."""
    single = "_one" if number == 1 else ""
    return say(language, f"medicines.{unit}{single}", n=digits(number, language))


def digits(number: int, language: str) -> str:
    """Return a whole number with its thousands apart, as the language writes it."""
    return f"{number:,}".replace(",", "\u202f") if language == "fr" else f"{number:,}"


def medicine_page(
    card: Card, content: Medicines, knowledge: Knowledge, language: str, country: str
) -> dict[str, Any]:
    """Return the context of one medicine: what it is, the limits, who must not, what to watch."""
    medicine = content.medicines[card.medicine]
    family = content.families[medicine.family]
    market = medicine.market(country)
    course = shortened(content.courses[family.course], (medicine,), country)
    conflicts = {*family.grounds.conflicts, *course.grounds.conflicts}
    conflicts |= {each for row in card.because for each in row.grounds.conflicts}
    sources = (*market.sources, *family.grounds.sources, *course.grounds.sources)
    sources += tuple(each for row in card.because for each in row.grounds.sources)
    return {
        **card_words(card, content, knowledge, language, country),
        "family_what": family.what.in_(language),
        "how": market.how.in_(language) if market.how else "",
        "course": course_says(course, language),
        "always": [each.in_(language) for each in family.always],
        "stop_if": family.stop_if.in_(language),
        "sedating": "sedating" in family.effects,
        "read_on": say(language, "medicines.read_on", date=day(market.read_on, language)),
        "why": why(dict.fromkeys(sources), knowledge, language, market.review),
        "policies": disagreements(sorted(conflicts), knowledge, language),
        "strictest": market.country == STRICTEST,
    }


def course_says(course: Course, language: str) -> str:
    """Return how many days, in words."""
    return course.says.in_(language).format(
        plan=course.plan_days,
        review=course.review_day,
        stop=course.stop_day,
        clinician=course.clinician_days,
    )


def table_page(
    content: Medicines, knowledge: Knowledge, language: str, country: str
) -> dict[str, Any]:
    """Return the context of the table: generic name, kind, form, local names, status."""
    rows = [
        {
            "id": each.id,
            "name": each.name.in_(language),
            "family": content.families[each.family].name.in_(language),
            "route": say(language, f"medicines.route.{content.families[each.family].route}"),
            "what": each.what.in_(language),
            "markets": [_market(m, country, language) for m in each.markets.values()],
            "here": _market(each.market(country), country, language),
        }
        for each in content.medicines.values()
    ]
    sources = (s for m in content.medicines.values() for x in m.markets.values() for s in x.sources)
    return {
        "rows": rows,
        "countries": [country_name(each, language) for each in content.countries],
        "why": why(dict.fromkeys(sources), knowledge, language),
        "policies": disagreements(("C21", "C25"), knowledge, language),
    }


def _market(market: Market, country: str, language: str) -> dict[str, Any]:
    return {
        "country": country_name(market.country, language),
        "status": say(language, f"medicines.status.{market.status.replace('-', '_')}"),
        "names": ", ".join(market.names),
        "here": market.country == country,
    }


def extra_words(extra: Extra, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one thing people take besides, in words."""
    return {
        "title": extra.title.in_(language),
        "says": [each.in_(language) for each in extra.says],
        "why": why(extra.grounds.sources, knowledge, language, extra.grounds.review),
        "policies": disagreements(extra.grounds.conflicts, knowledge, language),
    }


def _claims(names: Iterable[str], knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    known = claims(knowledge).claims
    return [
        {
            "says": known[name].says.in_(language),
            "why": why(
                known[name].grounds.sources, knowledge, language, known[name].grounds.review
            ),
        }
        for name in names
    ]
