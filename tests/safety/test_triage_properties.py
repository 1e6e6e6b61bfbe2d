"""The danger gate over drawn people: whatever they answer, these sentences stay true.

`test_proofs` proves the same table for every possible person; here real values go through the
real functions, from raw answers to the outcome.
"""

from collections.abc import Mapping
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.care.ask import next_page, pages
from unknot.care.facts import check
from unknot.care.triage import Gate, gate_rows, triage
from unknot.knowledge.load import load
from unknot.knowledge.schema import URGENCIES, FactDefinition
from unknot.rules.nodes import Fact, facts_in

KNOWLEDGE = load()
KINDS: dict[Gate, Literal["danger", "short"]] = {"full": "danger", "short": "short"}
Answers = dict[str, Any]


def signs(gate: Gate) -> list[str]:
    """Return the yes/no facts on the checklists of this gate."""
    groups = KNOWLEDGE.groups_of(KINDS[gate])
    return [f for g in groups for f in g.facts if KNOWLEDGE.facts[f].type == "bool"]


def named(gate: Gate) -> list[FactDefinition]:
    """Return every fact that can move this gate."""
    names = {name for row in gate_rows(KNOWLEDGE, gate) for name in facts_in(row.when)}
    of = {each.id: each.of for each in KNOWLEDGE.derived}
    flat = {f for name in names for f in of.get(name, (name,))} | set(signs(gate))
    return [KNOWLEDGE.facts[name] for name in sorted(flat)]


def hard_stops(gate: Gate) -> list[str]:
    """Return the facts that alone are an emergency."""
    rows = [row for row in gate_rows(KNOWLEDGE, gate) if row.then == "emergency"]
    return [r.when.name for r in rows if isinstance(r.when, Fact) and r.when.name in signs(gate)]


def values(fact: FactDefinition) -> st.SearchStrategy[Any]:
    match fact.type:
        case "bool":
            return st.sampled_from([False, False, False, None, True])
        case "int":
            return st.none() | st.integers(fact.low, fact.high)
        case "word":
            return st.none() | st.sampled_from([each.id for each in fact.options])
        case "words":
            words = [each.id for each in fact.options]
            return st.none() | st.lists(st.sampled_from(words), unique=True, max_size=3)


def people(gate: Gate) -> st.SearchStrategy[Answers]:
    """Return people who answered some, all or none of what the gate reads."""
    return st.fixed_dictionaries({fact.id: values(fact) for fact in named(gate)})


def level(answers: Mapping[str, Any], gate: Gate) -> int:
    return URGENCIES.index(triage(check(dict(answers), KNOWLEDGE), KNOWLEDGE, gate).urgency)


both_gates = pytest.mark.parametrize("gate", ["full", "short"])
drawn = settings(max_examples=150, deadline=None)
EMERGENCY = URGENCIES.index("emergency")


def test_the_hard_stops_are_there() -> None:
    assert len(hard_stops("full")) >= 20
    assert set(hard_stops("short")) == set(signs("short"))


@both_gates
@drawn
@given(data=st.data())
def test_one_hard_stop_is_an_emergency_whatever_else(gate: Gate, data: st.DataObject) -> None:
    person = data.draw(people(gate))
    stop = data.draw(st.sampled_from(hard_stops(gate)))
    assert level(person | {stop: True}, gate) == EMERGENCY


@both_gates
@drawn
@given(data=st.data())
def test_one_more_danger_sign_never_lowers_the_urgency(gate: Gate, data: st.DataObject) -> None:
    person = data.draw(people(gate))
    sign = data.draw(st.sampled_from(signs(gate)))
    assert level(person | {sign: True}, gate) >= level(person | {sign: False}, gate)


@both_gates
@drawn
@given(data=st.data())
def test_not_sure_never_lowers_the_urgency(gate: Gate, data: st.DataObject) -> None:
    person = data.draw(people(gate))
    unsure = data.draw(st.lists(st.sampled_from(signs(gate)), unique=True, min_size=1))
    answered_no = person | dict.fromkeys(unsure, False)
    assert level(person | dict.fromkeys(unsure, None), gate) >= level(answered_no, gate)


@both_gates
@drawn
@given(data=st.data())
def test_self_care_only_when_every_danger_question_is_answered(
    gate: Gate, data: st.DataObject
) -> None:
    person = data.draw(people(gate))
    clear = person | dict.fromkeys(signs(gate), False)
    left_out = data.draw(st.sampled_from(signs(gate)))
    assert level(clear | {left_out: None}, gate) > URGENCIES.index("self-care")


@both_gates
@drawn
@given(data=st.data())
def test_each_person_gets_exactly_one_outcome_and_its_reason(
    gate: Gate, data: st.DataObject
) -> None:
    person = check(data.draw(people(gate)), KNOWLEDGE)
    outcome = triage(person, KNOWLEDGE, gate)
    assert outcome.urgency in URGENCIES
    assert triage(person, KNOWLEDGE, gate) == outcome
    has_reason = bool(outcome.decided_by or outcome.unanswered)
    assert has_reason == (outcome.urgency != "self-care")


@drawn
@given(age=st.integers(18, 64), breath=st.booleans(), pain=st.integers(0, 7))
def test_an_ordinary_spasm_reaches_self_care(age: int, breath: bool, pain: int) -> None:
    person = dict.fromkeys(signs("full"), False) | {
        "pain_on_breath": breath,
        "age_years": age,
        "pregnant": False,
        "regions": ["upper_back"],
        "onset_trigger": "long_position",
        "days_since_onset": 1,
        "pain_0_10": pain,
        "had_before": "first_time",
    }
    assert level(person, "full") == URGENCIES.index("self-care")


def test_the_checklists_are_short_enough_to_read() -> None:
    danger = KNOWLEDGE.groups_of("danger")
    assert 5 <= len(danger) <= 7
    assert max(len(group.facts) for group in danger) <= 8
    assert [page.id for page in pages(KNOWLEDGE, "danger")] == ["danger-1", "danger-2"]
    assert all(len(group.facts) <= 6 for group in KNOWLEDGE.groups_of("short"))


def test_a_hard_stop_on_the_first_page_ends_the_asking() -> None:
    for stop in hard_stops("full"):
        assert next_page({stop: True}, KNOWLEDGE, "triage") is None
