"""What professionals offer, in words: what it is, how good the proof is, what stands before it."""

from typing import Any

from django.urls import reverse

from unknot.care.ask import next_page
from unknot.care.facts import Facts
from unknot.care.options import Gate, Standing, gate, standings
from unknot.knowledge.options import Options, ProfessionalOption, options
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.member.answers import asked, facts_of
from unknot.web.member.models import Person
from unknot.web.member.way import question_place
from unknot.web.words import say

STATES = ("open", "ask", "closed", "doctor")


def options_page(person: Person | None, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of the page of options, grouped by how each stands."""
    facts, content = facts_of(person, knowledge), options(knowledge)
    found = gate(facts, knowledge)
    standing = standings(facts, knowledge)
    shown = [
        option_words(content.options[each.option], each, content, knowledge, language)
        for each in standing
    ]
    groups = [
        {
            "state": state,
            "title": say(language, f"options.{state}_title"),
            "text": say(language, f"options.{state}_text"),
            "options": options_,
        }
        for state in STATES
        if (options_ := [each for each in shown if each["state"] == state])
    ]
    return {
        "section": "care",
        "gate": found,
        "gate_words": "" if found == "open" else content.gate[found].in_(language),
        "gate_url": gate_url(found, facts, knowledge),
        "tell": pages_to_answer(standing, facts, knowledge, language) if found == "open" else [],
        "groups": groups,
        "jumps": [each for group in groups for each in group["options"]],
    }


def gate_url(found: Gate, facts: Facts, knowledge: Knowledge) -> str:
    """Return where the danger gate goes on; "" when it is open or there is nothing to answer."""
    if found == "stop":
        return reverse("resume")
    page = next_page(facts, knowledge, "triage") if found == "unanswered" else None
    return question_place(page).url if page else ""


def pages_to_answer(
    standing: tuple[Standing, ...], facts: Facts, knowledge: Knowledge, language: str
) -> list[dict[str, str]]:
    """Return the pages of questions, not put yet, whose answers an option waits for."""
    missing = {name for each in standing for name in each.ask}
    groups = [
        group
        for group in knowledge.groups_of("story", "profile")
        if missing & set(group.facts) and group.id not in asked(facts) and group.id != "given"
    ]
    return [
        {"url": reverse("story", args=[page.page]), "title": page.title.in_(language)}
        for page in {group.page: group for group in reversed(groups)}.values()
    ][::-1]


def option_words(
    option: ProfessionalOption,
    standing: Standing,
    content: Options,
    knowledge: Knowledge,
    language: str,
) -> dict[str, Any]:
    """Return one option in words. What only a doctor may propose stays in its own group."""
    state = "doctor" if option.decides == "doctor" else standing.state
    return {
        "id": option.id,
        "state": state,
        "title": option.title.in_(language),
        "kind": content.kinds[option.kind].in_(language),
        "what": [each.in_(language) for each in option.what],
        "evidence": option.evidence.in_(language),
        "strength": say(language, f"why.strength.{option.strength}"),
        "tell": option.tell.in_(language) if option.tell else "",
        "because": [content.exclusions[each].because.in_(language) for each in standing.closed_by],
        "ask": [knowledge.label(each, language) for each in standing.ask],
        "never": [content.exclusions[each].because.in_(language) for each in option.unless],
        "why": why(option.grounds.sources, knowledge, language, option.grounds.review),
        "policies": disagreements(option.grounds.conflicts, knowledge, language),
    }
