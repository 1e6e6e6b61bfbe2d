"""From ellipsoids to outlines: orthographic projection, hulls, rounded unions, fixed points.

M = P A (camera rows times an ellipsoid's axes); the support in direction d is c.d + |M^T d| and
the edge point c + M M^T d / |M^T d|. The hull of two takes, per direction, the further point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement.body import PARTS, soften
from unknot.movement.skeleton import Array, vec

RAYS = 40
_ANGLE = np.linspace(0, 2 * np.pi, RAYS, endpoint=False)
_COMPLEX = np.array([1, 1j])
_DIRECTIONS = np.column_stack([np.cos(_ANGLE), np.sin(_ANGLE)])


@dataclass(frozen=True)
class View:
    """An orthographic camera: yaw 0 sees the front, -90 the right side; `flip` mirrors it."""

    yaw: float
    pitch: float
    flip: bool = False

    @property
    def rows(self) -> Array:
        """Screen right, screen up and towards the viewer, as rows (3, 3)."""
        y, p = np.radians(self.yaw), np.radians(self.pitch)
        towards = vec(np.sin(y) * np.cos(p), np.sin(p), np.cos(y) * np.cos(p))
        right = vec(np.cos(y), 0, -np.sin(y))
        up = np.cross(towards, right)
        rows: Array = np.stack([-right if self.flip else right, up, towards])
        return rows

    def __call__(self, points: Array) -> Array:
        """Screen x, y (up) and depth of world points (..., 3), in H."""
        result: Array = points @ self.rows.T
        return result


def hulls(rows: Array, centres: Array, axes: Array, pairs: tuple[tuple[int, int], ...]) -> Array:
    """Convex outlines (pairs, rays, 2) of neighbouring ellipsoids."""
    c = centres @ rows.T
    m = np.einsum("ij,njk->nik", rows, axes)
    w = np.einsum("nik,di->ndk", m, _DIRECTIONS)
    length = np.linalg.norm(w, axis=2)
    edge = c[:, None, :] + np.einsum("nik,ndk->ndi", m, w) / np.maximum(length, 1e-12)[..., None]
    height = np.einsum("ni,di->nd", c, _DIRECTIONS) + length
    a, b = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    first = (height[a] >= height[b])[..., None]
    result: Array = np.where(first, edge[a], edge[b])
    return result


def largest(shape: shapely.Geometry) -> Polygon:
    """The biggest polygon of a geometry, without its holes."""
    parts = [g for g in shapely.get_parts(shape) if isinstance(g, Polygon) and not g.is_empty]
    if not parts:
        return Polygon()
    best = max(parts, key=lambda g: float(g.area))
    return Polygon(best.exterior)


def hull(shape: shapely.Geometry) -> Polygon:
    """The convex hull as a polygon."""
    return largest(shapely.convex_hull(shape))


def closed(shape: shapely.Geometry, k: float) -> shapely.Geometry:
    """Grow and shrink by k: rounds inner corners."""
    return shapely.buffer(shapely.buffer(shape, k, quad_segs=4), -k, quad_segs=4)


def parts(rows: Array, centres: Array, axes: Array) -> dict[str, Polygon]:
    """The outline of every part of the body in one pose, as seen with these two camera rows."""
    names = list(PARTS)
    pairs = tuple(pair for n in names for pair in PARTS[n])
    owner = np.repeat(np.arange(len(names)), [len(PARTS[n]) for n in names])
    polygons = np.asarray(shapely.polygons(hulls(rows, centres, axes, pairs)))
    return {
        n: largest(closed(shapely.union_all(polygons[owner == i]), soften(n)))
        for i, n in enumerate(names)
    }


def resample(shape: Polygon, count: int) -> Array:
    """`count` points evenly spaced along the outline, anticlockwise, as seen with y up."""
    ring = np.asarray(shape.exterior.coords)[:-1]
    if shape.exterior.is_ccw is False:
        ring = ring[::-1]
    closed_ring = np.vstack([ring, ring[:1]])
    step = np.linalg.norm(np.diff(closed_ring, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(step)])
    want = np.linspace(0, along[-1], count, endpoint=False)
    return np.column_stack([np.interp(want, along, closed_ring[:, i]) for i in (0, 1)])


def fine(shape: Polygon, count: int, before: Array | None) -> Array:
    """Resampled outline whose first point best matches the outline of the frame before."""
    if shape.is_empty:
        return before if before is not None else np.zeros((count, 2))
    dense = resample(shape, count * 4)
    if before is None:
        return dense[::4]
    moved = before - before.mean(axis=0) + dense.mean(axis=0)
    there, here = dense @ _COMPLEX, np.zeros(count * 4, dtype=complex)
    here[::4] = moved @ _COMPLEX
    match = np.fft.ifft(np.fft.fft(there) * np.conj(np.fft.fft(here))).real
    return np.roll(dense, -int(np.argmax(match)), axis=0)[::4]


def spline(points: Array) -> str:
    """A closed quadratic midpoint spline through whole numbers, with exact reflections.

    Only midpoints are written (`q` then `t`); each rounded midpoint feeds back into the next
    control point, so that the reflected control points never drift.
    """
    c = np.asarray(points, dtype=float)
    ahead = np.roll(c, -1, axis=0)
    here = np.round((c + ahead) / 2)
    start = here[-1]
    control = np.round(c[0])
    out = [f"M{start[0]:.0f} {start[1]:.0f}"]
    last = start
    for i in range(len(c)):
        middle = np.round((control + ahead[i]) / 2) if i < len(c) - 1 else start
        dx, dy = middle - last
        if i == 0:
            qx, qy = control - last
            out.append(f"q{qx:.0f} {qy:.0f} {dx:.0f} {dy:.0f}t")
        else:
            out.append(f"{dx:.0f} {dy:.0f}" + ("z" if i == len(c) - 1 else " "))
        control, last = 2 * middle - control, middle
    return "".join(out)
