"""Which professional options a person may talk over now, which are not for now, and why.

Nothing is ever recommended. An option is open only when the danger gate is open and every
exclusion is known to be false: unknown is never no.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from unknot.care.ask import next_page
from unknot.care.facts import Facts, with_derived
from unknot.care.triage import triage
from unknot.knowledge.options import Exclusion, ProfessionalOption, options
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate, residual
from unknot.rules.nodes import facts_in

State = Literal["open", "doctor", "ask", "closed"]
Gate = Literal["open", "unanswered", "doubt", "stop"]
STOPS = ("emergency", "same-day")


@dataclass(frozen=True)
class Standing:
    """How one option stands: `closed` by these exclusions, or to `ask` these facts first.

    `doctor` means that nothing speaks against it, and that only a doctor may propose it.
    """

    option: str
    state: State
    closed_by: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


def gate(facts: Facts, knowledge: Knowledge) -> Gate:
    """Return whether the danger questions are answered, and answered without a stop.

    `doubt` is a question that was put and could not be answered.
    """
    outcome = triage(facts, knowledge)
    if any(row.then in STOPS for row in outcome.fired):
        return "stop"
    if not outcome.unanswered and outcome.urgency not in STOPS:
        return "open"
    return "unanswered" if next_page(facts, knowledge, "triage") else "doubt"


def standings(facts: Facts, knowledge: Knowledge) -> tuple[Standing, ...]:
    """Return how every option stands, in the order of the file."""
    found, known = gate(facts, knowledge), with_derived(facts, knowledge)
    content = options(knowledge)
    return tuple(
        _standing(option, [content.exclusions[name] for name in option.unless], known, found)
        for option in content.options.values()
    )


def _standing(
    option: ProfessionalOption, exclusions: list[Exclusion], known: Facts, found: Gate
) -> Standing:
    closed = tuple(each.id for each in exclusions if evaluate(each.when, known) is True)
    if closed or found == "stop":
        return Standing(option.id, "closed", closed_by=closed)
    ask = tuple(dict.fromkeys(_missing(exclusions, known)))
    if ask or found != "open":
        return Standing(option.id, "ask", ask=ask)
    return Standing(option.id, "doctor" if option.decides == "doctor" else "open")


def _missing(exclusions: list[Exclusion], known: Facts) -> Iterator[str]:
    """Yield the facts that keep an exclusion unknown."""
    for each in exclusions:
        if evaluate(each.when, known) is None:
            yield from sorted(facts_in(residual(each.when, known)) - known.keys())
