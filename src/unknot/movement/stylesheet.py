"""A look as a style sheet, for figures that stand inside a page: variables over figure.css."""

from __future__ import annotations

from collections.abc import Iterable

from unknot.movement.look import Look, palette
from unknot.movement.palette import Palette

CHOSEN = ("skin", "hair", "brow", "top", "trousers", "eye")
DEVICE_NIGHT = (
    '@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {} }} }}'
)
NIGHT = '@media screen {{ :root[data-theme="dark"] {{ {} }} }}'
DAY = "@media screen {{ :root {{ {} }} }}"


def stylesheet(look: Look) -> str:
    """The style sheet of a look, by day and by night; paper keeps its own black and white."""
    day, night = palette(look, False), palette(look, True)
    by_night = " ".join(_variables(night))
    return "\n".join(
        (
            DAY.format(" ".join(_variables(day))),
            DEVICE_NIGHT.format(by_night),
            NIGHT.format(by_night),
        )
    )


def _variables(colours: Palette) -> Iterable[str]:
    for material in CHOSEN:
        yield f"--fig-{material}: {colours.fills[material]};"
        yield f"--fig-{material}-edge: {colours.edges.get(material, colours.outline)};"
