"""The short gate before a session, and the check-in: short words, three-way picks."""

from dataclasses import replace
from typing import Any

from unknot.web.member.forms import GroupForm, Question
from unknot.web.member.pages.questions import problems
from unknot.web.words import say

AFTER_SESSION = "after_session"


def gate_page(gate: tuple[GroupForm, ...], new_pain: bool, language: str) -> dict[str, Any]:
    """Return the context of the short gate; `new_pain` when one has just ended a session."""
    new = "new_" if new_pain else ""
    return {
        "title": say(language, f"short.{new}title"),
        "lead": say(language, f"short.{new}lead"),
        "gate": gate,
        "problems": problems(gate),
        "short": True,
    }


def check_in_page(
    gate: tuple[GroupForm, ...],
    groups: tuple[GroupForm, ...],
    with_session: bool,
    client_id: str,
    flare: bool,
    language: str,
) -> dict[str, Any]:
    """Return the context of the check-in; `with_session` when there was one to ask about."""
    questions = [
        picked(question)
        for group in groups
        for question in group.questions
        if with_session or question.fact != AFTER_SESSION
    ]
    return {
        "title": say(language, "checkin.flare_title" if flare else "checkin.title"),
        "gate": gate,
        "questions": questions,
        "problems": problems((*gate, *groups)),
        "client_id": client_id,
        "short": True,
        "lang": language,
    }


def picked(question: Question) -> Question:
    """Return a question with three answers as a three-way pick."""
    three = question.kind == "choice" and len(question.options) == 3
    return replace(question, kind="three") if three else question
