"""Relief on the real table: what is offered, what is held back, and what unknown does."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.care.ask import next_page, pages
from unknot.care.facts import check
from unknot.care.relief import relief, returns, withheld
from unknot.knowledge.load import ROOT, load
from unknot.rules.nodes import Value

KNOWLEDGE = load()
CASES = yaml.safe_load((ROOT / "cases" / "relief-first-days.yaml").read_text(encoding="utf-8"))


def person(raw: Mapping[str, Any], clear: bool = True) -> dict[str, Value]:
    facts: dict[str, Value] = dict.fromkeys(KNOWLEDGE.danger_facts, False) if clear else {}
    return facts | check(raw, KNOWLEDGE)


def offered(facts: Mapping[str, Value]) -> set[str]:
    return {offer.measure for offer in relief(facts, KNOWLEDGE)}


DESK = person(CASES[0]["facts"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    seen = offered(person(case["facts"], case["base"] == "all-clear"))
    assert set(case["expect"].get("offered", [])) <= seen
    assert not set(case["expect"].get("withheld", [])) & seen


def test_a_measure_is_offered_once_with_the_row_that_offers_it() -> None:
    offers = relief(DESK, KNOWLEDGE)
    assert len({each.measure for each in offers}) == len(offers)
    assert {each.row for each in offers} <= {row.id for row in KNOWLEDGE.relief}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_an_answer_taken_away_never_opens_a_gate(case: dict[str, Any]) -> None:
    facts = person(case["facts"])
    gates = {"warm-pack", "light-self-massage", "seated-turn", "shoulder-roll"}
    for name in facts:
        less = {key: value for key, value in facts.items() if key != name}
        assert offered(less) & gates <= offered(facts), name


CHECKS = [
    *("swelling_or_redness", "very_sensitive", "reduced_skin_feeling", "poor_circulation"),
    *("heart_disease", "spine_condition", "pregnant", "fever", "takes_blood_thinner"),
    *("osteoporosis", "cancer_history", "clot_risk", "one_sided_rash", "minor_fall"),
]
TRIGGERS = [each.id for each in KNOWLEDGE.facts["onset_trigger"].options]
PEOPLE = st.fixed_dictionaries(
    {
        "onset_trigger": st.sampled_from([*TRIGGERS, None]),
        "days_since_onset": st.one_of(st.none(), st.integers(0, 60)),
        "pain_0_10": st.one_of(st.none(), st.integers(0, 10)),
        "age_years": st.one_of(st.none(), st.integers(0, 99)),
        "regions": st.sampled_from(
            [["upper_back"], ["low_back"], ["chest", "upper_back"], ["neck"]]
        ),
        **{name: st.sampled_from([True, False, False, False, None]) for name in CHECKS},
    }
)


@settings(max_examples=300, deadline=None)
@given(PEOPLE)
def test_no_pack_past_a_gate(raw: dict[str, Any]) -> None:
    facts = person(raw)
    seen = offered({name: value for name, value in facts.items() if raw.get(name, 0) is not None})
    if seen & {"warm-pack", "cold-pack"}:
        for name in ("reduced_skin_feeling", "poor_circulation", "heart_disease", "fever"):
            assert raw[name] is False
        assert raw["age_years"] >= 13
    if "warm-pack" in seen:
        assert raw["onset_trigger"] not in (None, "known_spine_condition")
        assert raw["swelling_or_redness"] is False
        assert raw["spine_condition"] is False
        assert raw["onset_trigger"] != "injury" or raw["days_since_onset"] >= 3
    if "light-self-massage" in seen:
        assert raw["pain_0_10"] <= 4
        for name in ("takes_blood_thinner", "osteoporosis", "clot_risk", "spine_condition"):
            assert raw[name] is False


def test_packs_keep_to_the_reconciled_times() -> None:
    for name in ("warm-pack", "cold-pack"):
        pack = KNOWLEDGE.measures[name]
        assert (pack.timer_minutes, pack.max_minutes, pack.min_hours_between) == (15, 20, 2)
        assert pack.stop_if is not None
    assert KNOWLEDGE.measures["light-self-massage"].max_minutes == 10


def test_every_picture_of_a_measure_exists() -> None:
    drawn = {path.stem for path in (ROOT / "movements").glob("*.yaml")}
    assert {each.figure for each in KNOWLEDGE.measures.values() if each.figure} <= drawn


def test_stretching_stays_away_in_the_first_days_and_with_pain() -> None:
    for days, pain, away in ((0, 2, True), (2, 2, True), (3, 2, False), (3, 5, True)):
        facts = DESK | {"days_since_onset": days, "pain_0_10": pain}
        assert ("leave-stretching" in offered(facts)) is away


def test_what_is_held_back_says_why() -> None:
    held = {each.measure: each for each in withheld(DESK | {"heart_disease": True}, KNOWLEDGE)}
    assert held["warm-pack"].by == ("heart_disease",)
    unknown = {k: v for k, v in DESK.items() if k != "poor_circulation"}
    held = {each.measure: each for each in withheld(unknown, KNOWLEDGE)}
    assert held["cold-pack"].by == ()
    assert held["cold-pack"].unknown == ("poor_circulation",)
    assert not {"warm-pack", "cold-pack"} & {e.measure for e in withheld(DESK, KNOWLEDGE)}


def test_when_to_come_back() -> None:
    fresh = [each.id for each in returns(DESK, KNOWLEDGE)]
    assert fresh[0] == "return.worse"
    assert fresh[-1] == "return.six-weeks"
    assert {"return.two-days", "return.three-days"} <= set(fresh)
    assert "return.already-long" not in fresh
    later = [each.id for each in returns(DESK | {"days_since_onset": 5}, KNOWLEDGE)]
    assert "return.already-long" in later
    assert "return.tomorrow" not in later


def test_the_first_hour_asks_the_danger_lists_and_one_page_of_story() -> None:
    facts: dict[str, Value] = {"regions": frozenset({"upper_back"})}
    asked = []
    while page := next_page(facts, KNOWLEDGE, "relief"):
        asked.append(page.id)
        answers = {n: v for n, v in DESK.items() if any(n in group.facts for group in page.groups)}
        facts |= answers
        assert answers, page.id
    assert [page for page in asked if not page.startswith("danger")] == ["story-1"]
    assert {"warm-pack", "cold-pack"} <= offered(facts)


def test_every_group_that_can_be_put_can_be_named_as_put() -> None:
    named = {each.id for each in KNOWLEDGE.facts["asked_groups"].options}
    put = {
        g.id
        for page in pages(KNOWLEDGE, "danger", "short", "story", "profile", "medicine")
        for g in page.groups
    }
    assert put - {"given"} == named


def test_a_group_is_a_checklist_or_has_no_yes_and_no() -> None:
    for group in KNOWLEDGE.groups:
        kinds = {KNOWLEDGE.facts[name].type == "bool" for name in group.facts}
        assert len(kinds) == 1, group.id
