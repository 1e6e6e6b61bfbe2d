"""Hair, ears and eyes: small shapes that tell which way a face looks, from any camera."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement.outline import hull
from unknot.movement.skeleton import SIDES, Array, Frame, sign, unit, vec

SKULL = vec(0.0455, 0.052, 0.056) * 1.08
CENTRE = vec(0, 0.036, 0.012)
POLE = unit(vec(0, 0.90, -0.82))
HAIR = 1.06


def _shell(head: Frame, rows: Array) -> tuple[Array, Array, Array]:
    """The hair shell's projection: centre (2,), unit sphere to screen (2, 3), viewer (3,)."""
    axes = head.axes * (SKULL * HAIR)
    return rows[:2] @ head.point(CENTRE), rows[:2] @ axes, unit(np.linalg.inv(axes) @ rows[2])


def _arc(a: Array, b: Array, count: int) -> Array:
    angle = np.linspace(0, np.pi, count)[:, None]
    result: Array = np.cos(angle) * a + np.sin(angle) * b
    return result


def hair(head: Frame, rows: Array, count: int = 11) -> Array:
    """The visible part of a short cap: half the shell, cut by the plane from brow to nape."""
    centre, m, viewer = _shell(head, rows)
    edge = unit(np.cross(POLE, viewer))
    front = np.cross(POLE, edge)
    front = front if front @ viewer > 0 else -front
    rim = unit(POLE - viewer * float(POLE @ viewer))
    outline = np.vstack([_arc(edge, front, count), _arc(-edge, rim, count)])
    result: Array = centre + outline @ m.T
    return result


def hair_behind(head: Frame, rows: Array) -> Polygon:
    """The whole cap, painted behind neck and head."""
    centre, m, viewer = _shell(head, rows)
    a = unit(np.cross(POLE, vec(1, 0, 0)))
    ring = np.vstack([_arc(a, np.cross(POLE, a), 14), _arc(-a, -np.cross(POLE, a), 14)])
    edge = unit(np.cross(POLE, viewer))
    rim = unit(POLE - viewer * float(POLE @ viewer))
    points = centre + np.vstack([ring, _arc(edge, rim, 14)]) @ m.T
    return hull(shapely.MultiPoint(points))


def _spot(
    head: Frame, rows: Array, at: Array, a: Array, b: Array, normal: Array, least: float
) -> Array:
    """A small ellipse on the head; a single point when it faces away."""
    seen = float(rows[2] @ head.axes @ unit(normal)) > least
    angle = np.linspace(0, 2 * np.pi, 8, endpoint=False)[:, None]
    ring = at + (np.cos(angle) * a + np.sin(angle) * b) * (1.12 if seen else 0.0)
    points: Array = np.stack([head.point(p) for p in ring]) @ rows[:2].T
    return points


def ears(head: Frame, rows: Array) -> dict[str, Array]:
    """Both ears' outlines on screen."""
    found = {}
    for side in SIDES:
        s = sign(side)
        at = vec(s * 0.0485, 0.0275, 0.009)
        found[f"ear_{side}"] = _spot(
            head,
            rows,
            at,
            vec(-s * 0.003, 0.015, -0.003),
            vec(0, 0.003, 0.0105),
            vec(s, 0, -0.15),
            0.12,
        )
    return found


def eyes(head: Frame, rows: Array) -> dict[str, Array]:
    """Both eyes' outlines on screen."""
    found = {}
    for side in SIDES:
        s = sign(side)
        at = vec(s * 0.0195, 0.036, 0.0685)
        found[f"eye_{side}"] = _spot(
            head, rows, at, vec(0, 0.0062, 0), vec(s * 0.0046, 0, -0.001), vec(s * 0.38, 0, 1), 0.05
        )
    return found


def lids(head: Frame, rows: Array) -> dict[str, Array]:
    """Both closed eyes: thin lines that sag a little."""
    found = {}
    for side in SIDES:
        s = sign(side)
        at = vec(s * 0.0205, 0.0335, 0.0675)
        found[f"eye_{side}"] = _spot(
            head, rows, at, vec(0, 0.0020, 0), vec(s * 0.0095, 0, -0.003), vec(s * 0.38, 0, 1), 0.05
        )
    return found


def brows(head: Frame, rows: Array) -> dict[str, Array]:
    """Both eyebrows' outlines on screen."""
    found = {}
    for side in SIDES:
        s = sign(side)
        at = vec(s * 0.0205, 0.0535, 0.0665)
        found[f"brow_{side}"] = _spot(
            head,
            rows,
            at,
            vec(0, 0.0022, 0),
            vec(s * 0.0085, 0.0004, -0.003),
            vec(s * 0.38, 0, 1),
            0.12,
        )
    return found
