"""Small drawings of a choice: a head for skin, a head with hair, a shirt with trousers."""

from django.utils.safestring import SafeString, mark_safe

from unknot.movement.look import CLOTHES, FIRST, Look, palette
from unknot.movement.palette import Palette

HEAD = "M9 22a15 15 0 0 1 30 0c0 12-7 20-15 20S9 34 9 22Z"
HAIR = "M8 23C7 11 14 5 24 5s17 6 16 18c-3-3-5-6-6-9-6 3-14 4-20 3-2 1-4 3-6 6Z"
SCARF = "M7 44c2-7 0-14 0-22C7 10 14 4 24 4s17 6 17 18c0 8-2 15 0 22-6 3-28 3-34 0Z"
FACE = "M12 22c0-7 5-10 12-10s12 3 12 10c0 10-6 16-12 16s-12-6-12-16Z"
SHIRT = "M17 5 8 9 3 19l6 3 3-4v10h24V18l3 4 6-3-5-10-9-4c-2 4-12 4-14 0Z"
TROUSERS = "M12 28h24l1 17h-9l-4-10-4 10h-9Z"


def skin(name: str) -> SafeString:
    """Return a face of this skin."""
    colours = palette(Look(skin=name), night=False)
    return _svg(_part(colours, "skin", HEAD))


def hair(name: str, on: str) -> SafeString:
    """Return a head of skin `on` with this hair."""
    colours = palette(Look(on, name, FIRST.clothes), night=False)
    if colours.worn:
        return _svg(_part(colours, "hair", SCARF) + _part(colours, "skin", FACE))
    return _svg(_part(colours, "skin", HEAD) + _part(colours, "hair", HAIR))


def clothes(name: str) -> SafeString:
    """Return a shirt and trousers. Raises KeyError for a name that is not among the clothes."""
    assert name in CLOTHES
    colours = palette(Look(clothes=name), night=False)
    return _svg(_part(colours, "trousers", TROUSERS) + _part(colours, "top", SHIRT))


def _part(colours: Palette, material: str, path: str) -> str:
    fill, line = colours.tone(material, "1"), colours.tone(material, "line")
    outline = f'stroke="{line}" stroke-width="1.5" stroke-linejoin="round"'
    return f'<path d="{path}" fill="{fill}" {outline}/>'


def _svg(inside: str) -> SafeString:
    return mark_safe(
        '<svg class="swatch" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" '
        f'focusable="false">{inside}</svg>'
    )
