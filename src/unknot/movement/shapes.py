"""A painted shape: the same count of outline points in every frame, so that it can be animated."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry import Polygon

from unknot.movement.outline import fine
from unknot.movement.skeleton import Array
from unknot.movement.timeline import Timeline

Outlines = list[dict[str, Polygon]]

COUNTS = {
    "shirt": 44,
    "pelvis": 32,
    "head": 48,
    "neck": 18,
    "upperarm": 26,
    "forearm": 40,
    "arm": 52,
    "thigh": 26,
    "shank": 26,
    "leg": 40,
    "foot": 28,
    "sleeve": 24,
    "hairback": 20,
    "tail": 22,
    "hood": 32,
    "beard": 26,
    "patch": 14,
    "union": 48,
    "band": 20,
    "shadow": 40,
}
MATERIAL = {
    "shirt": "top",
    "sleeve": "top",
    "pelvis": "trousers",
    "thigh": "trousers",
    "shank": "trousers",
    "leg": "trousers",
    "hairback": "hair",
    "tail": "hair",
}


@dataclass(frozen=True)
class Shape:
    """A painted thing: control points (n, 2) per frame, y up; one frame when it never moves."""

    id: str
    material: str
    frames: tuple[Array, ...]
    style: str = "solid"
    far: float = 0.0
    clip: str = ""
    key: str = ""


def stem(name: str) -> str:
    """The part's name without its side."""
    return name.split("_")[0]


def track(name: str, polygons: list[Polygon], line: Timeline) -> tuple[Array, ...]:
    """Fixed-count outlines for every body, each started where the one before it started."""
    done: dict[int, Array] = {}
    before: Array | None = None
    for _, index, _ in line.marks:
        if index not in done:
            done[index] = fine(polygons[index], COUNTS[stem(name)], before)
        before = done[index]
    first = next(iter(done.values()))
    return tuple(done.get(i, first) for i in range(len(polygons)))
