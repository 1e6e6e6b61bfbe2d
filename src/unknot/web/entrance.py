"""The doors outside the two languages: `/`, the service worker, the manifest, the mark."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from unknot.web.drawings import KNOT
from unknot.web.member.person import language_of, of
from unknot.web.words import say


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Go to the person's place, or to the landing in the browser's language."""
    return HttpResponseRedirect(reverse("resume" if of(request) else "landing"))


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Serve the built service worker from the top, so that its scope is the whole site."""
    found = finders.find("build/sw.js")
    if not found:
        raise Http404
    response = HttpResponse(Path(found).read_bytes(), content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the site to a phone that puts it on its home screen."""
    language = language_of(request)
    return JsonResponse(
        {
            "name": "Unknot",
            "short_name": "Unknot",
            "description": say(language, "site.description"),
            "lang": language,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#EEF2EA",
            "theme_color": "#0D5648",
            "icons": [{"src": reverse("favicon"), "sizes": "any", "type": "image/svg+xml"}],
        },
        content_type="application/manifest+json",
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Draw the mark on its ground."""
    response = HttpResponse(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-36 -39 72 72">'
        '<rect x="-36" y="-39" width="72" height="72" rx="14" fill="#0D5648"/>'
        f'<path d="{KNOT}" fill="none" stroke="#fff" stroke-width="5" '
        'stroke-linecap="round"/></svg>',
        content_type="image/svg+xml",
    )
    response["Cache-Control"] = f"public, max-age={settings.WHITENOISE_MAX_AGE}"
    return response


@require_safe
def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer a health check without touching the database."""
    return HttpResponse("alive", content_type="text/plain")
