"""Things held in a hand and drawn with it: an elastic band, a towel, a stick, a bottle, a bag."""

from __future__ import annotations

import numpy as np

from unknot.movement.model import Movement, Prop
from unknot.movement.outline import View
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import Array, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline

HELD = ("band", "towel", "stick", "bottle", "bag")
MATERIALS = {"band": "band", "towel": "roller", "stick": "prop", "bottle": "roller"}
THICK = {"band": 0.012, "towel": 0.026, "stick": 0.018, "bottle": 0.034}
BOTTLE_HALF, STICK_OVER, ROUND = 0.062, 0.10, 7
# The outline of a bag from its handle down: half width and height below the grip.
BAG = ((0.006, 0.012), (0.046, -0.045), (0.075, -0.055), (0.088, -0.17), (0.078, -0.185))


def held(m: Movement, line: Timeline, view: View, side: str) -> list[Shape]:
    """What this side's hand holds, to be painted just before the hand."""
    return [
        _shape(f"{prop.kind}{i}", prop, line, view)
        for i, prop in enumerate(m.props)
        if prop.kind in HELD and prop.tie and prop.tie[0] == f"grip_{side}"
    ]


def _shape(name: str, prop: Prop, line: Timeline, view: View) -> Shape:
    if prop.kind == "bag":
        return Shape(name, "prop", tuple(_bag(prop, body, view) for body in line.bodies), "lined")
    ends = [view(_ends(prop, body))[:, :2] for body in line.bodies]
    thick = prop.size[0] if prop.size else THICK[prop.kind]
    return Shape(name, MATERIALS[prop.kind], tuple(_capsule(e, thick / 2) for e in ends), "lined")


def _ends(prop: Prop, body: Body) -> Array:
    """A bottle stands in the fist, a stick stands out past both hands; the rest runs between."""
    if prop.kind == "bottle":
        hand = body.frames[prop.tie[0].replace("grip", "hand")]
        return np.stack([hand.point((0, -0.055, z)) for z in (-BOTTLE_HALF, BOTTLE_HALF)])
    other = body.joint(prop.tie[1]) if len(prop.tie) > 1 else np.array(prop.at)
    ends = np.stack([body.joint(prop.tie[0]), other])
    if prop.kind == "stick":
        over = STICK_OVER * unit(ends[1] - ends[0])
        return ends + np.stack([-over, over])
    return ends


def _bag(prop: Prop, body: Body, view: View) -> Array:
    """A carrier bag hangs straight down from the hand, its broad side along the person's front."""
    grip = body.joint(prop.tie[0])
    sides = [np.array([0, down, half]) for half, down in BAG]
    other = [np.array([0, down, -half]) for half, down in reversed(BAG)]
    return view(grip + np.stack([*sides, *other]))[:, :2]


def _capsule(ends: Array, half: float) -> Array:
    """The outline of a rod with round ends, the same count of points whatever its length."""
    way = ends[1] - ends[0]
    start = np.arctan2(way[1], way[0])
    sweep = np.linspace(-np.pi / 2, np.pi / 2, ROUND)
    caps = [
        end + half * np.column_stack([np.cos(sweep + turn), np.sin(sweep + turn)])
        for end, turn in ((ends[1], start), (ends[0], start + np.pi))
    ]
    result: Array = np.vstack(caps)
    return result
