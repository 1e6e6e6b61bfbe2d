"""A drawn figure in other colours: the SVG's own attributes exchanged, nothing else touched.

A picture shown by `<img>` sees no style sheet of the page, so its colours must stand in the file.
Every coloured element carries its material as a class; the class says which tone belongs there.
"""

from __future__ import annotations

import re

from unknot.movement.palette import Palette

TAG = re.compile(r'<[a-z]+\b[^>]*\bclass="(?P<classes>fig-[^"]*)"[^>]*>')
CLASS = re.compile(r"fig-([a-z]+)(?:-([123]|line|edge|fill))?")
STROKED = ("line", "edge")
PLAIN = {
    "ghost": ("ghost", ("fill", "stroke")),
    "arrow": ("arrow", ("fill",)),
    "halo": ("halo", ("stroke",)),
    "next": ("ghost", ("stroke",)),
    "label": ("arrow", ("fill",)),
}


def recolour(svg: str, palette: Palette) -> str:
    """The same drawing in the palette's colours. A file without classes, as for print, stays."""
    return TAG.sub(lambda found: _tag(found, palette), svg)


def _tag(found: re.Match[str], palette: Palette) -> str:
    tag = found.group()
    for name in found["classes"].split():
        for attribute, colour in _colours(name, palette):
            tag = re.sub(rf' {attribute}="#[0-9a-f]{{3,6}}"', f' {attribute}="{colour}"', tag)
    return tag


def _colours(name: str, palette: Palette) -> list[tuple[str, str]]:
    known = CLASS.fullmatch(name)
    if known is None:
        return []
    stem, level = known.groups()
    if level in (None, "fill"):
        material, attributes = PLAIN.get(stem, ("", ()))
        fill = "fill" if level else ""
        return [(fill or a, palette.tone(material, "1")) for a in attributes]
    if level in STROKED:
        return [("stroke", palette.tone(stem, "line" if level == "line" else "1"))]
    return [("fill", palette.tone(stem, level))]
