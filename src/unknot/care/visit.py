"""The sheet for a visit: what a person said, where it stands, and what to ask because of it.

Nothing stands on it that the person did not say. A line put but left open is "not sure", never no.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unknot.care.facts import Facts, with_derived
from unknot.knowledge.schema import Group, Knowledge
from unknot.knowledge.visit import Ask, Part, visit
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value


@dataclass(frozen=True)
class Box:
    """One box that has something in it: facts with their answers, then what was not sure."""

    part: Part
    said: Mapping[str, Value]
    unsure: tuple[str, ...]


@dataclass(frozen=True)
class Signs:
    """The danger questions as answered.

    `yes` and `unsure` are facts. `no` are groups with no for every question, `else_no` groups with
    no for every other question (always so where a private one stands), `unasked` those not put yet.
    """

    yes: tuple[str, ...]
    unsure: tuple[str, ...]
    no: tuple[Group, ...]
    else_no: tuple[Group, ...]
    unasked: tuple[Group, ...]


def boxes(facts: Facts, put: frozenset[str], knowledge: Knowledge) -> tuple[Box, ...]:
    """Return the boxes of the sheet that are not empty; `put` are the groups already put."""
    return tuple(
        box for part in visit(knowledge).parts if (box := _box(part, facts, put, knowledge))
    )


def signs(facts: Facts, put: frozenset[str], knowledge: Knowledge) -> Signs:
    """Return the danger questions as answered; private ones are left out everywhere."""
    private = visit(knowledge).private
    groups = knowledge.groups_of("danger")
    open_ = {each.id: _open(each, facts, private) for each in groups}
    yes = {each.id: _yes(each.facts, facts, private) for each in groups}
    asked = [each for each in groups if each.id in put]
    told = [
        each for each in asked if yes[each.id] or open_[each.id] or set(private) & set(each.facts)
    ]
    return Signs(
        yes=tuple(name for each in groups for name in yes[each.id]),
        unsure=tuple(name for each in asked for name in open_[each.id]),
        no=tuple(each for each in asked if each not in told),
        else_no=tuple(each for each in told if _any_no(each, facts, private)),
        unasked=tuple(each for each in groups if each not in asked),
    )


def asks(facts: Facts, knowledge: Knowledge) -> tuple[Ask, ...]:
    """Return what to ask at the visit, those from the person's answers first."""
    known = with_derived(facts, knowledge)
    due = [each for each in visit(knowledge).asks if evaluate(each.when, known) is True]
    anyone = [each for each in due if evaluate(each.when, {}) is True]
    return (*(each for each in due if each not in anyone), *anyone)


def facts_of(part: Part, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the facts that may stand in a box: its own, then those of its groups."""
    groups = (each.facts for each in knowledge.groups if each.id in part.groups)
    return tuple(dict.fromkeys((*part.facts, *(name for facts in groups for name in facts))))


def _box(part: Part, facts: Facts, put: frozenset[str], knowledge: Knowledge) -> Box | None:
    names = [name for name in facts_of(part, knowledge) if name not in visit(knowledge).private]
    said = {name: facts[name] for name in names if _says(facts.get(name))}
    unsure = tuple(
        name
        for name in names
        if knowledge.facts[name].type == "bool"
        and facts.get(name) is None
        and knowledge.facts[name].group in put
    )
    return Box(part, said, unsure) if said or unsure else None


def _says(value: Value | None) -> bool:
    return value is not None and value is not False and value != frozenset()


def _yes(names: Iterable[str], facts: Facts, private: tuple[str, ...]) -> list[str]:
    return [name for name in names if facts.get(name) is True and name not in private]


def _open(group: Group, facts: Facts, private: tuple[str, ...]) -> list[str]:
    return [name for name in group.facts if facts.get(name) is None and name not in private]


def _any_no(group: Group, facts: Facts, private: tuple[str, ...]) -> bool:
    return any(facts.get(name) is False for name in group.facts if name not in private)
