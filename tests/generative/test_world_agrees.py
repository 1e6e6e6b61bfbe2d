"""What the proofs say of a person is what the programme does, over invented people."""

import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generative.test_proof_agrees import pinned
from tools.population import full_gate, invented
from tools.prove.world import World
from unknot.care.barrier import Person, barrier
from unknot.care.facts import with_derived
from unknot.care.programme import START
from unknot.care.relief import relief
from unknot.care.triage import triage
from unknot.knowledge.load import load
from unknot.knowledge.schema import URGENCIES
from unknot.knowledge.training import training
from unknot.rules.columns import to_facts
from unknot.rules.nodes import Value, facts_in

KNOWLEDGE = load()
TRAINING = training(KNOWLEDGE)
WORLD = World(KNOWLEDGE, TRAINING)
PEOPLE = to_facts(invented(full_gate(KNOWLEDGE), 400, seed=3), full_gate(KNOWLEDGE).shapes)
GATES = {f for row in KNOWLEDGE.relief for f in facts_in(KNOWLEDGE.gate(row)) | facts_in(row.when)}
DOORS = {f for each in TRAINING.exercises.values() for f in facts_in(each.avoid_if)}
DOORS |= {f for lock in TRAINING.locks for f in facts_in(lock.when)}
MORE = sorted((GATES | DOORS) - KNOWLEDGE.counts.keys())


@st.composite
def people(draw: st.DrawFn) -> dict[str, Value]:
    """Draw somebody of the population, with some more of what relief and exercises read."""
    facts: dict[str, Value] = {**draw(st.sampled_from(PEOPLE)), **START}
    for name in draw(st.sets(st.sampled_from(MORE), max_size=40)):
        if KNOWLEDGE.facts[name].type == "bool":
            facts[name] = draw(st.sampled_from([False, False, False, False, True]))
    return facts


@given(people())
@settings(max_examples=12, deadline=None)
def test_urgency_relief_and_exercises_are_the_ones_of_the_formulas(facts: dict[str, Value]) -> None:
    person = WORLD.person()
    solver = z3.Solver()
    solver.add(person.legal, pinned(person, facts))
    assert solver.check() == z3.sat
    model = solver.model()

    def said(formula: object) -> bool:
        return bool(z3.is_true(model.eval(formula, model_completion=True)))

    level = URGENCIES.index(triage(facts, KNOWLEDGE).urgency)
    for urgency in URGENCIES:
        assert said(WORLD.gate.at_least(urgency, person)) is (URGENCIES.index(urgency) <= level)
    offered = {offer.measure for offer in relief(facts, KNOWLEDGE)} if level < 2 else set()
    assert {m for m in KNOWLEDGE.measures if said(WORLD.shown(m, person))} == offered
    here = Person(with_derived(facts, KNOWLEDGE), every("can_get_into"), every("equipment"), 20, {})
    for exercise in TRAINING.exercises.values():
        for phase in exercise.phases:
            free = barrier(exercise, here, phase, TRAINING) is None
            assert said(WORLD.may(exercise, phase, person)) is free


def every(fact: str) -> frozenset[str]:
    return KNOWLEDGE.facts[fact].shape.words
