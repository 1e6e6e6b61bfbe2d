"""A ball: a shaded round with two light seams, between a body and a wall or under a hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from unknot.movement.outline import View
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import Array

RADIUS = 0.038
ROUND, SEAM = 16, 7
# The two seams of a tennis ball, seen from wherever we stand: how far from the middle they bend
# in, and how thick they are (radii). They tilt to the right, so that the thing is seen to be round.
BEND, THICK, TILT = 0.34, 0.055, 24.0


def ball(name: str, middles: list[Array], radius: float, view: View) -> list[Shape]:
    """A ball around one middle (x, y, z) per frame, back to front."""
    spots = [view(middle)[:2] for middle in middles]
    lean = np.radians(TILT * (-1 if view.flip else 1))
    found = [Shape(name, "band", tuple(s + radius * _round() for s in spots), "shaded")]
    for i, side in enumerate((-1, 1)):
        seam = radius * _seam(side) @ _turned(lean)
        strips = tuple(s + seam for s in spots)
        found.append(Shape(f"{name}-seam{i}", "pillow", strips, "plain", clip=name))
    return found


def skin(middle: Array, radius: float) -> tuple[Array, ...]:
    """The faces that stand for a ball where depth is asked: bands from pole to pole."""
    across = np.linspace(-np.pi / 2, np.pi / 2, 9)
    around = np.linspace(0, 2 * np.pi, 17)
    rings = [
        middle
        + radius
        * np.column_stack(
            [np.cos(a) * np.sin(around), np.full(17, np.sin(a)), np.cos(a) * np.cos(around)]
        )
        for a in across
    ]
    return tuple(
        np.array([low[i], low[i + 1], high[i + 1], high[i]])
        for low, high in pairwise(rings)
        for i in range(16)
    )


def _round() -> Array:
    """The unit circle; a bit larger, since the line through the midpoints runs inside."""
    a = np.linspace(0, 2 * np.pi, ROUND, endpoint=False)
    result: Array = np.column_stack([np.cos(a), np.sin(a)]) / np.cos(np.pi / ROUND) ** 0.5
    return result


def _seam(side: int) -> Array:
    """One strip, from the rim at the top, in towards the middle, to the rim at the bottom."""
    up = np.linspace(1.0, -1.0, SEAM)
    way = np.column_stack([side * (BEND + 0.62 * up**2), up])
    ahead = np.gradient(way, axis=0)
    aside = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    aside *= THICK / np.linalg.norm(aside, axis=1)[:, None]
    result: Array = np.vstack([way + aside, (way - aside)[::-1]])
    return result


def _turned(angle: float) -> Array:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, s], [-s, c]])
