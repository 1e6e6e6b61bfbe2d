"""A drawn figure in other colours: the SVG's own attributes exchanged, nothing else touched.

A picture shown by `<img>` sees no style sheet of the page, so its colours must stand in the file.
Every coloured element carries its material as a class; the class says which tone belongs there.
"""

from __future__ import annotations

import re

from unknot.movement.palette import Palette

TAG = re.compile(r'<[a-z]+\b[^>]*\bclass="(?P<classes>fig-[^"]*)"[^>]*>')
HREF = re.compile(r'href="#[^"]*?(?P<part>brow|ear|neck)(?:_[a-z]+)?"')
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
    return TAG.sub(lambda found: _tag(found, svg, palette), svg)


def _tag(found: re.Match[str], svg: str, palette: Palette) -> str:
    tag, part = found.group(), _part(found, svg)
    for name in found["classes"].split():
        for attribute, colour in _colours(name, part, palette):
            tag = re.sub(rf' {attribute}="#[0-9a-f]{{3,6}}"', f' {attribute}="{colour}"', tag)
    return tag


def _part(found: re.Match[str], svg: str) -> str:
    """Which part of the head is drawn, "" for any other: named here, or by the use inside."""
    end = svg.index(">", found.end()) + 1 if found.group().startswith("<g") else found.end()
    named = HREF.search(svg, found.start(), end)
    return named["part"] if named else ""


def _colours(name: str, part: str, palette: Palette) -> list[tuple[str, str]]:
    known = CLASS.fullmatch(name)
    if known is None:
        return []
    stem, level = known.groups()
    if level in (None, "fill"):
        material, attributes = PLAIN.get(stem, ("", ()))
        fill = "fill" if level else ""
        return [(fill or a, palette.tone(material, "1")) for a in attributes]
    material = palette.worn.get(part, stem)
    if level in STROKED:
        return [("stroke", palette.tone(material, "line" if level == "line" else "1"))]
    return [("fill", palette.tone(material, level))]
