"""The body's volume: every part is a chain of ellipsoids carried by the skeleton's frames.

Radii are fractions of stature; they agree with common girths (arm 18 %, thigh 32 %, calf 21 %,
wrist 9.7 % of stature). The head is 8 % larger than life: at phone size it tells direction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from unknot.movement import fuller
from unknot.movement.skeleton import FOREARM, SHANK, SIDES, THIGH, UPPER_ARM, Array, Frame, sign

Triple = tuple[float, float, float]
SLEEVE_END, TROUSER_END = 0.56, 0.88
_HEAD = 1.08

UPPER_ARM_RADII = ((0.0, 0.0335), (0.18, 0.033), (0.5, 0.0285), (0.8, 0.0245), (1.0, 0.0235))
FOREARM_RADII = ((0.0, 0.0235), (0.25, 0.0255), (0.6, 0.0205), (1.0, 0.0165))
THIGH_RADII = ((0.0, 0.0535), (0.22, 0.0535), (0.5, 0.0465), (0.8, 0.0375), (1.0, 0.0345))
SHANK_RADII = ((0.0, 0.0335), (0.12, 0.0335), (0.3, 0.0345), (0.6, 0.0265), (1.0, 0.0205))
NECK_RADII = (0.036, 0.0315, 0.029)

# half width, half depth, forward offset, by segment and height in it
SECTIONS: tuple[tuple[str, str, float, Triple], ...] = (
    ("hem", "pelvis", 0.052, (0.0885, 0.058, 0.0)),
    ("low", "lumbar1", 0.017, (0.083, 0.056, 0.006)),
    ("waist", "lumbar2", 0.017, (0.0785, 0.053, 0.009)),
    ("high", "lumbar3", 0.017, (0.080, 0.055, 0.009)),
    ("ribs1", "thorax1", 0.021, (0.0865, 0.060, 0.008)),
    ("ribs2", "thorax2", 0.021, (0.0925, 0.064, 0.006)),
    ("chest", "thorax3", 0.021, (0.095, 0.063, 0.003)),
    ("top", "thorax4", 0.012, (0.086, 0.054, 0.0)),
)
BELLY = {"low": 0.8, "waist": 1.0, "high": 0.8, "ribs1": 0.35}
RIBS = {"waist": 0.2, "high": 0.75, "ribs1": 1.0, "ribs2": 0.7, "chest": 0.25}
# A closed hand: where its balls go (x towards the palm) and how thick they are.
FIST: dict[str, tuple[Triple, Triple]] = {
    "fingers": ((0.010, -0.062, 0.000), (0.0190, 0.0190, 0.0225)),
    "tip": ((0.021, -0.044, 0.000), (0.0120, 0.0150, 0.0200)),
    "thumb1": ((0.012, -0.044, 0.020), (0.0110, 0.0110, 0.0110)),
    "thumb2": ((0.026, -0.056, 0.014), (0.0095, 0.0095, 0.0095)),
}


@dataclass(frozen=True)
class Give:
    """What is soft in a pose: belly forward and ribs aside (H), hands closed (0 to 1).

    `full` is the larger body, in every pose alike.
    """

    belly: float = 0.0
    ribs: float = 0.0
    left: float = 0.0
    right: float = 0.0
    full: bool = False


@dataclass
class _Builder:
    names: list[str] = field(default_factory=list)
    segments: list[str] = field(default_factory=list)
    local: list[Triple] = field(default_factory=list)
    radii: list[Triple] = field(default_factory=list)
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, segment: str, local: Triple, radii: Triple, name: str = "") -> int:
        self.names.append(name)
        self.segments.append(segment)
        self.local.append(local)
        self.radii.append(radii)
        return len(self.names) - 1

    def chain(self, part: str, balls: list[int]) -> None:
        pairs = list(pairwise(balls)) or [(balls[0], balls[0])]
        self.parts.setdefault(part, []).extend(pairs)

    def bone(
        self, segment: str, length: float, radii: tuple[tuple[float, float], ...], back: float = 0.0
    ) -> list[int]:
        return [
            self.add(segment, (0, -t * length, -back if t == 0.3 else 0), (r, r, r))
            for t, r in radii
        ]


def _torso(b: _Builder) -> None:
    ids = {}
    for name, segment, height, (wide, deep, ahead) in SECTIONS:
        ids[name] = b.add(segment, (0, height, ahead), (wide, 0.031, deep), name)
    low = b.add("pelvis", (0, 0.0, -0.004), (0.088, 0.045, 0.058))
    mid = b.add("pelvis", (0, 0.035, 0), (0.086, 0.034, 0.056))
    b.chain("pelvis", [low, mid])
    b.chain("shirt", list(ids.values()))
    for side in SIDES:
        s = sign(side)
        seat = b.add("pelvis", (s * 0.042, -0.020, -0.024), (0.046, 0.052, 0.043))
        b.chain("pelvis", [seat, mid])
        neck = b.add("c7", (s * 0.022, -0.012, 0.006), (0.024, 0.022, 0.030))
        slope = b.add(f"scapula_{side}", (-s * 0.045, 0.008, -0.004), (0.024, 0.024, 0.034))
        tip = b.add(f"scapula_{side}", (-s * 0.006, 0.0, 0), (0.027, 0.029, 0.031))
        inner = b.add("thorax3", (s * 0.05, 0.02, 0.004), (0.035, 0.045, 0.052))
        web = b.add(f"scapula_{side}", (-s * 0.010, -0.014, 0.0), (0.026, 0.032, 0.034))
        b.chain("shirt", [ids["top"], neck, slope, tip])
        b.chain("shirt", [inner, web])
    necks = [
        b.add(f"neck{min(i + 1, 2)}", (0, (0.0, 0.0, 0.026)[i], 0), (r, r, r))
        for i, r in enumerate(NECK_RADII)
    ]
    root = b.add("c7", (0, -0.012, 0.012), (0.04, 0.02, 0.036))
    b.chain("neck", [root, *necks, b.add("head", (0, 0.016, 0.0), (0.030, 0.025, 0.030))])


def _head(b: _Builder) -> None:
    def ball(name: str, local: Triple, radii: Triple) -> int:
        x, y, z = (v * _HEAD for v in local)
        rx, ry, rz = (v * _HEAD for v in radii)
        return b.add("head", (x, y + 0.036, z + 0.012), (rx, ry, rz), name)

    skull = ball("skull", (0, 0, 0), (0.0455, 0.052, 0.056))
    jaw = ball("jaw", (0, -0.034, 0.022), (0.030, 0.024, 0.029))
    chin = ball("chin", (0, -0.044, 0.036), (0.016, 0.012, 0.013))
    brow = ball("brow", (0, 0.006, 0.021), (0.038, 0.036, 0.034))
    bridge = ball("bridge", (0, 0.004, 0.051), (0.006, 0.008, 0.005))
    nose = ball("nose", (0, -0.0125, 0.0605), (0.0085, 0.0065, 0.0075))
    b.chain("head", [skull, jaw, chin])
    b.chain("head", [skull, brow])
    b.chain("head", [bridge, nose])
    b.chain("head", [brow, jaw])


def _arm(b: _Builder, side: str) -> None:
    s = 1.0 if side == "left" else -1.0
    upper = b.bone(f"upperarm_{side}", UPPER_ARM, UPPER_ARM_RADII)
    fore = b.bone(f"forearm_{side}", FOREARM, FOREARM_RADII)
    hand = f"hand_{side}"
    palm = b.add(hand, (0, -0.034, 0.001), (0.0125, 0.030, 0.0225))
    fingers = b.add(hand, (-s * 0.002, -0.070, 0.001), (0.0105, 0.028, 0.0195), f"fingers_{side}")
    tip = b.add(hand, (-s * 0.004, -0.092, 0.001), (0.0085, 0.016, 0.0145), f"tip_{side}")
    thumb = [
        b.add(hand, (-s * x, -y, z), (r, r, r), f"thumb{i}_{side}")
        for i, (x, y, z, r) in enumerate(
            (
                (0.001, 0.026, 0.014, 0.0115),
                (0.004, 0.048, 0.030, 0.0090),
                (0.006, 0.066, 0.035, 0.0072),
            )
        )
    ]
    b.chain(f"upperarm_{side}", upper)
    b.chain(f"forearm_{side}", fore)
    b.chain(f"forearm_{side}", [fore[-1], palm, fingers, tip])
    b.chain(f"forearm_{side}", thumb)
    cut = SLEEVE_END * UPPER_ARM
    sleeve = [
        b.add(f"upperarm_{side}", (0, y, 0), (r, h, r))
        for y, r, h in (
            (0.0, 0.0345, 0.0335),
            (-0.033, 0.0358, 0.03),
            (-cut + 0.004, 0.0345, 0.004),
        )
    ]
    b.chain(f"sleeve_{side}", sleeve)


def _leg(b: _Builder, side: str) -> None:
    thigh = b.bone(f"thigh_{side}", THIGH, THIGH_RADII)
    shank = b.bone(f"shank_{side}", SHANK, SHANK_RADII[:-1], back=0.007)
    cut = -TROUSER_END * SHANK
    hem = b.add(f"shank_{side}", (0, cut + 0.003, 0), (0.0262, 0.003, 0.0262))
    calf = b.add(f"shank_{side}", (0, cut + 0.02, 0), (0.021, 0.02, 0.021))
    ankle = b.add(f"shank_{side}", (0, -SHANK, 0), (0.0205, 0.0205, 0.0205))
    foot = f"foot_{side}"
    heel = b.add(foot, (0, -0.0165, -0.020), (0.021, 0.0225, 0.0225))
    instep = b.add(foot, (0, -0.0125, 0.028), (0.0205, 0.0215, 0.032))
    ball = b.add(foot, (0, -0.0235, 0.078), (0.0265, 0.0150, 0.026))
    toe = b.add(foot, (0, -0.0275, 0.106), (0.0235, 0.0110, 0.022))
    b.chain(f"thigh_{side}", thigh)
    b.chain(f"shank_{side}", [*shank, hem])
    b.chain(f"foot_{side}", [calf, ankle, heel, ball, toe])
    b.chain(f"foot_{side}", [ankle, instep, ball])


def _build() -> _Builder:
    b = _Builder()
    _torso(b)
    _head(b)
    for side in SIDES:
        _arm(b, side)
        _leg(b, side)
    return b


_MODEL = _build()
NAMES, SEGMENTS = tuple(_MODEL.names), tuple(_MODEL.segments)
LOCAL, RADII = np.array(_MODEL.local), np.array(_MODEL.radii)
FULL_LOCAL = np.array([fuller.place(s, p) for s, p in zip(SEGMENTS, LOCAL, strict=True)])
FULL_RADII = np.array(
    [fuller.size(s, p, r) for s, p, r in zip(SEGMENTS, LOCAL, RADII, strict=True)]
)
PARTS: Mapping[str, tuple[tuple[int, int], ...]] = {k: tuple(v) for k, v in _MODEL.parts.items()}
SOFTEN = {"shirt": 0.016, "pelvis": 0.016, "thigh": 0.010, "shank": 0.010}


def soften(part: str) -> float:
    """How far (H) the part's outline is closed, to round armpits and creases."""
    return SOFTEN.get(part.split("_")[0], 0.006)


