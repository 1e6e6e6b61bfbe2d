"""A page of questions: its heading, the step bar, the fieldsets, what is wrong."""

from dataclasses import replace
from typing import Any

from unknot.web.member.forms import GroupForm
from unknot.web.words import say

STEPS = ("where", "danger", "story", "now")


def question_page(
    page: str,
    kinds: tuple[str, ...],
    groups: tuple[GroupForm, ...],
    language: str,
    unsure: bool,
    needs_doctor: bool,
) -> dict[str, Any]:
    """Return the context of a page of danger signs or of the story.

    `needs_doctor` when a sign asks for a doctor already: the story is then asked only to see
    whether it cannot wait, and what the answers would be good for otherwise is not said.
    """
    danger = "danger" in kinds
    step = "danger" if danger else "story"
    lead = "needs_doctor" if needs_doctor and not danger else "lead"
    if lead == "needs_doctor":
        groups = tuple(replace(group, hint="") for group in groups)
    return {
        "page": page,
        "danger": danger,
        "title": say(language, "danger.title") if danger else groups[0].title,
        "lead": say(language, f"{step}.{lead}"),
        "steps": steps(step, language),
        "groups": groups,
        "unsure": unsure,
        "can_doubt": danger and not unsure,
        "may": [] if danger else may(groups, language),
        "problems": problems(groups),
    }


def may(groups: tuple[GroupForm, ...], language: str) -> list[str]:
    """Return what this page leaves free, and what it does not."""
    asked, lists = any(g.questions for g in groups), any(g.rows for g in groups)
    found = {"form.open_ok": asked, "form.tick_one": lists}
    return [say(language, name) for name, holds in found.items() if holds]


def steps(now: str, language: str) -> list[dict[str, str]]:
    """Return the step bar: each step with its state and its hidden words."""
    at = STEPS.index(now)
    states = ["done" if n < at else "now" if n == at else "later" for n in range(len(STEPS))]
    words = {"done": "done", "now": "current", "later": "later"}
    return [
        {
            "state": state,
            "words": say(
                language,
                "steps.said",
                n=n + 1,
                step=say(language, f"steps.{step}"),
                state=say(language, f"steps.{words[state]}"),
            ),
        }
        for n, (step, state) in enumerate(zip(STEPS, states, strict=True))
    ]


def problems(groups: tuple[GroupForm, ...]) -> list[dict[str, str]]:
    """Return every error with the place it points to, for the summary on top."""
    found = [{"at": f"g-{group.id}", "text": group.error} for group in groups if group.error]
    for group in groups:
        found += [
            {"at": f"q-{each.fact}", "text": f"{each.label} {each.error}"}
            for each in group.questions
            if each.error
        ]
    return found
