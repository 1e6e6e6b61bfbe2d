"""What professionals offer: nothing is open past an exclusion, true or unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.care.facts import with_derived
from unknot.care.options import gate, standings
from unknot.knowledge.load import load
from unknot.knowledge.options import options
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value, facts_in

KNOWLEDGE = load()
OPTIONS = options(KNOWLEDGE)
NO: dict[str, Value] = {
    name: False
    for group in KNOWLEDGE.groups_of("danger", "story", "profile")
    for name in group.facts
    if KNOWLEDGE.facts[name].type == "bool"
}
WELL = NO | {
    "age_years": 41,
    "regions": frozenset({"upper_back"}),
    "days_since_onset": 4,
    "onset_trigger": "overload",
    "feels": frozenset({"tight"}),
}
NAMED = sorted({name for each in OPTIONS.exclusions.values() for name in facts_in(each.when)})


def states(facts: dict[str, Value]) -> dict[str, str]:
    return {each.option: each.state for each in standings(facts, KNOWLEDGE)}


def value_of(name: str) -> st.SearchStrategy[Value | None]:
    fact = KNOWLEDGE.facts[name]
    words = [each.id for each in fact.options]
    match fact.type:
        case "bool":
            return st.sampled_from([None, True, False])
        case "int":
            return st.none() | st.integers(fact.low or 0, fact.high or 0)
        case "word":
            return st.none() | st.sampled_from(words)
        case "words":
            return st.none() | st.frozensets(st.sampled_from(words), max_size=3)


def test_a_well_person_may_talk_over_all_but_what_a_doctor_decides() -> None:
    found = states(WELL)
    for option in OPTIONS.options.values():
        assert found[option.id] == ("doctor" if option.decides == "doctor" else "open"), option.id


def test_who_said_nothing_is_offered_nothing() -> None:
    assert set(states({}).values()) == {"ask"}


@pytest.mark.parametrize("name", OPTIONS.exclusions)
def test_each_exclusion_is_asked_first_and_then_closes(name: str) -> None:
    exclusion = OPTIONS.exclusions[name]
    for option in OPTIONS.options.values():
        if name not in option.unless:
            continue
        for fact in facts_in(exclusion.when) - {"feels"}:
            without = {key: value for key, value in WELL.items() if key != fact}
            if evaluate(exclusion.when, without) is None:
                standing = next(s for s in standings(without, KNOWLEDGE) if s.option == option.id)
                assert standing.state == "ask", option.id
                assert fact in standing.ask, option.id


@pytest.mark.parametrize("name", OPTIONS.exclusions)
def test_each_answer_of_an_exclusion_closes_alone(name: str) -> None:
    exclusion = OPTIONS.exclusions[name]
    named = facts_in(exclusion.when)
    yes_no = [fact for fact in named if KNOWLEDGE.facts[fact].type == "bool"]
    closes = [option.id for option in OPTIONS.options.values() if name in option.unless]
    for fact in yes_no:
        found = states(WELL | {fact: True})
        assert {found[option] for option in closes} == {"closed"}, fact
        by = {s.option: s.closed_by for s in standings(WELL | {fact: True}, KNOWLEDGE)}
        assert all(name in by[option] for option in closes), fact
    assert yes_no or name in ("young", "neck", "fresh-injury")


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries({name: value_of(name) for name in NAMED}))
def test_no_option_is_open_past_an_exclusion_true_or_unknown(
    changes: dict[str, Value | None],
) -> None:
    facts = {k: v for k, v in (WELL | changes).items() if v is not None}
    known = with_derived(facts, KNOWLEDGE)
    for standing in standings(facts, KNOWLEDGE):
        option = OPTIONS.options[standing.option]
        truths = [evaluate(OPTIONS.exclusions[each].when, known) for each in option.unless]
        if standing.state in ("open", "doctor"):
            assert truths == [False] * len(truths)
            assert gate(facts, KNOWLEDGE) == "open"
        if True in truths:
            assert standing.state == "closed"
            assert standing.closed_by


@pytest.mark.parametrize(
    ("changes", "option", "state"),
    [
        ({"osteoporosis": True}, "manipulation", "closed"),
        ({"osteoporosis": True}, "traction", "closed"),
        ({"osteoporosis": None}, "manipulation", "ask"),
        ({"minor_fall": True}, "manipulation", "closed"),
        ({"numb_arm_or_fingers": True}, "manipulation", "closed"),
        ({"regions": frozenset({"neck", "upper_back"})}, "manipulation", "closed"),
        ({"takes_blood_thinner": True}, "needles", "closed"),
        ({"takes_blood_thinner": None}, "trained-massage", "ask"),
        ({"implant_or_pacemaker": True}, "tens-by-clinician", "closed"),
        ({"pregnant": True}, "ultrasound", "closed"),
        ({"heart_disease": True}, "cryotherapy", "closed"),
        ({"diabetes": True}, "injections", "closed"),
        ({"onset_trigger": "injury", "days_since_onset": 1}, "trained-massage", "closed"),
        ({"onset_trigger": "injury", "days_since_onset": 4}, "trained-massage", "open"),
        ({"age_years": 15}, "laser", "closed"),
        ({"age_years": 16}, "laser", "open"),
        ({"onset_trigger": "injury", "days_since_onset": 2}, "manipulation", "closed"),
        ({"onset_trigger": "injury", "days_since_onset": 3}, "manipulation", "open"),
        ({"onset_trigger": "injury", "days_since_onset": None}, "manipulation", "ask"),
        ({"onset_trigger": "known_spine_condition"}, "traction", "closed"),
        ({"regions": frozenset({"throat"})}, "traction", "closed"),
        ({"regions": None}, "traction", "ask"),
        ({"feels": frozenset({"tingling"})}, "manipulation", "closed"),
        ({"spine_condition": True}, "trained-massage", "closed"),
    ],
)
def test_who_must_not(changes: dict[str, Value | None], option: str, state: str) -> None:
    facts = {k: v for k, v in (WELL | changes).items() if v is not None}
    assert states(facts)[option] == state


def test_a_danger_sign_closes_everything() -> None:
    for sign in ("chest_pain", "bladder_or_bowel_control_lost", "fever"):
        assert gate(WELL | {sign: True}, KNOWLEDGE) == "stop", sign
        assert set(states(WELL | {sign: True}).values()) == {"closed"}, sign


def test_an_unanswered_danger_sign_leaves_nothing_open() -> None:
    for sign in KNOWLEDGE.danger_facts:
        facts = {key: value for key, value in WELL.items() if key != sign}
        assert not {"open", "doctor"} & set(states(facts).values()), sign


def test_an_operation_and_an_injection_are_never_open() -> None:
    assert states(WELL)["surgery"] == states(WELL)["injections"] == "doctor"
