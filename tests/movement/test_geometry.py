"""The geometry of every sampled frame of every movement."""

import itertools
import warnings
from collections.abc import Iterator

import numpy as np
import pytest

from tests.movement.catalogue import EXPECTED, IDS, MOVEMENTS
from unknot.movement import limits
from unknot.movement.body import PARTS, lowest
from unknot.movement.model import Movement
from unknot.movement.skeleton import BONES, SIDES, SOLE, Frame, vec
from unknot.movement.solve import Body, at_time, keys, mixed, solve
from unknot.movement.timeline import timeline

# Soft parts give on a mat 0.012 H thick; a foot or hand may sink a hair more.
SUNK = 0.015
SLIDE = 0.002
ENDS = (("hand", "wrist"), ("foot", "ankle"))


def home(m: Movement, body: Body, side: str, limb: str) -> Frame:
    """The frame in which this movement gives the limb's place."""
    name = m.frames.get(f"{side}.{limb}", "world")
    return body.frames[name] if name != "world" else Frame(vec(0, 0, 0), np.eye(3))


def missed(m: Movement, body: Body, place: tuple[float, ...], side: str, limb: str) -> float:
    """How far (H) a hand or foot is from the place it was given."""
    joint = dict(ENDS)[limb]
    where = home(m, body, side, limb).point(vec(*place))
    return float(np.linalg.norm(body.joint(f"{joint}_{side}") - where))


def planted(m: Movement) -> Iterator[tuple[int, int, str, str]]:
    """Pairs of key poses between which a hand or foot is told to stay where it is."""
    known = keys(m)
    for i in range(len(known) if len(known) > 1 else 0):
        j = (i + 1) % len(known)
        for side in SIDES:
            for limb, _ in ENDS:
                key = f"{side}.{limb}.at"
                if key in known[i] and known[i][key] == known[j][key]:
                    yield i, j, side, limb


def test_the_catalogue_is_complete() -> None:
    assert set(IDS) >= EXPECTED


@pytest.mark.parametrize("name", IDS)
def test_bones_keep_their_length(name: str) -> None:
    for body in timeline(MOVEMENTS[name]).bodies:
        for (a, b), length in BONES.items():
            assert np.linalg.norm(body.joint(a) - body.joint(b)) == pytest.approx(length, abs=1e-6)


@pytest.mark.parametrize("name", IDS)
def test_joints_stay_in_the_drawing_range(name: str) -> None:
    assert limits.beyond(MOVEMENTS[name], drawn=True) == []
    if exaggerated := limits.beyond(MOVEMENTS[name], drawn=False):
        warnings.warn("past the clinical range: " + "; ".join(exaggerated), stacklevel=1)


@pytest.mark.parametrize("name", IDS)
def test_hands_and_feet_reach_the_places_they_are_given(name: str) -> None:
    m = MOVEMENTS[name]
    for pose, values in zip(m.poses, keys(m), strict=True):
        body = solve(m, values)
        for side in SIDES:
            for limb, _ in ENDS:
                if place := values.get(f"{side}.{limb}.at"):
                    off = missed(m, body, place, side, limb)
                    assert off < 0.003, f"{pose.id}: {side} {limb} is {off:.3f} H short"


@pytest.mark.parametrize("name", IDS)
def test_planted_hands_and_feet_do_not_slide(name: str) -> None:
    m, known = MOVEMENTS[name], keys(MOVEMENTS[name])
    for i, j, side, limb in planted(m):
        for share in np.linspace(0, 1, 9):
            body = solve(m, mixed(known[i], known[j], float(share)))
            assert missed(m, body, known[i][f"{side}.{limb}.at"], side, limb) < SLIDE


@pytest.mark.parametrize("name", IDS)
def test_nothing_is_buried_in_the_floor(name: str) -> None:
    for body in timeline(MOVEMENTS[name]).bodies:
        deep = {part: lowest(body.frames, (part,)) for part in PARTS}
        assert {p: round(v, 3) for p, v in deep.items() if v < -SUNK} == {}


@pytest.mark.parametrize("name", IDS)
def test_something_always_rests_on_the_ground(name: str) -> None:
    for body in timeline(MOVEMENTS[name]).bodies:
        assert lowest(body.frames, tuple(PARTS)) < 0.02


@pytest.mark.parametrize("name", IDS)
def test_the_loop_closes(name: str) -> None:
    m, line = MOVEMENTS[name], timeline(MOVEMENTS[name])
    assert line.marks[0][0] == 0
    assert line.marks[-1][0] == pytest.approx(1)
    assert line.marks[0][1] == line.marks[-1][1]
    start, end = at_time(m, 0.0), at_time(m, m.loop_seconds - 1e-4)
    assert np.allclose(start.joint("crown"), end.joint("crown"), atol=2e-3)


@pytest.mark.parametrize("name", IDS)
def test_time_runs_forward_and_no_frame_jumps(name: str) -> None:
    m = MOVEMENTS[name]
    times = [t for t, _, _ in timeline(m).marks]
    assert all(a <= b for a, b in itertools.pairwise(times))
    before = at_time(m, 0.0)
    for t in np.arange(0.05, m.loop_seconds, 0.1):
        now = at_time(m, float(t))
        for joint in ("crown", "wrist_left", "wrist_right", "ankle_left", "ankle_right"):
            step = float(np.linalg.norm(now.joint(joint) - before.joint(joint)))
            assert step < 0.1, f"{joint} jumps {step:.3f} H at {t:.2f} s"
        before = now


def test_all_fours_stand_on_straight_arms() -> None:
    for name in ("cat-cow", "bird-dog"):
        for body in timeline(MOVEMENTS[name]).bodies:
            reach = np.linalg.norm(body.joint("shoulder_right") - body.joint("wrist_right"))
            assert reach == pytest.approx(0.325, abs=0.002)


def test_standing_feet_are_on_the_floor() -> None:
    for name in ("hip-hinge", "wall-angel", "band-row", "wall-push-up"):
        for body in timeline(MOVEMENTS[name]).bodies:
            assert body.joint("ankle_left")[1] == pytest.approx(SOLE, abs=0.002)
