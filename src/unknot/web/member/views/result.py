"""The result: what to do now, what it could be, when to come back. Only behind an open gate."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from unknot.care.ask import next_page
from unknot.care.decision import Decision
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.web.member.answers import decision_of, facts_of
from unknot.web.member.followup import meaning, row_words
from unknot.web.member.pages.causes import return_page, why_page
from unknot.web.member.pages.relief import HORIZONS, now_page
from unknot.web.member.person import language_of, of
from unknot.web.member.way import Place, held, question_place
from unknot.web.words import say

Present = Callable[[Decision, Knowledge, str], dict[str, Any]]


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Say what to do this hour, or in the next two days."""
    asked = request.GET.get("for", "hour")
    horizon = asked if asked in HORIZONS else "hour"
    return _result(request, "member/now.html", lambda d, k, lang: now_page(d, k, lang, horizon))


@require_safe
def why(request: HttpRequest) -> HttpResponse:
    """Say what it could be, how sure that is, and which rules spoke."""
    return _result(request, "member/why.html", why_page)


@require_safe
def come_back(request: HttpRequest) -> HttpResponse:
    """Say when to come back or see someone."""
    return _result(request, "member/return.html", return_page)


def _result(request: HttpRequest, template: str, present: Present) -> HttpResponse:
    knowledge, language, person = load(), language_of(request), of(request)
    place = before_result(request, knowledge)
    if place is not None or person is None:
        return redirect(place.url if place else "landing")
    decision = decision_of(person, knowledge, timezone.now(), language)
    followup = row_words(meaning(person, knowledge), knowledge, language)
    has_plan = person.programmes.exists()
    page = present(decision, knowledge, language) | {
        "followup": followup,
        "to_plan": say(language, "checkin.to_plan" if has_plan else "now.plan"),
    }
    return render(request, template, page)


def before_result(request: HttpRequest, knowledge: Knowledge) -> Place | None:
    """Return the place that must come first, or None when the result may be shown."""
    person = of(request)
    if person is None or not person.answers.facts:
        return Place("landing")
    facts = facts_of(person, knowledge)
    first = held(person, facts, knowledge)
    if first is not None:
        return first
    if not facts.get("regions"):
        return Place("landing")
    page = next_page(facts, knowledge, "relief")
    return question_place(page) if page else None
