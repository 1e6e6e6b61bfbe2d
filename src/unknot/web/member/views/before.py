"""What stands before the plan and every page behind it: the danger gate, then its questions."""

from django.http import HttpRequest

from unknot.care.ask import next_page
from unknot.knowledge.load import load
from unknot.web.member.answers import facts_of
from unknot.web.member.person import of
from unknot.web.member.views.result import before_result
from unknot.web.member.way import Place, question_place


def before_plan(request: HttpRequest) -> str | None:
    """Return the address that must come first, or None when the plan may be shown."""
    person, knowledge = of(request), load()
    place = before_result(request, knowledge)
    if place is not None or person is None:
        return (place or Place("landing")).url
    page = next_page(facts_of(person, knowledge), knowledge, "programme")
    return f"{question_place(page).url}?plan=1" if page else None
