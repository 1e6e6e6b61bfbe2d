"""Presenter of the page of prevention: cards of claims with sources, choices of the tools."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from unknot.knowledge.claims import claims
from unknot.knowledge.prevention import Card, prevention
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.words import say

SHOWN_FIRST = 2
USUAL_DAYS = (0, 2, 4)
USUAL_TIME = "18:00"


def prevention_page(
    knowledge: Knowledge, language: str, sent: Mapping[str, list[str]], error: str
) -> dict[str, Any]:
    """Return the whole page; `sent` fills the planner again after an error."""
    page = prevention(knowledge)
    chosen = sent.get("days") or [str(each) for each in USUAL_DAYS]
    minutes = (sent.get("minutes") or [str(page.plan_default)])[0]
    return {
        "section": "library",
        "intro": page.intro.in_(language),
        "cards": [card_words(each, knowledge, language) for each in page.cards],
        "break_minutes": [
            {"n": n, "words": say(language, "now.minutes", n=n), "usual": n == page.break_default}
            for n in page.break_minutes
        ],
        "plan_minutes": [
            {"n": n, "words": say(language, "now.minutes", n=n), "chosen": str(n) == minutes}
            for n in page.plan_minutes
        ],
        "days": [
            {"n": n, "words": words, "chosen": str(n) in chosen}
            for n, words in enumerate(say(language, "date.weekdays").split())
        ],
        "at": (sent.get("at") or [USUAL_TIME])[0],
        "error": error,
    }


def card_words(card: Card, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one card in words, its sources and the disagreements its claims touch."""
    said = [claims(knowledge).claims[name] for name in card.claims]
    sources = dict.fromkeys(source for each in said for source in each.grounds.sources)
    conflicts = dict.fromkeys(c for each in said for c in each.grounds.conflicts)
    return {
        "id": card.id,
        "title": card.title.in_(language),
        "figure": card.figure or "",
        "tool": card.tool or "",
        "first": [each.says.in_(language) for each in said[:SHOWN_FIRST]],
        "more": [each.says.in_(language) for each in said[SHOWN_FIRST:]],
        "why": why(sources, knowledge, language),
        "policies": disagreements(conflicts, knowledge, language),
    }


def read_plan(
    sent: Mapping[str, list[str]], knowledge: Knowledge
) -> tuple[frozenset[int], time, int] | None:
    """Return days, hour and minutes as chosen, or None when something is missing or odd."""
    page = prevention(knowledge)
    days = frozenset(int(each) for each in sent.get("days", []) if each in "0123456" and each)
    minutes = (sent.get("minutes") or [""])[0]
    try:
        at = time.fromisoformat((sent.get("at") or [""])[0])
    except ValueError:
        return None
    if not days or minutes not in {str(n) for n in page.plan_minutes}:
        return None
    return days, at, int(minutes)
