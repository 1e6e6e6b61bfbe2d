"""The screen of medicines, proved for every possible person, or one it fails for."""

from collections.abc import Callable, Iterator

import z3

from tools.prove.verdict import Verdict, failures, nobody
from unknot.knowledge.medicine_schema import Medicine, Medicines
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import Fact
from unknot.rules.prove import Formula, Person


class Screening:
    """The screen as formulas over one unspecified person, as `care.medicines` defines it."""

    def __init__(self, knowledge: Knowledge, content: Medicines) -> None:
        self.content = content
        self.derived = {each.id: (each.at_least, each.of) for each in knowledge.derived}
        named = set(content.facts)
        named |= {fact for each in named & self.derived.keys() for fact in self.derived[each][1]}
        self.shapes = {name: knowledge.facts[name].shape for name in named - self.derived.keys()}

    def person(self, name: str) -> Person:
        """Return one unspecified person."""
        return Person(self.shapes, self.derived, name)

    def may(self, medicine: Medicine, country: str, person: Person) -> Formula:
        """Return where the verdict is may: sold for self-care, and no row true or unknown."""
        if medicine.market(country).status != "self-care":
            return z3.BoolVal(False)
        rows = self.content.screens_of(medicine)
        return z3.And(self.open(person), *(person.holds(row.when).false for row in rows))

    def open(self, person: Person) -> Formula:
        """Return where the door is known to be open."""
        return person.holds(self.content.door.closed).false

    @property
    def places(self) -> tuple[tuple[Medicine, str], ...]:
        """Return every medicine in every country, and where none is known."""
        countries = (*self.content.countries, "")
        return tuple((m, c) for m in self.content.medicines.values() for c in countries)


def contraindications(table: Screening) -> Iterator[str]:
    """Yield people who may take a medicine though a contraindication is true or unknown."""
    person = table.person("p")
    for medicine, country in table.places:
        for row in table.content.screens_of(medicine):
            truths = person.holds(row.when)
            claim = z3.Implies(
                z3.Or(truths.true, truths.unknown), z3.Not(table.may(medicine, country, person))
            )
            yield from failures(person, claim, z3.BoolVal(True), f"{medicine.id}, {row.id}")


def unanswered(table: Screening) -> Iterator[str]:
    """Yield people who may take a medicine while a question that alone closes it is open."""
    person = table.person("p")
    for medicine, country in table.places:
        rows = table.content.screens_of(medicine)
        for fact in sorted(row.when.name for row in rows if isinstance(row.when, Fact)):
            open_ = person.is_unknown(fact)
            claim = z3.Implies(open_, z3.Not(table.may(medicine, country, person)))
            yield from failures(person, claim, z3.BoolVal(True), f"{medicine.id}, {fact}")


def allergies(table: Screening) -> Iterator[str]:
    """Yield people who may take an anti-inflammatory after a bad reaction to one."""
    yield from _never(table, "anti-inflammatory", "pain_reliever_reaction")


def late_pregnancy(table: Screening) -> Iterator[str]:
    """Yield people past 20 weeks of pregnancy who may take an anti-inflammatory."""
    yield from _never(table, "anti-inflammatory", "pregnant_20_weeks")


def second_one(table: Screening) -> Iterator[str]:
    """Yield people who take an anti-inflammatory and may take a second one."""
    yield from _never(table, "anti-inflammatory", "takes_anti_inflammatory")


def organs(table: Screening) -> Iterator[str]:
    """Yield people for whom a medicine is shown though an organ may be the cause."""
    person = table.person("p")
    door = person.holds(table.content.door.closed)
    for medicine, country in table.places:
        claim = z3.Implies(
            z3.Or(door.true, door.unknown), z3.Not(table.may(medicine, country, person))
        )
        yield from failures(person, claim, z3.BoolVal(True), medicine.id)


def prescriptions(table: Screening) -> Iterator[str]:
    """Yield medicines that are not for self-care in a country and may be taken there."""
    person = table.person("p")
    for medicine, country in table.places:
        if medicine.market(country).status != "self-care":
            claim = z3.Not(table.may(medicine, country, person))
            yield from failures(person, claim, z3.BoolVal(True), f"{medicine.id} {country}")


def somebody_may(table: Screening) -> Iterator[str]:
    """Yield medicines for self-care that nobody at all may take."""
    person = table.person("p")
    for medicine, country in table.places:
        if medicine.market(country).status == "self-care":
            may = table.may(medicine, country, person)
            yield from nobody(person, may, f"{medicine.id} in {country or 'no country'}")


def rows(table: Screening) -> Iterator[str]:
    """Yield contraindications that hold for nobody."""
    person = table.person("p")
    for row in table.content.screens:
        yield from nobody(person, person.holds(row.when).true, row.id)


def _never(table: Screening, effect: str, sign: str) -> Iterator[str]:
    person = table.person("p")
    for medicine, country in table.places:
        if effect in table.content.families[medicine.family].effects:
            claim = z3.Implies(person.is_(sign, True), z3.Not(table.may(medicine, country, person)))
            yield from failures(person, claim, z3.BoolVal(True), f"{medicine.id} {country}")


PROPERTIES: dict[str, Callable[[Screening], Iterator[str]]] = {
    "no medicine past a contraindication true or unknown": contraindications,
    "no medicine while a question of its own is open": unanswered,
    "no anti-inflammatory after a bad reaction": allergies,
    "no anti-inflammatory from 20 weeks of pregnancy": late_pregnancy,
    "never a second anti-inflammatory": second_one,
    "no medicine while an organ may be the cause": organs,
    "no medicine for self-care that is not sold for it": prescriptions,
    "every medicine for self-care is for somebody": somebody_may,
    "no contraindication that holds for nobody": rows,
}


def verdicts(knowledge: Knowledge, content: Medicines) -> Iterator[Verdict]:
    """Yield every property of the screen."""
    table = Screening(knowledge, content)
    for name, proof in PROPERTIES.items():
        yield Verdict(f"medicines: {name}", tuple(proof(table)))
