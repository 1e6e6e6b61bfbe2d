"""The safety of the danger gate, for every possible person."""

from collections.abc import Callable, Iterator

import z3

from tools.prove.stops import stops
from tools.prove.verdict import told
from unknot.care.triage import Gate, gate_rows, triage
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow, Urgency
from unknot.rules.nodes import Fact, facts_in
from unknot.rules.prove import Formula, Person, counterexample


class Table:
    """The gate as formulas over one unspecified person."""

    def __init__(self, knowledge: Knowledge, gate: Gate) -> None:
        self.knowledge = knowledge
        self.rows = gate_rows(knowledge, gate)
        kind = "danger" if gate == "full" else "short"
        self.asked = tuple(f for group in knowledge.groups_of(kind) for f in group.facts)
        self.gate_facts = self.asked
        self.derived = {each.id: (each.at_least, each.of) for each in knowledge.derived}
        named = {name for row in self.rows for name in facts_in(row.when)} | set(self.gate_facts)
        named |= {fact for each in named & self.derived.keys() for fact in self.derived[each][1]}
        self.shapes = {name: knowledge.facts[name].shape for name in named - self.derived.keys()}
        self.gate = gate

    def person(self, name: str) -> Person:
        """Return one unspecified person."""
        return Person(self.shapes, self.derived, name)

    def at_least(self, urgency: Urgency, person: Person) -> Formula:
        """Return where the outcome is this urgency or above, as `care.triage` defines it."""
        level = URGENCIES.index(urgency)
        parts = []
        for row in self.rows:
            truths = person.holds(row.when)
            if URGENCIES.index(row.then) >= level:
                parts.append(truths.true)
            if URGENCIES.index(row.unsure) >= level:
                parts.append(truths.unknown)
        if level == 0:
            return z3.BoolVal(True)
        if level <= URGENCIES.index("appointment"):
            parts += [person.is_unknown(fact) for fact in self.gate_facts]
        return z3.Or(*parts)

    @property
    def signs(self) -> tuple[str, ...]:
        """Return the yes/no facts of the gate's checklists."""
        return tuple(name for name in self.gate_facts if self.shapes[name].type == "bool")

    @property
    def hard_stops(self) -> tuple[TriageRow, ...]:
        """Return the rows in which one single sign is an emergency."""
        return tuple(r for r in self.rows if isinstance(r.when, Fact) and r.then == "emergency")


def hard_stops(table: Table) -> Iterator[str]:
    """Yield people with a hard-stop sign who are not sent to emergency."""
    person = table.person("p")
    for row in table.hard_stops:
        assert isinstance(row.when, Fact)
        has_it = person.holds(row.when).true
        yield from _failure(table, person, table.at_least("emergency", person), has_it, row.id)


def stops_of_cases(table: Table) -> Iterator[str]:
    """Yield people with a sign that alone is an emergency in a case, who are not sent there."""
    person = table.person("p")
    for sign, case in stops().items():
        if sign in table.shapes:
            claim, assuming = table.at_least("emergency", person), person.is_(sign, True)
            yield from _failure(table, person, claim, assuming, f"{case}, {sign}")


def more_danger(table: Table) -> Iterator[str]:
    """Yield people for whom "yes" to a danger sign instead of "no" lowers the urgency."""
    yield from _changes(table, lambda person, sign: person.is_(sign, True))


def unknown_for_no(table: Table) -> Iterator[str]:
    """Yield people for whom "not answered" instead of "no" lowers the urgency."""
    yield from _changes(table, lambda person, sign: person.is_unknown(sign))


def only_when_answered(table: Table) -> Iterator[str]:
    """Yield people told self-care with a danger question open."""
    person = table.person("p")
    for fact in table.asked:
        claim, assuming = table.at_least("appointment", person), person.is_unknown(fact)
        yield from _failure(table, person, claim, assuming, fact)


def one_outcome(table: Table) -> Iterator[str]:
    """Yield people with no urgency or with more than one."""
    person = table.person("p")
    reached = [table.at_least(urgency, person) for urgency in URGENCIES]
    above = [*reached[1:], z3.BoolVal(False)]
    outcomes = [z3.And(low, z3.Not(high)) for low, high in zip(reached, above, strict=True)]
    one = z3.PbEq([(each, 1) for each in outcomes], 1)
    yield from _failure(table, person, one, z3.BoolVal(True), "not one outcome")


def reachable(table: Table) -> Iterator[str]:
    """Yield rows that can hold for nobody."""
    person = table.person("p")
    for row in table.rows:
        if counterexample(z3.Not(person.holds(row.when).true), person.legal) is None:
            yield f"{row.id}: holds for nobody"


def someone_stays_home(table: Table) -> Iterator[str]:
    """Yield a failure when nobody at all reaches self-care."""
    person = table.person("p")
    if counterexample(table.at_least("appointment", person), person.legal) is None:
        yield "nobody reaches self-care"


def _changes(table: Table, after: Callable[[Person, str], Formula]) -> Iterator[str]:
    one, other = table.person("before"), table.person("after")
    legal = z3.And(one.legal, other.legal)
    for sign in table.signs:
        same = other.like(one, but=sign)
        assuming = z3.And(legal, same, one.is_(sign, False), after(other, sign))
        claim = z3.And(
            *(
                z3.Implies(table.at_least(level, one), table.at_least(level, other))
                for level in URGENCIES[1:]
            )
        )
        yield from _failure(table, other, claim, assuming, sign)


def _failure(
    table: Table, person: Person, claim: Formula, assuming: Formula, about: str
) -> Iterator[str]:
    model = counterexample(claim, z3.And(person.legal, assuming))
    if model is not None:
        facts = person.read(model)
        yield f"{about}: {told(facts)}: {triage(facts, table.knowledge, table.gate).urgency}"


PROPERTIES: dict[str, Callable[[Table], Iterator[str]]] = {
    "any single hard-stop sign gives emergency, whatever else is true": hard_stops,
    "any single sign that a case sends to emergency does so for everybody": stops_of_cases,
    "one more danger sign never lowers the urgency": more_danger,
    "unknown never lowers the urgency below no": unknown_for_no,
    "self-care only when every danger question is answered": only_when_answered,
    "exactly one outcome": one_outcome,
    "no row that holds for nobody": reachable,
    "somebody reaches self-care": someone_stays_home,
}
