"""The larger body keeps every bone and contact of the first one, in every frame of every movement."""

from collections.abc import Sequence

import numpy as np
import pytest

from tests.movement.catalogue import IDS, MOVEMENTS
from unknot.movement import fuller
from unknot.movement.body import LOCAL, PARTS, RADII, SEGMENTS, lowest, volume
from unknot.movement.scene import enlarged
from unknot.movement.skeleton import BONES, SIDES, Array, Frame, vec
from unknot.movement.solve import Body, keys, solve
from unknot.movement.timeline import timeline

# Flesh gives: the first body may sink 0.015 H into a mat, the thicker limbs of this one a little more.
SUNK = 0.020
# A forearm across a soft belly presses in: its middle line may lie so deep in the trunk (H).
PRESSED = 0.035
# A straight arm that just reached the hip lies a little higher on the wider one (H).
LAID = 0.012
TRUNK = [i for i, s in enumerate(SEGMENTS) if s in fuller.TRUNK]


def deepest(body: Body) -> float:
    """How deep (H) the middle line of an arm lies in the trunk, at most."""
    centres, axes = volume(body.frames, body.give)
    return max(
        _inside(centres[i], axes[i], spot)
        for i in TRUNK
        for side in SIDES
        for spot in _arm(body, side)
    )


def _arm(body: Body, side: str) -> Sequence[Array]:
    shoulder, elbow, wrist = (body.joint(f"{j}_{side}") for j in ("shoulder", "elbow", "wrist"))
    return shoulder + 0.7 * (elbow - shoulder), elbow, (elbow + wrist) / 2, wrist


def _inside(centre: Array, axes: Array, spot: Array) -> float:
    local = np.linalg.solve(axes, spot - centre)
    far = float(np.linalg.norm(local))
    if not 1e-6 < far < 1:
        return 0.0
    return (1 - far) * float(np.linalg.norm(axes @ local)) / far


@pytest.mark.parametrize("name", IDS)
def test_it_stands_lies_and_reaches_as_the_first_body_does(name: str) -> None:
    m = enlarged(MOVEMENTS[name])
    bodies = timeline(m).bodies
    for body in bodies:
        for (a, b), length in BONES.items():
            assert np.linalg.norm(body.joint(a) - body.joint(b)) == pytest.approx(length, abs=1e-6)
        deep = {part: lowest(body.frames, (part,), full=True) for part in PARTS}
        assert {p: round(v, 3) for p, v in deep.items() if v < -SUNK} == {}
        assert min(deep.values()) < 0.02
    first = max(deepest(body) for body in timeline(MOVEMENTS[name]).bodies[::3])
    assert max(deepest(body) for body in bodies[::3]) < max(PRESSED, first)


@pytest.mark.parametrize("name", IDS)
def test_hands_on_the_body_lie_on_the_larger_one(name: str) -> None:
    m = enlarged(MOVEMENTS[name])
    for values in keys(m):
        body = solve(m, values)
        for side in SIDES:
            where = m.frames.get(f"{side}.hand", "world")
            if place := values.get(f"{side}.hand.at"):
                home = Frame(vec(0, 0, 0), np.eye(3)) if where == "world" else body.frames[where]
                target = home.point(fuller.place(where, vec(*place)))
                assert np.linalg.norm(body.joint(f"wrist_{side}") - target) < LAID


def test_it_is_larger_in_front_and_at_the_sides_and_hardly_at_the_back() -> None:
    for i in TRUNK:
        place = fuller.place(SEGMENTS[i], LOCAL[i])
        size = fuller.size(SEGMENTS[i], LOCAL[i], RADII[i])
        assert size[0] > 1.1 * RADII[i][0] or SEGMENTS[i] == "thorax4"
        assert size[1] == RADII[i][1]
        assert place[2] + size[2] > LOCAL[i][2] + RADII[i][2]
        assert abs(place[2] - size[2] - LOCAL[i][2] + RADII[i][2]) < 0.008


def test_head_hands_and_feet_are_as_before() -> None:
    for i, segment in enumerate(SEGMENTS):
        if segment.split("_")[0] in ("head", "hand", "foot"):
            assert np.array_equal(fuller.place(segment, LOCAL[i]), LOCAL[i])
            assert np.array_equal(fuller.size(segment, LOCAL[i], RADII[i]), RADII[i])
