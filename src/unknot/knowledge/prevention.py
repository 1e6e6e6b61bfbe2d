"""The page of prevention: cards made of claims, and the numbers of its two tools."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.claims import Claims, claims
from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entry, read_file
from unknot.knowledge.schema import Knowledge

FILE = "prevention.yaml"
TOOLS = ("breaks", "plan", "diary")


@dataclass(frozen=True)
class Card:
    """One habit: its claims in reading order, a figure, and the tool that belongs to it."""

    id: str
    title: Both
    claims: tuple[str, ...]
    figure: str | None
    tool: str | None
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Prevention:
    """Every card. Minutes are what a break reminder and a planned activity may be set to."""

    intro: Both
    break_minutes: tuple[int, ...]
    break_default: int
    plan_minutes: tuple[int, ...]
    plan_default: int
    most_days: int
    cards: tuple[Card, ...]


@Once
def prevention(knowledge: Knowledge) -> Prevention:
    """Return the product's page of prevention; read once for each content hash."""
    return prevention_from(ROOT, claims(knowledge))


def prevention_from(root: Path, said: Claims) -> Prevention:
    """Return the page below `root`. Raises ContentError with every problem found."""
    problems = Problems()
    entry = as_entry(read_file(root / FILE, root), FILE)
    plan = entry.entry("plan")
    page = Prevention(
        intro=entry.both("intro"),
        break_minutes=entry.integers("break_minutes"),
        break_default=entry.integer("break_default"),
        plan_minutes=plan.integers("minutes"),
        plan_default=plan.integer("default"),
        most_days=plan.integer("most_days"),
        cards=tuple(problems.by_id(entry.entries("cards"), _card).values()),
    )
    plan.done()
    entry.done()
    problems.found.extend(_dangling(page, said))
    problems.raise_any()
    return page


def _card(entry: Entry) -> Card:
    card = Card(
        id=entry.identifier(),
        title=entry.both("title"),
        claims=entry.texts("claims"),
        figure=entry.text("figure") if entry.has("figure") else None,
        tool=entry.choice("tool", TOOLS) if entry.has("tool") else None,
        rows=entry.texts("rows", default=()),
    )
    entry.done()
    return card


def _dangling(page: Prevention, said: Claims) -> Iterator[str]:
    for card in page.cards:
        for name in card.claims:
            if name not in said.claims:
                yield f"{FILE}: {card.id}: the claim {name!r} is not declared; mend the id"
    if page.break_default not in page.break_minutes or page.plan_default not in page.plan_minutes:
        yield f"{FILE}: a default is not among its choices; choose one of them"
