"""Copies of the real tables with one planted fault each."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import z3

from tools.prove.gate import Table
from tools.prove.world import World
from unknot.knowledge.exercise_schema import Exercise, Phase
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge, ReliefRow, Urgency
from unknot.knowledge.training import training
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Node, Not, Or
from unknot.rules.prove import Formula, Person

KNOWLEDGE = load()
TRAINING = training(KNOWLEDGE)
CONTRADICTION = And((Fact("fever"), Not(Fact("fever"))))


class Careless(Knowledge):
    """Forgets that a measure has a gate of its own."""

    def gate(self, row: ReliefRow) -> Node:
        return row.unless


class Hasty(World):
    """Lets through whatever is not known to be forbidden."""

    def may(self, exercise: Exercise, phase: Phase, person: Person) -> Formula:
        assert phase in exercise.phases
        return z3.Not(person.holds(exercise.avoid_if).true)


class Twofold(Table):
    """Calls an emergency what it does not call same-day."""

    def at_least(self, urgency: Urgency, person: Person) -> Formula:
        fever = person.is_("fever", True)
        under = super().at_least(urgency, person)
        if urgency == "emergency":
            return z3.Or(under, fever)
        return under if urgency == "self-care" else z3.And(under, z3.Not(fever))


def triage_row(row_id: str, **changed: Any) -> Knowledge:
    """Return the knowledge with one row of the gate changed."""
    return replace(KNOWLEDGE, triage=_changed(KNOWLEDGE.triage, row_id, **changed))


def table(row_id: str, **changed: Any) -> Table:
    """Return the full gate with one row changed."""
    return Table(triage_row(row_id, **changed), "full")


def forgetful() -> Table:
    """Return the gate that does not mind one question left open."""
    found = Table(KNOWLEDGE, "full")
    found.gate_facts = tuple(name for name in found.asked if name != "minor_fall")
    return found


def careless() -> World:
    """Return the world in which gates of measures are forgotten."""
    given = {each.name: getattr(KNOWLEDGE, each.name) for each in fields(Knowledge)}
    return World(Careless(**given), TRAINING)


def measure(name: str, change: Callable[[Node], Node]) -> World:
    """Return the world with the gate of one measure changed."""
    old = KNOWLEDGE.measures[name]
    new = {**KNOWLEDGE.measures, name: replace(old, unless=change(old.unless))}
    return World(replace(KNOWLEDGE, measures=new), TRAINING)


def relief_row(row_id: str, **changed: Any) -> World:
    """Return the world with one row of relief changed."""
    rows = _changed(KNOWLEDGE.relief, row_id, **changed)
    return World(replace(KNOWLEDGE, relief=rows), TRAINING)


def exercise(name: str, change: Callable[[Node], Node]) -> World:
    """Return the world with one `avoid_if` changed."""
    old = TRAINING.exercises[name]
    new = {**TRAINING.exercises, name: replace(old, avoid_if=change(old.avoid_if))}
    return World(KNOWLEDGE, replace(TRAINING, exercises=new))


def training_rows(field: str, row_id: str, **changed: Any) -> World:
    """Return the world with one row of a training table changed."""
    rows = _changed(getattr(TRAINING, field), row_id, **changed)
    given: dict[str, Any] = {field: rows}
    return World(KNOWLEDGE, replace(TRAINING, **given))


def without(fact: str) -> Callable[[Node], Node]:
    """Return what takes one fact out of an `or`."""

    def change(node: Node) -> Node:
        assert isinstance(node, Or)
        assert Fact(fact) in node.operands
        return Or(tuple(each for each in node.operands if each != Fact(fact)))

    return change


def _changed(rows: tuple[Any, ...], row_id: str, **changed: Any) -> tuple[Any, ...]:
    assert any(row.id == row_id for row in rows)
    return tuple(replace(row, **changed) if row.id == row_id else row for row in rows)


def worlds() -> dict[str, Callable[[], World | Table]]:
    """Return a fault for each property: the place that is wrong, and the tables with it."""
    chest = next(row for row in KNOWLEDGE.triage if row.id == "triage.chest-pain")
    sign = Fact("chest_pain")
    cause, therapy = KNOWLEDGE.causes[0], KNOWLEDGE.therapy[0]
    evidence = (replace(cause.for_[0], when=CONTRADICTION), *cause.for_[1:])
    return {
        "gate: any single hard-stop sign gives emergency, whatever else is true": lambda: Quiet(
            KNOWLEDGE, "full"
        ),
        "gate: any single sign that a case sends to emergency does so for everybody": lambda: table(
            chest.id, then="same-day", unsure="appointment"
        ),
        "gate: one more danger sign never lowers the urgency": lambda: table(
            chest.id, when=And((sign, Not(Fact("mild_tingling"))))
        ),
        "gate: unknown never lowers the urgency below no": lambda: table(
            "triage.fever", when=Known("fever")
        ),
        "gate: self-care only when every danger question is answered": forgetful,
        "gate: exactly one outcome": lambda: Twofold(KNOWLEDGE, "full"),
        "gate: no row that holds for nobody": lambda: table(chest.id, when=CONTRADICTION),
        "gate: somebody reaches self-care": lambda: table(chest.id, when=Literal(True)),
        "relief: no measure past its gate, true or unknown": careless,
        "relief: no measure past a single answer that closes its gate, yes or missing": careless,
        "relief: no warmth, cold, bath, hand, current or gel where the body forbids it": lambda: (
            measure("warm-pack", without("reduced_skin_feeling"))
        ),
        "relief: no measure for whoever should be seen the same day or at once": lambda: World(
            KNOWLEDGE, TRAINING, seen_at="emergency"
        ),
        "relief: no measure with a sign that is an emergency by itself": lambda: World(
            triage_row(chest.id, then="appointment", unsure="appointment"), TRAINING
        ),
        "relief: no row that offers nothing to anybody": lambda: relief_row(
            "relief.breathing", when=CONTRADICTION
        ),
        "exercises: no exercise past its avoid_if, true or unknown, in any programme and phase": (
            lambda: Hasty(KNOWLEDGE, TRAINING)
        ),
        "exercises: no exercise past a single answer against it, yes or missing": lambda: Hasty(
            KNOWLEDGE, TRAINING
        ),
        "exercises: no exercise that a case forbids to anybody with the same answer, or without": (
            lambda: exercise("bridge", without("pregnant"))
        ),
        "exercises: nothing loaded and no stretch in the first two days of pain": lambda: (
            training_rows("locks", "lock.first-days", when=Fact("very_sensitive"))
        ),
        "exercises: only the gentlest exercises in strong pain, or unknown": lambda: training_rows(
            "locks", "lock.strong-pain", when=Compare(Fact("pain_0_10"), ">=", Literal(8))
        ),
        "exercises: no exercise and no lock that is for nobody": lambda: exercise(
            "bridge", lambda _: Literal(True)
        ),
        "tables: programme, adaptation and check-ins: exactly one outcome for everybody": lambda: (
            training_rows("rows", "adapt.otherwise", when=Fact("news"))
        ),
        "tables: programme, lights, adaptation and check-ins: no row that is never reached": lambda: (
            training_rows("rows", TRAINING.rows[0].id, when=Literal(True))
        ),
        "tables: causes: no evidence that speaks for nobody": lambda: World(
            replace(KNOWLEDGE, causes=(replace(cause, for_=evidence), *KNOWLEDGE.causes[1:])),
            TRAINING,
        ),
        "tables: therapy: no row that is told to nobody": lambda: World(
            replace(
                KNOWLEDGE, therapy=(replace(therapy, when=CONTRADICTION), *KNOWLEDGE.therapy[1:])
            ),
            TRAINING,
        ),
    }


class Quiet(Table):
    """Counts a hard stop only while nobody is confused."""

    def at_least(self, urgency: Urgency, person: Person) -> Formula:
        return z3.And(super().at_least(urgency, person), z3.Not(person.is_("confused", True)))
