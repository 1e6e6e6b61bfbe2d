"""The danger checklists and the story: one page of groups at a time, back always works."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from unknot.care.ask import open_facts, pages, relevant
from unknot.care.facts import Facts
from unknot.knowledge.load import load
from unknot.knowledge.schema import Group, Knowledge
from unknot.web.member import forms
from unknot.web.member.answers import asked, facts_of, keep_facts, merged, record, with_asked
from unknot.web.member.course import has_course
from unknot.web.member.models import Person
from unknot.web.member.pages.questions import question_page
from unknot.web.member.person import language_of, made, of
from unknot.web.member.way import (
    STOPS,
    Place,
    gate_place,
    held,
    needs_doctor,
    next_place,
    place_of,
)
from unknot.web.words import say

DANGER, STORY = ("danger",), ("story", "profile")


@require_http_methods(["GET", "HEAD", "POST"])
def danger(request: HttpRequest, page: str) -> HttpResponse:
    """Ask one page of danger signs."""
    return _questions(request, page, DANGER)


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, page: str) -> HttpResponse:
    """Ask one page of the story or the profile."""
    return _questions(request, page, STORY)


def _questions(request: HttpRequest, page: str, kinds: tuple[str, ...]) -> HttpResponse:
    knowledge, language, person = load(), language_of(request), of(request)
    facts = facts_of(person, knowledge)
    groups = _groups(page, kinds, facts, knowledge)
    if not groups:
        return redirect(place_of(person, knowledge).url)
    if request.method == "POST":
        return _take(request, page, groups, facts)
    first = _first(person, facts, knowledge) if kinds == STORY else None
    if first is not None and first.page != page:
        return redirect(first.url)
    form = forms.shown(groups, knowledge, language, facts)
    unsure, doctor = "unsure" in request.GET, needs_doctor(facts, knowledge)
    context = question_page(page, kinds, form, language, unsure, doctor)
    context["left"] = _left(request, page, facts)
    return render(request, "member/questions.html", context)


def _first(person: Person | None, facts: Facts, knowledge: Knowledge) -> Place | None:
    """Return the gate or the stop that stands before the story."""
    return held(person, facts, knowledge) if person else gate_place(facts, knowledge)


def _take(request: HttpRequest, page: str, groups: tuple[Group, ...], facts: Facts) -> HttpResponse:
    knowledge, language = load(), language_of(request)
    sent = {key: request.POST.getlist(key) for key in request.POST}
    turning = "turn_unsure" in sent
    reading = forms.read(sent, groups, knowledge, language)
    if turning or reading.errors:
        errors = {} if turning else reading.errors
        form = forms.shown(groups, knowledge, language, facts, sent, errors)
        kinds = (groups[0].kind,)
        unsure, doctor = turning or "unsure" in sent, needs_doctor(facts, knowledge)
        context = question_page(page, kinds, form, language, unsure, doctor)
        context["left"] = _left(request, page, facts)
        return render(request, "member/questions.html", context, status=200 if turning else 422)
    person = made(request)
    put = frozenset(group.id for group in groups)
    after = with_asked(merged(facts, reading.facts), put, knowledge)
    keep_facts(person, after, timezone.now())
    return redirect(_after(person, after, knowledge, language, _planning(request)).url)


def _after(
    person: Person, facts: Facts, knowledge: Knowledge, language: str, planning: bool
) -> Place:
    """Return the next place; when the gate has spoken, its decision is recorded first."""
    gate = gate_place(facts, knowledge)
    if gate is None or gate.name in STOPS.values():
        record(person, facts, knowledge, timezone.now(), language)
    if gate is not None:
        return gate
    end = Place("plan") if planning else next_place(facts, knowledge)
    return Place("plan") if end.name == "now" and has_course(person, facts) else end


def _groups(
    page: str, kinds: tuple[str, ...], facts: Facts, knowledge: Knowledge
) -> tuple[Group, ...]:
    """Return the groups of a page that can still change something; else those put before."""
    found = next((each for each in pages(knowledge, *kinds) if each.id == page), None)
    if found is None:
        raise Http404
    matter = relevant(facts, knowledge, "programme")
    open_ = tuple(g for g in found.groups if open_facts(g, facts, knowledge) & matter)
    return open_ or tuple(g for g in found.groups if g.id in asked(facts))


def _left(request: HttpRequest, page: str, facts: Facts) -> str:
    """Return how many pages come after this one until the plan; "" on the way to relief."""
    if not _planning(request):
        return ""
    knowledge = load()
    matter = relevant(facts, knowledge, "programme")
    ahead = (each for each in pages(knowledge, *STORY) if each.id != page)
    n = sum(any(open_facts(g, facts, knowledge) & matter for g in each.groups) for each in ahead)
    return say(language_of(request), f"story.left_{min(n, 2)}", n=n)


def _planning(request: HttpRequest) -> bool:
    return "plan" in request.GET
