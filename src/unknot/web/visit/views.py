"""Two pages for the way to a professional: the sheet to take along, and what they offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from unknot.knowledge.load import load
from unknot.web.member.person import language_of, of
from unknot.web.visit.offers import options_page
from unknot.web.visit.sheet import sheet_page


@require_safe
def visit(request: HttpRequest) -> HttpResponse:
    """Show the sheet made of the person's answers; empty lines when there are none."""
    page = sheet_page(of(request), load(), language_of(request), timezone.now())
    return render(request, "visit/sheet.html", page)


@require_safe
def options(request: HttpRequest) -> HttpResponse:
    """Show what professionals offer, and what must be said or ruled out first."""
    page = options_page(of(request), load(), language_of(request))
    return render(request, "visit/options.html", page)
