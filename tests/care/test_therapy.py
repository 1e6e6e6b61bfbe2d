"""Who hears what about physical therapy."""

import pytest

from unknot.care.facts import check
from unknot.care.therapy import therapy
from unknot.knowledge.load import load

FRESH = {"days_since_onset": 1, "had_before": "first_time", "pain_0_10": 5}


@pytest.mark.parametrize(
    ("changes", "suits", "waits"),
    [
        ({}, [], ["therapy.new"]),
        ({"days_since_onset": 2}, [], ["therapy.new"]),
        ({"days_since_onset": 3}, ["therapy.lasts"], []),
        ({"days_since_onset": 3, "pain_0_10": 4}, ["therapy.lasts"], []),
        ({"days_since_onset": 3, "pain_0_10": 3}, [], ["therapy.mild"]),
        ({"days_since_onset": 83}, ["therapy.lasts"], []),
        ({"days_since_onset": 84}, ["therapy.lasts", "therapy.months"], []),
        ({"had_before": "often_same_place"}, ["therapy.often"], []),
        ({"had_before": "often_other_places"}, ["therapy.often"], []),
        ({"had_before": "once_or_twice"}, [], ["therapy.new"]),
        ({"spine_condition": True}, ["therapy.known-spine"], ["therapy.new"]),
        ({"onset_trigger": "known_spine_condition"}, ["therapy.known-spine"], ["therapy.new"]),
    ],
)
def test_answers_speak_for_and_against(
    changes: dict[str, object], suits: list[str], waits: list[str]
) -> None:
    facts = check({**FRESH, **changes}, load())
    assert [row.id for row in therapy(facts, load(), "for")] == suits
    assert [row.id for row in therapy(facts, load(), "against")] == waits


def test_nothing_answered_says_nothing() -> None:
    assert therapy({}, load(), "for") == therapy({}, load(), "against") == ()
