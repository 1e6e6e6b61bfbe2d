"""Prevention: open to everyone, nothing is stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from unknot.care.planner import calendar
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member.person import language_of
from unknot.web.prevention.pages import prevention_page, read_plan
from unknot.web.words import say


@require_safe
def prevent(request: HttpRequest) -> HttpResponse:
    """Show what may make the next spasm less likely."""
    return _page(request, "")


@require_safe
def plan_file(request: HttpRequest) -> HttpResponse:
    """Hand over the chosen activity as a calendar file."""
    knowledge, language = load(), language_of(request)
    plan = read_plan(dict(request.GET.lists()), knowledge)
    if plan is None:
        return _page(request, say(language, "prevention.plan_error"), 422)
    days, at, minutes = plan
    title = say(language, "prevention.plan_title", minutes=minutes)
    weeks = training(knowledge).defaults.weeks
    response = HttpResponse(
        calendar(title, days, at, minutes, weeks, timezone.now()), content_type="text/calendar"
    )
    response["Content-Disposition"] = 'attachment; filename="unknot.ics"'
    return response


def _page(request: HttpRequest, error: str, status: int = 200) -> HttpResponse:
    sent = {name: [str(each) for each in values] for name, values in request.GET.lists()}
    page = prevention_page(load(), language_of(request), sent, error)
    return render(request, "prevention/prevention.html", page, status=status)
