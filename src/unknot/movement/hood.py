"""A headscarf: cloth round head, ears and chin, open at the face. Both are cut by one plane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from unknot.movement.body import LOCAL, NAMES, RADII
from unknot.movement.outline import View, closed, largest
from unknot.movement.skeleton import Array, Frame, vec

Ball = tuple[Sequence[float] | Array, Sequence[float] | Array]
MIDDLE = vec(0, 0.036, 0.012)
EDGE = 0.031  # where the cloth ends, in front of the neck's top (H)
RINGS, ROUND = 9, 20
FACE = (("skull", "jaw"), ("jaw", "chin"), ("skull", "brow"), ("brow", "jaw"), ("bridge", "nose"))
# The cloth over skull, cheeks and nape: place on the head and half sizes, all H.
OVER = ((0, 0.036, 0.011), (0.0535, 0.0610, 0.0655))
CHEEKS = ((0, -0.001, 0.025), (0.0394, 0.0335, 0.0389))
NAPE = ((0, -0.007, -0.005), (0.0362, 0.0324, 0.0324))
CLOTH = ((OVER, CHEEKS), (CHEEKS, NAPE), (NAPE, OVER))


def _named(name: str) -> Ball:
    i = NAMES.index(name)
    return LOCAL[i], RADII[i]


def _skin(ball: Ball, ahead: bool) -> Array:
    """Points on a ball's skin before or behind the plane, the last ring of them on it."""
    (x, y, z), (a, b, c) = ball
    way = 1.0 if ahead else -1.0
    cut = float(np.clip(way * (EDGE - z) / c, -1, 1))
    tilt = np.linspace(0.02, np.arccos(cut), RINGS)[:, None]
    turn = np.linspace(0, 2 * np.pi, ROUND, endpoint=False)[None, :]
    skin = np.stack(
        [
            x + a * np.sin(tilt) * np.cos(turn),
            y + b * np.sin(tilt) * np.sin(turn),
            z + way * c * np.cos(tilt) + 0 * turn,
        ],
        axis=-1,
    )
    return skin.reshape(-1, 3)


_FACE = tuple(np.vstack([_skin(_named(b), True) for b in pair]) for pair in FACE)
_CLOTH = tuple(np.vstack([_skin(b, False) for b in pair]) for pair in CLOTH)


def _outline(head: Frame, view: View, solids: tuple[Array, ...]) -> Polygon:
    seen = [(head.at + p @ head.axes.T) @ view.rows[:2].T for p in solids]
    hulls = [shapely.convex_hull(shapely.MultiPoint(p)) for p in seen]
    return largest(closed(shapely.union_all(hulls), 0.006))


def cloth(head: Frame, view: View) -> Polygon:
    """The outline of the scarf on the head."""
    return _outline(head, view, _CLOTH)


def face(head: Frame, view: View) -> Polygon:
    """The outline of what the scarf leaves free; a speck behind its edge when nothing is seen."""
    whole = _outline(head, view, _FACE)
    if float(view.rows[2] @ head.axes[:, 2]) > 0:
        return whole
    hidden = cloth(head, view)
    left = largest(shapely.difference(whole, hidden))
    if not left.is_empty:
        return left
    ahead = Point(view(head.point(MIDDLE + vec(0, 0, 0.05)))[:2])
    edge = hidden.exterior
    return edge.interpolate(edge.project(ahead)).buffer(1e-4)
