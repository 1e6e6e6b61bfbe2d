"""Causes on the real table: order, doubt, and what must never drop out of view."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from unknot.care.causes import Fit, causes
from unknot.care.facts import check
from unknot.knowledge.load import ROOT, load
from unknot.rules.nodes import Value

KNOWLEDGE = load()
CASES = yaml.safe_load((ROOT / "cases" / "causes-what-fits.yaml").read_text(encoding="utf-8"))


def person(raw: Mapping[str, Any]) -> dict[str, Value]:
    facts: dict[str, Value] = dict.fromkeys(KNOWLEDGE.danger_facts, False)
    return facts | check(raw, KNOWLEDGE)


def fits(facts: Mapping[str, Value]) -> dict[str, Fit]:
    return {fit.id: fit for fit in causes(facts, KNOWLEDGE)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    assert causes(person(case["facts"]), KNOWLEDGE)[0].id == case["expect"]["cause_first"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_an_answer_taken_away_only_widens(case: dict[str, Any]) -> None:
    facts = person(case["facts"])
    whole = fits(facts)
    for name in facts.keys() - {"regions"}:
        less = fits({key: value for key, value in facts.items() if key != name})
        for cause, fit in whole.items():
            assert less[cause].low <= fit.low, (cause, name)
            assert less[cause].high >= fit.high, (cause, name)


def test_a_fit_is_a_range_between_nothing_and_all() -> None:
    for case in CASES:
        for fit in causes(person(case["facts"]), KNOWLEDGE):
            assert 0 <= fit.low < fit.high <= 1


def test_what_must_not_be_missed_stays_in_view() -> None:
    desk = fits(person(CASES[0]["facts"]))
    for cause in ("cause.organ-upper", "cause.bone"):
        assert desk[cause].high > 0.1
        assert desk[cause].fits == "poorly"


def test_few_answers_mean_unsure() -> None:
    first = {"regions": ["upper_back"], "onset_trigger": "long_position", "pain_0_10": 5}
    best = causes(person(first), KNOWLEDGE)[0]
    assert (best.id, best.sure) == ("cause.long-position", "unsure")
    assert "feels" in best.could_change
    assert "onset_trigger" not in best.could_change


def test_both_sides_are_told_in_words() -> None:
    woke = fits(person(CASES[0]["facts"] | {"onset_trigger": "woke_with_it"}))[
        "cause.long-position"
    ]
    assert "Moving eases it" in {each.en for each in woke.for_}
    assert "It was there on waking" in {each.en for each in woke.against}


def test_only_causes_of_the_place_that_hurts() -> None:
    neck = fits(person({"regions": ["neck"]}))
    assert "cause.neck-muscle" in neck
    assert "cause.low-back-muscle" not in neck
    assert len(fits({})) == len(KNOWLEDGE.causes)


def test_of_equals_the_graver_comes_first() -> None:
    ids = [fit.id for fit in causes({}, KNOWLEDGE)]
    assert ids.index("cause.organ-upper") < ids.index("cause.thoracic-disc")


def test_silence_lifts_no_cause() -> None:
    first = person({"regions": ["upper_back"], "onset_trigger": "overload"})
    ids = [fit.id for fit in causes(first, KNOWLEDGE)]
    assert ids[0] == "cause.upper-back-strain"
    assert {fit.fits for fit in causes({}, KNOWLEDGE)} == {"partly"}


def test_no_percentage_and_no_rank_in_the_words() -> None:
    for cause in KNOWLEDGE.causes:
        for text in (cause.title, cause.mechanism, cause.how_common, cause.what_to_do):
            assert "%" not in text.en + text.fr
