import pytest

from tests.knowledge.small_content import write
from unknot.care.facts import FactErrors, check, count, to_json, with_derived
from unknot.knowledge.load import load_from
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Derived, Knowledge


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return load_from(write(tmp_path_factory.mktemp("content")))


def test_null_and_missing_are_both_unknown(knowledge: Knowledge) -> None:
    assert check({"fever": None}, knowledge) == check({}, knowledge) == {}


@pytest.mark.parametrize(
    ("raw", "fact", "expected"),
    [
        ({"fewer": True}, "fewer", "did you mean fever"),
        ({"fever": 1}, "fever", "true, false or null"),
        ({"fever": "yes"}, "fever", "true, false or null"),
        ({"pain": 11}, "pain", "from 0 to 10"),
        ({"pain": True}, "pain", "from 0 to 10"),
        ({"pain": 4.0}, "pain", "from 0 to 10"),
        ({"regions": "neck"}, "regions", "a list out of neck"),
        ({"regions": ["neck", "knee"]}, "regions", "a list out of neck"),
        ({"regions": [["neck"]]}, "regions", "a list out of neck"),
        ({"both_signs": True}, "both_signs", "only facts a person answers"),
        ([], "facts", "a map of fact ids"),
    ],
)
def test_bad_facts_are_named_with_what_was_expected(
    raw: object, fact: str, expected: str, knowledge: Knowledge
) -> None:
    with pytest.raises(FactErrors) as refusal:
        check(raw, knowledge)
    [error] = refusal.value.errors
    assert error.fact == fact
    assert expected in error.expected


def test_all_bad_facts_are_named_at_once(knowledge: Knowledge) -> None:
    with pytest.raises(FactErrors) as refusal:
        check({"pain": 99, "fever": "x", "rash": True}, knowledge)
    assert [each.fact for each in refusal.value.errors] == ["pain", "fever"]


def test_facts_survive_the_way_to_json_and_back(knowledge: Knowledge) -> None:
    facts = check({"regions": ["neck"], "pain": 4, "fever": False}, knowledge)
    assert check(to_json(facts), knowledge) == facts


@pytest.mark.parametrize(
    ("values", "truth"),
    [
        ((True, True, None), True),
        ((True, None, None), None),
        ((True, False, False), False),
        ((False, False, None), False),
        ((None, None, None), None),
    ],
)
def test_a_count_is_known_as_soon_as_nothing_can_change_it(
    values: tuple[bool | None, ...], truth: bool | None
) -> None:
    facts = {name: value for name, value in zip("abc", values, strict=True) if value is not None}
    assert count(Derived("two", 2, ("a", "b", "c"), Both("two", "deux")), facts) is truth


def test_derived_facts_are_added(knowledge: Knowledge) -> None:
    assert with_derived({"fever": True, "rash": True}, knowledge)["both_signs"] is True
    assert "both_signs" not in with_derived({"fever": True}, knowledge)
