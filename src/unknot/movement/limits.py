"""How far joints may go: what a body can do (clinical) and what a drawing may show.

Drawings need some exaggeration to be read at phone size, so a drawing angle beyond the clinical
range is a warning; beyond the drawing range it is a mistake. Degrees. Clinical values are AAOS-type
normals quoted from memory (see the decision record); none is ever shown to a person as a number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from unknot.movement.model import Movement
from unknot.movement.skeleton import SIDES, Array, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import timeline


@dataclass(frozen=True)
class Range:
    """Lowest and highest angle, clinical and drawn."""

    low: float
    high: float
    drawn_low: float
    drawn_high: float


RANGES: dict[str, Range] = {
    "elbow": Range(0, 150, 0, 156),
    "knee": Range(0, 150, 0, 162),
    "hip": Range(-30, 125, -35, 142),
    "ankle": Range(-50, 20, -92, 35),
    "wrist": Range(0, 80, 0, 100),
    "shoulder": Range(0, 180, 0, 181),
    "trunk_flexion": Range(-30, 85, -70, 95),
    "trunk_side": Range(-35, 35, -45, 45),
    "trunk_turn": Range(-45, 45, -80, 80),
    "neck_flexion": Range(-60, 60, -66, 62),
    "neck_side": Range(-45, 45, -48, 48),
    "neck_turn": Range(-70, 70, -70, 70),
}


def _angle(a: Array, b: Array) -> float:
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1, 1))))


def _limb_angles(body: Body, side: str) -> dict[str, float]:
    j = {
        n: body.joint(f"{n}_{side}")
        for n in ("shoulder", "elbow", "wrist", "fingers", "hip", "knee", "ankle")
    }
    thigh = body.frames["pelvis"].axes.T @ (j["knee"] - j["hip"])
    chest, foot = body.frames["thorax3"].axes, body.frames[f"foot_{side}"].axes
    shank = unit(j["knee"] - j["ankle"])
    return {
        "elbow": _angle(j["elbow"] - j["shoulder"], j["wrist"] - j["elbow"]),
        "wrist": _angle(j["wrist"] - j["elbow"], j["fingers"] - j["wrist"]),
        "knee": _angle(j["knee"] - j["hip"], j["ankle"] - j["knee"]),
        "hip": float(np.degrees(np.arctan2(thigh[2], -thigh[1]))),
        "ankle": float(np.degrees(np.arcsin(np.clip(shank @ foot[:, 2], -1, 1)))),
        "shoulder": _angle(j["elbow"] - j["shoulder"], -chest[:, 1]),
    }


def _between(low: Array, high: Array) -> tuple[float, float, float]:
    """Flexion, side-bend right and turn left of one frame against another."""
    m = low.T @ high
    flexion = float(np.degrees(np.arctan2(m[2, 1], m[1, 1])))
    return (
        flexion,
        float(np.degrees(np.arcsin(np.clip(-m[0, 1], -1, 1)))),
        float(np.degrees(np.arctan2(m[0, 2], m[2, 2]))),
    )


def angles(body: Body) -> dict[str, float]:
    """Every checked joint angle of a solved body, by name and side."""
    found = {f"{k}_{s}": v for s in SIDES for k, v in _limb_angles(body, s).items()}
    f = body.frames
    for name, low, high in (("trunk", "pelvis", "c7"), ("neck", "c7", "head")):
        flexion, side, turned = _between(f[low].axes, f[high].axes)
        found |= {f"{name}_flexion": flexion, f"{name}_side": side}
        if abs(flexion) < 80:
            found[f"{name}_turn"] = turned
    return found


def _range(name: str) -> Range:
    return RANGES[name] if name in RANGES else RANGES[name.rsplit("_", 1)[0]]


def beyond(m: Movement, *, drawn: bool) -> list[str]:
    """Angles out of range in any frame: clinical (a warning) or drawn (a mistake)."""
    worst: dict[str, tuple[float, float]] = {}
    for body in timeline(m).bodies:
        for name, value in angles(body).items():
            r = _range(name)
            low, high = (r.drawn_low, r.drawn_high) if drawn else (r.low, r.high)
            over = max(low - value, value - high)
            if over > max(0.5, worst.get(name, (0.0, 0.0))[0]):
                worst[name] = (over, value)
    return [f"{m.id}: {name} at {value:.0f} degrees" for name, (_, value) in worst.items()]
