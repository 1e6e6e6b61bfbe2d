"""What anyone may read, without an account and without the gate."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.web.library import pages
from unknot.web.member.person import language_of


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """List what there is, or what a search finds."""
    asked = request.GET.get("q", "").strip()[:100]
    return render(request, "library/library.html", pages.library_page(asked, load(), language_of(request)))


@require_safe
def causes(request: HttpRequest) -> HttpResponse:
    """List every cause we know, without a person's answers."""
    return render(request, "library/causes.html", pages.causes_page(load(), language_of(request)))


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """List every document something rests on."""
    return render(request, "library/sources.html", pages.sources_page(load(), language_of(request)))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what this is, what it can and cannot do."""
    return render(request, "library/about.html")
