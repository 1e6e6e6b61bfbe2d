"""Holds of the trunk grow slowly and are capped; the curl spares the neck; the fold is the seed's."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from tests.care.training_people import KNOWLEDGE, TYPICAL, person
from unknot.care.barrier import person_of
from unknot.care.plan import Plan, Setting, up
from unknot.care.session import fresh_line
from unknot.knowledge.movements import load_movements
from unknot.knowledge.read import Both
from unknot.knowledge.training import training
from unknot.movement.solve import Body
from unknot.movement.timeline import timeline

TRAINING = training(KNOWLEDGE)
HOLDS = ("plank-on-knees", "plank", "side-plank-on-knees", "side-plank", "wall-sit")


def alone(name: str) -> tuple[Plan, Setting]:
    """Return a plan of a breath and one exercise, for somebody with all the time."""
    pattern = TRAINING.patterns["low-back"]
    empty = replace(pattern, phases=tuple(replace(each, slots=()) for each in pattern.phases))
    somebody = person_of(person({**TYPICAL, "minutes_per_session": 30}), TRAINING, {})
    lines = tuple(
        fresh_line(each, "strengthen", Both("-", "-"), (), "strengthen", TRAINING)
        for each in ("long-exhale", name)
    )
    return Plan("strengthen", lines, None), Setting(somebody, empty, TRAINING)


def frames(name: str) -> tuple[Body, ...]:
    """Return the body in every drawn moment of a movement."""
    return timeline(load_movements()[name]).bodies


@pytest.mark.parametrize("name", HOLDS)
def test_a_hold_starts_at_seconds_grows_by_one_and_ends_at_its_cap(name: str) -> None:
    plan, setting = alone(name)
    held = [plan.session[1].hold_seconds]
    while (plan := up(plan, setting)).stepped:
        held.append(plan.session[1].hold_seconds)
    assert held[0] <= 3
    assert all(0 <= after - before <= 1 for before, after in pairwise(held))
    assert held[-1] == TRAINING.exercises[name].bounds.hold_seconds <= 30


@pytest.mark.parametrize("name", HOLDS)
def test_a_hold_ends_when_the_breath_or_the_line_is_lost(name: str) -> None:
    exercise = TRAINING.exercises[name]
    assert any("breath" in each.en and "souffle" in each.fr for each in exercise.stop_if)
    assert not any("as long as" in each.en for each in exercise.steps)


def test_in_the_curl_no_hand_comes_near_the_head() -> None:
    curl = TRAINING.exercises["abdominal-curl"]
    assert any("never pull the head" in step.en for step in curl.steps)
    assert any("ne tirent jamais la tête" in step.fr for step in curl.steps)
    for body in frames("abdominal-curl"):
        for side in ("left", "right"):
            away = body.joint(f"wrist_{side}") - body.joint("head")
            assert np.linalg.norm(away) > 0.25


def test_in_the_seated_fold_hands_go_between_the_knees_and_the_head_drops() -> None:
    line = timeline(load_movements()["seated-forward-fold"])
    last = line.bodies[line.end]
    for side in ("left", "right"):
        assert abs(last.joint(f"wrist_{side}")[0]) < abs(last.joint(f"knee_{side}")[0])
        assert last.joint(f"wrist_{side}")[1] < last.joint(f"knee_{side}")[1]
    assert last.joint("crown")[1] < last.joint("c7")[1]
