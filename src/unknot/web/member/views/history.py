"""What was done. It looks back only, so nothing stands before it but the word of a stop."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member.pages.history import history_page
from unknot.web.member.person import language_of, of
from unknot.web.member.way import stop_of


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show each session as it was, and what the plan answered."""
    opened = request.GET.get("on", "")
    context = history_page(of(request), training(load()), language_of(request), opened)
    context["stop"] = stop_of(of(request), load())
    return render(request, "member/history.html", context)
