"""What to do now: the three most useful things first, the rest folded; what waits; no mixes."""

from typing import Any

from unknot.care.decision import Decision
from unknot.care.medicines import is_open
from unknot.care.mixing import mixes
from unknot.care.relief import Offer
from unknot.knowledge.medicines import medicines
from unknot.knowledge.reminders import reminders
from unknot.knowledge.schema import Knowledge, ReliefRow
from unknot.rules.nodes import facts_in
from unknot.web.citing import why
from unknot.web.member.pages.measure import ICONS, measure_words
from unknot.web.member.pages.waiting import mix_words, wait_words
from unknot.web.words import say

HORIZONS = ("hour", "two-days")
FIRST = {
    "hour": ("position", "breathing", "movement"),
    "two-days": ("rest", "movement", "position"),
}
OPEN = 2
TRIGGER = "onset_trigger"
ORDER = ("positions", "movement", "more")
SECTIONS = {"position": "positions", "movement": "movement"}

Words = dict[str, Any]


def now_page(decision: Decision, knowledge: Knowledge, language: str, horizon: str) -> Words:
    """Return the context of what to do now, for `hour` or `two-days`."""
    rows = {row.id: row for row in knowledge.relief}
    offers = [
        offer
        for offer in decision.relief
        if knowledge.measures[offer.measure].when_to in (horizon, "both")
    ]
    near = mixes([offer.measure for offer in decision.relief], knowledge)
    worded = {o.measure: measure_words(o, near, knowledge, language) for o in offers}
    leave = [each for each in worded.values() if each["id"].startswith("leave-")]
    thermal = [each for each in worded.values() if each["kind"] in ICONS]
    by_trigger = [o.measure for o in offers if TRIGGER in facts_in(rows[o.row].when)]
    rest = [each for each in worded.values() if each not in leave and each not in thermal]
    cause = [each for each in rest if each["id"] in by_trigger]
    rest = [each for each in rest if each not in cause]
    first = _first(rest, horizon)
    at_home = decision.urgency == "self-care"
    return {
        "lead": _lead(at_home, knowledge, language),
        "horizon": horizon,
        "horizons": [_horizon(each, horizon, language) for each in HORIZONS],
        "thermal": thermal,
        **_thermal_words(thermal, language),
        "first": first,
        "cause": _cause(cause, decision, knowledge, language),
        "sections": _sections([each for each in rest if each not in first], language),
        "leave": _leave(leave, offers, rows, knowledge, language),
        "waits": wait_words(decision.facts, knowledge, language),
        "mixes": mix_words([o.measure for o in decision.relief], knowledge, language),
        "empty": not offers,
        "banner": banner(decision, language),
        "medicines": is_open(decision.facts, knowledge, medicines(knowledge)),
    }


def banner(decision: Decision, language: str) -> Words | None:
    """Return the appointment banner, or None when nobody needs to look."""
    if decision.urgency != "appointment":
        return None
    text = "doubt" if decision.triage.by_doubt else "text"
    return {
        "text": say(language, f"banner.{text}"),
        "because": [row.because.in_(language) for row in decision.triage.decided_by],
    }


def _lead(at_home: bool, knowledge: Knowledge, language: str) -> str:
    if at_home:
        return reminders(knowledge)["calm"].words(language)
    return say(language, "now.lead_appointment")


def _horizon(each: str, here: str, language: str) -> Words:
    words = say(language, f"now.{each.replace('-', '_')}")
    return {"id": each, "words": words, "here": each == here}


def _thermal_words(thermal: list[Words], language: str) -> Words:
    """Return the heading over warm and cold, or over the one that is left."""
    if len(thermal) == 1:
        title, lead = f"relief.only_{thermal[0]['kind']}", "relief.only_lead"
    else:
        title, lead = "now.thermal", "now.thermal_lead"
    return {"thermal_title": say(language, title), "thermal_lead": say(language, lead)}


def _first(measures: list[Words], horizon: str) -> list[Words]:
    """Return the two measures that stand open, each of its kind; warm or cold is the third."""
    found = (next((m for m in measures if m["kind"] == kind), None) for kind in FIRST[horizon])
    return [each for each in found if each is not None][:OPEN]


def _cause(
    measures: list[Words], decision: Decision, knowledge: Knowledge, language: str
) -> Words | None:
    """Return what is offered because of what came before, and what the person said of it."""
    said = decision.facts.get(TRIGGER)
    if not measures or not isinstance(said, str):
        return None
    words = knowledge.option(TRIGGER, said, language)
    return {"said": say(language, "relief.you_said", words=words), "measures": measures}


def _sections(measures: list[Words], language: str) -> list[Words]:
    """Return the other measures under their headings, folded."""
    found: dict[str, list[Words]] = {}
    for each in measures:
        found.setdefault(SECTIONS.get(each["kind"], "more"), []).append(each)
    return [
        {"id": name, "title": say(language, f"relief.{name}"), "measures": found[name]}
        for name in ORDER
        if name in found
    ]


def _leave(
    leave: list[Words],
    offers: list[Offer],
    rows: dict[str, ReliefRow],
    knowledge: Knowledge,
    language: str,
) -> Words | None:
    """Return what to leave: what this person's answers speak against, then what holds always."""
    if not leave:
        return None
    own = {o.measure for o in offers if facts_in(rows[o.row].when)}
    named = dict.fromkeys(source["id"] for m in leave for source in m["why"]["sources"])
    return {
        "own": [each for each in leave if each["id"] in own],
        "always": [each for each in leave if each["id"] not in own],
        "why": why(named, knowledge, language),
    }
