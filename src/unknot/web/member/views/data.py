"""What we keep of a person: to see, to take along, to erase."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from unknot.knowledge.load import load
from unknot.web.member.pages.data import data_page, export
from unknot.web.member.person import COOKIE, language_of, of


@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Show everything that is kept."""
    return render(request, "member/data.html", data_page(of(request), load(), language_of(request)))


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Hand over everything as JSON."""
    person = of(request)
    if person is None:
        return redirect("my-data")
    response = JsonResponse(export(person), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="unknot.json"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Ask once, then erase the person and everything that hangs on it."""
    if request.method != "POST":
        return render(request, "member/erase.html")
    person = of(request)
    if person is not None:
        person.delete()
    response = redirect("erased")
    for cookie in (COOKIE, "country", "theme", "marks", "figure"):
        response.delete_cookie(cookie)
    return response


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is kept any more."""
    return render(request, "member/erased.html")
