"""What was done. It looks back only, so nothing stands before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member.pages.history import history_page
from unknot.web.member.person import language_of, of


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show each session as it was, and what the plan answered."""
    opened = request.GET.get("on", "")
    context = history_page(of(request), training(load()), language_of(request), opened)
    return render(request, "member/history.html", context)
