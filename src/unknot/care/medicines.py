"""Which medicines may be read about: facts to cards. Information, never a prescription.

A card says may, ask a pharmacist, or do not. It names a ceiling only when it says may, and it says
may only when every contraindication is known to be false: unknown is never no.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from unknot.care.ask import Page, open_facts, pages
from unknot.care.facts import Facts, with_derived
from unknot.care.triage import triage
from unknot.knowledge.medicine_schema import (
    Ceiling,
    Extra,
    Market,
    Medicine,
    Medicines,
    Screen,
    Status,
)
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate, residual
from unknot.rules.nodes import Value, facts_in

Verdict = Literal["may", "ask-pharmacist", "do-not"]
VERDICTS: tuple[Verdict, ...] = ("may", "ask-pharmacist", "do-not")
OPEN = ("self-care", "appointment")


@dataclass(frozen=True)
class Card:
    """What is said of one medicine. `unknown` are the facts nobody has answered.

    `ceiling` and `start` are None unless the verdict is may. `because` are the rows that hold.
    """

    medicine: str
    verdict: Verdict
    status: Status
    ceiling: Ceiling | None
    start: int | None
    because: tuple[Screen, ...]
    unknown: tuple[str, ...]


def is_open(facts: Facts, knowledge: Knowledge, content: Medicines) -> bool:
    """Return whether medicines may be shown at all: no urgent sign, and no organ in question."""
    known = with_derived(facts, knowledge)
    return (
        triage(facts, knowledge).urgency in OPEN and evaluate(content.door.closed, known) is False
    )


def screen(
    facts: Facts,
    knowledge: Knowledge,
    content: Medicines,
    country: str,
    lately: frozenset[str] = frozenset(),
) -> tuple[Card, ...]:
    """Return a card for each medicine: what may be taken first, then as the table stands.

    Empty while the door is closed. `lately` are the medicines of the log that still count.
    """
    if not is_open(facts, knowledge, content):
        return ()
    known = with_derived(facts, knowledge)
    cards = [
        card(each, {**known, **told(each, content, lately)}, content, country)
        for each in content.medicines.values()
    ]
    return tuple(sorted(cards, key=lambda each: VERDICTS.index(each.verdict)))


def told(medicine: Medicine, content: Medicines, lately: frozenset[str]) -> dict[str, Value]:
    """Return the facts that the log makes true for this medicine: another of its kind was taken."""
    others = (content.medicines[name] for name in lately)
    effects = {
        effect
        for other in others
        if other.ingredient != medicine.ingredient
        for effect in content.families[other.family].effects
    }
    own = content.families[medicine.family].effects
    return {content.told_by_log[effect]: True for effect in own if effect in effects}


def card(medicine: Medicine, known: Facts, content: Medicines, country: str) -> Card:
    """Return what is said of one medicine to somebody with these facts, in this country."""
    market = medicine.market(country)
    truths = [(row, evaluate(row.when, known)) for row in content.screens_of(medicine)]
    holding = [row for row, truth in truths if truth is True]
    doubtful = [row for row, truth in truths if truth is None]
    verdict = _verdict(market, holding, doubtful)
    return Card(
        medicine=medicine.id,
        verdict=verdict,
        status=market.status,
        ceiling=_ceiling(medicine, market, content) if verdict == "may" else None,
        start=medicine.start if verdict == "may" else None,
        because=tuple(sorted(holding, key=lambda row: row.says != "do-not")),
        unknown=tuple(sorted(set(_unknown(doubtful, known)))) if verdict != "do-not" else (),
    )


def _verdict(market: Market, holding: list[Screen], doubtful: list[Screen]) -> Verdict:
    if market.status == "not-sold" or any(row.says == "do-not" for row in holding):
        return "do-not"
    if market.status != "self-care" or holding or doubtful:
        return "ask-pharmacist"
    return "may"


def _ceiling(medicine: Medicine, market: Market, content: Medicines) -> Ceiling | None:
    """Return the ceiling, its days cut to those of the course."""
    course = content.courses[content.families[medicine.family].course]
    ceiling = market.ceiling
    return ceiling and replace(ceiling, days=min(ceiling.days, course.stop_day))


def _unknown(rows: list[Screen], known: Facts) -> Iterator[str]:
    for row in rows:
        yield from facts_in(residual(row.when, known))


def next_page(facts: Facts, knowledge: Knowledge, content: Medicines) -> Page | None:
    """Return the next page of questions the screen needs, or None when all were put.

    Only groups with an open question that a contraindication names are put.
    """
    for page in pages(knowledge, "story", "profile", "medicine"):
        wanted = tuple(
            group for group in page.groups if open_facts(group, facts, knowledge) & content.facts
        )
        if wanted:
            return Page(page.id, wanted)
    return None


def without_old(
    facts: Facts, knowledge: Knowledge, content: Medicines, answered: datetime, now: datetime
) -> Facts:
    """Return the facts without the answers about today once these are old, and unasked again."""
    if answered > now - timedelta(hours=content.fresh.hours):
        return facts
    groups = [each for each in knowledge.groups if each.id in content.fresh.groups]
    old = {name for group in groups for name in group.facts}
    put = facts.get("asked_groups", frozenset())
    assert isinstance(put, frozenset)
    kept = {name: value for name, value in facts.items() if name not in old}
    return {**kept, "asked_groups": put - {each.id for each in groups}}


def extras(facts: Facts, knowledge: Knowledge, content: Medicines) -> tuple[Extra, ...]:
    """Return what people take besides, where nothing is known or unknown against it."""
    known = with_derived(facts, knowledge)
    return tuple(each for each in content.extras if evaluate(each.unless, known) is False)
