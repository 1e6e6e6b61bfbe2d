"""A ball is round, goes with the hand, and lies where its exercise says: never on spine or neck."""

import numpy as np
import pytest
from shapely.geometry import Point

from tests.movement.catalogue import MOVEMENTS
from unknot.movement import props
from unknot.movement.ball import ball, skin
from unknot.movement.body import PARTS, volume
from unknot.movement.figure import draw
from unknot.movement.held import held
from unknot.movement.model import Movement
from unknot.movement.outline import View, parts
from unknot.movement.scene import scene
from unknot.movement.skeleton import Array, vec
from unknot.movement.timeline import timeline

CIRCLES, PRESS = MOVEMENTS["wall-ball-circles"], MOVEMENTS["wall-ball-press"]
SPINE = ("lumbar1", "thorax1", "thorax2", "thorax3", "neck1")


def wall_face(m: Movement) -> tuple[float, float]:
    """The two sides of the wall (z)."""
    (wall,) = (each for each in m.props if each.kind == "wall")
    return wall.at[2] - wall.size[2] / 2, wall.at[2] + wall.size[2] / 2


def lying(m: Movement) -> tuple[Array, float]:
    """Middle and radius of the ball that stands in the scene."""
    found = [piece.round for piece in props.pieces(m.props) if piece.round]
    assert len(found) == 1
    return found[0] or (vec(0, 0, 0), 0.0)


def in_hand(m: Movement) -> list[Array]:
    """The ball's middle in every frame, seen from three sides."""
    line = timeline(m)
    shots = [held(m, line, View(yaw, pitch), "right")[0] for yaw, pitch in ((0, 0), (-90, 0))]
    front, side = ([f.mean(axis=0) for f in shot.frames] for shot in shots)
    return [vec(f[0], f[1], s[0]) for f, s in zip(front, side, strict=True)]


@pytest.mark.parametrize("yaw", [0, -60, -118, 90])
@pytest.mark.parametrize("flip", [False, True])
def test_a_ball_is_round_from_every_side(yaw: int, flip: bool) -> None:
    body, *seams = ball("b", [vec(0.1, 0.5, -0.2)], 0.04, View(yaw, 10, flip))
    middle = View(yaw, 10, flip)(vec(0.1, 0.5, -0.2))[:2]
    away = np.linalg.norm(body.frames[0] - middle, axis=1)
    assert away == pytest.approx(away[0])
    assert away[0] == pytest.approx(0.04, rel=0.03)
    assert len(seams) == 2
    assert {seam.clip for seam in seams} == {"b"}


def test_its_faces_stand_for_its_depth() -> None:
    points = np.concatenate(skin(vec(0, 0.5, 0), 0.04))
    assert np.linalg.norm(points - vec(0, 0.5, 0), axis=1) == pytest.approx(0.04)


@pytest.mark.parametrize("side", ["left", "right"])
def test_it_lies_in_the_palm_not_on_the_back_of_the_hand(side: str) -> None:
    body = timeline(CIRCLES).bodies[0]
    hand = body.frames[f"hand_{side}"]
    thumb = volume(body.frames)[0][[i for pair in PARTS[f"forearm_{side}"] for i in pair]]
    palm = 1.0 if side == "right" else -1.0
    inner = ((thumb - hand.at) @ hand.axes[:, 0] * palm).max()
    assert inner > 0  # the thumb leaves the hand on the palm's side


def test_it_moves_with_the_hand_and_stays_between_hand_and_wall() -> None:
    near, _ = wall_face(CIRCLES)
    (thing,) = (each for each in CIRCLES.props if each.kind == "ball")
    spots, hands = in_hand(CIRCLES), [b.joint("grip_right") for b in timeline(CIRCLES).bodies]
    assert np.ptp([s[1] for s in spots]) > 0.05
    assert np.ptp([s[0] for s in spots]) > 0.05
    for spot, hand in zip(spots, hands, strict=True):
        assert spot[2] + thing.size[0] == pytest.approx(near, abs=0.006)
        assert np.linalg.norm(spot[:2] - hand[:2]) < 0.025
        assert hand[2] < spot[2]


def test_the_circles_stay_below_the_shoulder() -> None:
    for body, spot in zip(timeline(CIRCLES).bodies, in_hand(CIRCLES), strict=True):
        assert spot[1] < body.joint("shoulder_right")[1] + 0.04


def test_the_other_hand_holds_no_ball() -> None:
    assert held(CIRCLES, timeline(CIRCLES), View(0, 0), "left") == []


def test_the_ball_at_the_wall_touches_the_wall_and_the_back() -> None:
    middle, radius = lying(PRESS)
    _, face = wall_face(PRESS)
    assert middle[2] - radius == pytest.approx(face, abs=0.008)
    view = View(-90, 0)
    spot = Point(*view(middle)[:2])
    for body in timeline(PRESS).bodies:
        back = parts(view.rows[:2], *volume(body.frames))["shirt"]
        assert 0.6 * radius < spot.distance(back) < 1.2 * radius


def test_the_ball_at_the_wall_is_beside_the_spine_below_the_neck_and_above_the_waist() -> None:
    middle, radius = lying(PRESS)
    for body in timeline(PRESS).bodies:
        spine = [body.frames[name].at for name in SPINE if name in body.frames]
        assert spine
        assert all(abs(middle[0] - each[0]) > radius for each in spine)
        assert middle[1] + radius < body.joint("c7")[1] - 0.03
        assert middle[1] - radius > body.joint("pelvis")[1] + 0.10
        assert abs(middle[0]) + radius / 2 < abs(body.joint("shoulder_right")[0])


@pytest.mark.parametrize("name", ["wall-ball-circles", "wall-ball-press"])
def test_it_is_painted_in_every_kind_of_picture(name: str) -> None:
    m = MOVEMENTS[name]
    (shown,) = (s.id for s in scene(m).shapes if s.id.startswith("ball") and "-seam" not in s.id)
    for kind in ("moving", "still", "print"):
        assert f'id="x-{"" if kind == "moving" else "e-"}{shown}"' in draw(
            m, lang="en", kind=kind, prefix="x-"
        )
