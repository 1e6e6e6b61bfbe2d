"""What waits and what opens it, and what must not be combined, in words."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from unknot.care.facts import Facts
from unknot.care.mixing import told
from unknot.care.waiting import HOURS_A_DAY, Waiting, waiting
from unknot.knowledge.schema import Combination, Knowledge
from unknot.web.citing import why
from unknot.web.member.pages.measure import apart_words, name_of
from unknot.web.words import say

SHOWN = 3


def wait_words(facts: Facts, knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    """Return each measure that waits: what opens it, about when, and what is still to answer."""
    unlocks = {each.id: each.text.in_(language) for each in knowledge.unlocks}
    return [
        {
            "title": knowledge.measures[each.measure].title.in_(language),
            "until": [unlocks[name] for name in each.unlocks],
            "hours": _hours(each, language),
            "unknown": _asked(each.unknown, knowledge, language),
            "url": _question(each.unknown, knowledge),
        }
        for each in waiting(facts, knowledge)
    ]


def mix_words(offered: Collection[str], knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return what not to combine, the strictest first, and the sources of it all."""
    kept = sorted(told(offered, knowledge), key=lambda each: each.hours_apart or 0)
    sources = dict.fromkeys(source for each in kept for source in each.grounds.sources)
    return {
        "lines": [_mix(each, offered, knowledge, language) for each in kept],
        "why": why(sources, knowledge, language, "every pair awaits review"),
    }


def _mix(
    each: Combination, offered: Collection[str], knowledge: Knowledge, language: str
) -> dict[str, str]:
    """Return one combination: its first side, then what must not meet it."""

    def named(names: tuple[str, ...]) -> str:
        there = (name for name in names if name in offered or name in knowledge.things)
        return ", ".join(name_of(name, knowledge, language) for name in there)

    these, others = named(each.these), named(each.others)
    return {
        "name": these[:1].upper() + these[1:] if others else "",
        "apart": apart_words(others, each.hours_apart, language)
        if others
        else say(language, "relief.never_two", things=these),
        "because": each.because.in_(language),
    }


def _asked(unknown: tuple[str, ...], knowledge: Knowledge, language: str) -> list[str]:
    """Return the first questions nobody answered, and how many more there are."""
    shown = [knowledge.label(name, language) for name in unknown[:SHOWN]]
    more = len(unknown) - SHOWN
    return [*shown, say(language, "relief.and_more", n=more)] if more > 0 else shown


def _hours(each: Waiting, language: str) -> str:
    if not each.hours:
        return ""
    days = each.hours // HOURS_A_DAY
    return say(language, f"relief.in_days{'_one' if days == 1 else ''}", n=days)


def _question(unknown: tuple[str, ...], knowledge: Knowledge) -> str:
    """Return the page where the first open question is put, when it is one of the story."""
    for name in unknown:
        group = next(g for g in knowledge.groups if g.id == knowledge.facts[name].group)
        if group.kind in ("story", "profile"):
            return reverse("story", args=[group.page])
    return ""
