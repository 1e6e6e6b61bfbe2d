"""Pain over time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.web.member.course import current
from unknot.web.member.pages.plan import change_words
from unknot.web.member.pages.progress import progress_page
from unknot.web.member.person import language_of, of
from unknot.web.member.way import stop_of


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Show the line, its table, and why the plan changed last."""
    person, language = of(request), language_of(request)
    context = progress_page(person, language)
    programme = current(person) if person else None
    change = programme.change if programme else None
    context["change"] = change_words(change, load(), language)
    context["stop"] = stop_of(person, load())
    return render(request, "member/progress.html", context)
