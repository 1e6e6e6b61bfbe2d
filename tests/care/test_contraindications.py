"""Who must not do what: each exercise against every answer that speaks against any of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, cases, person
from unknot.knowledge.exercise_schema import Exercise
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value, facts_in

TRAINING = training(KNOWLEDGE)
CASES = cases("contraindications")
WELL = {"age_years": 40}
ASKED = {fact for case in CASES for fact in case["never_with"]}
AGES = {case["from_age"] for case in CASES if "from_age" in case}


def answers(case: dict[str, Any]) -> Iterator[tuple[dict[str, Value], bool]]:
    """Yield each single answer with whether it forbids the exercise of this case."""
    yield {}, False
    for fact in sorted(ASKED):
        yield {fact: True}, fact in case["never_with"]
    for age in sorted({each + step for each in AGES for step in (-1, 0, 5)}):
        yield {"age_years": age}, age >= case.get("from_age", 999)


def keeps(exercise: Exercise, case: dict[str, Any]) -> bool:
    """Return whether the exercise is shut for exactly those the case shuts it for."""
    return all(
        (evaluate(exercise.avoid_if, person({**WELL, **facts})) is not False) == shut
        for facts, shut in answers(case)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_an_answer_forbids_what_is_written(case: dict[str, Any]) -> None:
    assert keeps(TRAINING.exercises[case["exercise"]], case)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_not_being_sure_forbids_at_least_as_much(case: dict[str, Any]) -> None:
    avoid_if = TRAINING.exercises[case["exercise"]].avoid_if
    for fact in case["never_with"]:
        assert evaluate(avoid_if, person(WELL, unknown=[fact])) is not False, fact


def test_every_exercise_has_its_case() -> None:
    assert sorted(case["exercise"] for case in CASES) == sorted(TRAINING.exercises)


def test_every_answer_that_speaks_against_an_exercise_is_in_a_case() -> None:
    used = {name for each in TRAINING.exercises.values() for name in facts_in(each.avoid_if)}
    assert used == ASKED | {"age_years"}


def test_breathing_and_gentle_moves_are_open_to_everybody() -> None:
    free = {each.id for each in TRAINING.exercises.values() if not facts_in(each.avoid_if)}
    assert free >= {"belly-breathing", "scapular-squeeze", "shoulder-roll"}
    assert all(TRAINING.exercises[name].load <= 1 for name in free), free


def test_every_training_case_has_an_id_of_its_own_and_declared_sources() -> None:
    every = [*CASES, *cases("programme"), *cases("adapt")]
    ids = [case["id"] for case in every]
    assert len(set(ids)) == len(ids)
    assert all(set(case["sources"]) <= KNOWLEDGE.sources.keys() for case in every)
    assert all(case["sources"] for case in every)
