"""Asking on a small table, where what can still matter is plain to see."""

import pytest

from tests.knowledge.small_content import TRIAGE, write
from unknot.care.ask import next_page
from unknot.care.triage import triage
from unknot.knowledge.load import load_from
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import Value

ROWS = (
    TRIAGE
    + """\
  - id: triage.rash
    when: rash
    then: emergency
    suspect: infection
    because: {en: Rash matters., fr: La rougeur compte.}
    sources: [book]
"""
)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return load_from(write(tmp_path_factory.mktemp("content"), triage=ROWS))


def groups(facts: dict[str, Value], knowledge: Knowledge) -> list[str]:
    page = next_page(facts, knowledge, "triage")
    return [group.id for group in page.groups] if page else []


def test_danger_comes_first(knowledge: Knowledge) -> None:
    assert groups({}, knowledge) == ["danger-one"]


def test_nothing_is_asked_once_nothing_can_change(knowledge: Knowledge) -> None:
    assert groups({"rash": True}, knowledge) == []


def test_an_answer_that_no_longer_matters_is_not_asked_for(knowledge: Knowledge) -> None:
    assert groups({"fever": False, "rash": False}, knowledge) == []
    assert groups({"fever": True, "rash": False}, knowledge) == ["story-one"]


def test_a_group_that_was_put_is_not_put_again_and_blocks_self_care(knowledge: Knowledge) -> None:
    facts: dict[str, Value] = {"rash": False, "asked_groups": frozenset({"danger-one"})}
    assert "danger-one" not in groups(facts, knowledge)
    assert triage(facts, knowledge).urgency == "appointment"


def test_unknown_is_never_no(knowledge: Knowledge) -> None:
    assert triage({}, knowledge).urgency == "same-day"
    assert triage({"fever": False, "rash": False}, knowledge).urgency == "self-care"
    assert triage({"fever": False}, knowledge).by_doubt


def test_null_is_as_unknown_as_missing(knowledge: Knowledge) -> None:
    null: dict[str, Value] = {"fever": None, "rash": False}  # type: ignore[dict-item]
    assert triage(null, knowledge).urgency == triage({"rash": False}, knowledge).urgency
    assert groups(null, knowledge) == groups({"rash": False}, knowledge)
