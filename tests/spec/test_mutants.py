import pytest

from tests.spec.drawn import SHAPES
from unknot.rules.analyse import mutants, neighbours, nudged
from unknot.rules.nodes import And, Node, Or
from unknot.rules.parse import parse


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("a", ["not a"]),
        ("not a", ["a", "not not a"]),
        ("a and b", ["a or b", "b", "not a and b", "a", "a and not b"]),
        ("pain >= 5", ["pain > 5", "pain < 5", "pain >= 4", "pain >= 6"]),
        (
            "onset in ['injury', 'stress']",
            ["onset in ['stress']", "onset in ['injury']", "onset not in ['injury', 'stress']"],
        ),
        ("known(a)", []),
    ],
)
def test_each_small_slip_is_made(text: str, slips: list[str]) -> None:
    made = list(mutants(parse(text, SHAPES)))
    written = [parse(slip, SHAPES) for slip in slips]
    assert {str(_single(each)) for each in made} == {str(each) for each in written}


def _single(node: Node) -> Node:
    match node:
        case And((only,)) | Or((only,)):
            return only
        case _:
            return node


def test_a_number_is_nudged_both_ways_and_a_word_to_its_neighbours() -> None:
    assert nudged(3) == (2, 4)
    scale = ("low", "moderate", "high")
    assert neighbours("moderate", scale) == ("low", "high")
    assert neighbours("low", scale) == ("moderate",)
    assert neighbours("high", scale) == ("moderate",)
