"""What it could be: every cause with the range of how well it fits, and the rules that spoke."""

from typing import Any

from unknot.care.causes import Fit
from unknot.care.decision import Decision
from unknot.care.relief import returns
from unknot.knowledge.schema import Knowledge
from unknot.rules.explain import reasons
from unknot.web.citing import why
from unknot.web.member.pages.relief import banner
from unknot.web.words import say

SHOWN_FIRST = 4


def why_page(decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of what it could be."""
    spoken = [fit for fit in decision.causes if fit.for_] or list(decision.causes)
    first = spoken[:SHOWN_FIRST]
    return {
        "causes": [cause_words(fit, knowledge, language) for fit in first],
        "more": [
            cause_words(fit, knowledge, language) for fit in decision.causes if fit not in first
        ],
        "rules": [rule_words(row, decision, knowledge, language) for row in decision.triage.fired],
        "content": decision.content,
        "engine": decision.engine,
        "banner": banner(decision, language),
    }


def cause_words(fit: Fit, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one cause in words. `low` and `high` are for the drawing only."""
    cause = next(each for each in knowledge.causes if each.id == fit.id)
    fits = worded(fit)
    return {
        "id": fit.id,
        "title": cause.title.in_(language),
        "fits": say(language, f"causes.fits.{fits}"),
        "sure": "" if fits == "open" else say(language, f"causes.sure.{fit.sure}"),
        "never_zero": cause.never_zero,
        "low": fit.low,
        "high": fit.high,
        "for_": [each.in_(language) for each in fit.for_],
        "against": [each.in_(language) for each in fit.against],
        "mechanism": cause.mechanism.in_(language),
        "common": cause.how_common.in_(language),
        "change": cause.what_would_change.in_(language),
        "todo": cause.what_to_do.in_(language),
        "why": why(cause.grounds.sources, knowledge, language, cause.grounds.review)
        | {"words": say(language, "why.source_only")},
    }


def worded(fit: Fit) -> str:
    """Return how well a cause fits; `open` when nothing that was told speaks either way.

    The questions not asked alone never make a cause fit in part.
    """
    if fit.for_:
        return fit.fits
    return "poorly" if fit.against else "open"


def rule_words(row: Any, decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return a rule that fired: what it says, the answers that made it fire, its sources."""
    return {
        "id": row.id,
        "because": row.because.in_(language),
        "answers": list(reasons(row.when, decision.facts, knowledge, decision.language)),
        "why": why(row.grounds.sources, knowledge, language, row.grounds.review),
    }


def return_page(decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of when to come back or see someone."""
    return {
        "returns": [
            {
                "text": each.text.in_(language),
                "why": why(each.grounds.sources, knowledge, language, each.grounds.review),
            }
            for each in returns(decision.facts, knowledge)
        ],
        "banner": banner(decision, language),
    }
