"""The spasm diary: behind the gate, one form, undo at once."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from unknot.care.facts import to_json
from unknot.knowledge.load import load
from unknot.knowledge.schema import Group
from unknot.web.member import forms
from unknot.web.member.answers import merged
from unknot.web.member.course import day_of
from unknot.web.member.models import Person, Spasm
from unknot.web.member.pages.diary import PAIN, diary_page
from unknot.web.member.person import language_of, of
from unknot.web.member.views.gate import sent_of
from unknot.web.member.views.result import before_result
from unknot.web.words import say

PAGE = "diary"
DAYS_AGO = {"yesterday": 1}


def groups() -> tuple[Group, ...]:
    """Return the questions of one line."""
    return tuple(each for each in load().groups_of("session") if each.page == PAGE)


@require_http_methods(["GET", "HEAD", "POST"])
def diary(request: HttpRequest) -> HttpResponse:
    """Show the diary; take one more line."""
    person, knowledge, language = of(request), load(), language_of(request)
    place = before_result(request, knowledge)
    if place is not None or person is None:
        return redirect(place.url if place else "landing")
    if request.method != "POST":
        return _page(request, person, forms.shown(groups(), knowledge, language, {}))
    sent = sent_of(request)
    reading = forms.read(sent, groups(), knowledge, language)
    errors = dict(reading.errors)
    if reading.facts.get(PAIN) is None:
        errors[PAIN] = say(language, "diary.missing")
    if errors:
        shown = forms.shown(groups(), knowledge, language, {}, sent, errors)
        return _page(request, person, shown, 422)
    line = _keep(person, request.POST.get("client_id", ""), reading)
    return redirect(f"{reverse('diary')}?saved={line.pk}")


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take one line out again."""
    person = of(request)
    line = request.POST.get("line", "")
    if person is not None and line.isdecimal():
        person.spasms.filter(pk=int(line)).delete()
    return redirect(f"{reverse('diary')}?removed=1")


def _keep(person: Person, client: str, reading: forms.Reading) -> Spasm:
    now = timezone.now()
    facts = to_json(merged({}, reading.facts))
    line, _ = Spasm.objects.get_or_create(
        person=person,
        client_id=client[:64] or uuid.uuid4().hex,
        defaults={"facts": facts, "on": _day(facts, now), "created": now},
    )
    return line


def _day(facts: dict[str, Any], now: datetime) -> Any:
    return day_of(now) - timedelta(days=DAYS_AGO.get(str(facts.get("diary_when")), 0))


def _page(request: HttpRequest, person: Person, shown: Any, status: int = 200) -> HttpResponse:
    client = request.POST.get("client_id", "") or uuid.uuid4().hex
    lines = list(person.spasms.all())
    context = diary_page(lines, shown, client, load(), language_of(request))
    saved = request.GET.get("saved", "")
    context |= {
        "saved": saved if any(str(each.pk) == saved for each in lines) else "",
        "removed": "removed" in request.GET,
    }
    return render(request, "member/diary.html", context, status=status)
