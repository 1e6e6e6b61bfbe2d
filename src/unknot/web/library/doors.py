"""The pages a question leads on to: each door by the name of its address."""

from django.urls import NoReverseMatch, reverse

from unknot.web.words import say

ADDRESSES = {
    "relief": ("now",),
    "plan": ("plan",),
    "exercises": ("exercises",),
    "causes": ("causes",),
    "medicines": ("medicines",),
    "sources": ("sources",),
    "visit": ("visit", "care"),
    "options": ("options", "care"),
    "prevention": ("prevention", "plan"),
    "emergency": ("emergency",),
    "therapy": ("suits",),
}


def doors(names: tuple[str, ...], language: str) -> list[dict[str, str]]:
    """Return each door that leads somewhere: its words and its address."""
    found = ((name, address(name)) for name in names)
    return [
        {"id": name, "url": url, "title": say(language, f"questions.doors.{name}")}
        for name, url in found
        if url
    ]


def address(door: str) -> str:
    """Return the address of a door; "" while its page is not built."""
    for name in ADDRESSES[door]:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""
