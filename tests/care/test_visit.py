"""The sheet for a visit: only what was said; unknown is not sure, never no."""

from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.care.visit import asks, boxes, facts_of, signs
from unknot.knowledge.load import load
from unknot.knowledge.visit import visit
from unknot.rules.nodes import Value

KNOWLEDGE = load()
VISIT = visit(KNOWLEDGE)
GROUPS = frozenset(each.id for each in KNOWLEDGE.groups_of("danger", "story", "profile"))
DANGER = list(KNOWLEDGE.danger_facts)
CALM: dict[str, Value] = dict.fromkeys(DANGER, False)


def test_no_answer_makes_an_empty_sheet() -> None:
    assert boxes({}, frozenset(), KNOWLEDGE) == ()
    found = signs({}, frozenset(), KNOWLEDGE)
    assert (found.yes, found.unsure, found.no, found.else_no) == ((), (), (), ())
    assert len(found.unasked) == len(KNOWLEDGE.groups_of("danger"))


def test_a_box_holds_what_was_said_and_names_what_was_not_sure() -> None:
    facts: dict[str, Value] = {"diabetes": True, "epilepsy": False, "age_years": 70}
    (health,) = boxes(facts, frozenset({"story-history"}), KNOWLEDGE)
    assert health.part.id == "health"
    assert dict(health.said) == {"age_years": 70, "diabetes": True}
    assert "epilepsy" not in health.unsure
    assert "kidney_disease" in health.unsure
    assert "pregnant" not in health.unsure


def test_danger_answers_are_yes_no_or_not_sure() -> None:
    facts = CALM | {"fever": True}
    del facts["weight_loss"]
    found = signs(facts, GROUPS, KNOWLEDGE)
    assert found.yes == ("fever",)
    assert found.unsure == ("weight_loss",)
    assert [each.id for each in found.else_no] == ["danger-harm", "danger-ill"]
    assert not set(found.no) & set(found.else_no)
    assert len(found.no) == len(KNOWLEDGE.groups_of("danger")) - 2


def test_what_was_not_put_is_not_called_unsure() -> None:
    found = signs({"fever": True}, frozenset(), KNOWLEDGE)
    assert found.yes == ("fever",)
    assert found.unsure == ()
    assert found.no == found.else_no == ()


def test_every_answer_that_is_asked_has_a_place_on_the_sheet_or_is_left_out_on_purpose() -> None:
    placed = {name for part in VISIT.parts for name in facts_of(part, KNOWLEDGE)}
    asked = {
        name
        for group in KNOWLEDGE.groups
        if group.kind in ("story", "profile", "medicine")
        for name in group.facts
        if KNOWLEDGE.facts[name].asked
    }
    assert sorted(asked - placed - set(VISIT.left_out)) == []
    assert not placed & set(DANGER)


def test_private_answers_never_reach_the_paper() -> None:
    facts = CALM | dict.fromkeys(VISIT.private, True)
    found = signs(facts, GROUPS, KNOWLEDGE)
    assert not set(VISIT.private) & {*found.yes, *found.unsure}
    assert found == signs(CALM, GROUPS, KNOWLEDGE), "a private yes and a private no look the same"
    assert "danger-harm" not in [each.id for each in found.no]
    assert not set(VISIT.private) & {
        name for part in VISIT.parts for name in facts_of(part, KNOWLEDGE)
    }


def test_questions_follow_from_the_answers() -> None:
    general = {each.id for each in asks({}, KNOWLEDGE)}
    assert general == {"ask.what", "ask.other", "ask.picture", "ask.do", "ask.back"}
    for facts, question in [
        ({"fever": True}, "ask.blood"),
        ({"regions": frozenset({"low_back"})}, "ask.urine"),
        ({"regions": frozenset({"shoulder_right"})}, "ask.liver"),
        ({"had_before": "often_same_place"}, "ask.therapy"),
        ({"osteoporosis": True}, "ask.bones"),
        ({"mild_tingling": True}, "ask.nerves"),
        ({"takes_anti_inflammatory": True}, "ask.medicines"),
    ]:
        found = [each.id for each in asks(facts, KNOWLEDGE)]  # type: ignore[arg-type]
        assert found[0] == question
        assert set(found) == general | {question}


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.facts)), st.sampled_from([True, False])),
    st.frozensets(st.sampled_from(sorted(GROUPS))),
)
def test_nothing_stands_on_the_sheet_that_was_not_said(
    raw: dict[str, bool], put: frozenset[str]
) -> None:
    facts = {name: v for name, v in raw.items() if KNOWLEDGE.facts[name].type == "bool"}
    for box in boxes(facts, put, KNOWLEDGE):
        assert all(facts[name] is True for name in box.said)
        assert all(name not in facts for name in box.unsure)
        assert all(KNOWLEDGE.facts[name].group in put for name in box.unsure)
    found = signs(facts, put, KNOWLEDGE)
    assert all(facts[name] is True for name in found.yes)
    assert all(name not in facts for name in found.unsure)
    for group in found.no:
        assert group.id in put
        assert all(facts[n] is False for n in group.facts)
    assert not {g.id for g in found.unasked} & put
