"""A movement as a list of distinct solved bodies and the moments of the loop that show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from unknot.movement.model import Movement
from unknot.movement.solve import Body, keys, mixed, solve


@dataclass(frozen=True)
class Timeline:
    """`marks` are (share of the loop, index of a body, key pose it belongs to), in order.

    `start` and `end` are the bodies shown side by side in a still pair; body 0 is the first pose.
    """

    bodies: tuple[Body, ...]
    marks: tuple[tuple[float, int, str], ...]
    start: int
    end: int


def eased(share: float) -> float:
    """When a smooth move (3t² - 2t³) has covered this share of the way; 0 to 1."""
    return float(0.5 - np.sin(np.arcsin(1 - 2 * share) / 3))


def _steps(m: Movement) -> int:
    return 2 if m.linear else 5 if len(m.poses) < 4 else 4


def _index(m: Movement, pose: str) -> int:
    return next(i for i, p in enumerate(m.poses) if p.id == pose)


@lru_cache(maxsize=512)
def timeline(m: Movement) -> Timeline:
    """Sample the loop: in pose space, more densely where the body moves."""
    known, bodies, index = keys(m), list[Body](), dict[tuple[int, int, int], int]()
    steps, count = _steps(m), len(m.poses)

    def body(i: int, j: int, k: int) -> int:
        spot = min((i, j, k), (j, i, steps - k))
        if k in (0, steps):
            spot = (i, i, 0) if k == 0 else (j, j, 0)
        if spot not in index:
            a, b, s = spot
            index[spot] = len(bodies)
            bodies.append(solve(m, mixed(known[a], known[b], s / steps)))
        return index[spot]

    clock, marks = 0.0, [(0.0, body(0, 0, 0), m.poses[0].id)]
    if m.poses[0].hold_seconds:
        clock = m.poses[0].hold_seconds
        marks.append((clock, body(0, 0, 0), m.poses[0].id))
    for i in range(1, count + 1 if count > 1 else 1):
        pose = m.poses[i % count]
        for k in range(1, steps + 1):
            share = k / steps if m.linear else eased(k / steps)
            marks.append((clock + share * pose.move_seconds, body(i - 1, i % count, k), pose.id))
        clock += pose.move_seconds
        if i < count and pose.hold_seconds:
            clock += pose.hold_seconds
            marks.append((clock, marks[-1][1], pose.id))
    loop = max(m.loop_seconds, 1e-6)
    first, last = (_index(m, pose) for pose in (m.start, m.end))
    return Timeline(
        tuple(bodies),
        tuple((t / loop, b, p) for t, b, p in marks),
        body(first, first, 0),
        body(last, last, 0),
    )
