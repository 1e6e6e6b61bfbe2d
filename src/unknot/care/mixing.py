"""What must not be combined: the pairs of the table that concern somebody's measures."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from unknot.knowledge.schema import Combination, Knowledge


@dataclass(frozen=True)
class Mix:
    """One thing that must not meet a measure: never, or not within `hours_apart` hours."""

    measure: str
    other: str
    hours_apart: int | None
    combination: str


def mixes(offered: Collection[str], knowledge: Knowledge) -> tuple[Mix, ...]:
    """Return every pair that holds an offered measure, seen from that measure.

    The other side is offered too, or a thing somebody may have at home. A pair that stands twice
    is told once, the stricter way: never before hours, more hours before fewer.
    """
    found: dict[tuple[str, str], Mix] = {}
    for combination in knowledge.combinations:
        for mix in _both_ways(combination):
            if mix.measure in offered and (mix.other in offered or mix.other in knowledge.things):
                pair = (mix.measure, mix.other)
                found[pair] = max(found.get(pair, mix), mix, key=_strictness)
    return tuple(found.values())


def told(offered: Collection[str], knowledge: Knowledge) -> tuple[Combination, ...]:
    """Return the combinations to tell somebody with these measures.

    Those with an offered measure that can meet the other side, and those of things alone.
    """
    concerned = {mix.combination for mix in mixes(offered, knowledge)}
    return tuple(
        each
        for each in knowledge.combinations
        if each.id in concerned or knowledge.things.keys() >= {*each.these, *each.others}
    )


def pairs(combination: Combination) -> Iterator[tuple[str, str]]:
    """Yield every two that must not meet."""
    if combination.others:
        yield from product(combination.these, combination.others)
    else:
        yield from combinations(combination.these, 2)


def _both_ways(combination: Combination) -> Iterator[Mix]:
    for one, other in pairs(combination):
        yield Mix(one, other, combination.hours_apart, combination.id)
        yield Mix(other, one, combination.hours_apart, combination.id)


def _strictness(mix: Mix) -> float:
    return float("inf") if mix.hours_apart is None else mix.hours_apart