def _shape(full: bool) -> tuple[Array, Array]:
    return (FULL_LOCAL, FULL_RADII) if full else (LOCAL, RADII)


def _soft(give: Give) -> tuple[Array, Array]:
    """Local centres and radii with belly, ribs and hands as given."""
    local, radii = (part.copy() for part in _shape(give.full))
    for i, name in enumerate(NAMES):
        ahead, aside = give.belly * BELLY.get(name, 0.0), give.ribs * RIBS.get(name, 0.0)
        local[i, 2] += 0.5 * ahead
        radii[i] += (aside, 0.0, 0.5 * ahead)
    for side in SIDES:
        share = getattr(give, side)
        for part, ((x, y, z), thick) in FIST.items() if share else ():
            i = NAMES.index(f"{part}_{side}")
            local[i] += share * (np.array([-sign(side) * x, y, z]) - local[i])
            radii[i] += share * (np.array(thick) - radii[i])
    return local, radii


def volume(frames: Mapping[str, Frame], give: Give = Give()) -> tuple[Array, Array]:
    """Centres (n, 3) and scaled axes (n, 3, 3) of every ellipsoid."""
    local, radii = _soft(give)
    axes = np.stack([frames[s].axes for s in SEGMENTS])
    at = np.stack([frames[s].at for s in SEGMENTS])
    return at + np.einsum("nij,nj->ni", axes, local), axes * radii[:, None, :]


def lowest(frames: Mapping[str, Frame], parts: tuple[str, ...], full: bool = False) -> float:
    """The lowest height (H) of the named parts; frames may lack the limbs when not named."""
    wanted = sorted({i for p in parts for pair in PARTS[p] for i in pair})
    axes = np.stack([frames[SEGMENTS[i]].axes for i in wanted])
    at = np.stack([frames[SEGMENTS[i]].at for i in wanted])
    local, radii = _shape(full)
    height = at[:, 1] + np.einsum("nj,nj->n", axes[:, 1, :], local[wanted])
    reach = np.linalg.norm(axes[:, 1, :] * radii[wanted], axis=1)
    return float(np.min(height - reach))
