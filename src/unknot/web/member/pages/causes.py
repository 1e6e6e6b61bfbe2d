"""What it could be: every cause with the range of how well it fits, and the rules that spoke."""

from typing import Any

from unknot.care.causes import Fit
from unknot.care.decision import Decision
from unknot.care.relief import returns
from unknot.knowledge.schema import Knowledge, Return
from unknot.rules.explain import reasons
from unknot.web.citing import why
from unknot.web.member.pages.relief import banner
from unknot.web.words import say

HOURS_A_DAY, HOURS_A_WEEK = 24, 168
SHOWN_FIRST = 4


def why_page(decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of what it could be."""
    fits = [cause_words(fit, knowledge, language) for fit in decision.causes]
    return {
        "causes": fits[:SHOWN_FIRST],
        "more": fits[SHOWN_FIRST:],
        "rules": [rule_words(row, decision, knowledge, language) for row in decision.triage.fired],
        "versions": say(
            language, "causes.versions", content=decision.content, engine=decision.engine
        ),
        "banner": banner(decision, language),
    }


def cause_words(fit: Fit, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one cause in words. `low` and `high` are for the drawing only."""
    cause = next(each for each in knowledge.causes if each.id == fit.id)
    return {
        "id": fit.id,
        "title": cause.title.in_(language),
        "fits": say(language, f"causes.fits.{fit.fits}"),
        "sure": say(language, f"causes.sure.{fit.sure}"),
        "never_zero": cause.never_zero,
        "low": fit.low,
        "high": fit.high,
        "for_": [each.in_(language) for each in fit.for_],
        "against": [each.in_(language) for each in fit.against],
        "mechanism": cause.mechanism.in_(language),
        "common": cause.how_common.in_(language),
        "change": cause.what_would_change.in_(language),
        "todo": cause.what_to_do.in_(language),
        "why": why(cause.grounds.sources, knowledge, language)
        | {"words": say(language, "why.source_only")},
    }


def rule_words(row: Any, decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return a rule that fired: what it says, the answers that made it fire, its sources."""
    return {
        "id": row.id,
        "because": row.because.in_(language),
        "answers": list(reasons(row.when, decision.facts, knowledge, decision.language)),
        "why": why(row.grounds.sources, knowledge, language),
    }


def return_page(decision: Decision, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of when to come back or see someone."""
    return {
        "returns": [
            {
                "when": after(each, language),
                "text": each.text.in_(language),
                "why": why(each.grounds.sources, knowledge, language),
            }
            for each in returns(decision.facts, knowledge)
        ],
        "banner": banner(decision, language),
    }


def after(back: Return, language: str) -> str:
    """Return how long until then, in the unit a person would use."""
    hours = back.after_hours
    if hours == 0:
        return say(language, "return.now")
    if hours < HOURS_A_DAY:
        return say(language, "return.hours" if hours > 1 else "return.hour", n=hours)
    if hours < 2 * HOURS_A_WEEK:
        return say(
            language, "return.days" if hours > HOURS_A_DAY else "return.day", n=hours // HOURS_A_DAY
        )
    return say(language, "return.weeks", n=hours // HOURS_A_WEEK)
