"""What every template is given: words, language, the same page in the other one, the country."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation.trans_real import parse_accept_lang_header

from unknot.web.countries import Country, country, guess
from unknot.web.member.person import country_of, language_of, of
from unknot.web.reminding import standing_reminders
from unknot.web.words import say, words

OWN_NAMES = {"en": "English", "fr": "Français"}
THEMES = ("light", "dark")


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the frame around each page."""
    language = language_of(request)
    here, person = country_here(request), of(request)
    return {
        "w": words(language),
        "lang": language,
        "languages": [
            {"code": code, "name": name, "url": same_page(request, code), "here": code == language}
            for code, name in OWN_NAMES.items()
        ],
        "theme": theme_of(request),
        "path": request.path,
        "call": {
            "number": here.call,
            "tel": here.tel,
            "words": say(language, "call.do", number=here.call),
        },
        "remind": standing_reminders(language),
        "has_place": bool(person and person.answers.facts),
    }


def country_here(request: HttpRequest) -> Country:
    """Return the country chosen, else the one the browser's language names."""
    person = of(request)
    chosen = (person.country if person else "") or country_of(request)
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return country(chosen or guess(code for code, _ in accepted))


def same_page(request: HttpRequest, language: str) -> str:
    """Return the address of this page in another language, its query kept."""
    return translate_url(request.get_full_path(), language)


def theme_of(request: HttpRequest) -> str:
    """Return light or dark when one was chosen, else ""."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in THEMES else ""
