"""Arrows and signs of a movement: along a landmark's real path, straight, round the body, and more.

Solid arrows mean movement; see signs.py for what is not movement.
"""

from __future__ import annotations

import numpy as np

from unknot.movement import signs
from unknot.movement.model import Arrow, Movement
from unknot.movement.outline import View
from unknot.movement.skeleton import Array
from unknot.movement.solve import keys, mixed, solve

SHAFT, HEAD_LONG, HEAD_WIDE, CUT = 0.017, 0.050, 0.052, 0.10


def _path(m: Movement, arrow: Arrow, view: View) -> Array:
    """The landmark's way from the pose before to the arrow's pose, shortened at both ends."""
    ids = [p.id for p in m.poses]
    j = ids.index(arrow.pose)
    a, b = keys(m)[j - 1], keys(m)[j]
    shares = np.linspace(CUT, 1 - CUT, 9)
    points = np.stack([solve(m, mixed(a, b, float(s))).joint(arrow.landmark) for s in shares])
    return view(points)[:, :2]


def _straight(m: Movement, arrow: Arrow, view: View) -> Array:
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    start = view(body.joint(arrow.landmark))[:2]
    return start + np.linspace(0, 1, 7)[:, None] * _screen(arrow.along, view)


def _around(m: Movement, arrow: Arrow, view: View) -> Array:
    """Part of a level ring round a landmark's segment; `along` is from and to, in degrees."""
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    angle = np.radians(np.linspace(arrow.along[0], arrow.along[1], 15))[:, None]
    axes = body.frames["pelvis"].axes
    ring = arrow.radius * (np.cos(angle) * axes[:, 2] + np.sin(angle) * axes[:, 0])
    return view(body.joint(arrow.landmark) + ring)[:, :2]


def _forward(m: Movement, arrow: Arrow, view: View) -> Array:
    """Straight ahead of the person; `along` is from and to, in H before the landmark."""
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    start, ahead = body.joint(arrow.landmark), body.frames["pelvis"].axes[:, 2] * [1, 0, 1]
    steps = np.linspace(arrow.along[0], arrow.along[1], 7)[:, None]
    return view(start + steps * ahead)[:, :2]


def _arc(m: Movement, arrow: Arrow, view: View) -> Array:
    """Part of a flat ring on screen round a landmark; `along` is from and to, in degrees."""
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    centre = view(body.joint(arrow.landmark))[:2]
    angle = np.radians(np.linspace(arrow.along[0], arrow.along[1], 17))
    x = np.cos(angle) * (-1 if view.flip else 1)
    result: Array = centre + arrow.radius * np.column_stack([x, np.sin(angle)])
    return result


def _screen(offset: tuple[float, float], view: View) -> Array:
    return np.array([-offset[0] if view.flip else offset[0], offset[1]])


def _landmark(m: Movement, arrow: Arrow, view: View) -> Array:
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    result: Array = view(body.joint(arrow.landmark))[:2] + _screen(arrow.shift, view)
    return result


def _through(m: Movement, arrow: Arrow, view: View) -> Array:
    """The named landmarks' places in the arrow's pose, one after the other."""
    body = solve(m, keys(m)[[p.id for p in m.poses].index(arrow.pose)])
    places = np.stack([body.joint(n) for n in (arrow.landmark, *arrow.through)])
    result: Array = view(places)[:, :2] + _screen(arrow.shift, view)
    return result


def trail(m: Movement, arrow: Arrow, view: View) -> Array:
    """The landmark's place in every key pose, in order: the corners of its closed way."""
    places = np.stack([solve(m, v).joint(arrow.landmark) for v in keys(m)])
    result: Array = view(places)[:, :2] + _screen(arrow.shift, view)
    return result


def outlines(m: Movement, arrow: Arrow, view: View) -> tuple[Array, ...]:
    """The arrow's or sign's outlines (n, 2) in H, y up; inner ones are holes."""
    kind, size = arrow.kind, arrow.size
    if kind in LINES:
        line = LINES[kind](m, arrow, view) + _screen(arrow.shift, view)
        if kind == "swell":
            return signs.hollow(ribbon(line, size * SWELL), size)
        return (ribbon(line, size),)
    return signs.wound(_sign(m, arrow, view))


def _sign(m: Movement, arrow: Arrow, view: View) -> tuple[Array, ...]:
    kind, size = arrow.kind, arrow.size
    at, way = _landmark(m, arrow, view), _screen(arrow.along, view)
    match kind:
        case "press":
            return signs.press(at, way, size)
        case "breath-out" | "breath-in":
            return signs.breath(at, at + way, size, out=kind == "breath-out")
        case "pause":
            return signs.pause(at, size)
        case "strain":
            return signs.strain(at, way, size)
        case "compass":
            return signs.compass(at, arrow.along, size)
        case "dots":
            return signs.dots(_through(m, arrow, view), size)
        case _:
            return signs.ring(trail(m, arrow, view), size)


def ribbon(line: Array, size: float) -> Array:
    """A shaft that widens from 35 % to full, then a head, along a centre line."""
    step = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(step)])
    neck = max(along[-1] - HEAD_LONG * size, 0.02 * along[-1])
    want = np.linspace(0, neck, 17)
    centre = np.column_stack([np.interp(want, along, line[:, i]) for i in (0, 1)])
    ways = np.gradient(centre, axis=0)
    ways /= np.maximum(np.linalg.norm(ways, axis=1), 1e-9)[:, None]
    normal = np.column_stack([-ways[:, 1], ways[:, 0]])
    half = np.linspace(0.35, 1, 17)[:, None] * SHAFT * size / 2
    barb = normal[-1] * HEAD_WIDE * size / 2
    back = ways[-1] * 0.008 * size
    left, right = centre + normal * half, centre - normal * half
    tip = line[-1]
    return np.vstack(
        [
            left,
            left[-1:] - back * 0,
            centre[-1:] + barb - back,
            tip[None],
            centre[-1:] - barb - back,
            right[::-1],
        ]
    )


LINES = {
    "path": _path,
    "straight": _straight,
    "around": _around,
    "arc": _arc,
    "forward": _forward,
    "swell": _straight,
}
SWELL = 1.45
