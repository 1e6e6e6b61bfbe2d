"""One measure in words: how, how long, when to stop, what it must not meet, and why."""

from collections.abc import Iterable
from typing import Any

from unknot.care.mixing import Mix
from unknot.care.relief import Offer
from unknot.knowledge.schema import Knowledge, Measure
from unknot.web.citing import disagreements, why
from unknot.web.words import say

PACKS = ("cold", "warmth", "routine")
ICONS = {"cold": "snow", "warmth": "flame"}


def measure_words(
    offer: Offer, mixes: Iterable[Mix], knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return one measure in words, with the reason it is offered and its sources."""
    measure = knowledge.measures[offer.measure]
    row = next(each for each in knowledge.relief if each.id == offer.row)
    sources = tuple(dict.fromkeys((*row.grounds.sources, *measure.sources)))
    own = [mix for mix in mixes if mix.measure == measure.id]
    return {
        "id": measure.id,
        "kind": measure.kind,
        "icon": ICONS.get(measure.kind, ""),
        "title": measure.title.in_(language),
        "name": say(language, f"now.{measure.kind}") if measure.kind in ICONS else "",
        "how": [each.in_(language) for each in measure.how],
        "limits": limits(measure, language),
        "stop": measure.stop_if.in_(language) if measure.stop_if else "",
        "figure": measure.figure or "",
        "because": row.because.in_(language),
        "policies": disagreements(row.grounds.conflicts, knowledge, language),
        "why": why(sources, knowledge, language, row.grounds.review),
        "apart": kept_apart(own, knowledge, language),
        "timer": timer(measure, own, knowledge, language),
        "minutes_words": minutes_words(measure, language),
    }


def minutes_words(measure: Measure, language: str) -> str:
    """Return how long one round takes, or nothing when no timer runs."""
    return say(language, "now.minutes", n=measure.timer_minutes) if measure.timer_minutes else ""


def limits(measure: Measure, language: str) -> str:
    """Return how long at most and how long to wait, in words."""
    parts = []
    if measure.max_minutes:
        parts.append(say(language, "now.at_most", n=measure.max_minutes))
    if measure.min_hours_between:
        single = "_one" if measure.min_hours_between == 1 else ""
        parts.append(say(language, f"relief.between{single}", n=measure.min_hours_between))
    return " ".join(parts)


def kept_apart(mixes: list[Mix], knowledge: Knowledge, language: str) -> list[str]:
    """Return what a measure must not meet: never first, then by hours."""
    by_hours: dict[int | None, list[str]] = {}
    for mix in mixes:
        by_hours.setdefault(mix.hours_apart, []).append(name_of(mix.other, knowledge, language))
    return [
        apart_words(", ".join(names), hours, language)
        for hours, names in sorted(by_hours.items(), key=lambda each: each[0] or 0)
    ]


def apart_words(things: str, hours: int | None, language: str) -> str:
    """Return a line such as "Never with: alcohol." or "Not within 2 hours of: cold."."""
    if hours is None:
        return say(language, "relief.never_with", things=things)
    return say(language, f"relief.not_within{'_one' if hours == 1 else ''}", n=hours, things=things)


def name_of(identifier: str, knowledge: Knowledge, language: str) -> str:
    """Return a measure or a thing by its name, to stand within a line."""
    if identifier in knowledge.things:
        return knowledge.things[identifier].in_(language)
    return say(language, f"relief.names.{identifier}")


def timer(
    measure: Measure, mixes: list[Mix], knowledge: Knowledge, language: str
) -> dict[str, Any] | None:
    """Return the steps of the timer and the hours that must pass before it starts again."""
    steps = _steps(measure, knowledge, language)
    if not steps:
        return None
    return {
        "minutes": steps[0]["minutes"],
        "done": say(language, "now.timer_done" if measure.kind in PACKS else "relief.time_up"),
        "steps": steps if len(steps) > 1 else [],
        "between": measure.min_hours_between or 0,
        "apart": " ".join(f"{mix.other}:{mix.hours_apart}" for mix in mixes if mix.hours_apart),
    }


def _steps(measure: Measure, knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    """Return what the timer counts: the measure, or the parts of its sequence with a pause."""
    if not measure.sequence:
        one = {"name": "", "minutes": measure.timer_minutes, "uses": "", "by_itself": False}
        return [one] if measure.timer_minutes else []
    steps: list[dict[str, Any]] = []
    for part in (knowledge.measures[each] for each in measure.sequence):
        if steps and measure.pause_minutes:
            pause = say(language, "relief.pause")
            minutes = measure.pause_minutes
            steps.append({"name": pause, "minutes": minutes, "uses": "", "by_itself": True})
        name = say(language, f"now.{part.kind}")
        steps.append(
            {"name": name, "minutes": part.timer_minutes, "uses": part.id, "by_itself": False}
        )
    return steps
