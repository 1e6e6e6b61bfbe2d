"""A flare opens three gentle days, and then a way back one step at a time."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from unknot.care.facts import Facts
from unknot.knowledge.exercise_schema import ChangeKind, Phase
from unknot.rules.nodes import Value


@dataclass(frozen=True)
class Flare:
    """One flare: the day it opened, the pain then (0–10 or None), the phase it interrupted.

    It is `over` with the first step up after it.
    """

    on: date
    pain: int | None
    before: Phase
    over: bool = False


def told_on(facts: Facts, today: date) -> date | None:
    """Return the day on which the person last told of a flare, or None."""
    days = facts.get("days_since_flare_told")
    return today - timedelta(days=days) if isinstance(days, int) else None


def seen(flare: Flare | None, facts: Facts, pain_now: int | None, today: date) -> dict[str, Value]:
    """Return what the rules read of flares; `pain_now` is the latest pain after its first day."""
    told = told_on(facts, today)
    known: dict[str, Value] = {"flare_told": told is not None and (not flare or told > flare.on)}
    if flare is None or flare.over:
        return known
    known["days_since_flare"] = (today - flare.on).days
    if pain_now is not None and flare.pain is not None:
        known["flare_easing"] = pain_now < flare.pain
    return known


def told_pain(facts: Facts, today: date, last_session: date | None) -> int | None:
    """Return the pain of a flare that was told of since the last session, or None."""
    told, pain = told_on(facts, today), facts.get("flare_pain_0_10")
    newer = told is not None and (last_session is None or told >= last_session)
    return pain if newer and isinstance(pain, int) and not isinstance(pain, bool) else None


def after(
    flare: Flare | None,
    kind: ChangeKind,
    stepped: bool,
    known: Facts,
    phase: Phase,
    today: date,
) -> Flare | None:
    """Return the flare after one change: opened by a flare, over once a step up is taken."""
    if kind == "flare":
        pain = known.get("pain_0_10")
        running = flare is not None and not flare.over
        before = flare.before if flare is not None and running else phase
        told = told_on(known, today) if known.get("flare_told") is True else None
        return Flare(told or today, pain if isinstance(pain, int) else None, before)
    if flare is not None and stepped:
        return replace(flare, over=True)
    return flare
