"""Why each line is in the plan and why it changed; every version of the plan."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from unknot.care.lineage import lineage
from unknot.care.orders import standing
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.library.marks import marked_of
from unknot.web.member.course import programme_of
from unknot.web.member.followup import stops
from unknot.web.member.pages.lines import changes_page, line_page
from unknot.web.member.person import language_of, of
from unknot.web.member.versions import course_of, versions_of
from unknot.web.member.views.before import before_plan


@require_safe
def line(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """Tell the story of one exercise. Its dose is not shown while somebody must look first."""
    knowledge, person = load(), of(request)
    content = training(knowledge)
    if exercise_id not in content.exercises:
        raise Http404(f"{exercise_id} is no exercise")
    place = before_plan(request)
    if place is not None or person is None:
        return redirect(place or "landing")
    if stops(person, knowledge):
        return redirect("followup")
    programme = programme_of(person, knowledge, timezone.now(), marked_of(request))
    story = lineage(versions_of(person), exercise_id, content)
    holds = standing(course_of(person))
    context = line_page(story, programme, holds, content, knowledge, language_of(request))
    return render(request, "member/line.html", context)


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Show every version of the plan, newest first, with its reason."""
    knowledge, person = load(), of(request)
    place = before_plan(request)
    if place is not None or person is None:
        return redirect(place or "landing")
    programme_of(person, knowledge, timezone.now(), marked_of(request))
    versions = versions_of(person)
    context = changes_page(versions, training(knowledge), knowledge, language_of(request))
    return render(request, "member/changes.html", context)
