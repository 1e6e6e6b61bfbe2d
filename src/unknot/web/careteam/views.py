"""Who can help and how soon, and free words to the people who run this site."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from unknot.care.alarm import hear
from unknot.care.facts import Facts
from unknot.care.therapy import therapy
from unknot.knowledge.alarms import alarms
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.web.careteam.models import Message
from unknot.web.citing import why
from unknot.web.context import country_here
from unknot.web.library.heard import alarm_part
from unknot.web.member.answers import days_since_onset, facts_of
from unknot.web.member.followup import meaning, row_words
from unknot.web.member.models import Person
from unknot.web.member.pages.stops import to_say
from unknot.web.member.person import language_of, made, of
from unknot.web.member.way import Place, gate_place, held
from unknot.web.words import say

LONGEST = 4000
SIDES: tuple[Literal["for", "against"], ...] = ("for", "against")


def before(person: Person | None, facts: Facts, knowledge: Knowledge) -> Place | None:
    """Return the gate or the stop that stands before every way to a person."""
    return held(person, facts, knowledge) if person else gate_place(facts, knowledge)


def reasons(
    facts: Facts, knowledge: Knowledge, side: Literal["for", "against"], language: str
) -> list[dict[str, Any]]:
    """Return the rows of one side in words, each with its sources."""
    return [
        {
            "words": row.words.in_(language),
            "why": why(row.grounds.sources, knowledge, language, row.grounds.review),
        }
        for row in therapy(facts, knowledge, side)
    ]


@require_safe
def care(request: HttpRequest) -> HttpResponse:
    """Say who can help, how soon, and what to tell them. The gate stands before it."""
    knowledge, person = load(), of(request)
    facts = facts_of(person, knowledge)
    stop = before(person, facts, knowledge)
    if stop is not None:
        return redirect(stop.url)
    row = meaning(person, knowledge) if person else None
    days = days_since_onset(person, facts, localdate(timezone.now()))
    context = {
        "section": "care",
        "followup": row_words(row, knowledge, language_of(request)),
        "say": to_say({"facts": facts}, knowledge, language_of(request), days, "care.pain"),
    }
    return render(request, "careteam/care.html", context)


@require_safe
def suits(request: HttpRequest) -> HttpResponse:
    """Say what the answers say for physical therapy and against it. The gate stands before it."""
    knowledge, language = load(), language_of(request)
    facts = facts_of(of(request), knowledge)
    stop = before(of(request), facts, knowledge)
    if stop is not None:
        return redirect(stop.url)
    sides = {side: reasons(facts, knowledge, side, language) for side in SIDES}
    return render(request, "careteam/suits.html", {"sides": sides})


@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest) -> HttpResponse:
    """Take free words. The gate stands before it."""
    knowledge, language = load(), language_of(request)
    stop = before(of(request), facts_of(of(request), knowledge), knowledge)
    if stop is not None:
        return redirect(stop.url)
    if request.method != "POST":
        return render(request, "careteam/message.html", {"text": "", "error": ""})
    text = request.POST.get("text", "").strip()
    error = ""
    if not text:
        error = say(language, "message.missing")
    elif len(text) > LONGEST:
        error = say(language, "message.too_long", n=LONGEST)
    if error:
        context = {"text": text, "error": error}
        return render(request, "careteam/message.html", context, status=422)
    Message.objects.create(
        person=made(request), text=text, language=language, created=timezone.now()
    )
    return redirect("message-sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Show what was stored; what is alarming in the last words comes first."""
    person, knowledge = of(request), load()
    messages = list(Message.objects.filter(person=person)) if person else []
    newest = max(messages, key=lambda each: each.created).text if messages else ""
    heard = hear(newest, alarms(knowledge))
    context = {
        "messages": messages,
        "alarm": alarm_part(heard, country_here(request), knowledge, language_of(request)),
    }
    return render(request, "careteam/sent.html", context)
