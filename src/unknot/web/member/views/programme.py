"""The plan and what leads to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.web.member.person import of
from unknot.web.member.views.result import before_result


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Show the week."""
    place = before_result(request, load())
    return redirect(place.url) if place else render(request, "member/plan.html")


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Show pain over time."""
    return render(request, "member/plan.html", {"person": of(request)})
