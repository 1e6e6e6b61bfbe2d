"""Skin, hair and clothes a person may give the figure, each told apart on light and dark cards.

Every choice keeps its name for good: it stands in a cookie. Words for them live in the interface.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unknot.movement.contrast import contrast, luminance
from unknot.movement.form import OWN_BROW, Form
from unknot.movement.ink import DARK, LIGHT, mix
from unknot.movement.palette import DAY, NIGHT, Palette

# Even steps of lightness, L* 88 to 26. Skin is the same by day and by night: it is no clothing.
SKINS: dict[str, str] = {
    "1": "#f2d8c4",
    "2": "#e4bb9b",
    "3": LIGHT["skin"],
    "4": "#b38059",
    "5": "#946544",
    "6": "#744b33",
    "7": "#573626",
}
HAIR: dict[str, tuple[str, str]] = {
    "black": ("#26211f", "#26211f"),
    "dark": (LIGHT["hair"], DARK["hair"]),
    "brown": ("#7d5536", "#8f6644"),
    "red": ("#a5532a", "#b9653a"),
    "blond": ("#d3ab66", "#d9b676"),
    "grey": ("#8d9192", "#a3a7a8"),
    "white": ("#e4e4df", "#eceae4"),
}
SHAPES = ("short", "tied", "long", "scarf", "shaved")
CODE = re.compile(
    r"(?P<skin>\d)-(?P<hair>[a-z]+)-(?P<clothes>[a-z]+)(-(?!beard|full)(?P<shape>[a-z]+))?"
    r"(?P<beard>-beard)?(?P<full>-full)?"
)
SCARF = ("#5a4a80", "#8d7cb8")
CLOTHES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "pine": ((LIGHT["top"], LIGHT["trousers"]), (DARK["top"], DARK["trousers"])),
    "blue": (("#4a86bd", "#29456b"), ("#74acdc", "#466d9e")),
    "violet": (("#7d5ca7", "#3d3262"), ("#b096d6", "#7766aa")),
    "berry": (("#b3567f", "#5c2b45"), ("#db88ac", "#9b5879")),
    "grey": (("#7c8890", "#3c454c"), ("#a3afb6", "#616c74")),
}
PALE_EDGE = "#f3ead9"
STUBBLE_SHARE = 0.26
DEEP_SKIN = 0.12  # luminance under which a deep eye is lost in the face
NEIGHBOURS = {
    "skin": ("hair", "top", "trousers"),
    "hair": ("skin",),
    "brow": ("skin",),
    "top": ("skin", "trousers"),
    "trousers": ("skin", "top"),
}
ENOUGH = 2.0


@dataclass(frozen=True)
class Look:
    """One choice of each; the first figure is the default."""

    skin: str = "3"
    hair: str = "dark"
    clothes: str = "pine"
    shape: str = "short"
    beard: bool = False
    full: bool = False

    @property
    def code(self) -> str:
        """How it is kept and addressed, such as 3-dark-pine or 3-dark-pine-tied-beard-full."""
        shape = [self.shape] * (self.shape != FIRST.shape)
        more = shape + ["beard"] * self.beard + ["full"] * self.full
        return "-".join((self.skin, self.hair, self.clothes, *more))

    @property
    def form(self) -> Form:
        """What of it changes the drawing and not only its colours."""
        return Form(self.shape, self.beard, self.full)


FIRST = Look()


def look_of(code: str) -> Look | None:
    """The look of a code; None for anything that is no code.

    A shaved head and a scarf once stood among the colours of hair: 3-scarf-pine is still read.
    """
    found = CODE.fullmatch(code)
    if found is None:
        return None
    hair, shape = found["hair"], found["shape"] or FIRST.shape
    if hair in OWN_BROW:
        hair, shape = FIRST.hair, hair
    look = Look(
        found["skin"], hair, found["clothes"], shape, bool(found["beard"]), bool(found["full"])
    )
    known = look.skin in SKINS and hair in HAIR and look.clothes in CLOTHES and shape in SHAPES
    return look if known else None


@cache
def palette(look: Look, night: bool) -> Palette:
    """The colours of a look on a light or a dark card."""
    base, which = (NIGHT, 1) if night else (DAY, 0)
    skin, (top, trousers) = SKINS[look.skin], CLOTHES[look.clothes][which]
    brow = HAIR[look.hair][which]
    hair = {"scarf": SCARF[which], "shaved": mix(skin, base.outline, STUBBLE_SHARE)}
    worn = {"skin": skin, "hair": hair.get(look.shape, brow), "brow": brow}
    fills = dict(base.fills) | worn | {"top": top, "trousers": trousers}
    if _deep(skin):
        fills["eye"] = PALE_EDGE
    plain = Palette(fills, base.outline, base.shade)
    return Palette(fills, base.outline, base.shade, _edges(plain))


def _deep(skin: str) -> bool:
    return luminance(skin) < DEEP_SKIN


def _edges(plain: Palette) -> dict[str, str]:
    """Materials that need a pale outline, because a deep one would be lost."""
    found: dict[str, str] = {}
    for material in NEIGHBOURS:
        pale = Palette(plain.fills, plain.outline, plain.shade, {material: PALE_EDGE})
        deep_apart = apart(plain, material)
        if deep_apart < ENOUGH and apart(pale, material) > deep_apart:
            found[material] = PALE_EDGE
    return found


def apart(colours: Palette, material: str) -> float:
    """The least contrast of a material's border to the card and to whatever it lies upon.

    A border is seen by the two fills, or by an outline that differs from both of them.
    """
    fill, line = colours.fills[material], colours.tone(material, "line")
    beside = [colours.fills[each] for each in NEIGHBOURS[material]] + [colours.fills["halo"]]
    return min(
        max(contrast(fill, each), min(contrast(line, fill), contrast(line, each)))
        for each in beside
    )
