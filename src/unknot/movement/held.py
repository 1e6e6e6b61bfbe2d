"""Things in or under a hand, drawn with it: band, towel, cloth, stick, bottle, bag, ball."""

from __future__ import annotations

import numpy as np

from unknot.movement.ball import RADIUS, ball
from unknot.movement.model import Movement, Prop
from unknot.movement.outline import View
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import Array, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline

HELD = ("band", "towel", "stick", "bottle", "bag", "cloth")
MATERIALS = {"band": "band", "towel": "roller", "stick": "prop", "bottle": "band", "cloth": "band"}
THICK = {"band": 0.012, "towel": 0.026, "stick": 0.018, "bottle": 0.044}
BOTTLE_HALF, STICK_OVER, ROUND = 0.076, 0.10, 7
# Half width and height above the grip: the body of a bag from the top down, and the way of its
# handle from the top out. The handle is an open loop, so that the hand is seen to hold it.
BAG = ((0.094, -0.098), (0.106, -0.110), (0.110, -0.215), (0.100, -0.232))
HANDLE = ((0.0, 0.004), (0.022, 0.000), (0.040, -0.030), (0.052, -0.104))
STRAP = 0.007
CLOTH, UNDER = (0.060, 0.095), 0.017  # beyond the hands, half as deep; below the middle of the hand
FLESH = 0.0125  # half as thick as a palm
# A bottle from its foot to its neck: place along it (half lengths) and half thickness (shares).
BOTTLE = ((-1.0, 0.85), (-0.9, 1.0), (0.25, 1.0), (0.55, 0.62), (0.66, 0.42))
CAP = ((0.64, 0.52), (1.0, 0.52))


def held(m: Movement, line: Timeline, view: View, side: str) -> list[Shape]:
    """What this side's hand holds, to be painted just before the hand."""
    return [
        shape
        for i, prop in enumerate(m.props)
        if prop.kind in (*HELD, "ball") and prop.tie and prop.tie[0] == f"grip_{side}"
        for shape in _shapes(f"{prop.kind}{i}", prop, line, view)
    ]


def _shapes(name: str, prop: Prop, line: Timeline, view: View) -> list[Shape]:
    """What is painted for one thing, back to front."""
    if prop.kind == "ball":
        radius = prop.size[0] if prop.size else RADIUS
        return ball(name, [_in_palm(prop, body, radius) for body in line.bodies], radius, view)
    if prop.kind == "bag":
        loops = tuple(_hung(prop, body, view, _handle()) for body in line.bodies)
        sacks = tuple(_hung(prop, body, view, _mirrored(BAG)) for body in line.bodies)
        return [
            Shape(f"{name}-handle", "roller", loops, "lined"),
            Shape(name, "prop", sacks, "lined"),
        ]
    if prop.kind == "cloth":
        lain = tuple(view(_cloth(prop, body))[:, :2] for body in line.bodies)
        return [Shape(name, MATERIALS[prop.kind], lain, "lined")]
    ends = [view(_ends(prop, body))[:, :2] for body in line.bodies]
    half = (prop.size[0] if prop.size else THICK[prop.kind]) / 2
    material = MATERIALS[prop.kind]
    if prop.kind == "bottle":
        caps = tuple(_turned(e, CAP, half) for e in ends)
        flasks = tuple(_turned(e, BOTTLE, half) for e in ends)
        return [Shape(f"{name}-cap", "prop", caps, "lined"), Shape(name, material, flasks, "lined")]
    return [Shape(name, material, tuple(_capsule(e, half) for e in ends), "lined")]


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


def _cloth(prop: Prop, body: Body) -> Array:
    """A flat cloth under both hands; more points at its corners keep them sharp."""
    a, b = (body.joint(tie) - np.array([0, UNDER, 0]) for tie in prop.tie)
    aside = unit(b - a)
    ahead = np.array([-aside[2], 0, aside[0]]) * CLOTH[1]
    aside = aside * CLOTH[0]
    corners = np.stack([a - aside - ahead, b + aside - ahead, b + aside + ahead, a - aside + ahead])
    after = np.roll(corners, -1, axis=0)
    shares = (0.0, 0.04, 0.5, 0.96)
    result: Array = np.vstack(
        [[p + s * (q - p) for s in shares] for p, q in zip(corners, after, strict=True)]
    )
    return result


def _in_palm(prop: Prop, body: Body, radius: float) -> Array:
    """The middle of a ball that lies in the flat palm."""
    hand = prop.tie[0].replace("grip", "hand")
    palm = 1.0 if hand == "hand_right" else -1.0
    return body.frames[hand].point((palm * (radius + FLESH), -0.05, 0))


def _hung(prop: Prop, body: Body, view: View, outline: Array) -> Array:
    """An outline that hangs straight down from the hand, its broad side along the front."""
    grip = body.joint(prop.tie[0])
    return view(grip + np.column_stack([np.zeros(len(outline)), outline[:, 1], outline[:, 0]]))[
        :, :2
    ]


def _mirrored(half: tuple[tuple[float, float], ...]) -> Array:
    """One half of an outline and its mirror image, as one round."""
    side = np.array(half)
    result: Array = np.vstack([side, side[::-1] * [-1, 1]])
    return result


def _handle() -> Array:
    """The handle's loop as a strip: its outer edge there, its inner edge back."""
    way = np.array(HANDLE)
    way = np.vstack([way[:0:-1] * [-1, 1], way])
    ahead = np.gradient(way, axis=0)
    aside = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    aside *= STRAP / np.linalg.norm(aside, axis=1)[:, None]
    result: Array = np.vstack([way + aside, (way - aside)[::-1]])
    return result


def _turned(ends: Array, profile: tuple[tuple[float, float], ...], half: float) -> Array:
    """A round body seen from the side: a profile on both sides of the line between two ends."""
    middle, ahead = ends.mean(axis=0), (ends[1] - ends[0]) / 2
    far = max(float(np.linalg.norm(ahead)), 1e-6)
    aside = np.array([-ahead[1], ahead[0]]) / far * half
    along, wide = (np.array(profile)[:, i, None] for i in (0, 1))
    right = middle + along * ahead + wide * aside
    left = middle + along * ahead - wide * aside
    result: Array = np.vstack([right, left[::-1]])
    return result


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
