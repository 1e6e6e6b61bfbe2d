"""The pages that end the way for now: call an ambulance, or see a doctor within a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from unknot.care.ask import pages
from unknot.knowledge.load import load
from unknot.web.context import country_here
from unknot.web.member.answers import days_since_onset, forget, latest
from unknot.web.member.models import Person
from unknot.web.member.pages.stops import Record, emergency_page, urgent_page
from unknot.web.member.person import language_of, of
from unknot.web.member.way import place_of, question_place


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Say whom to call and what to say. Works for anyone, at any time."""
    person, here, language = of(request), country_here(request), language_of(request)
    newest = latest(person)
    record = newest.record if newest and newest.urgency == "emergency" else None
    context = emergency_page(record, here, load(), language, _days(person, record))
    return render(request, "member/emergency.html", context)


@require_safe
def urgent(request: HttpRequest) -> HttpResponse:
    """Say who should look within a day."""
    person, here, language = of(request), country_here(request), language_of(request)
    newest = latest(person)
    if newest is None or newest.urgency != "same-day":
        return redirect(place_of(person, load()).url)
    days = _days(person, newest.record)
    context = urgent_page(newest.record, here, load(), language, days)
    return render(request, "member/urgent.html", context)


def _days(person: Person | None, record: Record | None) -> int | None:
    facts = record["facts"] if record else {}
    return days_since_onset(person, facts, localdate(timezone.now()))


@require_POST
def recheck(request: HttpRequest) -> HttpResponse:
    """Put every danger question again: nothing that stopped the programme is carried over."""
    person = of(request)
    return redirect(ask_again(person) if person else "landing")


def ask_again(person: Person) -> str:
    """Forget the danger answers and return the address of the first danger page."""
    knowledge = load()
    forget(person, knowledge, timezone.now())
    return question_place(pages(knowledge, "danger")[0]).url
