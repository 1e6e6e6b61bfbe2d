"""Signs that are not movement: each is told apart from an arrow, stays filled and shows in time."""

import re
from typing import Any

import numpy as np
import pytest
from shapely.geometry import Polygon

from tests.movement.catalogue import MOVEMENTS
from unknot.movement import arrows, blades, signs
from unknot.movement.body import NAMES, Give, volume
from unknot.movement.figure import draw
from unknot.movement.outline import View
from unknot.movement.pose import MovementError, parse
from unknot.movement.solve import keys, solve

WORDS = {"en": "Up", "fr": "Haut"}
CUE = {"word": WORDS, "say": WORDS}
UP = np.array([0.0, 0.1])
SIGNS = [
    "press",
    "breath-out",
    "breath-in",
    "swell",
    "pause",
    "strain",
    "compass",
    "dots",
    "trail",
]


def movement(**more: Any) -> Any:
    """An arm that goes up, with whatever a test adds."""
    raw = {
        "id": "lift",
        "title": WORDS,
        "description": WORDS,
        "camera": {"yaw": 180, "pitch": 0},
        "poses": [
            {"id": "low", "move_seconds": 1, "cue": CUE},
            {
                "id": "high",
                "move_seconds": 1,
                "cue": CUE,
                "both": {"scapula": [0, -25]},
                "right": {"shoulder": [0, 90, 0], "fist": 1},
            },
        ],
        "rep": {"gap": ["wrist_right", "pelvis"]},
    }
    return parse(raw | more, "lift.yaml")


def arrow(kind: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "pose": "high",
        "landmark": "fingers_right",
        "along": [0.05, 0.1],
        "through": ["elbow_right", "nose"] if kind == "dots" else [],
    }


def test_a_press_pushes_from_both_sides_on_a_bar_and_is_the_same_turned_round() -> None:
    bar, *rest = signs.press(np.zeros(2), UP, 1.0)
    assert np.ptp(bar[:, 0]) > 4 * np.ptp(bar[:, 1])
    heights = sorted(float(o[:, 1].mean()) for o in rest)
    assert np.allclose(heights, [-h for h in reversed(heights)])


def test_breath_out_ends_in_heads_far_away_and_breath_in_in_one_near_the_nose() -> None:
    out, into = (signs.breath(np.zeros(2), UP, 1.0, out=way) for way in (True, False))
    heads = [[o for o in sign if len(o) == 3] for sign in (out, into)]
    assert [len(h) for h in heads] == [3, 1]
    assert min(h[0, 1] for h in heads[0]) > 0.08 > heads[1][0][0, 1]


def test_strain_is_strokes_that_fan_out_and_leave_the_middle_free() -> None:
    strokes = signs.strain(np.zeros(2), UP, 1.0)
    assert len(strokes) == 5
    assert min(np.linalg.norm(o, axis=1).min() for o in strokes) > 0.05
    assert sum(float(o[:, 0].mean()) for o in strokes) == pytest.approx(0, abs=1e-6)


def test_a_hollow_arrow_has_a_hole_that_a_solid_one_has_not() -> None:
    square = np.array([[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1]])
    outer, inner = signs.hollow(square, 1.0)
    assert Polygon(outer).contains(Polygon(inner))
    assert Polygon(outer).exterior.is_ccw != Polygon(inner).exterior.is_ccw


@pytest.mark.parametrize("kind", SIGNS)
def test_every_sign_can_be_written_in_a_movement_and_mirrored(kind: str) -> None:
    m = movement(arrows=[arrow(kind)])
    plain, flipped = (arrows.outlines(m, m.arrows[0], View(0, 0, flip)) for flip in (False, True))
    assert len(plain) == len(flipped) > 1
    middle = [np.vstack(sign)[:, 0].mean() for sign in (plain, flipped)]
    assert middle[0] == pytest.approx(-middle[1], abs=0.02)


@pytest.mark.parametrize("kind", [k for k in SIGNS if k != "swell"])
def test_overlaps_of_a_sign_stay_filled(kind: str) -> None:
    m = movement(arrows=[arrow(kind)])
    found = arrows.outlines(m, m.arrows[0], View(0, 0))
    assert all(Polygon(o).exterior.is_ccw for o in found)


def test_an_unknown_sign_is_refused_with_the_known_ones() -> None:
    with pytest.raises(MovementError, match=r"lift.yaml.arrows\[0\].kind.*press"):
        movement(arrows=[arrow("shout")])


def test_breath_comes_and_goes_even_in_a_cycle_that_never_rests() -> None:
    svg = draw(MOVEMENTS["box-breathing"], lang="en", kind="moving")
    shown = re.findall(r'attributeName="opacity"[^>]*values="([01;]+)"', svg)
    assert len(shown) == 2
    assert not any(a == b == "1" for a, b in zip(*(s.split(";") for s in shown), strict=True)), (
        "in and out at once"
    )


def test_a_trail_and_its_dot_show_in_both_pictures() -> None:
    svg = draw(MOVEMENTS["box-breathing"], lang="en", kind="still")
    assert len(re.findall(r'<use href="#[ae]-dot0"', svg)) == 2


def test_blades_draw_together_when_they_are_squeezed() -> None:
    m = movement(blades="both")
    gaps = []
    for values in keys(m):
        body = solve(m, values)
        left, right = (blades.outline(body, side)[:, 0] for side in ("left", "right"))
        gaps.append(left.min() - right.max())
    assert gaps[0] > gaps[1] + 0.02 > 0.02


@pytest.mark.parametrize(("yaw", "count"), [(180, 2), (0, 0)])
def test_blades_show_only_on_a_back_that_is_seen(yaw: int, count: int) -> None:
    svg = draw(movement(blades="both", camera={"yaw": yaw, "pitch": 0}), lang="en", kind="still")
    assert len(set(re.findall(r'id="e-blade_(\w+)"', svg))) == count


def test_a_fist_is_shorter_than_an_open_hand() -> None:
    m = movement()
    body = solve(m, keys(m)[1])
    tip, wrist = NAMES.index("tip_right"), body.joint("wrist_right")
    reach = [
        float(np.linalg.norm(volume(body.frames, give)[0][tip] - wrist))
        for give in (Give(), body.give)
    ]
    assert reach[1] < 0.7 * reach[0]


def test_wide_ribs_widen_the_chest_and_not_the_hips() -> None:
    m = movement()
    frames = solve(m, keys(m)[0]).frames
    narrow, wide = (volume(frames, Give(ribs=r))[1] for r in (0.0, 0.03))
    grown = {n: float(np.abs(wide[i] - narrow[i]).max()) for i, n in enumerate(NAMES) if n}
    assert grown["ribs1"] == pytest.approx(0.03, abs=0.002)
    assert grown["hem"] == 0
