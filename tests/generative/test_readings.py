"""Properties of the language over generated conditions and people."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generative.people_and_rules import conditions, people
from tests.spec.drawn import SHAPES
from unknot.rules.code import reading
from unknot.rules.evaluate import evaluate, open_facts, residual, trace
from unknot.rules.nodes import (
    And,
    Compare,
    Fact,
    Known,
    Literal,
    Member,
    Node,
    Not,
    Or,
    Value,
    facts_in,
)
from unknot.rules.parse import ConditionError, parse

ALL_NODES = {Fact, Literal, Not, And, Or, Compare, Member, Known}


@given(conditions, people())
@settings(max_examples=300)
def test_the_trace_and_the_residue_agree_with_the_evaluation(
    node: Node, person: dict[str, Value]
) -> None:
    truth = evaluate(node, person)
    assert trace(node, person).truth is truth
    assert evaluate(residual(node, person), person) is truth
    assert open_facts(node, person)[0] is truth
    assert set(open_facts(node, person)[1]) == facts_in(residual(node, person))


@given(st.lists(conditions, max_size=5), people())
@settings(max_examples=300, deadline=None)
def test_the_code_of_a_table_agrees_with_the_evaluation(
    nodes: list[Node], person: dict[str, Value]
) -> None:
    gaps: dict[str, Value | None] = {"a": None, **person}
    assert reading(nodes)(gaps) == tuple(evaluate(node, gaps) for node in nodes)


@given(conditions, people(), people())
@settings(max_examples=300)
def test_an_answer_settles_and_never_unsettles(
    node: Node, person: dict[str, Value], more: dict[str, Value]
) -> None:
    if _asks_known(node):
        return
    truth = evaluate(node, person)
    if truth is not None:
        assert evaluate(node, {**more, **person}) is truth


@given(conditions, people(), people())
@settings(max_examples=300)
def test_only_the_facts_of_the_residue_can_still_change_the_truth(
    node: Node, person: dict[str, Value], more: dict[str, Value]
) -> None:
    if _asks_known(node):
        return
    open_facts = facts_in(residual(node, person))
    others = {name: value for name, value in more.items() if name not in open_facts}
    assert evaluate(node, {**others, **person}) is evaluate(node, person)


@given(conditions)
@settings(max_examples=200)
def test_what_is_written_out_reads_back_as_the_same_condition(node: Node) -> None:
    again = parse(_written(node), SHAPES)
    for person in _some_people():
        assert evaluate(again, person) is evaluate(node, person)


def test_the_generator_meets_every_kind_of_node() -> None:
    met: set[type] = set()

    @given(conditions)
    @settings(max_examples=400, database=None, derandomize=True)
    def meet(node: Node) -> None:
        met.update(type(each) for each in _walk(node))

    meet()
    assert met == ALL_NODES


def _walk(node: Node) -> list[Node]:
    match node:
        case Not(operand):
            return [node, *_walk(operand)]
        case And(operands) | Or(operands):
            return [node, *(inner for each in operands for inner in _walk(each))]
        case Compare(left, _, right):
            return [node, left, right]
        case Member(item, Fact() as container):
            return [node, item, container]
        case _:
            return [node]


def _asks_known(node: Node) -> bool:
    return any(isinstance(each, Known) for each in _walk(node))


def _written(node: Node) -> str:
    match node:
        case Literal(value):
            return str(value).lower() if isinstance(value, bool) else repr(value)
        case Fact(name):
            return name
        case Known(name):
            return f"known({name})"
        case Not(operand):
            return f"not ({_written(operand)})"
        case And(operands):
            return " and ".join(f"({_written(each)})" for each in operands)
        case Or(operands):
            return " or ".join(f"({_written(each)})" for each in operands)
        case Compare(left, sign, right):
            return f"{_written(left)} {sign} {_written(right)}"
        case Member(item, Fact(name)):
            return f"{_written(item)} in {name}"
        case Member(item, tuple(values)):
            return f"{_written(item)} in {list(values)!r}"
        case _:
            raise TypeError(node)


def _some_people() -> list[dict[str, Value]]:
    return [
        {},
        {"a": True, "pain": 5, "onset": "injury", "regions": frozenset({"neck"})},
        {"a": False, "b": True, "pain": 0, "worst": 10, "onset": "stress", "regions": frozenset()},
    ]


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        parse(text, SHAPES, "x.yaml:1")
    except ConditionError as error:
        refusal = str(error)
    else:
        refusal = "x.yaml:1: "
    assert refusal.startswith("x.yaml:1: ")
