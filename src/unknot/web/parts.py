"""Template tags: icons, the thread, the address of a file, a figure."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from unknot.movement.look import FIRST, Look
from unknot.web import drawings, icons, looks

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of our icons; it carries no meaning without the word beside it."""
    return mark_safe(icons.icon(name))


@register.simple_tag
def knot() -> SafeString:
    """Draw the mark."""
    return mark_safe(drawings.knot())


@register.simple_tag
def step_loop(state: str) -> SafeString:
    """Draw one step: done, now or later."""
    return mark_safe(drawings.step_loop(state))


@register.simple_tag
def pain_thread(score: int) -> SafeString:
    """Draw the thread of a pain score 0–10."""
    return mark_safe(drawings.pain_thread(score))


@register.simple_tag
def certainty(low: float, high: float) -> SafeString:
    """Draw the certainty bar, 0–1."""
    return mark_safe(drawings.certainty(low, high))


@register.simple_tag
def asset(path: str) -> str:
    """Return the address of a static file with a mark of its content, so that it can be cached."""
    mark = digest(path) if not settings.DEBUG else ""
    return f"{static(path)}?{mark}" if mark else static(path)


@cache
def digest(path: str) -> str:
    """Return eight hex digits over a static file; "" when it is not built."""
    found = finders.find(path)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:8] if found else ""


@register.simple_tag
def built(path: str) -> bool:
    """Return whether a static file exists: islands and figures are built apart."""
    return bool(finders.find(path))


@register.simple_tag(takes_context=True)
def figure(context: template.Context, movement: str, kind: str) -> SafeString:
    """Draw a movement in place: `moving` or `still`. Nothing when it was not built."""
    look = looks.chosen(context["request"])
    return mark_safe(looks.formed(look.form, f"{movement}-{kind}-{context['lang']}"))


@register.simple_tag(takes_context=True)
def figure_image(
    context: template.Context, movement: str, kind: str, loading: str = "lazy"
) -> SafeString:
    """Show a movement as a picture of its own file; `lazy` waits until it comes into view.

    The page's style sheet does not reach it: its colours, by day and by night, are in the file.
    On paper the drawing in black and white stands in its place.
    """
    name, language = f"{movement}-{kind}", str(context["lang"])
    if not digest(f"figures/{name}-{language}.svg"):
        return mark_safe("")
    look, theme = looks.chosen(context["request"]), str(context.get("theme", ""))
    still = f"{movement}-still-{language}" if kind == "moving" else ""
    shown = picture_address(look, theme == "dark", f"{name}-{language}")
    picture = f'<img class="fig" src="{shown}" alt="" loading="{loading}" decoding="async">'
    if sources := "".join(_sources(look, theme, f"{name}-{language}", still)):
        picture = f"<picture>{sources}{picture}</picture>"
    return mark_safe(picture + ("" if still else on_paper(look, movement, language)))


def _sources(look: Look, theme: str, name: str, still: str) -> Iterator[str]:
    """Yield what stands in for the picture: by night, and a still one where motion is unwanted."""
    calm, night = "(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)"
    dark = theme == "dark"
    if still and not theme:
        yield _source(f"{calm} and {night}", picture_address(look, True, still))
    if still:
        yield _source(calm, picture_address(look, dark, still))
    if not theme:
        yield _source(night, picture_address(look, True, name))


def _source(media: str, address: str) -> str:
    return f'<source media="{media}" srcset="{address}">'


def picture_address(look: Look, night: bool, name: str) -> str:
    """Return where a drawing stands: as built for the first look by day, else in its colours."""
    if look == FIRST and not night:
        return asset(f"figures/{name}.svg")
    return looks.drawing_address(look, night, name)


def on_paper(look: Look, movement: str, language: str) -> str:
    """Show the drawing for print; a hidden lazy picture is only fetched when it is printed."""
    name = f"{movement}-print-{language}"
    if not digest(f"figures/{name}.svg"):
        return ""
    address = picture_address(
        replace(FIRST, shape=look.shape, beard=look.beard, full=look.full), False, name
    )
    return f'<img class="fig on-paper" src="{address}" alt="" loading="lazy">'


@register.simple_tag(takes_context=True)
def figure_address(context: template.Context, movement: str, kind: str) -> str:
    """Return where a figure stands that a script puts into the page, which then colours it."""
    name, look = f"{movement}-{kind}-{context['lang']}", looks.chosen(context["request"])
    plain = look.form == FIRST.form
    return asset(f"figures/{name}.svg") if plain else looks.drawing_address(look, False, name)


@register.simple_tag(takes_context=True)
def figure_style(context: template.Context) -> SafeString:
    """Link the style sheet of the person's own colours; nothing for the first ones."""
    address = looks.style_address(looks.chosen(context["request"]))
    return mark_safe(f'<link rel="stylesheet" href="{address}" data-look>' if address else "")
