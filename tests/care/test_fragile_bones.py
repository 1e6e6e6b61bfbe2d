"""D08, C17: with fragile bones, known or feared, nothing bends, twists, rolls or lunges the back hard."""

import pytest

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person
from unknot.care.programme import build
from unknot.knowledge.exercise_schema import Exercise
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate

EXERCISES = training(KNOWLEDGE).exercises
FRAGILE = ("osteoporosis", "takes_long_steroids")
# Loaded or deep bending forward, twists, lunges: written here again, not read from the rules.
BENDS = (
    *("abdominal-curl", "seated-forward-fold", "childs-pose", "kneeling-midback-stretch"),
    *("knee-to-chest", "double-knee-to-chest", "arms-forward-stretch", "rhomboid-hug-stretch"),
    *("cat-cow", "seated-cat-cow", "loaded-hip-hinge", "suitcase-carry"),
)
TWISTS = (
    *("thread-the-needle", "open-book", "lower-trunk-rotation", "torso-twist-standing"),
    *("seated-thoracic-rotation", "standing-thoracic-rotation", "all-fours-arm-opening"),
)
LUNGES = ("side-lunge-reach",)


def shut(exercise: Exercise, **facts: bool) -> bool:
    """Return whether an exercise is kept from somebody of 50 with these answers."""
    return evaluate(exercise.avoid_if, person({"age_years": 50, **facts})) is not False


@pytest.mark.parametrize("sign", FRAGILE)
@pytest.mark.parametrize("name", [*BENDS, *TWISTS, *LUNGES])
def test_nothing_bends_twists_or_lunges(name: str, sign: str) -> None:
    assert shut(EXERCISES[name], **{sign: True})
    assert (
        evaluate(EXERCISES[name].avoid_if, person({"age_years": 50}, unknown=[sign])) is not False
    )
    assert not shut(EXERCISES[name])


def test_no_roller_with_fragile_bones_nor_for_older_people() -> None:
    rollers = [each for each in EXERCISES.values() if "roller" in each.equipment]
    assert rollers
    for each in rollers:
        assert all(shut(each, **{sign: True}) for sign in FRAGILE)
        assert evaluate(each.avoid_if, person({"age_years": 65})) is not False


@pytest.mark.parametrize("sign", FRAGILE)
@pytest.mark.parametrize("regions", [["upper_back"], ["low_back"], ["neck"]])
def test_a_programme_still_holds_enough_for_them(regions: list[str], sign: str) -> None:
    facts = person({**TYPICAL, "regions": regions, sign: True, "minutes_per_session": 20})
    there = {line.exercise_id for line in build(facts, KNOWLEDGE, START).session}
    assert len(there) >= 2
    assert not there & {*BENDS, *TWISTS, *LUNGES}
