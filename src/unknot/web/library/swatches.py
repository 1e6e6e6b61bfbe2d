"""Small drawings of a choice: a face for skin, a head with hair, a shirt with trousers."""

from django.utils.safestring import SafeString, mark_safe

from unknot.movement.look import Look, palette
from unknot.movement.palette import Palette

HEAD = "M9 22a15 15 0 0 1 30 0c0 12-7 20-15 20S9 34 9 22Z"
HAIR = "M8 23C7 11 14 5 24 5s17 6 16 18c-3-3-5-6-6-9-6 3-14 4-20 3-2 1-4 3-6 6Z"
SCARF = "M7 44c2-7 0-14 0-22C7 10 14 4 24 4s17 6 17 18c0 8-2 15 0 22-6 3-28 3-34 0Z"
FACE = "M12 22c0-7 5-10 12-10s12 3 12 10c0 10-6 16-12 16s-12-6-12-16Z"
BUN = "M24 10c-5 0-7-3-7-6s3-5 7-5 7 2 7 5-2 6-7 6Z"
LONG = "M9 20c-3 8-2 17-6 27h42c-4-10-3-19-6-27Z"
BEARD = "M9.5 27c1 9 7 15 14.5 15s13.5-6 14.5-15c-3 1-4 3-6 6-4-2-13-2-17 0-2-3-3-5-6-6Z"
SHIRT = "M17 5 8 9 3 19l6 3 3-4v10h24V18l3 4 6-3-5-10-9-4c-2 4-12 4-14 0Z"
FULL_SHIRT = "M17 5 8 9 2 19l6 3 2-3c-3 4-4 7-3 11h34c1-4 0-7-3-11l2 3 6-3-6-10-9-4c-2 4-12 4-14 0Z"
FULL_TROUSERS = "M8 29h32l-2 16h-10l-4-9-4 9h-10Z"
TROUSERS = "M12 28h24l1 17h-9l-4-10-4 10h-9Z"


def skin(name: str) -> SafeString:
    """Return a face of this skin."""
    colours = palette(Look(skin=name), night=False)
    return _svg(_part(colours, "skin", HEAD))


def head(look: Look) -> SafeString:
    """Return a head with the look's hair and beard."""
    colours = palette(look, night=False)
    beard = _part(colours, "brow", BEARD) if look.beard else ""
    if look.shape == "scarf":
        return _svg(_part(colours, "hair", SCARF) + _part(colours, "skin", FACE) + beard)
    behind = {"tied": BUN, "long": LONG}.get(look.shape, "")
    under = _part(colours, "hair", behind) if behind else ""
    return _svg(under + _part(colours, "skin", HEAD) + beard + _part(colours, "hair", HAIR))


def clothes(name: str, full: bool = False) -> SafeString:
    """Return a shirt and trousers. Raises KeyError for a name that is not among the clothes."""
    colours = palette(Look(clothes=name), night=False)
    shirt, trousers = (FULL_SHIRT, FULL_TROUSERS) if full else (SHIRT, TROUSERS)
    return _svg(_part(colours, "trousers", trousers) + _part(colours, "top", shirt))


def _part(colours: Palette, material: str, path: str) -> str:
    fill, line = colours.tone(material, "1"), colours.tone(material, "line")
    outline = f'stroke="{line}" stroke-width="1.5" stroke-linejoin="round"'
    return f'<path d="{path}" fill="{fill}" {outline}/>'


def _svg(inside: str) -> SafeString:
    return mark_safe(
        '<svg class="swatch" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" '
        f'focusable="false">{inside}</svg>'
    )
