"""What every answer of the server carries: the security headers and the language last chosen."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.translation import get_language, get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

Answer = Callable[[HttpRequest], HttpResponse]

CONTENT = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
DEVICES = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"
YEAR_SECONDS = 31_536_000


TEXTS = ("text/", "image/svg", "application/json", "application/manifest", "application/java")


def compress(get_response: Answer) -> Answer:
    """Send texts, drawings and scripts compressed, whether written now or read from a file."""
    zipped = GZipMiddleware(get_response)

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.headers.get("Content-Type", "").startswith(TEXTS):
            return response
        return cast(HttpResponse, zipped.process_response(request, response))

    return answer


def headers(get_response: Answer) -> Answer:
    """Add the content-security policy and its companions; pages of a person are never stored."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT)
        response.headers.setdefault("Permissions-Policy", DEVICES)
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer


def remember_language(get_response: Answer) -> Answer:
    """Keep the language of the page, when it is not the one the browser asks for anyway."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        language = get_language() or settings.LANGUAGE_CODE
        kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if request.path.startswith(f"/{language}/") and language != (kept or browsers(request)):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=YEAR_SECONDS,
                samesite="Lax",
                secure=settings.CSRF_COOKIE_SECURE,
                httponly=True,
            )
        return response

    return answer


def browsers(request: HttpRequest) -> str:
    """Return the first of our languages that the browser accepts; English when none is."""
    for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
