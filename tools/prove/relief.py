"""No relief past its gate, for every possible person."""

from collections.abc import Callable, Iterator, Mapping

import z3

from tools.prove.stops import stops
from tools.prove.verdict import failures, nobody
from tools.prove.world import World, closing, open_or_no
from unknot.rules.nodes import Literal

SKIN = ("reduced_skin_feeling", "broken_skin", "poor_circulation")
TISSUE = ("reduced_skin_feeling", "broken_skin", "takes_blood_thinner", "clot_risk", "osteoporosis")
CURRENT = ("implant_or_pacemaker", "epilepsy", "pregnant", "broken_skin", "reduced_skin_feeling")
NEVER: Mapping[str, tuple[str, ...]] = {
    "warmth": SKIN,
    "cold": SKIN,
    "bath": SKIN,
    "routine": SKIN,
    "massage": TISSUE,
    "device": CURRENT,
    "medicine": ("pregnant", "broken_skin", "takes_blood_thinner", "kidney_disease"),
}
"""Written without looking at the table (clinical.md, d.3 and d.4): kinds of measures that must stay
away while one of these is true or not known."""


def past_its_gate(world: World) -> Iterator[str]:
    """Yield people who are shown a measure although its own gate is true or unknown."""
    person = world.person()
    for measure in world.knowledge.measures.values():
        if measure.unless != Literal(False):
            claim = person.holds(measure.unless).false
            yield from failures(person, claim, world.shown(measure.id, person), measure.id)


def past_an_answer(world: World) -> Iterator[str]:
    """Yield people shown a measure although an answer that closes its gate is yes or missing."""
    person = world.person()
    for measure in world.knowledge.measures.values():
        shown = world.shown(measure.id, person)
        for part in closing(measure.unless):
            claim = open_or_no(part, person)
            if claim is not None:
                yield from failures(person, claim, shown, f"{measure.id}, {part}")


def past_what_must_never(world: World) -> Iterator[str]:
    """Yield people shown a measure of a kind that their body forbids, or may forbid."""
    person = world.person()
    for measure in world.knowledge.measures.values():
        shown = world.shown(measure.id, person)
        for fact in NEVER.get(measure.kind, ()):
            yield from failures(person, person.is_(fact, False), shown, f"{measure.id}, {fact}")


def when_to_be_seen(world: World) -> Iterator[str]:
    """Yield people shown a measure although they should be seen the same day or at once."""
    person = world.person()
    safe = z3.Not(world.gate.at_least("same-day", person))
    for measure in world.knowledge.measures:
        yield from failures(person, safe, world.shown(measure, person), measure)


def with_a_hard_stop(world: World) -> Iterator[str]:
    """Yield people shown any measure with a sign that is an emergency by itself."""
    person = world.person()
    anything = z3.Or(*(world.shown(measure, person) for measure in world.knowledge.measures))
    for sign, case in stops().items():
        if sign in world.gate.shapes:
            has_it = person.is_(sign, True)
            yield from failures(person, z3.Not(anything), has_it, f"{case}, {sign}")


def reachable(world: World) -> Iterator[str]:
    """Yield rows that offer nothing to anybody."""
    person = world.person()
    home = world.at_home(person)
    for row in world.knowledge.relief:
        yield from nobody(person, z3.And(home, world.offers(row, person)), row.id)
    for back in world.knowledge.returns:
        if back.when is not None:
            yield from nobody(person, z3.And(home, person.holds(back.when).true), back.id)


PROPERTIES: dict[str, Callable[[World], Iterator[str]]] = {
    "no measure past its gate, true or unknown": past_its_gate,
    "no measure past a single answer that closes its gate, yes or missing": past_an_answer,
    "no warmth, cold, bath, hand, current or gel where the body forbids it": past_what_must_never,
    "no measure for whoever should be seen the same day or at once": when_to_be_seen,
    "no measure with a sign that is an emergency by itself": with_a_hard_stop,
    "no row that offers nothing to anybody": reachable,
}
