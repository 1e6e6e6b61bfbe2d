"""The figure's own look: the cookie that keeps it, and the addresses of what is drawn so.

What is built has the first form and the first colours. Other colours are exchanged in the built
drawing; another form, such as long hair, is drawn when it is first asked for.
"""

import hashlib
import json
import re
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

import unknot.movement
from unknot.knowledge.movements import load_movements
from unknot.movement.form import PLAIN, Form
from unknot.movement.look import FIRST, Look, look_of, palette
from unknot.movement.recolour import recolour
from unknot.movement.stylesheet import stylesheet

COOKIE = "figure"
DAY, NIGHT = "day", "night"
DRAWINGS_KEPT = 256
ONE_AT_A_TIME = Lock()


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


def dressed(data: dict[str, Any], look: Look) -> dict[str, Any]:
    """Return JSON data in which the addresses of built drawings are those of the look's form."""
    if look.form == PLAIN:
        return data
    built = re.compile(rf"{re.escape(static('figures/'))}([\w-]+)\.svg")
    text = built.sub(lambda found: drawing_address(look, False, found[1]), json.dumps(data))
    return dict(json.loads(text))


def drawing_address(look: Look, night: bool, name: str) -> str:
    """Return the address of a drawing in a look, with a mark of its content."""
    time = NIGHT if night else DAY
    return (
        f"{reverse('look-drawing', args=[look.code, time, name])}?{drawing_mark(look, night, name)}"
    )


def drawing_mark(look: Look, night: bool, name: str) -> str:
    """Return eight hex digits over a drawing, its form and its colours, without drawing it."""
    form = "" if look.form == PLAIN else f"{look.form}{_renderer_mark()}"
    return _mark(f"{_source_mark(name)}{form}{palette(look, night)}")


@cache
def _source_mark(name: str) -> str:
    return _mark(source(name))


@cache
def _renderer_mark() -> str:
    """Return a mark over the code that draws: a form is not built, so no file tells its age."""
    package = Path(unknot.movement.__file__).parent
    return _mark("".join(each.read_text(encoding="utf-8") for each in sorted(package.glob("*.py"))))


@lru_cache(maxsize=DRAWINGS_KEPT)
def drawing(look: Look, night: bool, name: str) -> str:
    """Return a drawing in a look, "" when it was not built."""
    return recolour(formed(look.form, name), palette(look, night))


def formed(form: Form, name: str) -> str:
    """Return a drawing in a form and the first colours, "" when it was not built.

    A page asks for many at once: one after the other, the first is there soonest.
    """
    built = source(name)
    if form == PLAIN or not built:
        return built
    with ONE_AT_A_TIME:
        return _drawn(form, name)


@lru_cache(maxsize=DRAWINGS_KEPT)
def _drawn(form: Form, name: str) -> str:
    from unknot.movement.pictures import picture, told_apart  # the geometry library is slow to load

    movement, kind, language = told_apart(name)
    return picture(load_movements()[movement], kind, language, form)


def source(name: str) -> str:
    """Return a drawing as built, "" when it was not."""
    found = finders.find(f"figures/{name}.svg")
    return Path(found).read_text(encoding="utf-8") if found else ""


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
