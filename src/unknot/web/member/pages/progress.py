"""Progress: pain by day, sessions, plan changes; the chart and always its table."""

from collections import Counter
from datetime import date, datetime
from typing import Any

from django.utils.safestring import mark_safe

from unknot.care.programme import from_json
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.citing import short_day
from unknot.web.member.course import day_of
from unknot.web.member.models import Person
from unknot.web.member.pages.chart import Day, chart
from unknot.web.words import say

IN_SESSION = ("pain_before_0_10", "pain_during_0_10", "pain_after_0_10")
AT_CHECK_IN = ("pain_next_morning_0_10",)
TELLING = ("progress", "regress", "deload", "flare", "stop")


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
                "pain": "" if each.pain is None else each.pain,
                "sessions": each.sessions or "",
            }
            for each in days
        ],
    }


def days_of(person: Person) -> list[Day]:
    """Return every day on which something was told, oldest first, each with its worst pain."""
    pains: dict[date, int] = {}
    for when, pain in pains_of(person):
        pains[day_of(when)] = max(pain, pains.get(day_of(when), 0))
    sessions = Counter(day_of(log.created) for log in person.sessions.all())
    flares = {
        day_of(each.created)
        for each in person.programmes.all()
        if each.change.get("kind") == "flare"
    }
    return [
        Day(
            when,
            pains.get(when),
            sessions[when],
            when in flares,
        )
        for when in sorted(pains.keys() | sessions.keys())
    ]


def pains_of(person: Person) -> list[tuple[datetime, int]]:
    """Return every pain that was told, 0–10, oldest first."""
    first = person.decisions.filter(gate="full").first()
    told: list[tuple[datetime, dict[str, Any], tuple[str, ...]]] = []
    if first:
        told.append((first.created, first.record["facts"], ("pain_0_10",)))
    told += [(log.created, log.facts, IN_SESSION) for log in person.sessions.all()]
    told += [(check.created, check.facts, AT_CHECK_IN) for check in person.check_ins.all()]
    return [
        (when, facts[name])
        for when, facts, names in sorted(told, key=lambda each: each[0])
        for name in names
        if facts.get(name) is not None
    ]


def stays(person: Person, language: str) -> list[str]:
    """Return what is said of a check-in that changed nothing; nothing when a version answered it.

    The pain before it and at it, and what to do when it rises again.
    """
    check, newest = person.check_ins.last(), person.programmes.last()
    if check is None or newest is None or newest.created >= check.created:
        return []
    if person.sessions.filter(created__gt=check.created).exists():
        return []
    pains = [pain for when, pain in pains_of(person) if when <= check.created]
    if len(pains) < 2:
        return [say(language, "checkin.same")]
    before, after = pains[-2:]
    said = [say(language, "checkin.stays", before=before, after=after)]
    return [*said, say(language, "checkin.worse")] if after > before else said


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
    finding = (
        "same"
        if abs(moved) < training(load()).noticed_change
        else ("less" if moved < 0 else "more")
    )
    return say(language, f"progress.title_{finding}")


def lead(days: list[Day], language: str) -> str:
    """Return from what to what."""
    pains = [each.pain for each in days if each.pain is not None]
    if len(pains) < 2:
        return say(language, "progress.lead_start")
    return say(
        language,
        "progress.lead",
        first=pains[0],
        last=pains[-1],
    )
