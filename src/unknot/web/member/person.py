"""Whose browser this is: a random key in a cookie, its hash in the database, no name anywhere."""

import hashlib
import secrets
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from unknot.rules.explain import Language
from unknot.web.member.models import Answers, Person

COOKIE = "resume"
YEAR_SECONDS = 31_536_000


class PersonRequest(HttpRequest):
    """A request that may come from a person we know."""

    person: Person | None
    new_key: str


def recognise(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Find the person of this browser; keep the key of one who was made during the request."""

    def answer(request: HttpRequest) -> HttpResponse:
        known = cast(PersonRequest, request)
        known.person, known.new_key = find(request.COOKIES.get(COOKIE, "")), ""
        response = get_response(request)
        if known.new_key:
            keep(response, COOKIE, known.new_key)
        return response

    return answer


def find(key: str) -> Person | None:
    """Return the person with this key, or None."""
    if not key:
        return None
    return Person.objects.select_related("answers").filter(key_hash=hashed(key)).first()


def hashed(key: str) -> str:
    """Return what is stored of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def of(request: HttpRequest) -> Person | None:
    """Return the person of this request, or None when nothing was answered yet."""
    return cast(PersonRequest, request).person


def made(request: HttpRequest) -> Person:
    """Return the person of this request, made now when there is none."""
    known = cast(PersonRequest, request)
    if known.person is None:
        known.new_key = secrets.token_urlsafe(32)
        known.person = create(known.new_key, language_of(request), country_of(request))
    return known.person


def create(key: str, language: str, country: str) -> Person:
    """Store a new person without answers."""
    now = timezone.now()
    person = Person.objects.create(
        key_hash=hashed(key), created=now, language=language, country=country
    )
    Answers.objects.create(person=person, changed=now)
    return person


def language_of(request: HttpRequest) -> Language:  # noqa: ARG001
    """Return the language of this page, en or fr."""
    return "fr" if (get_language() or "en").startswith("fr") else "en"


def country_of(request: HttpRequest) -> str:
    """Return the country that was chosen on this browser, "" when none was."""
    return request.COOKIES.get("country", "")


def keep(response: HttpResponse, cookie: str, value: str) -> None:
    """Keep a value on this browser for a year, out of reach of scripts."""
    response.set_cookie(
        cookie,
        value,
        max_age=YEAR_SECONDS,
        samesite="Lax",
        secure=settings.CSRF_COOKIE_SECURE,
        httponly=True,
    )
