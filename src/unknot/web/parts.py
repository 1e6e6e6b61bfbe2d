"""Template tags: icons, the thread, the address of a file, a figure."""

import hashlib
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from unknot.web import drawings, icons

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
    return mark_safe(figure_svg(movement, kind, str(context["lang"])))


@cache
def figure_svg(movement: str, kind: str, language: str) -> str:
    """Return the SVG of a figure, "" when it was not built."""
    found = finders.find(f"figures/{movement}-{kind}-{language}.svg")
    return Path(found).read_text(encoding="utf-8") if found else ""


@register.simple_tag(takes_context=True)
def figure_image(
    context: template.Context, movement: str, kind: str, loading: str = "lazy"
) -> SafeString:
    """Show a movement as a picture of its own file; `lazy` waits until it comes into view."""
    path = f"figures/{movement}-{kind}-{context['lang']}.svg"
    if not digest(path):
        return mark_safe("")
    return mark_safe(
        f'<img class="fig" src="{asset(path)}" alt="" loading="{loading}" decoding="async">'
    )
