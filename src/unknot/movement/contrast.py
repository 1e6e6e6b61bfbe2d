"""How far apart two colours are, to anyone's eyes: contrast as WCAG counts it, distance in Lab."""

from __future__ import annotations

from math import dist

CHANNELS = (1, 3, 5)
WHITE = (0.95047, 1.0, 1.08883)
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def _linear(colour: str) -> tuple[float, ...]:
    shares = (int(colour[i : i + 2], 16) / 255 for i in CHANNELS)
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)


def _xyz(colour: str) -> tuple[float, ...]:
    parts = _linear(colour)
    return tuple(sum(k * c for k, c in zip(row, parts, strict=True)) for row in TO_XYZ)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 (black) to 1 (white)."""
    return _xyz(colour)[1]


def contrast(a: str, b: str) -> float:
    """WCAG contrast of two colours, 1 (the same) to 21 (black on white)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str) -> tuple[float, float, float]:
    """CIE L*a*b* of #rrggbb under daylight (D65); L* is 0 to 100."""
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116
        for v in (part / white for part, white in zip(_xyz(colour), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(a: str, b: str) -> float:
    """How different two colours look: 2 is just seen, 20 is another colour."""
    return dist(lab(a), lab(b))
