"""What to do now: the measures offered, by kind, for this hour and for the next two days."""

from typing import Any

from unknot.care.decision import Decision
from unknot.care.relief import Offer
from unknot.knowledge.schema import Knowledge, Measure
from unknot.web.citing import why
from unknot.web.words import say

HORIZONS = ("hour", "two-days")
ICONS = {"cold": "snow", "warmth": "flame"}
ORDER = ("positions", "movement", "more")
SECTIONS = {
    "position": "positions",
    "movement": "movement",
    "breathing": "more",
    "massage": "more",
    "rest": "more",
    "other": "more",
}


def now_page(
    decision: Decision, knowledge: Knowledge, language: str, horizon: str
) -> dict[str, Any]:
    """Return the context of what to do now, for `hour` or `two-days`."""
    offers = [
        measure_words(offer, knowledge, language)
        for offer in decision.relief
        if knowledge.measures[offer.measure].when_to in (horizon, "both")
    ]
    thermal = [each for each in offers if each["kind"] in ICONS]
    at_home = decision.urgency == "self-care"
    return {
        "lead": say(language, "now.lead" if at_home else "now.lead_appointment"),
        "horizon": horizon,
        "horizons": [
            {
                "id": each,
                "words": say(language, f"now.{each.replace('-', '_')}"),
                "here": each == horizon,
            }
            for each in HORIZONS
        ],
        "thermal": thermal,
        "sections": _sections(
            [each for each in offers if each not in thermal], knowledge, language
        ),
        "empty": not offers,
        "banner": banner(decision, language),
    }


def banner(decision: Decision, language: str) -> dict[str, Any] | None:
    """Return the appointment banner, or None when nobody needs to look."""
    if decision.urgency != "appointment":
        return None
    text = "doubt" if decision.triage.by_doubt else "text"
    return {
        "text": say(language, f"banner.{text}"),
        "because": [row.because.in_(language) for row in decision.triage.decided_by],
    }


def measure_words(offer: Offer, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one measure in words, with the reason it is offered and its sources."""
    measure = knowledge.measures[offer.measure]
    row = next(each for each in knowledge.relief if each.id == offer.row)
    sources = tuple(dict.fromkeys((*row.grounds.sources, *measure.sources)))
    return {
        "id": measure.id,
        "kind": measure.kind,
        "icon": ICONS.get(measure.kind, ""),
        "title": measure.title.in_(language),
        "name": say(language, f"now.{measure.kind}") if measure.kind in ICONS else "",
        "how": [each.in_(language) for each in measure.how],
        "minutes": measure.timer_minutes,
        "minutes_words": say(language, "now.minutes", n=measure.timer_minutes)
        if measure.timer_minutes
        else "",
        "limits": limits(measure, language),
        "stop": measure.stop_if.in_(language) if measure.stop_if else "",
        "figure": measure.figure or "",
        "because": row.because.in_(language),
        "disagree": bool(row.grounds.conflicts),
        "why": why(sources, knowledge, language, row.grounds.review),
    }


def limits(measure: Measure, language: str) -> str:
    """Return how long at most and how long to wait, in words."""
    parts = []
    if measure.max_minutes:
        parts.append(say(language, "now.at_most", n=measure.max_minutes))
    if measure.min_hours_between:
        parts.append(say(language, "now.between", n=measure.min_hours_between))
    return " ".join(parts)


def _sections(
    offers: list[dict[str, Any]], knowledge: Knowledge, language: str
) -> list[dict[str, Any]]:
    """Return the other measures under their headings: positions first, what to leave last."""
    leave = [each for each in offers if each["id"].startswith("leave-")]
    found: dict[str, list[dict[str, Any]]] = {}
    for each in offers:
        if each not in leave:
            found.setdefault(SECTIONS[each["kind"]], []).append(each)
    sections: list[dict[str, Any]] = [
        {"id": name, "title": say(language, f"now.{name}"), "measures": measures}
        for name in ORDER
        if (measures := found.get(name))
    ]
    if leave:
        title = say(language, "now.leave")
        sections.append(
            {
                "id": "leave",
                "title": title,
                "measures": leave,
                "why": _all_why(leave, knowledge, language),
            }
        )
    return sections


def _all_why(measures: list[dict[str, Any]], knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the sources of several measures together, each once."""
    named = dict.fromkeys(each["id"] for m in measures for each in m["why"]["sources"])
    return why(named, knowledge, language)
