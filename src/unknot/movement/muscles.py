"""Where target muscles lie: balls along the surface of segments, so a tint bends with the body.

Each band is (part it is clipped to, [(segment, position in it)], radius, outward normal and the
segment that carries it). Places are plain surface anatomy, for pointing, not for teaching.
"""

from __future__ import annotations

from dataclasses import dataclass

from unknot.movement.skeleton import SHANK, SIDES, THIGH

Spot = tuple[str, tuple[float, float, float]]


@dataclass(frozen=True)
class Band:
    """One tinted patch."""

    part: str
    spots: tuple[Spot, ...]
    radius: float
    segment: str
    normal: tuple[float, float, float]


def _back(x: float, radius: float, names: tuple[str, ...]) -> tuple[Band, ...]:
    depth = {
        "lumbar1": -0.046,
        "lumbar2": -0.040,
        "lumbar3": -0.042,
        "thorax1": -0.048,
        "thorax2": -0.054,
        "thorax3": -0.056,
        "thorax4": -0.050,
    }
    return tuple(
        Band(
            "shirt",
            tuple((n, (s * x, 0.018, depth[n])) for n in names),
            radius,
            names[len(names) // 2],
            (0, 0, -1),
        )
        for s in (1, -1)
    )


def _both(
    part: str,
    spots: tuple[Spot, ...],
    radius: float,
    segment: str,
    normal: tuple[float, float, float],
) -> tuple[Band, ...]:
    """The left patch as given (with `{s}` for the side) and its mirror image."""
    found = []
    for side in SIDES:
        s = 1 if side == "left" else -1
        found.append(
            Band(
                part.format(s=side),
                tuple((n.format(s=side), (s * x, y, z)) for n, (x, y, z) in spots),
                radius,
                segment.format(s=side),
                (s * normal[0], normal[1], normal[2]),
            )
        )
    return tuple(found)


_LUMBAR = ("lumbar1", "lumbar2", "lumbar3")
_THORAX = ("thorax1", "thorax2", "thorax3", "thorax4")

MUSCLES: dict[str, tuple[Band, ...]] = {
    "back-extensors": _back(0.026, 0.021, (*_LUMBAR, *_THORAX)),
    "low-back": _back(0.026, 0.022, (*_LUMBAR, "thorax1")),
    "upper-back": _back(0.026, 0.023, _THORAX),
    "rhomboids": _both(
        "shirt",
        (
            ("thorax4", (0.012, 0.0, -0.05)),
            ("thorax3", (0.026, 0.0, -0.054)),
            ("thorax2", (0.034, 0.012, -0.054)),
        ),
        0.019,
        "thorax3",
        (0, 0, -1),
    ),
    "lower-trapezius": _both(
        "shirt",
        (
            ("thorax1", (0.012, 0.02, -0.05)),
            ("thorax3", (0.035, 0.0, -0.054)),
            ("scapula_{s}", (-0.03, -0.01, -0.028)),
        ),
        0.02,
        "thorax2",
        (0, 0, -1),
    ),
    "upper-trapezius": _both(
        "shirt",
        (
            ("c7", (0.024, 0.012, -0.012)),
            ("scapula_{s}", (-0.05, 0.016, -0.010)),
            ("scapula_{s}", (-0.018, 0.018, -0.006)),
        ),
        0.020,
        "c7",
        (0.3, 0.9, -0.1),
    ),
    "neck-side": _both(
        "neck", (("neck1", (0.026, 0.0, 0)), ("neck2", (0.024, 0.02, 0))), 0.014, "neck1", (1, 0, 0)
    ),
    "neck-back": (
        Band(
            "neck",
            (("neck1", (0, 0.0, -0.03)), ("head", (0, 0.012, -0.03))),
            0.018,
            "neck1",
            (0, 0, -1),
        ),
    ),
    "neck-front": (
        Band(
            "neck",
            (("neck1", (0, 0.004, 0.026)), ("neck2", (0, 0.022, 0.02))),
            0.016,
            "neck1",
            (0, 0, 1),
        ),
    ),
    "latissimus": _both(
        "shirt",
        (
            ("lumbar3", (0.055, 0.0, -0.03)),
            ("thorax2", (0.075, 0.0, -0.03)),
            ("thorax3", (0.085, 0.01, -0.02)),
        ),
        0.023,
        "thorax1",
        (0.75, 0, -0.65),
    ),
    "chest": _both(
        "shirt",
        (
            ("thorax3", (0.03, 0.0, 0.055)),
            ("thorax3", (0.06, 0.012, 0.045)),
            ("scapula_{s}", (-0.012, -0.012, 0.02)),
        ),
        0.024,
        "thorax3",
        (0.25, 0, 0.95),
    ),
    "serratus": _both(
        "shirt",
        (("thorax1", (0.078, 0.010, 0.018)), ("thorax2", (0.086, 0.018, 0.012))),
        0.022,
        "thorax2",
        (1, 0, 0.2),
    ),
    "abdomen": (
        Band(
            "shirt",
            (
                ("pelvis", (0, 0.05, 0.045)),
                ("lumbar2", (0, 0.017, 0.052)),
                ("thorax1", (0, 0.01, 0.056)),
            ),
            0.032,
            "lumbar2",
            (0, 0, 1),
        ),
    ),
    "diaphragm": (
        Band(
            "shirt",
            (
                ("lumbar3", (-0.062, 0.006, 0.036)),
                ("thorax1", (-0.024, 0.014, 0.060)),
                ("thorax1", (0.024, 0.014, 0.060)),
                ("lumbar3", (0.062, 0.006, 0.036)),
            ),
            0.021,
            "lumbar2",
            (0, 0, 1),
        ),
    ),
    "trunk-side": _both(
        "shirt",
        (
            ("lumbar1", (0.072, 0.0, 0)),
            ("lumbar3", (0.070, 0.01, 0)),
            ("thorax2", (0.082, 0.01, 0)),
        ),
        0.021,
        "lumbar3",
        (1, 0, 0),
    ),
    "waist": _both(
        "shirt",
        (("lumbar1", (0.066, 0.0, 0.02)), ("lumbar3", (0.064, 0.012, 0.02))),
        0.024,
        "lumbar2",
        (1, 0, 0.3),
    ),
    "glutes": _both(
        "pelvis",
        (("pelvis", (0.046, 0.012, -0.050)), ("pelvis", (0.05, -0.028, -0.050))),
        0.030,
        "pelvis",
        (0.45, 0, -0.9),
    ),
    "hip-side": _both(
        "pelvis",
        (("pelvis", (0.070, 0.035, -0.008)), ("pelvis", (0.080, -0.010, -0.010))),
        0.026,
        "pelvis",
        (0.95, 0, -0.2),
    ),
    "hamstrings": _both(
        "thigh_{s}",
        (
            ("thigh_{s}", (0, -0.25 * THIGH, -0.034)),
            ("thigh_{s}", (0, -0.5 * THIGH, -0.030)),
            ("thigh_{s}", (0, -0.8 * THIGH, -0.022)),
        ),
        0.019,
        "thigh_{s}",
        (0.2, 0, -1),
    ),
    "inner-thigh": _both(
        "thigh_{s}",
        (
            ("thigh_{s}", (-0.024, -0.22 * THIGH, 0.01)),
            ("thigh_{s}", (-0.020, -0.7 * THIGH, 0.008)),
        ),
        0.018,
        "thigh_{s}",
        (-0.8, 0, 0.5),
    ),
    "thigh-front": _both(
        "thigh_{s}",
        (("thigh_{s}", (0, -0.2 * THIGH, 0.03)), ("thigh_{s}", (0, -0.8 * THIGH, 0.018))),
        0.020,
        "thigh_{s}",
        (0, 0, 1),
    ),
    "calves": _both(
        "shank_{s}",
        (
            ("shank_{s}", (0, -0.14 * SHANK, -0.024)),
            ("shank_{s}", (0, -0.32 * SHANK, -0.026)),
            ("shank_{s}", (0, -0.54 * SHANK, -0.016)),
        ),
        0.017,
        "shank_{s}",
        (0, 0, -1),
    ),
    "hip-front": _both(
        "thigh_{s}",
        (("thigh_{s}", (0, 0.0, 0.034)), ("thigh_{s}", (0, -0.42 * THIGH, 0.032))),
        0.020,
        "thigh_{s}",
        (0, 0, 1),
    ),
    "shoulder-side": _both(
        "sleeve_{s}",
        (("upperarm_{s}", (0.024, 0.004, 0)), ("upperarm_{s}", (0.024, -0.055, 0))),
        0.02,
        "upperarm_{s}",
        (1, 0, 0.1),
    ),
    "shoulder-front": _both(
        "sleeve_{s}",
        (("upperarm_{s}", (0.006, 0.0, 0.022)), ("upperarm_{s}", (0.006, -0.055, 0.022))),
        0.02,
        "upperarm_{s}",
        (0.3, 0, 1),
    ),
    "shoulder-back": _both(
        "sleeve_{s}",
        (("upperarm_{s}", (0.006, 0.0, -0.02)), ("upperarm_{s}", (0.006, -0.05, -0.02))),
        0.02,
        "upperarm_{s}",
        (0.3, 0, -1),
    ),
}
MUSCLES |= {
    f"{name}-{side}": (MUSCLES[name][SIDES.index(side)],)
    for name in (
        "upper-trapezius",
        "neck-side",
        "trunk-side",
        "waist",
        "glutes",
        "hamstrings",
        "chest",
        "inner-thigh",
        "thigh-front",
        "hip-front",
        "hip-side",
        "calves",
        "latissimus",
        "rhomboids",
        "serratus",
        "shoulder-front",
        "shoulder-side",
        "shoulder-back",
        "shoulder-front",
    )
    for side in SIDES
}
