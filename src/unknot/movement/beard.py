"""A short full beard: the lower face from ear to ear, free round the mouth."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement.body import LOCAL, NAMES, RADII
from unknot.movement.outline import View, largest
from unknot.movement.skeleton import Array, Frame

PAIRS = (("skull", "jaw"), ("jaw", "chin"))
THICK = 0.004
TOP, BACK = 0.020, 0.010  # it grows below the ear's lobe and in front of it (H on the head)
FREE = ((0, 0.0215, 0.052), (0.0245, 0.0215, 0.036))  # lips and cheeks: place and half sizes
RINGS, ROUND = 36, 36


def _ball(middle: Array, sizes: Array) -> Array:
    tilt, turn = np.meshgrid(np.linspace(0, np.pi, RINGS), np.linspace(0, 2 * np.pi, ROUND))
    ring = [np.sin(tilt) * np.cos(turn), np.cos(tilt), np.sin(tilt) * np.sin(turn)]
    points: Array = np.stack(ring, axis=-1).reshape(-1, 3) * sizes + middle
    return points


def _grown(name: str) -> Array:
    """Where on a ball of the head the beard grows."""
    i = NAMES.index(name)
    points = _ball(LOCAL[i], RADII[i] + THICK)
    return points[(points[:, 1] < TOP) & (points[:, 2] > BACK)]


_HAIRY = tuple(np.vstack([_grown(name) for name in pair]) for pair in PAIRS)
_FREE = _ball(*(np.array(each, dtype=float) for each in FREE))


def _hull(head: Frame, view: View, points: Array) -> Polygon:
    seen = (head.at + points @ head.axes.T) @ view.rows[:2].T
    return largest(shapely.convex_hull(shapely.MultiPoint(seen)))


def beard(head: Frame, view: View, before: shapely.Geometry) -> Polygon:
    """The beard's outline; from behind only what `before`, neck and hair, leaves in sight."""
    whole = shapely.union_all([_hull(head, view, points) for points in _HAIRY])
    if float(view.rows[2] @ head.axes[:, 2]) < 0:
        left = largest(shapely.difference(whole, before))
        return left if not left.is_empty else shapely.buffer(whole.centroid, 1e-4)
    return largest(shapely.difference(whole, _hull(head, view, _FREE)))
