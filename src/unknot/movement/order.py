"""Which part is painted over which, decided once for a whole clip.

For every pair that overlaps on screen the depths are compared where they overlap; the verdicts of
all frames are added up, weighted by area, and sorted so that the heaviest ones hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from shapely.geometry import Polygon

from unknot.movement.skeleton import SIDES, Array

MIN_AREA, MIN_GAP, MUST = 0.0003, 0.010, 1e6


@dataclass(frozen=True)
class Seen:
    """One thing on screen in one frame: outline (H) and points (n, 3) with screen x, y, depth."""

    shape: Polygon
    points: Array
    under: bool = False

    def depth(self, x: float, y: float) -> float:
        """The depth of the three nearest points, averaged."""
        gap = (self.points[:, 0] - x) ** 2 + (self.points[:, 1] - y) ** 2
        near = np.argsort(gap)[:3]
        weight = 1 / (gap[near] + 1e-5)
        return float((self.points[near, 2] * weight).sum() / weight.sum())


Frameful = Mapping[str, Seen]


def _carried(name: str) -> bool:
    return name.startswith(("sleeve_", "foot_"))


def _limb(name: str) -> tuple[str, str] | None:
    head, _, side = name.partition("_")
    group = {"upperarm": "arm", "forearm": "arm", "thigh": "leg", "shank": "leg"}.get(head)
    return (group, side) if group else None


def verdict(a: Seen, b: Seen) -> float:
    """Area-weighted verdict: positive when a is behind b, 0 when they do not clearly overlap."""
    if not a.shape.intersects(b.shape):
        return 0.0
    both = a.shape.intersection(b.shape)
    if both.area < MIN_AREA:
        return 0.0
    spot = both.representative_point() if not both.contains(both.centroid) else both.centroid
    gap = b.depth(spot.x, spot.y) - a.depth(spot.x, spot.y)
    return float(np.sign(gap) * both.area) if abs(gap) > MIN_GAP else 0.0


def _fixed(a: str, b: str) -> float | None:
    """Pairs whose order never depends on depth: positive when a comes first."""
    order = {"hairback": 0, "neck": 1, "pelvis": 2}
    if a in order and b in order:
        return float(order[b] - order[a])
    if {a, b} == {"neck", "shirt"} or {a, b} == {"pelvis", "shirt"}:
        return 1.0 if b == "shirt" else -1.0
    if {a, b} == {"neck", "head"} or {a, b} == {"hairback", "head"}:
        return 1.0 if b == "head" else -1.0
    return None


def _hem(frame: Frameful, a: str, b: str) -> float:
    """The shirt's hem lies over a thigh that continues the trunk; a raised thigh lies over it."""
    thigh = frame[a if b == "shirt" else b]
    if thigh.under:
        return thigh.shape.intersection(frame["shirt"].shape).area * (1.0 if b == "shirt" else -1.0)
    return verdict(frame[a], frame[b])


def weigh(frames: Sequence[Frameful], a: str, b: str) -> float:
    """The clip's verdict on one pair: positive when a is painted first."""
    fixed = _fixed(a, b)
    if fixed is not None:
        return fixed * MUST
    if _limb(a) is not None and _limb(a) == _limb(b):
        return 0.0
    if "shirt" in (a, b) and any(n.startswith("thigh") for n in (a, b)):
        return sum(_hem(f, a, b) for f in frames)
    if "pelvis" in (a, b) and any(n.startswith("thigh") for n in (a, b)):
        level = MIN_AREA if a == "pelvis" else -MIN_AREA
        return sum(verdict(f[a], f[b]) for f in frames) or level
    return sum(verdict(f[a], f[b]) for f in frames if a in f and b in f)


def weights(
    frames: Sequence[Frameful], forced: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    """All verdicts as (first, second) → weight; a movement's own `order` wins."""
    names = sorted({n for f in frames for n in f if not _carried(n)})
    edges: dict[tuple[str, str], float] = {}
    for a, b in combinations(names, 2):
        w = weigh(frames, a, b)
        if w:
            edges[(a, b) if w > 0 else (b, a)] = abs(w)
    for a, b in forced:
        edges.pop((b, a), None)
        edges[(a, b)] = 10 * MUST
    return edges


def arrange(frames: Sequence[Frameful], edges: Mapping[tuple[str, str], float]) -> list[str]:
    """Back to front: repeatedly the thing with the least weight in front of its turn."""
    left = sorted({n for f in frames for n in f if not _carried(n)})
    mean = {n: float(np.mean([f[n].points[:, 2].mean() for f in frames if n in f])) for n in left}
    done: list[str] = []
    while left:

        def owed(n: str) -> tuple[float, float]:
            return sum(w for (a, b), w in edges.items() if b == n and a in left), mean[n]

        first = min(left, key=owed)
        left.remove(first)
        done.append(first)
    return done


def gathered(
    order: list[str], edges: Mapping[tuple[str, str], float]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Bring the two halves of a limb next to each other where nothing in between objects."""
    joined: set[tuple[str, str]] = set()
    for upper, lower in (("upperarm", "forearm"), ("thigh", "shank")):
        for side in SIDES:
            pair = f"{upper}_{side}", f"{lower}_{side}"
            i, j = sorted(order.index(p) for p in pair)
            first, second = order[i], order[j]
            between = order[i + 1 : j]
            if not any((first, n) in edges for n in between):
                order = [*order[:i], *between, first, *order[j:]]
                joined.add((pair[0], pair[1]))
            elif not any((n, second) in edges for n in between):
                order = [*order[: i + 1], second, *between, *order[j + 1 :]]
                joined.add((pair[0], pair[1]))
    return order, joined
