"""The colours of one drawing: a fill for each material, and what its outline and shade tend to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unknot.movement.ink import (
    DARK,
    DARK_OUTLINE,
    DARK_SHADE,
    LIGHT,
    OUTLINE_BASE,
    TONES,
    mix,
)


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb. `edges` names the materials whose outline tends to another colour."""

    fills: Mapping[str, str]
    outline: str
    shade: str
    edges: Mapping[str, str] = field(default_factory=dict)

    def tone(self, material: str, level: str) -> str:
        """A material's flat colour at a tone: 1 lit, 2 half, 3 shade, line for its outline."""
        base = self.edges.get(material, self.outline) if level == "line" else self.shade
        return mix(self.fills[material], base, TONES[level])


DAY = Palette(LIGHT, OUTLINE_BASE, OUTLINE_BASE)
NIGHT = Palette(DARK, DARK_OUTLINE, DARK_SHADE)
