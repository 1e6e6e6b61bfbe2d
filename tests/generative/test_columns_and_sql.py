"""Columns, bit planes and SQL say what the evaluation says, over generated conditions and people."""

import itertools

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generative.people_and_rules import conditions, people
from tests.spec.drawn import SHAPES
from tests.spec.readings import by_bits, by_columns, by_sql
from unknot.care.facts import count
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Derived
from unknot.rules.bits import Population, spread
from unknot.rules.code import reading
from unknot.rules.columns import column, to_facts, to_frame
from unknot.rules.evaluate import evaluate
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
)
from unknot.rules.parse import Shape
from unknot.rules.sql import sql

ALL_NODES = {Fact, Literal, Not, And, Or, Compare, Member, Known}
COUNTED = ("a", "b", "c")
YES_NO = {name: Shape("bool") for name in COUNTED}


def test_four_readings_agree_and_meet_every_kind_of_node() -> None:
    met: set[type] = set()
    truths: set[bool | None] = set()

    @given(conditions, people())
    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    def agree(node: Node, facts: dict[str, Value]) -> None:
        truth = evaluate(node, facts)
        assert by_columns(node, facts, SHAPES) is truth
        assert by_sql(node, facts, SHAPES) is truth
        assert by_bits(node, facts, SHAPES) is truth
        met.update(_kinds(node))
        truths.add(truth)

    agree()
    assert met == ALL_NODES
    assert truths == {True, False, None}


def truths(node: Node, frame: pl.DataFrame) -> list[bool | None]:
    said = Population(frame, SHAPES, [node]).planes(node)
    true, false = (spread(bits, frame.height) for bits in (said.true, said.false))
    return [True if t else False if f else None for t, f in zip(true, false, strict=True)]


@given(conditions, st.lists(people(), max_size=6))
@settings(max_examples=100, deadline=None)
def test_a_table_of_people_is_each_person(node: Node, several: list[dict[str, Value]]) -> None:
    frame = to_frame(several, SHAPES)
    assert to_facts(frame, SHAPES) == several
    found = frame.with_columns(truth=column(node, SHAPES))["truth"].to_list()
    assert found == [evaluate(node, facts) for facts in several]
    for first in range(min(3, len(several))):
        assert truths(node, frame[first:]) == found[first:]


@pytest.mark.parametrize("at_least", [0, 1, 2, 3, 4])
def test_a_count_is_settled_when_no_answer_can_change_it(at_least: int) -> None:
    counts = {"many": (at_least, COUNTED)}
    asked: tuple[Node, ...] = (
        Fact("many"),
        Not(Fact("many")),
        Known("many"),
        Compare(Fact("many"), "==", Literal(True)),
    )
    for answers in itertools.product((True, False, None), repeat=3):
        facts = {n: v for n, v in zip(COUNTED, answers, strict=True) if v is not None}
        many = count(Derived("many", at_least, COUNTED, Both("many", "plusieurs")), facts)
        for node in asked:
            truth = evaluate(node, {**facts, "many": many})
            assert by_columns(node, facts, YES_NO, counts) is truth
            assert by_sql(node, facts, YES_NO, counts) is truth
            assert by_bits(node, facts, YES_NO, counts) is truth
            assert reading([node], counts)(facts) == (truth,)


@pytest.mark.parametrize(
    "node",
    [
        And(()),
        Or(()),
        Member(Fact("one"), ()),
        Compare(Fact("one"), "==", Fact("other")),
        Compare(Fact("one"), "!=", Fact("other")),
        Compare(Fact("one"), "==", Literal('it\'s "so"')),
        Member(Literal("it's"), Fact("several")),
        Known("several"),
    ],
    ids=str,
)
def test_odd_words_and_empty_parts_are_read_alike(node: Node) -> None:
    shapes = {
        "one": Shape("word", frozenset({'it\'s "so"', "plain"})),
        "other": Shape("word", frozenset({"plain", "else"})),
        "several": Shape("words", frozenset({"it's", 'or "not"'})),
    }
    someone: list[dict[str, Value]] = [
        {},
        {"one": "plain"},
        {"one": 'it\'s "so"', "other": "else", "several": frozenset()},
        {"one": "plain", "other": "plain", "several": frozenset({"it's"})},
    ]
    for facts in someone:
        truth = evaluate(node, facts)
        assert by_columns(node, facts, shapes) is truth
        assert by_sql(node, facts, shapes) is truth
        assert by_bits(node, facts, shapes) is truth
        assert reading([node])(facts) == (truth,)


def test_what_parse_never_makes_is_refused() -> None:
    node = Member(Fact("onset"), Fact("regions"))
    for read in (column, sql):
        with pytest.raises(TypeError, match="write 'word' in a fact"):
            read(node, SHAPES)


def _kinds(node: Node) -> set[type]:
    match node:
        case Not(operand):
            return {Not} | _kinds(operand)
        case And(operands) | Or(operands):
            return {type(node)}.union(*(_kinds(each) for each in operands))
        case Compare(left, _, right):
            return {Compare, type(left), type(right)}
        case Member(item, container):
            return {Member, type(item)} | ({Fact} if isinstance(container, Fact) else set())
        case _:
            return {type(node)}
