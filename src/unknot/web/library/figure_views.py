"""The page where a person gives the figure its look, and the files drawn in it."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from unknot.movement.look import FIRST, Look, look_of
from unknot.movement.stylesheet import stylesheet
from unknot.web import looks
from unknot.web.library.figure_pages import figure_page
from unknot.web.member.person import keep, language_of

FOR_GOOD = "public, max-age=31536000, immutable"


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Show the choices; keep what was chosen, in the browser only."""
    if request.method != "POST":
        said = request.GET.get("said", "")
        page = figure_page(looks.chosen(request), language_of(request), said)
        return render(request, "library/figure.html", page)
    sent = request.POST
    asked = _asked(sent)
    if "first" in sent or asked == FIRST:
        response = redirect(f"{reverse('figure')}?said=first")
        response.delete_cookie(looks.COOKIE)
        return response
    response = redirect(f"{reverse('figure')}?said=kept" if asked else reverse("figure"))
    if asked:
        keep(response, looks.COOKIE, asked.code)
    return response


def _asked(sent: QueryDict) -> Look | None:
    """Return the look that was sent, None when it is none."""
    skin, hair, clothes, shape = (
        sent.get(each, "") for each in ("skin", "hair", "clothes", "shape")
    )
    beard, full = sent.get("beard") == "beard", sent.get("body") == "full"
    look = Look(skin, hair, clothes, shape or FIRST.shape, beard, full)
    return look if look_of(look.code) == look else None


@require_safe
def style(request: HttpRequest, code: str) -> HttpResponse:
    """Serve a look's style sheet."""
    look = _known(code)
    response = HttpResponse(stylesheet(look), content_type="text/css; charset=utf-8")
    return _kept(request, response, looks.style_mark(look))


@require_safe
def drawing(request: HttpRequest, code: str, time: str, name: str) -> HttpResponse:
    """Serve a drawing in a look's colours, for a light card by day and a dark one by night."""
    look, night = _known(code), time == looks.NIGHT
    if time not in (looks.DAY, looks.NIGHT) or not looks.source(name):
        raise Http404
    response = HttpResponse(looks.drawing(look, night, name), content_type="image/svg+xml")
    return _kept(request, response, looks.drawing_mark(look, night, name))


def _known(code: str) -> Look:
    look = look_of(code)
    if look is None:
        raise Http404
    return look


def _kept(request: HttpRequest, response: HttpResponse, mark: str) -> HttpResponse:
    """Let it be stored for good when the address carries the mark of this very content."""
    marked = request.META.get("QUERY_STRING", "") == mark
    response["Cache-Control"] = FOR_GOOD if marked else "no-cache"
    return response
