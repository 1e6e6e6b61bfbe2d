"""Who must not do what: the whole catalogue against every answer that speaks against it."""

from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, cases, person
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value, facts_in

TRAINING = training(KNOWLEDGE)
CASES = cases("who")
WELL = {"age_years": 40}


def forbidden(facts: dict[str, Value]) -> set[str]:
    """Return the exercises that are not known to be allowed."""
    every = TRAINING.exercises.values()
    return {each.id for each in every if evaluate(each.avoid_if, facts) is not False}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_an_answer_forbids_what_is_written(case: dict[str, Any]) -> None:
    assert forbidden(person({**WELL, **case["facts"]})) == set(case["forbids"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_not_being_sure_forbids_at_least_as_much(case: dict[str, Any]) -> None:
    assert forbidden(person(WELL, unknown=list(case["facts"]))) >= set(case["forbids"])


def test_every_answer_that_speaks_against_an_exercise_has_a_case() -> None:
    used = {name for each in TRAINING.exercises.values() for name in facts_in(each.avoid_if)}
    assert used == {name for case in CASES for name in case["facts"]}


def test_breathing_and_two_gentle_moves_are_open_to_everybody() -> None:
    assert set(TRAINING.exercises) - forbidden({}) == {
        "belly-breathing",
        "scapular-squeeze",
        "shoulder-roll",
    }


def test_every_training_case_has_an_id_of_its_own_and_declared_sources() -> None:
    every = [*CASES, *cases("programme"), *cases("adapt")]
    ids = [case["id"] for case in every]
    assert len(set(ids)) == len(ids)
    assert all(set(case["sources"]) <= KNOWLEDGE.sources.keys() for case in every)
    assert all(case["sources"] for case in every)
