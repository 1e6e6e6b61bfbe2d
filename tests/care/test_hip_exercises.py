"""Breath is never held, a standing hand has its chair, steps and heels touch what they should."""

import numpy as np
import pytest

from tests.care.training_people import KNOWLEDGE, person
from unknot.knowledge.exercise_schema import Exercise
from unknot.knowledge.movements import load_movements
from unknot.knowledge.training import training
from unknot.movement.props import pieces
from unknot.movement.solve import Body
from unknot.movement.timeline import timeline
from unknot.rules.evaluate import evaluate

TRAINING = training(KNOWLEDGE)
QUIET = (
    "box-breathing",
    "side-rib-breathing",
    "long-exhale",
    "progressive-relaxation",
    "body-scan",
)
AT_A_CHAIR = (
    "standing-quad-stretch",
    "standing-hip-extension",
    "standing-side-leg-raise",
    "heel-raise",
    "mini-squat",
    "single-leg-stand",
)
ONE_LEG = (
    "standing-quad-stretch",
    "standing-hip-extension",
    "standing-side-leg-raise",
    "single-leg-stand",
    "step-up",
    "marching-in-place",
    "side-step",
)
# What the seeds name and half describe, and the exercise that carries it here.
FROM_THE_SEEDS = {
    "child's pose": "childs-pose",
    "cat-cow": "cat-cow",
    "midback": "kneeling-midback-stretch",
    "neck flexion": "neck-nod",
    "neck extension": "neck-look-up",
    "trapezius": "upper-trapezius-stretch",
    "rhomboid type": "arms-forward-stretch",
    "seated posterior": "seated-forward-fold",
    "hamstring": "standing-hamstring-stretch",
    "knee to chest": "knee-to-chest",
    "pelvic tilt": "pelvic-tilt",
    "bridge": "bridge",
    "curl": "abdominal-curl",
    "hold": "plank",
    "lunge": "side-lunge-reach",
    "bird dog": "bird-dog",
    "roller": "roller-thoracic-extension",
    "exaggerated walking": "exaggerated-walking",
}


def exercise(name: str) -> Exercise:
    """Return an exercise of the catalogue."""
    return TRAINING.exercises[name]


def frames(name: str) -> tuple[Body, ...]:
    """Return the body in every drawn moment of a movement."""
    return timeline(load_movements()[name]).bodies


def shut(name: str, **facts: bool) -> bool:
    """Return whether an exercise is kept from somebody of 40 with these answers."""
    return evaluate(exercise(name).avoid_if, person({"age_years": 40, **facts})) is not False


def swing(name: str, joint: str) -> float:
    """Return how far a joint travels, at most, in H."""
    places = np.stack([body.joint(joint) for body in frames(name)])
    return float(np.linalg.norm(places[:, None] - places[None], axis=-1).max())


def stride(name: str) -> float:
    """Return how far one foot travels forwards, in H."""
    return float(np.ptp([body.joint("ankle_right")[2] for body in frames(name)]))


@pytest.mark.parametrize("name", QUIET)
def test_quiet_exercises_are_for_bad_days_and_need_nothing(name: str) -> None:
    quiet = exercise(name)
    assert (quiet.kind, quiet.load, quiet.irritability) == ("breathing", 0, "high")
    assert quiet.equipment == ()
    assert "calm" in quiet.phases


def test_the_pauses_of_the_square_are_shorter_than_its_breaths() -> None:
    seconds = {p.cue.word["en"]: p.move_seconds for p in load_movements()["box-breathing"].poses}
    assert seconds["Rest"] < min(seconds["In"], seconds["Out"])
    assert any("not a hold" in each.en for each in exercise("box-breathing").mistakes)
    assert shut("box-breathing", heart_disease=True)
    assert shut("box-breathing", pregnant=True)
    assert all(exercise(name).bounds.hold_seconds <= 5 for name in QUIET)


@pytest.mark.parametrize("name", AT_A_CHAIR)
def test_a_hand_stays_at_the_chair(name: str) -> None:
    assert "chair" in exercise(name).equipment
    solids = pieces(load_movements()[name].props)
    rest = np.concatenate([np.concatenate(p.faces) for p in solids if p.name.endswith("rest")])
    low, high = rest.min(axis=0), rest.max(axis=0)
    reach = {
        side: max(
            float(np.linalg.norm(grip - np.clip(grip, low, high)))
            for grip in (body.joint(f"grip_{side}") for body in frames(name))
        )
        for side in ("left", "right")
    }
    assert min(reach.values()) < 0.06


@pytest.mark.parametrize("name", ONE_LEG)
def test_what_stands_on_one_leg_is_not_for_the_unsteady(name: str) -> None:
    for answer in ("dizziness_tendency", "balance_loss", "limb_weakness", "both_legs_affected"):
        assert shut(name, **{answer: True}), answer
    assert not shut(name)


def test_a_swollen_calf_is_neither_stretched_nor_trained() -> None:
    for name in ("calf-stretch-wall", "heel-raise"):
        assert shut(name, leg_swollen=True)
    assert shut("calf-stretch-wall", clot_risk=True)


def test_on_the_toes_only_the_heels_leave_the_floor() -> None:
    line = timeline(load_movements()["heel-raise"])
    start, end = line.bodies[0], line.bodies[line.end]
    assert end.joint("ankle_right")[1] - start.joint("ankle_right")[1] > 0.04
    assert end.joint("toes_right")[1] < 0.03


def test_the_shell_opens_at_the_knees_with_the_heels_together() -> None:
    line = timeline(load_movements()["clamshell"])
    for body in line.bodies:
        assert np.linalg.norm(body.joint("ankle_left") - body.joint("ankle_right")) < 0.09
    gaps = [np.linalg.norm(b.joint("knee_left") - b.joint("knee_right")) for b in line.bodies]
    assert max(gaps) > min(gaps) + 0.08


def test_exaggerated_walking_has_bigger_arms_and_shorter_steps_than_a_walk() -> None:
    assert swing("exaggerated-walking", "wrist_right") > 1.5 * swing("walking", "wrist_right")
    assert stride("exaggerated-walking") < stride("walking")


@pytest.mark.parametrize("name", sorted(FROM_THE_SEEDS.values()))
def test_what_the_seeds_name_has_steps_and_no_dose_is_passed_off_as_theirs(name: str) -> None:
    found = exercise(name)
    assert len(found.steps) >= 3
    assert found.grounds.sources
    # A dose called stated rests on a page that was read, never on a seed alone.
    assert found.dose_source != "stated" or not all(
        source.startswith("seed-") for source in found.dose_sources
    )
