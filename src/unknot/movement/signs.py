"""Signs that are not movement: pressing where nothing moves, breath, swelling, a rest, dots.

A sign is one or more closed outlines (n, 2) in H, y up. An inner outline that turns the
other way is a hole.
"""

from __future__ import annotations

import numpy as np
from shapely import buffer
from shapely.geometry import Polygon

from unknot.movement.outline import largest
from unknot.movement.skeleton import Array

GAP, BAR_LONG, BAR_WIDE = 0.010, 0.074, 0.011
WAVE, WAVES, THIN = 0.007, 1.5, 0.0095
RIM = 0.0065
DOT = 0.0125
SIDE_WIDE = 0.009


def _along(start: Array, end: Array, count: int = 7) -> Array:
    result: Array = start + np.linspace(0, 1, count)[:, None] * (end - start)
    return result


def _normal(way: Array) -> Array:
    far = float(np.linalg.norm(way))
    return np.array([-way[1], way[0]]) / max(far, 1e-9)


def wound(outlines: tuple[Array, ...]) -> tuple[Array, ...]:
    """All outlines turned the same way, so that overlaps stay filled."""
    return tuple(o if Polygon(o).exterior.is_ccw else o[::-1] for o in outlines)


def strip(line: Array, width: float) -> Array:
    """A strip of even width (H) along a line."""
    ways = np.gradient(line, axis=0)
    ways /= np.maximum(np.linalg.norm(ways, axis=1), 1e-9)[:, None]
    half = np.column_stack([-ways[:, 1], ways[:, 0]]) * width / 2
    result: Array = np.vstack([line + half, (line - half)[::-1]])
    return result


def tip(at: Array, way: Array, size: float) -> Array:
    """An arrow head that ends at a point."""
    ahead = way / max(float(np.linalg.norm(way)), 1e-9)
    aside = _normal(ahead)
    back = at - ahead * 0.040 * size
    return np.stack([at, back + aside * 0.026 * size, back - aside * 0.026 * size])


def press(middle: Array, way: Array, size: float) -> tuple[Array, ...]:
    """Two arrows that push on a bar from both sides: force without movement.

    `way` reaches from the middle to the tail of one arrow and gives the line of force.
    """
    ahead = way / max(float(np.linalg.norm(way)), 1e-9)
    bar = _normal(ahead) * BAR_LONG * size / 2
    found = [strip(_along(middle - bar, middle + bar), BAR_WIDE * size)]
    for side in (1, -1):
        edge = middle + side * ahead * (GAP + BAR_WIDE * size / 2)
        neck = edge + side * ahead * 0.036 * size
        found.append(tip(edge, -side * ahead, size))
        found.append(strip(_along(middle + side * way, neck), 0.016 * size))
    return tuple(found)


def breath(start: Array, end: Array, size: float, *, out: bool) -> tuple[Array, ...]:
    """Three soft waves that fan out from the start: heads far away (out), or one near (in)."""
    way, found = end - start, []
    for i, turn in enumerate((-22, 0, 22)):
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        arm = np.array([c * way[0] - s * way[1], s * way[0] + c * way[1]])
        arm = arm * (1.0 if i == 1 else 0.86)
        steps = np.linspace(0, 1, 15)
        swell = WAVE * size * np.sin(2 * np.pi * WAVES * steps) * np.sin(np.pi * steps) ** 0.5
        near = 0.10 if i == 1 else 0.24 if out else 0.42
        line = start + (near + (1 - near) * steps)[:, None] * arm + swell[:, None] * _normal(arm)
        found.append(strip(line, THIN * size))
        if out or i == 1:
            tail, head = (line[-1], arm) if out else (line[0], -arm)
            push = head / float(np.linalg.norm(head)) * 0.018 * size
            found.append(tip(tail + push, head, 0.8 * size))
    return tuple(found)


def hollow(outline: Array, size: float) -> tuple[Array, ...]:
    """An outline with a smaller copy of itself as a hole."""

    inner = largest(buffer(Polygon(outline), -RIM * size, join_style="mitre"))
    if inner.is_empty:
        return (outline,)
    hole = np.asarray(inner.exterior.coords)[:-1]
    same = inner.exterior.is_ccw == Polygon(outline).exterior.is_ccw
    return outline, hole[::-1] if same else hole


def pause(middle: Array, size: float) -> tuple[Array, ...]:
    """Two upright bars: a rest."""
    up = np.array([0.0, 0.024 * size])
    return tuple(
        strip(_along(middle + aside - up, middle + aside + up, 5), 0.012 * size)
        for aside in (np.array([-0.012 * size, 0]), np.array([0.012 * size, 0]))
    )


def disc(middle: Array, radius: float, count: int = 14) -> Array:
    """A round dot."""
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    result: Array = middle + radius * np.column_stack([np.cos(angle), np.sin(angle)])
    return result


def dots(line: Array, size: float, count: int = 9) -> tuple[Array, ...]:
    """Dots that grow along a line of corners: attention that travels."""
    step = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(step)])
    want = np.linspace(0, along[-1], count)
    spots = np.column_stack([np.interp(want, along, line[:, i]) for i in (0, 1)])
    grow = np.linspace(0.55, 1.1, count) * DOT * size
    return tuple(disc(spot, float(r)) for spot, r in zip(spots, grow, strict=True))


def ring(corners: Array, size: float) -> tuple[Array, ...]:
    """A closed way through corners: a head on its upright sides, a rest on its level ones."""
    found = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        way = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
        a, b, middle = a + way * 0.022, b - way * 0.022, (a + b) / 2
        upright = abs(way[1]) > abs(way[0])
        gap = way * (0.0 if upright else 0.032 * size)
        found += [
            strip(_along(s, t), SIDE_WIDE * size) for s, t in ((a, middle - gap), (middle + gap, b))
        ]
        found += [tip(middle + way * 0.022, way, 1.1 * size)] if upright else pause(middle, size)
    return tuple(found)


def strain(middle: Array, way: Array, size: float) -> tuple[Array, ...]:
    """Short strokes that fan out round a point: effort. `way` leads to the middle stroke's end."""
    found = []
    for turn in (-76, -38, 0, 38, 76):
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        arm = np.array([c * way[0] - s * way[1], s * way[0] + c * way[1]])
        found.append(strip(_along(middle + 0.55 * arm, middle + arm, 5), 0.011 * size))
    return tuple(found)


def compass(middle: Array, reach: tuple[float, float], size: float) -> tuple[Array, ...]:
    """Four short arrows away from a point, up, left, down and right."""
    found = []
    for way in ((0, 1), (-1, 0), (0, -1), (1, 0)):
        a, b = (middle + np.array(way) * r for r in reach)
        found.append(strip(_along(a, b - np.array(way) * 0.03 * size), 0.015 * size))
        found.append(tip(b, np.array(way, dtype=float), size))
    return tuple(found)
