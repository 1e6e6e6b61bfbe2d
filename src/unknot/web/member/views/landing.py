"""Where it hurts, and the six ways in."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unknot.knowledge.load import load
from unknot.web.countries import countries
from unknot.web.member.answers import facts_of, forget, keep_facts, merged
from unknot.web.member.demo import PREFIX
from unknot.web.member.pages.landing import landing_page
from unknot.web.member.person import COOKIE, find, keep, language_of, made, of
from unknot.web.member.views.gate import open_for
from unknot.web.member.way import held, next_place, place_of
from unknot.web.words import say


@require_http_methods(["GET", "HEAD", "POST"])
def landing(request: HttpRequest) -> HttpResponse:
    """Ask where it hurts; keep the places and the way in, and go on to the gate."""
    knowledge, language = load(), language_of(request)
    if request.method != "POST":
        facts = facts_of(of(request), knowledge)
        return render(request, "member/landing.html", landing_page(facts, knowledge, language))
    way = request.POST.get("way_in", "treatment_exercises")
    places = frozenset(request.POST.getlist("regions")) & knowledge.facts["regions"].shape.words
    if way not in knowledge.facts["way_in"].shape.words:
        way = "treatment_exercises"
    if way == "treatment_exercises" and not places:
        page = landing_page({}, knowledge, language, say(language, "landing.missing"))
        return render(request, "member/landing.html", page, status=422)
    person = made(request)
    now = timezone.now()
    # Whoever comes back later with a pain is asked the danger signs, and about the pain, anew.
    if person.answers.changed < now - open_for():
        forget(person, knowledge, now)
    facts = merged(facts_of(person, knowledge), {"way_in": way, "regions": places or None})
    keep_facts(person, facts, now)
    first = held(person, facts, knowledge)
    return redirect((first or next_place(facts, knowledge)).url)


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """Go to the place where this person was."""
    return redirect(place_of(of(request), load()).url)


@require_http_methods(["GET", "HEAD", "POST"])
def restart(request: HttpRequest) -> HttpResponse:
    """Ask once, then forget the answers, keep the history, and start from the landing."""
    if request.method != "POST":
        return render(request, "member/restart.html")
    person = of(request)
    if person:
        keep_facts(person, {}, timezone.now())
    return redirect("landing")


@require_safe
def demo(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001
    """Become one of the invented people on this browser, when they were made."""
    if find(PREFIX + name) is None:
        raise Http404
    response = redirect("resume")
    keep(response, COOKIE, PREFIX + name)
    return response


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep light, dark or the device's own colours."""
    response = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("theme", "")
    if chosen in ("light", "dark"):
        keep(response, "theme", chosen)
    else:
        response.delete_cookie("theme")
    return response


@require_POST
def country(request: HttpRequest) -> HttpResponse:
    """Keep the country, for the numbers to call."""
    response = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("country", "")
    if chosen in countries():
        keep(response, "country", chosen)
        _keep_country(request, chosen)
    return response


def _keep_country(request: HttpRequest, chosen: str) -> None:
    person = of(request)
    if person is None:
        return
    person.country = chosen
    person.save(update_fields=["country"])
    knowledge = load()
    facts = merged(facts_of(person, knowledge), {"country": chosen})
    # The time of the last answer stays: choosing a country is no answer to the gate.
    keep_facts(person, facts, person.answers.changed)


def _back(request: HttpRequest) -> str:
    """Return a path of ours that was asked for, never another site."""
    back = request.POST.get("back", "/")
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
