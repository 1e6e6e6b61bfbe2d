"""Proves the safety of the real triage table for every possible person, or prints one."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import z3

from unknot.care.facts import to_json
from unknot.care.triage import Gate, gate_rows, triage
from unknot.knowledge.load import load
from unknot.knowledge.schema import URGENCIES, Knowledge, TriageRow, Urgency
from unknot.rules.nodes import Fact, Value, facts_in
from unknot.rules.prove import Formula, Person, counterexample


@dataclass(frozen=True)
class Verdict:
    """One property: proved, or the people it fails for."""

    property: str
    failures: tuple[str, ...]


class Table:
    """The gate as formulas over one unspecified person."""

    def __init__(self, knowledge: Knowledge, gate: Gate) -> None:
        self.knowledge = knowledge
        self.rows = gate_rows(knowledge, gate)
        kind = "danger" if gate == "full" else "short"
        self.gate_facts = tuple(f for group in knowledge.groups_of(kind) for f in group.facts)
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


def verdicts(knowledge: Knowledge) -> Iterator[Verdict]:
    """Yield every property of both gates."""
    gates: tuple[Gate, ...] = ("full", "short")
    for gate in gates:
        table = Table(knowledge, gate)
        for name, failures in PROPERTIES.items():
            yield Verdict(f"{gate} gate: {name}", tuple(failures(table)))


def hard_stops(table: Table) -> Iterator[str]:
    """Yield people with a hard-stop sign who are not sent to emergency."""
    person = table.person("p")
    for row in table.hard_stops:
        assert isinstance(row.when, Fact)
        has_it = person.holds(row.when).true
        yield from _failure(table, person, table.at_least("emergency", person), has_it, row.id)


def more_danger(table: Table) -> Iterator[str]:
    """Yield people for whom "yes" to a danger sign instead of "no" lowers the urgency."""
    yield from _changes(table, lambda person, sign: person.is_(sign, True))


def unknown_for_no(table: Table) -> Iterator[str]:
    """Yield people for whom "not answered" instead of "no" lowers the urgency."""
    yield from _changes(table, lambda person, sign: person.is_unknown(sign))


def only_when_answered(table: Table) -> Iterator[str]:
    """Yield people told self-care with a danger question open."""
    person = table.person("p")
    for fact in table.gate_facts:
        claim, assuming = table.at_least("appointment", person), person.is_unknown(fact)
        yield from _failure(table, person, claim, assuming, fact)


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
        for urgency in URGENCIES[1:]:
            claim = z3.Implies(table.at_least(urgency, one), table.at_least(urgency, other))
            yield from _failure(table, other, claim, assuming, f"{sign}, {urgency}")


def _failure(
    table: Table, person: Person, claim: Formula, assuming: Formula, about: str
) -> Iterator[str]:
    model = counterexample(claim, z3.And(person.legal, assuming))
    if model is not None:
        yield f"{about}: {_readable(table, person.read(model))}"


def _readable(table: Table, facts: dict[str, Value]) -> str:
    outcome = triage(facts, table.knowledge, table.gate).urgency
    told = {name: value for name, value in to_json(facts).items() if value not in (False, [])}
    said = json.dumps(told, ensure_ascii=False)
    return f"a person with {said}, no to {len(facts) - len(told)} more: {outcome}"


PROPERTIES: dict[str, Callable[[Table], Iterator[str]]] = {
    "any single hard-stop sign gives emergency, whatever else is true": hard_stops,
    "one more danger sign never lowers the urgency": more_danger,
    "unknown never lowers the urgency below no": unknown_for_no,
    "self-care only when every danger question is answered": only_when_answered,
    "no row that holds for nobody": reachable,
    "somebody reaches self-care": someone_stays_home,
}


def main() -> int:
    """Print each property; return 1 when one fails."""
    failed = 0
    for verdict in verdicts(load()):
        failed += bool(verdict.failures)
        print(("FAILS   " if verdict.failures else "proved  ") + verdict.property)
        for failure in verdict.failures[:5]:
            print(f"        {failure}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
