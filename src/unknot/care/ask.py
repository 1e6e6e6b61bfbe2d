"""What to ask next. It falls out of the logic: the first page, in clinical order, with a question
whose answer can still change the outcome.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from unknot.care.facts import Facts, with_derived
from unknot.care.relief import gate
from unknot.care.triage import gate_truths
from unknot.knowledge.schema import URGENCIES, Group, Knowledge
from unknot.rules.evaluate import Truth, residual
from unknot.rules.explain import Language
from unknot.rules.nodes import Node, facts_in

Purpose = Literal["triage", "relief", "programme"]
KINDS = ("danger", "story", "profile")


@dataclass(frozen=True)
class Page:
    """Groups that are put to the person together."""

    id: str
    groups: tuple[Group, ...]


def next_page(facts: Facts, knowledge: Knowledge, purpose: Purpose = "programme") -> Page | None:
    """Return the next page of questions, or None when no answer can change the outcome any more.

    `triage` asks what the urgency needs, `relief` also what the first hour needs, `programme` also
    what the weeks ahead need. A page is put whole, so that nobody meets it twice. Groups named in
    the fact `asked_groups` were put already: what is unknown in them is not asked again.
    """
    can_matter = relevant(facts, knowledge, purpose)
    if not can_matter:
        return None
    for page in pages(knowledge):
        if any(open_facts(group, facts, knowledge) & can_matter for group in page.groups):
            on_page = relevant(facts, knowledge, "programme")
            wanted = (g for g in page.groups if open_facts(g, facts, knowledge) & on_page)
            return Page(page.id, tuple(wanted))
    return None


def pages(knowledge: Knowledge, *kinds: str) -> tuple[Page, ...]:
    """Return every page of these kinds, in the order of its first group."""
    by_page: dict[str, list[Group]] = {}
    for group in knowledge.groups_of(*(kinds or KINDS)):
        by_page.setdefault(group.page, []).append(group)
    return tuple(Page(page, tuple(groups)) for page, groups in by_page.items())


def open_facts(group: Group, facts: Facts, knowledge: Knowledge) -> frozenset[str]:
    """Return the facts of a group that are unanswered and were not put to the person yet."""
    put = facts.get("asked_groups", frozenset())
    assert isinstance(put, frozenset)
    if group.id in put:
        return frozenset()
    return frozenset(
        name for name in group.facts if facts.get(name) is None and knowledge.facts[name].asked
    )


def relevant(facts: Facts, knowledge: Knowledge, purpose: Purpose) -> frozenset[str]:
    """Return the unanswered facts that can still change the outcome for this purpose."""
    known = with_derived(facts, knowledge)
    truths = gate_truths(facts, knowledge, "full")
    level = _level(knowledge, truths)
    found = set(_open_facts(_triage_conditions(knowledge, truths, level), known, knowledge))
    if level == URGENCIES.index("self-care"):
        found.update(name for name in knowledge.danger_facts if facts.get(name) is None)
    if level <= URGENCIES.index("appointment"):
        if purpose != "triage":
            found.update(_open_facts(_relief_conditions(knowledge), known, knowledge))
        if purpose == "programme":
            groups = knowledge.groups_of("story", "profile")
            found.update(
                name for group in groups for name in group.facts if facts.get(name) is None
            )
    return frozenset(found)


def _level(knowledge: Knowledge, truths: tuple[Truth, ...]) -> int:
    rows = zip(knowledge.full_rows, truths, strict=True)
    return max((URGENCIES.index(row.then) for row, truth in rows if truth), default=0)


def _triage_conditions(
    knowledge: Knowledge, truths: tuple[Truth, ...], level: int
) -> Iterator[Node]:
    for row, truth in zip(knowledge.full_rows, truths, strict=True):
        if truth is None and URGENCIES.index(row.then) > level:
            yield row.when


def _relief_conditions(knowledge: Knowledge) -> Iterator[Node]:
    for row in knowledge.relief:
        yield row.when
        yield gate(row, knowledge)


def _open_facts(conditions: Iterator[Node], known: Facts, knowledge: Knowledge) -> Iterator[str]:
    derived = {each.id: each.of for each in knowledge.derived}
    for condition in conditions:
        for name in facts_in(residual(condition, known)):
            yield from (each for each in derived.get(name, (name,)) if known.get(each) is None)


def to_json(page: Page | None, knowledge: Knowledge, language: Language) -> dict[str, Any] | None:
    """Return a page as JSON data: each group with its facts in words, or None."""
    if page is None:
        return None
    return {"page": page.id, "groups": [_group(each, knowledge, language) for each in page.groups]}


def _group(group: Group, knowledge: Knowledge, language: Language) -> dict[str, Any]:
    asked = (knowledge.facts[name] for name in group.facts if knowledge.facts[name].asked)
    return {
        "id": group.id,
        "title": group.title.in_(language),
        "facts": {each.id: each.label.in_(language) for each in asked},
    }
