"""Twelve weeks on one page, phase by phase; a missed day is an offer, never a debt."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from unknot.care.calendar import CalendarDay, CalendarWeek
from unknot.care.catch_up import Offer
from unknot.care.programme import Change, Programme
from unknot.knowledge.exercise_schema import PhasePlan, Training
from unknot.web.citing import long_weekday, short_day
from unknot.web.words import say


def calendar_page(
    programme: Programme, weeks: Sequence[CalendarWeek], training: Training, language: str
) -> dict[str, Any]:
    """Return the context of the calendar: its phases in order, each with its weeks."""
    pattern = training.patterns[programme.pattern]
    phases = [
        _phase(pattern.phase(phase), list(several), training, language)
        for phase, several in groupby(weeks, key=lambda week: week.phase)
    ]
    return {"section": "plan", "phases": phases}


def _phase(
    plan: PhasePlan, weeks: list[CalendarWeek], training: Training, language: str
) -> dict[str, Any]:
    first, last = weeks[0].number, weeks[-1].number
    one = "_one" if first == last else ""
    often = _count("calendar.often", weeks[-1].planned, language)
    span = say(language, f"calendar.weeks{one}", first=first, last=last)
    return {
        "name": training.phases[plan.id].in_(language),
        "span": f"{span} · {often}",
        "purpose": list(dict.fromkeys(slot.because.in_(language) for slot in plan.slots)),
        "weeks": [_week(each, language) for each in weeks],
        "now": any(each.now for each in weeks),
    }


def _week(week: CalendarWeek, language: str) -> dict[str, Any]:
    ahead = [day for day in week.days if day.state in ("today", "ahead")]
    return {
        "number": week.number,
        "title": say(language, "calendar.week", n=week.number),
        "now": week.now,
        "text": _text(week, ahead, language),
        "marks": [f"{day.kind} {day.state}" for day in week.days],
        "days": [_day(each, language) for each in week.days],
        "movable": _movable(ahead, language),
    }


def _text(week: CalendarWeek, ahead: list[CalendarDay], language: str) -> str:
    """Return what a week held, or holds."""
    if not ahead:
        return _count("calendar.had", week.done, language, none="calendar.had_none")
    if week.done:
        return say(language, "calendar.of", done=week.done, planned=week.planned)
    walks = sum(day.kind == "walk" for day in week.days)
    said = [_count("calendar.planned", week.planned, language)]
    return ", ".join([*said, *([_count("calendar.walks", walks, language)] if walks else [])])


def _day(day: CalendarDay, language: str) -> dict[str, Any]:
    state = day.state if day.state in ("done", "missed", "today") else ""
    # What is done is a session, whatever the day was planned to be.
    kind = "session" if day.state == "done" else day.kind
    return {
        "on": day.on.isoformat(),
        "date": short_day(day.on, language),
        "weekday": long_weekday(day.on, language),
        "kind": say(language, f"plan.{kind}"),
        "mark": f"{day.kind} {day.state}",
        "state": say(language, f"calendar.{state}") if state else "",
        "done": day.state == "done",
        "today": day.state == "today",
        "moved": day.moved,
    }


def _movable(ahead: list[CalendarDay], language: str) -> list[dict[str, Any]]:
    """Return the days that may change places, none when they are all alike.

    `other` marks the first that may change with the first of all.
    """
    unlike = [day for day in ahead if day.kind != ahead[0].kind]
    if not unlike:
        return []
    return [
        {
            "on": day.on.isoformat(),
            "other": day is unlike[0],
            "words": f"{long_weekday(day.on, language)} {short_day(day.on, language)}"
            f" ({say(language, f'plan.{day.kind}')})",
        }
        for day in ahead
    ]


def catch_up_words(found: Offer | None, language: str) -> dict[str, Any] | None:
    """Return the offer of a missed session in words, or that rest comes first; None without."""
    if found is None:
        return None
    key = "rest" if found.rest_first else "catch"
    return {
        "title": say(language, f"calendar.{key}_title"),
        "text": _capital(say(language, f"calendar.{key}_text", day=_named(found, language))),
        "may": not found.rest_first,
    }


def away_words(change: Change | None, language: str) -> dict[str, str] | None:
    """Return what the plan will do after a break; None when it does nothing about it."""
    if change is None or change.kind != "deload":
        return None
    return {"seen": change.seen.in_(language), "reason": change.reason.in_(language)}


def _named(found: Offer, language: str) -> str:
    return long_weekday(found.missed, language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(key: str, n: int, language: str, none: str = "") -> str:
    if n == 0 and none:
        return say(language, none)
    return say(language, f"{key}_one" if n == 1 else key, n=n)
