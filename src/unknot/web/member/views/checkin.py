"""The check-in: the short gate and four questions on one page, under 30 seconds."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from unknot.care.facts import to_json
from unknot.knowledge.load import load
from unknot.knowledge.schema import Group
from unknot.web.context import country_here
from unknot.web.library.marks import marked_of
from unknot.web.member import forms
from unknot.web.member.answers import merged
from unknot.web.member.course import respond
from unknot.web.member.followup import meaning, row_words
from unknot.web.member.models import CheckIn, Person
from unknot.web.member.pages.checkin import check_in_page
from unknot.web.member.pages.stops import ADVICE, lines
from unknot.web.member.person import language_of, of
from unknot.web.member.views.gate import read_short, sent_of, settle_short, short_forms
from unknot.web.member.views.result import before_result
from unknot.web.member.way import STOPS
from unknot.web.words import say

PAGE = "checkin"
PAIN = "pain_next_morning_0_10"


def groups() -> tuple[Group, ...]:
    """Return the questions of a check-in."""
    return tuple(each for each in load().groups_of("session") if each.page == PAGE)


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Ask how it is; a new sign stops before anything else is looked at."""
    person, knowledge, language = of(request), load(), language_of(request)
    place = before_result(request, knowledge)
    if place is not None or person is None:
        return redirect(place.url if place else "landing")
    with_session, flare = person.sessions.exists(), "flare" in request.GET
    if request.method != "POST":
        shown = forms.shown(groups(), knowledge, language, {})
        client = uuid.uuid4().hex
        page = check_in_page(short_forms(request), shown, with_session, client, flare, language)
        return render(request, "member/check-in.html", page)
    gate = read_short(request)
    if not gate.errors:
        decided = settle_short(request, person, gate)
        if decided.urgency in STOPS:
            return redirect(STOPS[decided.urgency])
    reading = _read(request)
    if gate.errors or reading.errors:
        sent = sent_of(request)
        shown = forms.shown(groups(), knowledge, language, {}, sent, reading.errors)
        client = request.POST.get("client_id", "")
        asked = short_forms(request, gate)
        page = check_in_page(asked, shown, with_session, client, flare, language)
        return render(request, "member/check-in.html", page, status=422)
    _keep(request, person, reading, flare)
    if row_words(meaning(person, knowledge), knowledge, language):
        return redirect("followup")
    return redirect("now" if flare else f"{reverse('plan')}?saved=1#changed")


@require_safe
def means(request: HttpRequest) -> HttpResponse:
    """Say what the last check-in means, when it asks for somebody to look."""
    person, knowledge, language = of(request), load(), language_of(request)
    place = before_result(request, knowledge)
    if place is not None or person is None:
        return redirect(place.url if place else "landing")
    row = row_words(meaning(person, knowledge), knowledge, language)
    if not row:
        return redirect("plan")
    here = country_here(request)
    context = {
        "row": row,
        "lines": lines(here, language, ADVICE),
        "worse": say(language, "urgent.worse", number=here.call),
    }
    return render(request, "member/followup.html", context)


def _read(request: HttpRequest) -> forms.Reading:
    """Return what was sent; the pain is the one thing a check-in cannot do without."""
    language = language_of(request)
    reading = forms.read(sent_of(request), groups(), load(), language)
    if reading.facts.get(PAIN) is None and PAIN not in reading.errors:
        missing = say(language, "form.number", low=0, high=10)
        return forms.Reading(reading.facts, {**reading.errors, PAIN: missing})
    return reading


def _keep(request: HttpRequest, person: Person, reading: forms.Reading, flare: bool) -> None:
    now = timezone.now()
    client = request.POST.get("client_id", "")[:64] or uuid.uuid4().hex
    said = merged({}, reading.facts) | ({"flare_now": True} if flare else {})
    CheckIn.objects.get_or_create(
        person=person,
        client_id=client,
        defaults={"facts": to_json(said), "created": now},
    )
    respond(person, load(), now, marked_of(request))
