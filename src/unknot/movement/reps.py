"""The angle that counts a repetition, as a camera could measure it from joint positions."""

from __future__ import annotations

import numpy as np

from unknot.movement.model import Movement
from unknot.movement.skeleton import Array, unit, vec
from unknot.movement.solve import Body, at_time


def _between(a: Array, b: Array) -> float:
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1, 1))))


def measure(m: Movement, body: Body) -> float:
    """The counting angle of one solved body: degrees, or hundredths of H for a gap."""
    points = [body.joint(j) for j in m.rep.joints]
    match m.rep.kind:
        case "angle":
            return _between(points[0] - points[1], points[2] - points[1])
        case "tilt":
            return _between(points[1] - points[0], vec(0, 1, 0))
        case _:
            return 100 * float(np.linalg.norm(points[1] - points[0]))


def angle(m: Movement, t: float) -> float:
    """The counting angle `t` seconds into the loop (wraps round)."""
    return measure(m, at_time(m, t))
