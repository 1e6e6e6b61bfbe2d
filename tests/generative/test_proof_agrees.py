"""The proof's reading of a condition is the evaluation's, over generated conditions and people."""

import z3
from hypothesis import given, settings

from tests.generative.people_and_rules import conditions, people
from tests.spec.drawn import SHAPES
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Node, Value
from unknot.rules.prove import Formula, Person


def pinned(person: Person, facts: dict[str, Value]) -> Formula:
    """Return that the person has exactly these answers."""
    parts = []
    for name, variable in person.facts.items():
        parts.append(variable.known == (name in facts))
        value = facts.get(name)
        if isinstance(value, frozenset):
            parts += [inner == (word in value) for word, inner in variable.words.items()]
        elif isinstance(value, str):
            parts.append(variable.value == person.codes[name][value])
        elif value is not None:
            parts.append(variable.value == value)
    return z3.And(*parts)


@given(conditions, people())
@settings(max_examples=150, deadline=None)
def test_the_formulas_are_true_where_the_evaluation_is(node: Node, facts: dict[str, Value]) -> None:
    person = Person(SHAPES, {})
    truths = person.holds(node)
    solver = z3.Solver()
    solver.add(person.legal, pinned(person, facts))
    assert solver.check() == z3.sat
    model = solver.model()
    read = {True: truths.true, False: truths.false, None: truths.unknown}
    assert z3.is_true(model.eval(read[evaluate(node, facts)], model_completion=True))
    assert person.read(model) == facts
