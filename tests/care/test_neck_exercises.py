"""Neck exercises keep to the reconciled rules C15 and C33: no force, no dizziness, no end of range."""

import pytest

from tests.care.training_people import KNOWLEDGE, person
from unknot.knowledge.exercise_schema import Exercise
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate

WELL = {"age_years": 40}
NECK = [
    each
    for each in training(KNOWLEDGE).exercises.values()
    if "neck" in each.regions and {"C15", "C33"} & set(each.grounds.conflicts)
]
END_OF_RANGE = [each for each in NECK if each.kind == "stretch" or each.id == "neck-look-up"]


def names(exercise: Exercise) -> str:
    return exercise.id


def shut(exercise: Exercise, **facts: object) -> bool:
    """Return whether these answers keep a person, otherwise well, from the exercise."""
    return evaluate(exercise.avoid_if, person({**WELL, **facts})) is not False


def test_there_are_neck_exercises_of_every_kind() -> None:
    assert {each.kind for each in NECK} >= {"mobility", "stretch", "strength"}
    assert len(END_OF_RANGE) >= 3


@pytest.mark.parametrize("exercise", NECK, ids=names)
@pytest.mark.parametrize("fact", ["dizziness_tendency", "mild_tingling", "numb_arm_or_fingers"])
def test_dizziness_and_a_tingling_arm_shut_it(exercise: Exercise, fact: str) -> None:
    assert not shut(exercise)
    assert shut(exercise, **{fact: True})


@pytest.mark.parametrize("exercise", NECK, ids=names)
def test_it_says_to_stop_when_dizzy_and_when_an_arm_tingles(exercise: Exercise) -> None:
    said = " ".join(each.en for each in exercise.stop_if)
    assert "dizzy" in said
    assert "sight" in said
    assert "arm" in said


@pytest.mark.parametrize("exercise", END_OF_RANGE, ids=names)
def test_the_end_of_the_range_is_not_for_thin_bones_or_old_age(exercise: Exercise) -> None:
    assert shut(exercise, osteoporosis=True)
    assert shut(exercise, takes_long_steroids=True)
    assert shut(exercise, age_years=75)


def test_looking_up_is_not_offered_from_65_on() -> None:
    (up,) = (each for each in NECK if each.id == "neck-look-up")
    assert not shut(up, age_years=64)
    assert shut(up, age_years=65)


@pytest.mark.parametrize("exercise", NECK, ids=names)
def test_no_hold_is_long_and_nobody_is_told_to_pull_the_head(exercise: Exercise) -> None:
    assert exercise.bounds.hold_seconds <= (30 if exercise.kind == "stretch" else 10)
    for step in exercise.steps:
        assert "pull your head" not in step.en
        assert "tirez la tête" not in step.fr.lower()
