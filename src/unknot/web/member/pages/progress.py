"""Progress: pain by day, sessions, plan changes; the chart and always its table."""

from collections.abc import Mapping
from datetime import date
from statistics import mean
from typing import Any

from django.utils.safestring import mark_safe

from unknot.care.programme import from_json
from unknot.web.citing import short_day
from unknot.web.member.course import day_of
from unknot.web.member.models import Person
from unknot.web.member.pages.chart import Day, chart
from unknot.web.words import say

TELLING = ("progress", "regress", "deload", "flare", "stop")
# A change a person would notice: 2 of 10 (Ostelo 2008, minimal important change of the 0–10 scale).
NOTICED = 2


def progress_page(person: Person | None, language: str) -> dict[str, Any]:
    """Return the context of the progress page."""
    days = days_of(person) if person else []
    if not days:
        return {"empty": True}
    changes = changes_of(person, language) if person else []
    names = (short_day(days[0].when, language), short_day(days[-1].when, language))
    marks = [each["when"] for each in changes]
    return {
        "empty": False,
        "title": title(days, language),
        "lead": lead(days, language),
        "narrow": mark_safe(chart(days, marks, 360, names)),
        "wide": mark_safe(chart(days, marks, 640, names)),
        "any_flare": any(each.flare for each in days),
        "any_session": any(each.sessions for each in days),
        "changes": changes,
        "rows": [
            {
                "day": short_day(each.when, language),
                "pain": "" if each.pain is None else number(each.pain, language),
                "sessions": each.sessions or "",
            }
            for each in days
        ],
    }


def days_of(person: Person) -> list[Day]:
    """Return every day on which something was told, oldest first."""
    pains: dict[date, list[int]] = {}
    first = person.decisions.filter(gate="full").first()
    if first and "pain_0_10" in first.record["facts"]:
        _add(pains, day_of(first.created), first.record["facts"], "pain_0_10")
    sessions: dict[date, int] = {}
    for log in person.sessions.all():
        when = day_of(log.created)
        sessions[when] = sessions.get(when, 0) + 1
        _add(pains, when, log.facts, "pain_after_0_10")
    for check in person.check_ins.all():
        _add(pains, day_of(check.created), check.facts, "pain_next_morning_0_10")
    flares = {
        day_of(each.created)
        for each in person.programmes.all()
        if each.change.get("kind") == "flare"
    }
    return [
        Day(
            when,
            mean(pains[when]) if when in pains else None,
            sessions.get(when, 0),
            when in flares,
        )
        for when in sorted(pains.keys() | sessions.keys())
    ]


def _add(pains: dict[date, list[int]], when: date, facts: Mapping[str, Any], name: str) -> None:
    if facts.get(name) is not None:
        pains.setdefault(when, []).append(facts[name])


def changes_of(person: Person, language: str) -> list[dict[str, Any]]:
    """Return the changes of the plan that are worth a mark, each with its reason."""
    told = [each for each in person.programmes.all() if each.change.get("kind") in TELLING]
    return [
        {
            "when": day_of(each.created),
            "day": short_day(day_of(each.created), language),
            "reason": change.reason.in_(language),
        }
        for each in told
        if (change := from_json(each.plan).change) is not None
    ]


def title(days: list[Day], language: str) -> str:
    """Return the finding as a title."""
    pains = [each.pain for each in days if each.pain is not None]
    if len(pains) < 2:
        return say(language, "progress.title_start")
    moved = pains[-1] - pains[0]
    finding = "same" if abs(moved) < NOTICED else ("less" if moved < 0 else "more")
    return say(language, f"progress.title_{finding}")


def lead(days: list[Day], language: str) -> str:
    """Return from what to what."""
    pains = [each.pain for each in days if each.pain is not None]
    if len(pains) < 2:
        return say(language, "progress.lead_start")
    return say(
        language,
        "progress.lead",
        first=number(pains[0], language),
        last=number(pains[-1], language),
    )


def number(value: float, language: str) -> str:
    """Return a score with at most one decimal, written as the language does."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "fr" else text
