"""What professionals offer, in words: what it is, how good the proof is, what stands before it."""

from typing import Any

from unknot.care.options import Standing, gate, standings
from unknot.knowledge.options import Options, ProfessionalOption, options
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.member.answers import facts_of
from unknot.web.member.models import Person
from unknot.web.words import say

STATES = ("open", "ask", "closed", "doctor")


def options_page(person: Person | None, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of the page of options, grouped by how each stands."""
    facts, content = facts_of(person, knowledge), options(knowledge)
    found = gate(facts, knowledge)
    words = {"stop": content.stop, "unanswered": content.unanswered}
    shown = [
        option_words(content.options[each.option], each, content, knowledge, language)
        for each in standings(facts, knowledge)
    ]
    return {
        "section": "care",
        "gate": found,
        "gate_words": words[found].in_(language) if found in words else "",
        "groups": [
            {
                "state": state,
                "title": say(language, f"options.{state}_title"),
                "text": say(language, f"options.{state}_text"),
                "options": options_,
            }
            for state in STATES
            if (options_ := [each for each in shown if each["state"] == state])
        ],
    }


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
