"""What a therapist ordered: written down behind the gate, carried out in bounds, taken back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from unknot.care.alarm import hear
from unknot.care.orders import standing, take_back
from unknot.care.override import KINDS, NUMBERS, OrderError, order_of, override
from unknot.care.programme import Programme
from unknot.knowledge.alarms import alarms
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.context import country_here
from unknot.web.library.heard import alarm_part
from unknot.web.library.marks import marked_of
from unknot.web.member.course import (
    day_of,
    facts_now,
    keep,
    new_pain_today,
    programme_of,
    responses_of,
)
from unknot.web.member.followup import stops
from unknot.web.member.models import Person
from unknot.web.member.pages.order import LONGEST, MINUTE, order_page, refused_words
from unknot.web.member.person import language_of, of
from unknot.web.member.versions import course_of
from unknot.web.member.views.before import before_plan
from unknot.web.words import say

FIELDS = ("what", "by", "reason", "minutes", *NUMBERS)


def _before(request: HttpRequest, now: datetime) -> str | None:
    """Return the address that comes first: the gate, a stop, or the plan after a new pain."""
    person, place = of(request), before_plan(request)
    if place is not None or person is None:
        return place or reverse("landing")
    if stops(person, load()):
        return reverse("followup")
    return reverse("plan") if new_pain_today(person, now) is not None else None


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def order(request: HttpRequest) -> HttpResponse:
    """Show the three ways and what holds; take one order."""
    person, now = of(request), timezone.now()
    place = _before(request, now)
    if place is not None or person is None:
        return redirect(place or "landing")
    programme = programme_of(person, load(), now, marked_of(request))
    if request.method != "POST":
        return _page(request, person, programme, _sent(request.GET), {})
    sent = _sent(request.POST)
    problems = _missing(sent, language_of(request))
    if problems:
        return _page(request, person, programme, sent, problems)
    if hear(f"{sent['by']} {sent['reason']}", alarms(load())).alarms:
        return _page(request, person, programme, sent, {})
    return _carry_out(request, person, programme, sent, now)


def _carry_out(
    request: HttpRequest, person: Person, programme: Programme, sent: dict[str, str], now: datetime
) -> HttpResponse:
    knowledge, language = load(), language_of(request)
    try:
        told = order_of(_data(sent))
        facts = facts_now(person, knowledge, now)
        changed = override(programme, told, responses_of(person), facts, knowledge, day_of(now))
    except OrderError as error:
        problems = {"order": refused_words(error, language)}
        return _page(request, person, programme, sent, problems)
    keep(person, changed, now)
    return redirect(f"{reverse('order')}?saved=1")


@require_POST
@transaction.atomic
def back(request: HttpRequest) -> HttpResponse:
    """Take one order back; what no longer holds changes nothing."""
    person, now = of(request), timezone.now()
    place = _before(request, now)
    if place is not None or person is None:
        return redirect(place or "landing")
    programme_of(person, load(), now, marked_of(request))
    versions = course_of(person)
    asked = (request.POST.get("kind"), request.POST.get("what"))
    found = next((each for each in standing(versions) if (each.kind, each.what) == asked), None)
    if found is None:
        return redirect("order")
    try:
        facts = facts_now(person, load(), now)
        changed = take_back(versions, found, responses_of(person), facts, load(), day_of(now))
    except OrderError:
        return redirect("order")
    keep(person, changed, now)
    return redirect(f"{reverse('order')}?back=1")


def _sent(query: Any) -> dict[str, str]:
    """Return what was sent, trimmed; a kind we do not know is none."""
    kind = query.get("kind", "")
    sent = {name: query[name].strip() for name in FIELDS if query.get(name)}
    return {"kind": kind if kind in KINDS else "", **sent}


def _missing(sent: dict[str, str], language: str) -> dict[str, str]:
    """Return what is missing or too long, by field."""
    found = {
        name: say(language, f"order.missing_{name}")
        for name in ("what", "by", "reason")
        if not sent.get(name)
    }
    for name, most in LONGEST.items():
        if len(sent.get(name, "")) > most:
            found[name] = say(language, "order.too_long_text", n=most)
    return found


def _data(sent: dict[str, str]) -> dict[str, Any]:
    """Return the order as the engine reads it. Raises OrderError when a number is none."""
    data: dict[str, Any] = {name: sent.get(name, "") for name in ("kind", "what", "by", "reason")}
    if sent["kind"] != "dose":
        return data
    data |= {name: _whole(sent[name]) for name in NUMBERS if name in sent}
    if "minutes" in sent:
        data["hold_seconds"] = _whole(sent["minutes"]) * MINUTE
    return data


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > len("0000"):
        raise OrderError(f"found {text!r}; write a whole number", "not_a_number")
    return int(text)


def _page(
    request: HttpRequest,
    person: Person,
    programme: Programme,
    sent: dict[str, str],
    problems: dict[str, str],
) -> HttpResponse:
    language, content = language_of(request), training(load())
    holds = standing(course_of(person))
    context = order_page(programme, holds, content, language, sent["kind"], sent, problems)
    posted = request.method == "POST"
    heard = hear(f"{sent.get('by', '')} {sent.get('reason', '')}", alarms(load()))
    part = alarm_part(heard, country_here(request), load(), language) if posted else None
    flash = [each for each in ("saved", "back") if each in request.GET]
    context |= {"alarm": part, "flash": flash[0] if flash else ""}
    return render(request, "member/order.html", context, status=422 if posted else 200)
