"""Copies of the screen of medicines with one planted fault each."""

from collections.abc import Callable
from dataclasses import replace

import z3

from tools.prove.medicines import Screening
from unknot.knowledge.load import load
from unknot.knowledge.medicine_schema import Medicine
from unknot.knowledge.medicines import medicines
from unknot.rules.nodes import And, Fact, Literal, Not, facts_in
from unknot.rules.prove import Formula, Person

KNOWLEDGE = load()
CONTENT = medicines(KNOWLEDGE)


class Hasty(Screening):
    """Lets through whatever is not known to be forbidden."""

    def may(self, medicine: Medicine, country: str, person: Person) -> Formula:
        assert country in self.content.countries or not country
        rows = self.content.screens_of(medicine)
        return z3.And(*(z3.Not(person.holds(row.when).true) for row in rows))


class OpenDoor(Screening):
    """Asks nobody about organs first."""

    def open(self, person: Person) -> Formula:
        return z3.Or(person.legal, z3.Not(person.legal))


class Pharmacy(Screening):
    """Forgets what is sold for self-care."""

    def may(self, medicine: Medicine, country: str, person: Person) -> Formula:
        assert country in self.content.countries or not country
        rows = self.content.screens_of(medicine)
        return z3.And(self.open(person), *(person.holds(row.when).false for row in rows))


def without(fact: str) -> Screening:
    """Return the screen in which the rows that ask about one fact never hold when it is yes."""
    never = And((Fact(fact), Not(Fact(fact))))
    rows = tuple(
        replace(row, when=never) if fact in facts_in(row.when) else row for row in CONTENT.screens
    )
    assert rows != CONTENT.screens
    return Screening(KNOWLEDGE, replace(CONTENT, screens=rows))


def shut() -> Screening:
    """Return the screen behind a door that never opens."""
    door = replace(CONTENT.door, closed=Literal(True))
    return Screening(KNOWLEDGE, replace(CONTENT, door=door))


def contradictory() -> Screening:
    """Return the screen with a row that cannot hold."""
    first, *rest = CONTENT.screens
    [fact, *_] = sorted(facts_in(first.when))
    other = replace(first, when=And((Fact(fact), Not(Fact(fact)))))
    return Screening(KNOWLEDGE, replace(CONTENT, screens=(other, *rest)))


PLANTED: dict[str, Callable[[], Screening]] = {
    "no medicine past a contraindication true or unknown": lambda: Hasty(KNOWLEDGE, CONTENT),
    "no medicine while a question of its own is open": lambda: Hasty(KNOWLEDGE, CONTENT),
    "no anti-inflammatory after a bad reaction": lambda: without("pain_reliever_reaction"),
    "no anti-inflammatory from 20 weeks of pregnancy": lambda: without("pregnant_20_weeks"),
    "never a second anti-inflammatory": lambda: without("takes_anti_inflammatory"),
    "no medicine while an organ may be the cause": lambda: OpenDoor(KNOWLEDGE, CONTENT),
    "no medicine for self-care that is not sold for it": lambda: Pharmacy(KNOWLEDGE, CONTENT),
    "every medicine for self-care is for somebody": shut,
    "no contraindication that holds for nobody": contradictory,
}
