"""Questions and the search: the danger gate first, then what we have to say."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from unknot.care.alarm import Heard, hear
from unknot.knowledge.alarms import alarms
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.web.context import country_here
from unknot.web.library.finds import find
from unknot.web.library.heard import alarm_part
from unknot.web.library.pages import found_words
from unknot.web.library.questions import question_page, questions_page
from unknot.web.library.relief import relief_page
from unknot.web.member.person import language_of

LONGEST = 200  # letters searched for
HEARD = 4000  # letters listened to
NOTHING: dict[str, Any] = {"found": [], "read_as": "", "sure": False}


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions, in tabs by topic, by number or by letter."""
    topic, order = request.GET.get("topic", ""), request.GET.get("order", "number")
    page = questions_page(load(), language_of(request), topic, order)
    return render(request, "library/questions.html", page)


@require_safe
def question(request: HttpRequest, identifier: str) -> HttpResponse:
    """Answer one question, or say why we do not."""
    found = claims(load()).questions.get(identifier.upper())
    if found is None:
        raise Http404
    page = question_page(found, load(), language_of(request))
    return render(request, "library/question.html", page)


@require_safe
def relief(request: HttpRequest) -> HttpResponse:
    """Say what helps, topic by topic."""
    return render(request, "library/relief.html", relief_page(load(), language_of(request)))


def results(request: HttpRequest, typed: str) -> HttpResponse:
    """Show what was found for the words typed; what is alarming in them comes first."""
    asked, knowledge, language = typed[:LONGEST], load(), language_of(request)
    heard = hear(typed[:HEARD], alarms(knowledge))
    hidden = withheld(heard, request.GET.get("read") == "1")
    found = NOTHING if hidden else find(asked, knowledge, language)
    page = {
        "section": "library",
        "asked": asked,
        "alarm": alarm_part(heard, country_here(request), knowledge, language),
        "withheld": hidden,
        "read_on": f"{reverse('library')}?{urlencode({'q': asked, 'read': 1})}",
        "found_words": found_words(len(found["found"]), language),
        **found,
    }
    return render(request, "library/results.html", page)


def withheld(heard: Heard, reading: bool) -> str:
    """Return "later" or "never" when the answers are not shown, else ""."""
    if heard.answers == "never" or (heard.answers == "later" and not reading):
        return heard.answers
    return ""
