"""The conventions every pose is written in: axes, signs and the reach of a limb."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.movement import skeleton as sk
from unknot.movement.skeleton import vec

ANGLE = st.floats(-170, 170)
SHOULDER = vec(0.1, 0.8, 0)


def elbow_and_wrist(plane: float, raised: float, outward: float, elbow: float) -> list[list[float]]:
    _upper, fore = sk.arm(SHOULDER, np.eye(3), "left", vec(plane, raised, outward), elbow)
    points = (fore.at - SHOULDER, fore.point((0, -sk.FOREARM, 0)) - fore.at)
    return [list(np.round(sk.unit(p), 2) + 0.0) for p in points]


def test_an_arm_raised_sideways_points_left_and_folds_forward() -> None:
    assert elbow_and_wrist(0, 90, 0, 90) == [[1, 0, 0], [0, 0, 1]]


def test_an_arm_raised_in_front_folds_upwards() -> None:
    assert elbow_and_wrist(90, 90, 0, 90) == [[0, 0, 1], [0, 1, 0]]


def test_turning_a_raised_arm_outwards_makes_the_goal_post() -> None:
    assert elbow_and_wrist(0, 90, 90, 90) == [[1, 0, 0], [0, 1, 0]]


def test_a_knee_folds_backwards_and_a_hip_forwards() -> None:
    _thigh, shank = sk.leg(vec(0, 0.5, 0), np.eye(3), "left", vec(90, 0, 0), 90)
    assert np.allclose(shank.at, [0, 0.5, sk.THIGH], atol=1e-9)
    assert np.allclose(shank.point((0, -sk.SHANK, 0)), [0, 0.5 - sk.SHANK, sk.THIGH], atol=1e-9)


def test_bending_right_leans_right_and_turning_left_faces_left() -> None:
    root = sk.Frame(vec(0, 0.53, 0), np.eye(3))
    none = vec(0, 0, 0)
    bent = sk.trunk(root, none, vec(0, 30, 0), none, none, 0)
    assert bent["head"].at[0] < -0.02
    turned = sk.trunk(root, none, vec(0, 0, 40), none, none, 0)
    assert turned["head"].axes[0, 2] > 0.5


@settings(max_examples=150, deadline=None)
@given(*(st.floats(-0.5, 0.5) for _ in range(6)))
def test_two_bones_keep_their_length_and_meet(
    x: float, y: float, z: float, px: float, py: float, pz: float
) -> None:
    _upper, lower = sk.two_bone(vec(0, 0, 0), vec(x, y, z), 0.2, 0.15, vec(px, py, pz), -1)
    end = lower.point((0, -0.15, 0))
    along, pole = sk.unit(vec(x, y, z)), sk.unit(vec(px, py, pz))
    if np.linalg.norm(vec(x, y, z)) < 0.06 or np.linalg.norm(np.cross(along, pole)) < 0.05:
        return
    assert np.linalg.norm(lower.at) == pytest.approx(0.2, abs=1e-6)
    assert np.linalg.norm(end - lower.at) == pytest.approx(0.15, abs=1e-6)
    if np.linalg.norm(vec(x, y, z)) < 0.349:
        assert np.allclose(end, [x, y, z], atol=1e-6)


@settings(max_examples=100, deadline=None)
@given(ANGLE, ANGLE, ANGLE, ANGLE)
def test_every_frame_is_a_rotation(yaw: float, pitch: float, roll: float, spin: float) -> None:
    axes = sk.root_axes(yaw, pitch, roll, spin)
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-9)
    assert np.linalg.det(axes) == pytest.approx(1)
