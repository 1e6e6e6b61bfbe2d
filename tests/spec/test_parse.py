import pytest

from tests.spec.drawn import SHAPES
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Not, Or, facts_in
from unknot.rules.parse import ConditionError, parse

REFUSED = [
    ("a +", "cannot read"),
    ("pain + 1 > 3", "a word in quotes"),
    ("max(pain)", "known(fact)"),
    ("fever", "not a declared fact"),
    ("regoins", "did you mean 'regions'"),
    ("pain", "compare it with a value"),
    ("pain > 11", "goes from 0 to 10"),
    ("pain == 'much'", "of type int"),
    ("pain == true", "of type int"),
    ("a == 1", "of type bool"),
    ("a > b", "has no order"),
    ("onset > 'injury'", "has no order"),
    ("onset == 'injry'", "try injury"),
    ("onset in []", "write fact in"),
    ("onset in 'injury'", "write fact in"),
    ("regions in ['neck']", "is a set"),
    ("regions == 'neck'", "is a set"),
    ("0 < pain < 5", "two things at a time"),
    ("1 < 2", "must be a fact"),
    ("a is b", "use =="),
    ("a if b else a", "only facts"),
    ("a.real", "only facts"),
    ("known(pain > 3)", "known(fact)"),
    ("known(fever)", "not a declared fact"),
    ("a\nand b", "one line"),
    ("__import__('os')", "known(fact)"),
    ("(" * 500 + "a" + ")" * 500, "cannot read"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=[text[:25] for text, _ in REFUSED])
def test_what_is_outside_the_language_is_refused_with_a_remedy(text: str, says: str) -> None:
    with pytest.raises(ConditionError) as refusal:
        parse(text, SHAPES, "triage.yaml:12 (triage.x)")
    assert str(refusal.value).startswith("triage.yaml:12 (triage.x): ")
    assert says in str(refusal.value)


def test_each_of_the_eight_nodes_can_be_written() -> None:
    node = parse("not a and (pain >= 5 or 'neck' in regions or known(b) or true)", SHAPES)
    assert node == And(
        (
            Not(Fact("a")),
            Or(
                (
                    Compare(Fact("pain"), ">=", Literal(5)),
                    Member(Literal("neck"), Fact("regions")),
                    Known("b"),
                    Literal(True),
                )
            ),
        )
    )
    assert facts_in(node) == {"a", "pain", "regions", "b"}
