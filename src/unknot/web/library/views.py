"""What anyone may read, without an account and without the gate."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from unknot.knowledge.articles import articles
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.library import pages
from unknot.web.library.articles import article_page
from unknot.web.library.asking import results
from unknot.web.library.catalogue import catalogue_page, wish_of
from unknot.web.library.causes import causes_page
from unknot.web.library.exercises import exercise_page
from unknot.web.library.marks import MARKS, marked_of
from unknot.web.library.suits import suits
from unknot.web.member.person import language_of, of
from unknot.web.member.views.result import before_result

MARK_SECONDS = 365 * 24 * 3600


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """List what there is, or what a search finds."""
    if asked := request.GET.get("q", "").strip():
        return results(request, asked)
    return render(request, "library/library.html", pages.library_page(load(), language_of(request)))


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """List the exercises, narrowed to what is wished for."""
    knowledge = load()
    wish = wish_of({name: str(value) for name, value in request.GET.items()})
    page = catalogue_page(
        training(knowledge), knowledge, language_of(request), wish, marked_of(request)
    )
    return render(request, "library/exercises.html", page | {"back": request.get_full_path()})


@require_POST
def mark(request: HttpRequest, identifier: str) -> HttpResponse:
    """Mark an exercise, or take the mark away; kept in the browser only."""
    if identifier not in training(load()).exercises:
        raise Http404
    marked = marked_of(request)
    marked = (
        [m for m in marked if m != identifier] if identifier in marked else [*marked, identifier]
    )
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if safe else reverse("exercise", args=[identifier]))
    response.set_cookie(MARKS, ".".join(marked), max_age=MARK_SECONDS, samesite="Lax")
    return response


@require_safe
def exercise(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show one exercise."""
    knowledge = load()
    content = training(knowledge)
    if identifier not in content.exercises:
        raise Http404
    chosen = content.exercises[identifier]
    language = language_of(request)
    page = exercise_page(chosen, content, knowledge, language)
    page["marked"] = identifier in marked_of(request)
    first = before_result(request, knowledge)
    page["you"] = suits(of(request), first, chosen, knowledge, timezone.now(), language)
    return render(request, "library/exercise.html", page)


@require_safe
def article(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show one article."""
    knowledge = load()
    found = articles(knowledge)[language_of(request)].get(identifier)
    if found is None:
        raise Http404
    page = article_page(found, knowledge, language_of(request))
    return render(request, "library/article.html", page)


@require_safe
def causes(request: HttpRequest) -> HttpResponse:
    """Show what could explain a spasm, for the whole back or one place of it."""
    region = request.GET.get("region", "")
    page = causes_page(load(), language_of(request), region)
    return render(request, "library/causes.html", page)


@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    """List where sources disagree and what we do."""
    page = pages.disagreements_page(load(), language_of(request))
    return render(request, "library/disagreements.html", page)


@require_safe
def disagreement(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show one point on which sources disagree."""
    knowledge = load()
    if identifier not in claims(knowledge).policies:
        raise Http404
    page = pages.disagreement_page(identifier, knowledge, language_of(request))
    return render(request, "library/disagreement.html", page)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """List every document something rests on."""
    return render(request, "library/sources.html", pages.sources_page(load(), language_of(request)))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what this is, what it can and cannot do."""
    return render(request, "library/about.html")
