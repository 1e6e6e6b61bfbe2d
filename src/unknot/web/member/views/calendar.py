"""Twelve weeks, and a missed session on another day. The gate stands before, as before the plan."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unknot.care.calendar import as_planned
from unknot.care.calendar import calendar as calendar_of
from unknot.care.catch_up import catch_up, offer
from unknot.care.programme import Programme
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.library.marks import marked_of
from unknot.web.member.course import day_of, keep, new_pain_today, programme_of
from unknot.web.member.followup import stops
from unknot.web.member.models import Person
from unknot.web.member.pages.calendar import away_words, calendar_page, catch_up_words
from unknot.web.member.person import language_of, of
from unknot.web.member.versions import course_of, days_done
from unknot.web.member.views.before import before_plan


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show all weeks; days ahead can be moved."""
    person, language, now = of(request), language_of(request), timezone.now()
    place = before_plan(request)
    if place is not None or person is None:
        return redirect(place or "landing")
    programme = running(request, person, now)
    weeks = calendar_of(course_of(person), days_done(person), day_of(now))
    context = calendar_page(programme, weeks, training(load()), language)
    context |= {"move": move_words(request, "calendar"), "may_move": not stops(person, load())}
    context["away"] = away_words(programme.change, language)
    context["catch_up"] = missed(request, person, programme, now)
    return render(request, "member/calendar.html", context)


def move_words(request: HttpRequest, back: str) -> dict[str, Any]:
    """Return what to say of a move just asked for, and the two days that would undo it."""
    try:
        one, other = (date.fromisoformat(each) for each in request.GET["moved"].split("_"))
    except (KeyError, ValueError):
        return {"refused": "not_moved" in request.GET}
    return {"one": one.isoformat(), "other": other.isoformat(), "back": back}


def running(request: HttpRequest, person: Person, now: datetime) -> Programme:
    """Return the programme as it runs today."""
    return programme_of(person, load(), now, marked_of(request))


def missed(
    request: HttpRequest, person: Person, programme: Programme, now: datetime
) -> dict[str, Any] | None:
    """Return a missed session of this week in words, as an offer; None where none may be made."""
    if stops(person, load()) or new_pain_today(person, now) is not None:
        return None
    planned = as_planned(course_of(person))
    found = offer(programme, days_done(person), load(), day_of(now), planned)
    return catch_up_words(found, language_of(request))


@require_POST
@transaction.atomic
def catch(request: HttpRequest) -> HttpResponse:
    """Make today the session that was missed; when it may not be, nothing changes."""
    person, now = of(request), timezone.now()
    place = before_plan(request)
    if place is not None or person is None:
        return redirect(place or "landing")
    if stops(person, load()) or new_pain_today(person, now) is not None:
        return redirect("plan")
    programme = running(request, person, now)
    try:
        planned = as_planned(course_of(person))
        changed = catch_up(programme, days_done(person), load(), day_of(now), planned)
    except ValueError:
        return redirect("plan")
    keep(person, changed, now)
    return redirect(f"{reverse('plan')}?caught=1")
