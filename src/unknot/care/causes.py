"""What could explain it: facts to ordered causes, each with how well it fits and how sure that is.

A fit is a range, never a point and never a percentage: answers that are missing make it wide.
The weights stand in tables/causes.yaml. They are judgement: they order and word, never diagnose.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from unknot.care.facts import Facts, with_derived
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Cause, Evidence, Knowledge
from unknot.rules.evaluate import Truth, open_facts

Fits = Literal["well", "partly", "poorly"]
Sure = Literal["fairly", "unsure"]

# Points that fill the bar: a base of 2 and the strongest answers for a cause.
FULL = 10
# Answers alone never settle a cause: half the narrowest bar that is drawn.
DOUBT = 0.1
WELL, PARTLY = 0.55, 0.25
# A bar up to this wide may be called fairly sure.
NARROW = 0.4
# A cause that must not be missed reaches at least this far.
NEVER_ZERO = 0.12


@dataclass(frozen=True)
class Fit:
    """How a cause fits the answers.

    `low` and `high` bound the fit, 0 (poorly) to 1 (well); `fits` words their middle and `sure`
    their width. `could_change` are the facts, not yet answered, that could move it.
    """

    id: str
    low: float
    high: float
    fits: Fits
    sure: Sure
    for_: tuple[Both, ...]
    against: tuple[Both, ...]
    could_change: tuple[str, ...]


def causes(facts: Facts, knowledge: Knowledge) -> tuple[Fit, ...]:
    """Return the causes of the places that hurt: first those for which most has been said.

    Answers still missing widen a bar and do not lift it. Of equals, the graver comes first.
    While the place is unknown, every cause stays in view.
    """
    known = with_derived(facts, knowledge)
    here = [each for each in _weighed(facts, knowledge) if _here(each.cause, known)]
    ordered = sorted(here, key=lambda each: (-each.points(), not each.cause.never_zero))
    return tuple(_fit(each, known, knowledge) for each in ordered)


@dataclass(frozen=True)
class _Weighed:
    """A cause with the truth of everything that speaks for it or against it."""

    cause: Cause
    for_: list[tuple[Evidence, Truth]]
    against: list[tuple[Evidence, Truth]]

    def points(self) -> int:
        """Return what has been said, without what is still open."""
        return self.cause.base + _points(self.for_, True) - _points(self.against, True)


def _weighed(facts: Facts, knowledge: Knowledge) -> Iterator[_Weighed]:
    truths = iter(knowledge.cause_truths(facts))
    for cause in knowledge.causes:
        for_ = [(each, next(truths)) for each in cause.for_]
        yield _Weighed(cause, for_, [(each, next(truths)) for each in cause.against])


def _here(cause: Cause, known: Facts) -> bool:
    regions = known.get("regions")
    return not isinstance(regions, frozenset) or bool(regions & set(cause.regions))


def _fit(weighed: _Weighed, known: Facts, knowledge: Knowledge) -> Fit:
    cause, for_, against = weighed.cause, weighed.for_, weighed.against
    least = cause.base + _points(for_, True) - _points(against, True, None)
    most = cause.base + _points(for_, True, None) - _points(against, True)
    low, high = _share(least) - DOUBT, _share(most) + DOUBT
    low, high = max(low, 0.0), min(max(high, NEVER_ZERO if cause.never_zero else 0.0), 1.0)
    return Fit(
        id=cause.id,
        low=round(low, 2),
        high=round(high, 2),
        fits=_worded(low, (low + high) / 2),
        sure="fairly" if high - low <= NARROW else "unsure",
        for_=tuple(each.words for each, truth in for_ if truth is True),
        against=tuple(each.words for each, truth in against if truth is True),
        could_change=tuple(sorted(set(_open_facts(weighed, known, knowledge)))),
    )


def _points(evidence: list[tuple[Evidence, Truth]], *truths: Truth) -> int:
    return sum(each.weight for each, truth in evidence if truth in truths)


def _share(points: int) -> float:
    return min(max(points / FULL, 0.0), 1.0)


def _worded(low: float, middle: float) -> Fits:
    if middle >= WELL and low >= PARTLY:
        return "well"
    return "partly" if middle >= PARTLY else "poorly"


def _open_facts(weighed: _Weighed, known: Facts, knowledge: Knowledge) -> Iterator[str]:
    for each, truth in (*weighed.for_, *weighed.against):
        if truth is None:
            for name in open_facts(each.when, known)[1]:
                if name in knowledge.facts and name not in known:
                    yield name
