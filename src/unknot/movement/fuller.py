"""A larger body on the same bones: how far each place on it lies further out.

Widths grow, lengths do not, so that every joint, reach and planted contact stays as it was. The
trunk grows to the front and the sides and hardly to the back: a back on the floor, against a wall
or a chair stays where it was. Hands, feet and head are as before.
"""

from __future__ import annotations

import numpy as np

from unknot.movement.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Array

# How much wider and deeper a piece of the trunk is.
TRUNK: dict[str, tuple[float, float]] = {
    "pelvis": (1.25, 1.18),
    **{f"lumbar{i}": (1.32, 1.38) for i in (1, 2, 3)},
    **{f"thorax{i}": (1.22, 1.24) for i in (1, 2)},
    "thorax3": (1.13, 1.12),
    "thorax4": (1.06, 1.10),
}
BACK = 0.042  # the plane behind the spine from which depth is counted (H)
# How much thicker a limb is at its upper and at its lower end, and how long it is.
LIMBS: dict[str, tuple[float, float, float]] = {
    "thigh": (1.26, 1.15, THIGH),
    "shank": (1.14, 1.06, SHANK),
    "upperarm": (1.20, 1.12, UPPER_ARM),
    "forearm": (1.14, 1.00, FOREARM),
}
REACH, THIN = (0.13, 0.11), 0.08  # how far from its middle a body reaches: trunk, limb (H)
STEPS = 24
ROUND = {"scapula": 1.12, "neck1": 1.10, "neck2": 1.10, "c7": 1.08}


def _stem(segment: str) -> str:
    return segment.split("_")[0]


def _thicker(stem: str, height: float) -> float:
    upper, lower, length = LIMBS[stem]
    share = float(np.clip(-height / length, 0, 1))
    return upper + (lower - upper) * share


def _growth(segment: str, height: float) -> tuple[Array, Array]:
    """What a place at this height of a segment is multiplied by, and then moved by."""
    if segment in TRUNK:
        wide, deep = TRUNK[segment]
        return np.array([wide, 1.0, deep]), np.array([0.0, 0.0, (deep - 1) * BACK])
    stem = _stem(segment)
    grown = _thicker(stem, height) if stem in LIMBS else 1.0
    return np.array([grown, 1.0, grown]), np.zeros(3)


def _near(segment: str, local: Array) -> float:
    """1 on and in the body, 0 out in the air, where a hand given in its frame is not upon it."""
    wide, deep = REACH if segment in TRUNK else (THIN, THIN)
    return float(np.clip(2 - np.hypot(local[0] / wide, local[2] / deep), 0, 1))


def place(segment: str, local: Array) -> Array:
    """Where a place on the first body lies on the larger one, both in the segment's frame (H)."""
    times, moved = _growth(segment, float(local[1]))
    result: Array = local + _near(segment, local) * (local * (times - 1) + moved)
    return result


def first_place(segment: str, local: Array) -> Array:
    """The place on the first body that lies here on the larger one, found step by step."""
    found = local
    for _ in range(STEPS):
        found = found + local - place(segment, found)
    return found


def size(segment: str, local: Array, radii: Array) -> Array:
    """How large a ball of the first body is on the larger one, half sizes in H."""
    stem = _stem(segment)
    times, _ = _growth(segment, float(local[1]))
    if stem in LIMBS and np.ptp(radii) == 0:
        times = np.full(3, times[0])
    result: Array = radii * times * ROUND.get(stem, 1.0)
    return result
