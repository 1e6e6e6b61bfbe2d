"""The pages that end the way for now: call an ambulance, or see a doctor within a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unknot.care.ask import pages
from unknot.knowledge.load import load
from unknot.web.context import country_here
from unknot.web.member.answers import forget, latest
from unknot.web.member.models import Person
from unknot.web.member.pages.stops import emergency_page, urgent_page
from unknot.web.member.person import language_of, of
from unknot.web.member.way import place_of, question_place


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Say whom to call and what to say. Works for anyone, at any time."""
    newest = latest(of(request))
    record = newest.record if newest and newest.urgency == "emergency" else None
    context = emergency_page(record, country_here(request), load(), language_of(request))
    return render(request, "member/emergency.html", context)


@require_safe
def urgent(request: HttpRequest) -> HttpResponse:
    """Say who should look within a day."""
    newest = latest(of(request))
    if newest is None or newest.urgency != "same-day":
        return redirect(place_of(of(request), load()).url)
    context = urgent_page(newest.record, country_here(request), load(), language_of(request))
    return render(request, "member/urgent.html", context)


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
