"""The guided session: the short gate, the player, and what came of it."""

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unknot.care.barrier import person_of
from unknot.care.facts import FactErrors, check, to_json
from unknot.care.programme import Programme
from unknot.care.response import OUTCOMES
from unknot.care.seen import seen_facts
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web import looks
from unknot.web.library.marks import marked_of
from unknot.web.member.course import (
    current,
    day_of,
    facts_now,
    must_ask_again,
    new_pain_today,
    respond,
    responses_of,
)
from unknot.web.member.followup import stops
from unknot.web.member.models import Person, ProgrammeVersion, SessionLog
from unknot.web.member.pages.checkin import gate_page
from unknot.web.member.pages.session import known_by_heart, session_data
from unknot.web.member.person import language_of, of
from unknot.web.member.views.calendar import running
from unknot.web.member.views.gate import (
    asked_since,
    is_open,
    read_short,
    settle_short,
    short_forms,
)
from unknot.web.member.views.result import before_result
from unknot.web.member.views.stops import ask_again
from unknot.web.member.way import STOPS

FIELDS = ("pain_before", "pain_during", "pain_after", "effort")
MOST_EXERCISES = 30


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """Ask the short gate; an open one leads to the player."""
    person = of(request)
    if person is None or before_result(request, load()) is not None or not current(person):
        return redirect("plan")
    now = timezone.now()
    ended = new_pain_today(person, now)
    if ended and request.method != "POST" and asked_since(person, ended.created):
        return redirect("plan")
    if ended is None:
        running(request, person, now)  # what it answers may open the whole gate again
    if must_ask_again(person):
        return redirect(ask_again(person))
    if stops(person, load()):
        return redirect("followup")
    if request.method == "POST":
        reading = read_short(request)
        if not reading.errors:
            decided = settle_short(request, person, reading)
            return redirect(STOPS.get(decided.urgency, "plan" if ended else "play"))
        return _gate(request, short_forms(request, reading), 422, ended is not None)
    return _gate(request, short_forms(request), 200, ended is not None)


def _gate(request: HttpRequest, groups: Any, status: int, new_pain: bool) -> HttpResponse:
    context = gate_page(groups, new_pain, language_of(request))
    return render(request, "member/gate.html", context, status=status)


@require_safe
def play(request: HttpRequest) -> HttpResponse:
    """Show the player, behind an open short gate."""
    person = of(request)
    if person is None or not _may_play(request, person):
        return redirect("session")
    return render(request, "member/player.html", {"session": _session(request, person)})


@require_safe
def play_json(request: HttpRequest) -> HttpResponse:
    """Hand the same session over as JSON."""
    person = of(request)
    if person is None or not _may_play(request, person):
        return JsonResponse({"gate_url": reverse("session")}, status=403)
    return JsonResponse(_session(request, person))


def _may_play(request: HttpRequest, person: Person) -> bool:
    return (
        before_result(request, load()) is None
        and current(person) is not None
        and new_pain_today(person, timezone.now()) is None
        and is_open(person)
        and not must_ask_again(person)
        and not stops(person, load())
    )


def _session(request: HttpRequest, person: Person) -> dict[str, Any]:
    knowledge, now = load(), timezone.now()
    content = training(knowledge)
    programme = running(request, person, now)
    facts = facts_now(person, knowledge, now)
    seen = seen_facts(programme, responses_of(person), facts, knowledge, content, day_of(now))
    able = person_of(seen, content, programme.put_aside, programme.liked)
    language = language_of(request)
    known = known_by_heart(row for log in person.sessions.all() for row in log.results)
    data = session_data(programme, able, content, knowledge, language, get_token(request), known)
    data = looks.dressed(data, looks.chosen(request))
    return data | {"session_id": _session_id(person, programme)}


@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """Take what came of a session; the same `client_id` twice is one session.

    What is refused says why, for the page to put in words: `nobody` (erased, or a cookie lost),
    `session` (of another person or plan), `unreadable`.
    """
    person = of(request)
    if person is None:
        return _refused("nobody", 409)
    try:
        sent = json.loads(request.body)
        log = _read(sent)
        version = _version_of(person, str(sent["session_id"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return _refused("unreadable", 422)
    if version is None:
        return _refused("session", 409)
    now = timezone.now()
    ended = _ended(sent.get("ended_at"), version.created, now)
    SessionLog.objects.get_or_create(
        person=person,
        client_id=log["client_id"],
        defaults={**log, "programme": version.number, "created": ended},
    )
    new = any(each["new_or_same_pain"] == "new" for each in log["results"])
    if not new:
        respond(person, load(), now, marked_of(request))
    url = reverse("session") if new else f"{reverse('plan')}?saved=1"
    return JsonResponse({"next_url": url})


def _refused(reason: str, status: int) -> JsonResponse:
    return JsonResponse({"error": reason}, status=status)


def _session_id(person: Person, programme: Programme) -> str:
    """Return whose session this is, and of which version: its report may come days later."""
    return f"{person.id.hex[:12]}.{programme.version}"


def _version_of(person: Person, session_id: str) -> ProgrammeVersion | None:
    """Return the version that was played, None when it is not one of this person."""
    whose, _, number = session_id.rpartition(".")
    if whose != person.id.hex[:12] or not number.isdecimal():
        return None
    return person.programmes.filter(number=int(number)).first()


def _ended(said: Any, made: datetime, now: datetime) -> datetime:
    """Return when the session ended, as the device says when that can be; it may come late.

    It cannot be before its version was `made`: such a clock is wrong.
    """
    try:
        ended = datetime.fromisoformat(str(said))
    except ValueError:
        return now
    return ended if ended.tzinfo and made <= ended <= now else now


def _read(sent: Any) -> dict[str, Any]:
    """Return one session as it is stored. Raises ValueError when it is not one of ours."""
    known = training(load()).exercises
    results = [_result(each) for each in sent["exercises"]]
    if len(results) > MOST_EXERCISES or any(each["id"] not in known for each in results):
        raise ValueError("exercises")
    raw = {f"{name}_0_10": sent.get(name) for name in FIELDS} | {"completed": sent.get("completed")}
    try:
        facts = to_json(check(raw, load()))
    except FactErrors as errors:
        raise ValueError(str(errors)) from None
    client_id = str(sent["client_id"])
    if not 8 <= len(client_id) <= 64:
        raise ValueError("client_id")
    return {"client_id": client_id, "results": results, "facts": facts}


def _result(each: dict[str, Any]) -> dict[str, str]:
    if each["outcome"] not in OUTCOMES:
        raise ValueError("outcome")
    return {
        "id": str(each["id"]),
        "outcome": str(each["outcome"]),
        "reason": str(each.get("reason") or ""),
        "new_or_same_pain": str(each.get("new_or_same_pain") or ""),
    }
