"""The exercises a person marked in this browser, and likes to do."""

from django.http import HttpRequest

from unknot.knowledge.load import load
from unknot.knowledge.training import training

MARKS = "marks"


def marked_of(request: HttpRequest) -> list[str]:
    """Return the exercises marked in this browser, oldest first."""
    known = training(load()).exercises
    return [each for each in request.COOKIES.get(MARKS, "").split(".") if each in known]
