"""Everything a person can be shown, as formulas over one unspecified person with every fact."""

from collections.abc import Iterator

import z3

from tools.prove.gate import Table
from unknot.knowledge.exercise_schema import Exercise, Phase, Training
from unknot.knowledge.schema import Knowledge, ReliefRow, Urgency
from unknot.rules.nodes import Compare, Fact, Literal, Member, Node, Or
from unknot.rules.prove import Formula, Person


class World:
    """The whole content as formulas; `seen_at` is the urgency from which nothing is offered."""

    def __init__(
        self, knowledge: Knowledge, training: Training, seen_at: Urgency = "same-day"
    ) -> None:
        self.knowledge = knowledge
        self.training = training
        self.gate = Table(knowledge, "full")
        self.seen_at = seen_at
        self.shapes = {name: fact.shape for name, fact in knowledge.facts.items()}

    def person(self, name: str = "p") -> Person:
        """Return one unspecified person with every declared fact."""
        return Person(self.shapes, self.knowledge.counts, name)

    def at_home(self, person: Person) -> Formula:
        """Return where relief and causes are shown at all, as `care.decision` decides it."""
        return z3.Not(self.gate.at_least(self.seen_at, person))

    def offers(self, row: ReliefRow, person: Person) -> Formula:
        """Return where a row offers its measure, as `care.relief` decides it."""
        gate = self.knowledge.gate(row)
        return z3.And(person.holds(row.when).true, person.holds(gate).false)

    def shown(self, measure: str, person: Person) -> Formula:
        """Return where a measure is shown."""
        rows = [row for row in self.knowledge.relief if row.measure == measure]
        return z3.And(self.at_home(person), z3.Or(*(self.offers(row, person) for row in rows)))

    def may(self, exercise: Exercise, phase: Phase, person: Person) -> Formula:
        """Return where no condition keeps an exercise from a session, as `care.session` decides it.

        Position, equipment and time are left out: they can only take more away.
        """
        locks = (lock for lock in self.training.locks if lock.holds.match(exercise))
        doors = [person.holds(exercise.avoid_if), *(person.holds(lock.when) for lock in locks)]
        return z3.And(z3.BoolVal(phase in exercise.phases), *(door.false for door in doors))


def closing(gate: Node) -> Iterator[Node]:
    """Yield the parts of a gate that close it by themselves: the operands of its `or`."""
    match gate:
        case Or(operands):
            for each in operands:
                yield from closing(each)
        case Literal():
            return
        case _:
            yield gate


def open_or_no(part: Node, person: Person) -> Formula | None:
    """Return that the facts of a simple part are answered and speak against it; None for others.

    This reads the answers themselves, not the condition: "yes" and "not answered" both fail.
    """
    match part:
        case Fact(name) if name not in person.derived:
            return person.is_(name, False)
        case Compare(Fact(name), "<", Literal(int(limit))):
            return z3.And(person.facts[name].known, person.facts[name].value >= limit)
        case Compare(Fact(name), ">", Literal(int(limit))):
            return z3.And(person.facts[name].known, person.facts[name].value <= limit)
        case Compare(Fact(name), ">=", Literal(int(limit))):
            return z3.And(person.facts[name].known, person.facts[name].value < limit)
        case Member(Literal(word), Fact(name)):
            return z3.And(person.facts[name].known, z3.Not(person.facts[name].words[str(word)]))
        case _:
            return None
