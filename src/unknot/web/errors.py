"""Pages for what went wrong: what happened, what is kept, what to do. Both languages."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from unknot.web.words import say

log = logging.getLogger(__name__)
NOT_ALLOWED = 405


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page."""
    return _page(request, "missing", 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that the request could not be read."""
    return _page(request, "unread", 400)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that the form was too old to be taken."""
    return _page(request, "old_form", 403)


def not_sent(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Say that there is no such page where an address only takes what a form sends."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != NOT_ALLOWED or request.method != "GET":
            return response
        return _page(request, "missing", NOT_ALLOWED)

    return answer


def failed(request: HttpRequest) -> HttpResponse:
    """Say that we failed, without needing the database."""
    try:
        return _page(request, "failed", 500)
    except Exception:
        log.exception("the error page itself failed")
        texts = (say(each, "error.failed.title") for each in ("en", "fr"))
        return HttpResponse(" / ".join(texts), status=500, content_type="text/plain; charset=utf-8")


def _page(request: HttpRequest, kind: str, status: int) -> HttpResponse:
    language = "fr" if request.path.startswith("/fr/") else translation.get_language() or "en"
    with translation.override(language[:2]):
        if not hasattr(request, "person"):
            request.person = None  # type: ignore[attr-defined]
        context = {
            "title": say(language[:2], f"error.{kind}.title"),
            "text": say(language[:2], f"error.{kind}.text"),
            "again": request.path if kind == "old_form" else "",
        }
        return render(request, "error.html", context, status=status)
