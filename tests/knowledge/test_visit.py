"""The reader of the visit sheet refuses what is wrong."""

from pathlib import Path

import pytest

from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError, as_entry, compose
from unknot.knowledge.visit import visit, visit_from

KNOWLEDGE = load()
VISIT = visit(KNOWLEDGE)
TEXT = (Path(ROOT) / "visit.yaml").read_text(encoding="utf-8")


def refused(old: str, new: str) -> str:
    assert old in TEXT
    with pytest.raises(ContentError) as error:
        visit_from(as_entry(compose(TEXT.replace(old, new, 1), "v.yaml"), "v.yaml"), KNOWLEDGE)
    return str(error.value)


def test_the_visit_goes_from_story_to_examination_to_pictures_to_blood() -> None:
    steps = [each.id for each in VISIT.steps]
    order = ["visit.listen", "visit.examine", "visit.pictures", "visit.blood"]
    assert steps[:4] == order
    assert "C38" in VISIT.steps[2].grounds.conflicts


def test_every_question_and_step_has_a_source() -> None:
    for each in (*VISIT.asks, *VISIT.steps):
        assert each.grounds.sources, each  # type: ignore[attr-defined]


def test_what_is_wrong_is_refused_with_its_place() -> None:
    assert "is no fact" in refused("facts: [eases]", "facts: [moon]")
    assert "no {value}" in refused("Age: {value}", "Age")
    assert "write both or none" in refused("It began {value}.", "It began.")
    assert "not declared" in refused("sources: [mayo-visit]", "sources: [nobody]")
    assert "v.yaml:" in refused('when: "fever or', 'when: "moon or')
    assert "unknown key" in refused("private: [", "loud: 1\nprivate: [")
