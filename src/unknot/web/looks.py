"""The figure's own colours: the cookie that keeps them, and the addresses of what is drawn so."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.urls import reverse

from unknot.movement.look import FIRST, Look, look_of, palette
from unknot.movement.recolour import recolour
from unknot.movement.stylesheet import stylesheet

COOKIE = "figure"
DAY, NIGHT = "day", "night"
DRAWINGS_KEPT = 256


def chosen(request: HttpRequest) -> Look:
    """Return the look kept in this browser, else the first one."""
    return look_of(request.COOKIES.get(COOKIE, "")) or FIRST


def style_address(look: Look) -> str:
    """Return the address of a look's style sheet, "" for the first look, which needs none."""
    return "" if look == FIRST else f"{reverse('look-style', args=[look.code])}?{style_mark(look)}"


@cache
def style_mark(look: Look) -> str:
    """Return eight hex digits over a look's style sheet."""
    return _mark(stylesheet(look))


def drawing_address(look: Look, night: bool, name: str) -> str:
    """Return the address of a drawing in a look's colours, with a mark of its content."""
    time = NIGHT if night else DAY
    return (
        f"{reverse('look-drawing', args=[look.code, time, name])}?{drawing_mark(look, night, name)}"
    )


def drawing_mark(look: Look, night: bool, name: str) -> str:
    """Return eight hex digits over a drawing and its colours."""
    return _mark(f"{_source_mark(name)}{palette(look, night)}")


@cache
def _source_mark(name: str) -> str:
    return _mark(source(name))


@lru_cache(maxsize=DRAWINGS_KEPT)
def drawing(look: Look, night: bool, name: str) -> str:
    """Return a drawing in a look's colours, "" when it was not built."""
    return recolour(source(name), palette(look, night))


def source(name: str) -> str:
    """Return a drawing as built, "" when it was not."""
    found = finders.find(f"figures/{name}.svg")
    return Path(found).read_text(encoding="utf-8") if found else ""


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
