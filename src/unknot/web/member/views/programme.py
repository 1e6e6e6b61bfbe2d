"""The plan: its questions, the week, why it changed."""

from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unknot.care.programme import move_day
from unknot.care.schedule import Move
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.context import country_here
from unknot.web.member.answers import decision_of
from unknot.web.member.course import (
    current,
    day_of,
    keep,
    new_pain_today,
    programme_of,
    responses_of,
)
from unknot.web.member.followup import due_words, meaning, row_words, stops
from unknot.web.member.handout import handout
from unknot.web.member.pages.flare import way_back
from unknot.web.member.pages.plan import plan_page
from unknot.web.member.pages.progress import stays
from unknot.web.member.pages.relief import banner
from unknot.web.member.person import language_of, of
from unknot.web.member.versions import course_of, days_done
from unknot.web.member.views.before import before_plan
from unknot.web.member.views.calendar import missed, move_words, running
from unknot.web.member.views.result import before_result
from unknot.web.words import say


@require_POST
@transaction.atomic
def move(request: HttpRequest) -> HttpResponse:
    """Exchange two days of a week; a day that cannot be moved changes nothing.

    Sent from the calendar, it leads back there. The page then offers the way back.
    """
    knowledge, person, now = load(), of(request), timezone.now()
    back = "calendar" if request.POST.get("back") == "calendar" else "plan"
    if before_result(request, knowledge) is not None or person is None or not current(person):
        return redirect("plan")
    if stops(person, knowledge):
        return redirect("followup")
    programme = programme_of(person, knowledge, now)
    try:
        days = [date.fromisoformat(request.POST.get(name, "")) for name in ("one", "other")]
        changed = move_day(programme, Move(*days), knowledge, day_of(now))
    except ValueError:
        return redirect(f"{reverse(back)}?not_moved=1")
    keep(person, changed, now)
    return redirect(f"{reverse(back)}?moved={days[0]}_{days[1]}")


@require_safe
def on_paper(request: HttpRequest) -> HttpResponse:
    """Hand the current session over as a PDF, behind the same gate and stop as a session."""
    knowledge, language, person = load(), language_of(request), of(request)
    if before_result(request, knowledge) is not None or person is None or not current(person):
        return redirect("plan")
    if stops(person, knowledge):
        return redirect("followup")
    if new_pain_today(person, timezone.now()) is not None:
        return redirect("plan")
    programme = programme_of(person, knowledge, timezone.now())
    pdf = handout(programme, training(knowledge), country_here(request), language)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="unknot-{programme.version}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Ask what the plan still needs, then show the week."""
    knowledge, language, now = load(), language_of(request), timezone.now()
    person, place = of(request), before_plan(request)
    if place is not None or person is None:
        return redirect(place or "landing")
    programme = running(request, person, now)
    context = plan_page(
        programme, course_of(person), days_done(person), knowledge, language, day_of(now)
    )
    decision = decision_of(person, knowledge, now, language)
    saved = "saved" in request.GET
    context |= {
        "banner": banner(decision, language),
        "saved": saved,
        "stays": stays(person, language) if saved else [],
        "new_pain": new_pain_today(person, now) is not None,
        "followup": row_words(meaning(person, knowledge), knowledge, language),
        "due": due_words(person, knowledge, now, language),
        "caught": "caught" in request.GET,
        "move": move_words(request, "plan"),
        "flare": way_back(
            programme,
            responses_of(person),
            training(knowledge),
            knowledge,
            language,
            day_of(now),
        ),
        "catch_up": missed(request, person, programme, now),
    }
    if stops(person, knowledge):
        context |= {"title": say(language, "plan.waits"), "minutes": ""}
    return render(request, "member/plan.html", context)
