"""A band, a towel or a bottle goes with the hand that holds it."""

import numpy as np
import pytest

from unknot.movement.held import held
from unknot.movement.outline import View
from unknot.movement.pose import parse
from unknot.movement.timeline import timeline

WORDS = {"en": "Up", "fr": "Haut"}
CUE = {"word": WORDS, "say": WORDS}


def shapes(prop: dict[str, object]) -> list[list[np.ndarray]]:
    """The outlines of one thing in the right hand, for every frame of a lifting arm."""
    raw = {
        "id": "lift",
        "title": WORDS,
        "description": WORDS,
        "camera": {"yaw": 0, "pitch": 0},
        "poses": [
            {"id": "low", "move_seconds": 1, "cue": CUE},
            {"id": "high", "move_seconds": 1, "cue": CUE, "right": {"shoulder": [0, 90, 0]}},
        ],
        "props": [prop],
        "rep": {"gap": ["wrist_right", "pelvis"]},
    }
    m = parse(raw, "lift.yaml")
    view = View(0, 0)
    return [list(s.frames) for s in held(m, timeline(m), view, "right")]


@pytest.mark.parametrize("kind", ["band", "towel", "bottle", "bag"])
def test_it_moves_with_the_hand_and_keeps_its_count_of_points(kind: str) -> None:
    for first, *_, last in shapes({"kind": kind, "at": [0, 1, 0], "tie": ["grip_right"]}):
        assert first.shape == last.shape
        assert not np.allclose(first, last)


@pytest.mark.parametrize("kind", ["band", "towel", "stick"])
def test_two_hands_can_hold_the_two_ends(kind: str) -> None:
    ((first, *_),) = shapes({"kind": kind, "tie": ["grip_right", "grip_left"]})
    assert np.ptp(first[:, 0]) > 0.2


def test_a_cloth_lies_flat_under_both_hands_and_reaches_past_them() -> None:
    ((first, *_),) = shapes({"kind": "cloth", "tie": ["grip_right", "grip_left"]})
    ((band, *_),) = shapes({"kind": "band", "tie": ["grip_right", "grip_left"]})
    assert np.ptp(first[:, 0]) > np.ptp(band[:, 0])
    assert np.ptp(first[:, 1]) < 0.001
    assert first[:, 1].max() < band[:, 1].mean()


def test_a_bottle_is_a_bottle_long_wherever_the_hand_is() -> None:
    cap, body = shapes({"kind": "bottle", "tie": ["grip_right"]})
    whole = [np.vstack(both) for both in zip(cap, body, strict=True)]
    assert all(0.03 < np.ptp(f, axis=0).max() < 0.17 for f in whole)


def test_a_bag_hangs_below_the_hand_by_an_open_loop() -> None:
    handle, sack = (frames[0] for frames in shapes({"kind": "bag", "tie": ["grip_right"]}))
    assert sack[:, 1].max() < handle[:, 1].max() - 0.08
    assert handle[:, 1].min() < sack[:, 1].max()


def test_the_other_hand_holds_nothing() -> None:
    assert shapes({"kind": "bottle", "tie": ["grip_left"]}) == []
