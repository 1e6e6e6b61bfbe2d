"""Forms made from the declared facts: what is shown, and what was sent back. No rule here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unknot.care.facts import Facts
from unknot.knowledge.schema import FactDefinition, Group, Knowledge
from unknot.rules.nodes import Value
from unknot.web.words import say

ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, "unsure": None}


@dataclass(frozen=True)
class Row:
    """One yes/no line. `answer` is yes, no, unsure or "" when nothing was said."""

    fact: str
    label: str
    answer: str


@dataclass(frozen=True)
class Choice:
    id: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One question that is no yes/no line. `kind`: scale, number, choice or choices."""

    fact: str
    label: str
    kind: str
    options: tuple[Choice, ...]
    value: str
    low: int
    high: int
    unit: str
    error: str


@dataclass(frozen=True)
class GroupForm:
    """One fieldset."""

    id: str
    kind: str
    title: str
    hint: str
    rows: tuple[Row, ...]
    none_chosen: bool
    none_words: str
    questions: tuple[Question, ...]
    error: str


@dataclass(frozen=True)
class Reading:
    """What was sent: facts (None = unknown), and what is missing by group or fact."""

    facts: Mapping[str, Value | None]
    errors: Mapping[str, str]


def read(
    sent: Mapping[str, list[str]], groups: tuple[Group, ...], knowledge: Knowledge, language: str
) -> Reading:
    """Return what the person sent for these groups, with an error for each that is incomplete."""
    facts: dict[str, Value | None] = {}
    errors: dict[str, str] = {}
    for group in groups:
        lines, questions = _parts(group, knowledge)
        if lines:
            _read_lines(group, lines, sent, language, facts, errors)
        for definition in questions:
            _read_question(definition, sent.get(f"f-{definition.id}", []), language, facts, errors)
    return Reading(facts, errors)


def _parts(group: Group, knowledge: Knowledge) -> tuple[list[FactDefinition], list[FactDefinition]]:
    asked = [knowledge.facts[name] for name in group.facts if knowledge.facts[name].asked]
    return (
        [each for each in asked if each.type == "bool"],
        [each for each in asked if each.type != "bool"],
    )


def _read_lines(
    group: Group,
    lines: list[FactDefinition],
    sent: Mapping[str, list[str]],
    language: str,
    facts: dict[str, Value | None],
    errors: dict[str, str],
) -> None:
    story = "" if group.kind in ("danger", "short") else "_story"
    given = {each.id: (sent.get(f"f-{each.id}") or [""])[-1] for each in lines}
    none = bool(sent.get(f"none-{group.id}"))
    ticked = "yes" in given.values()
    problem = ""
    if "unsure" in sent:
        problem = "" if all(value in ANSWERS for value in given.values()) else "missing_each"
    elif none and ticked:
        problem = f"both{story}"
    elif not none and not ticked:
        problem = f"missing{story}"
    if problem:
        errors[group.id] = say(language, f"form.{problem}", group=group.title.in_(language))
    for name, value in given.items():
        facts[name] = ANSWERS.get(value, False)


def _read_question(
    definition: FactDefinition,
    given: list[str],
    language: str,
    facts: dict[str, Value | None],
    errors: dict[str, str],
) -> None:
    values = [each.strip() for each in given if each.strip()]
    if not values:
        facts[definition.id] = None
    elif definition.type == "int":
        number = _number(values[-1], definition)
        facts[definition.id] = number
        if number is None:
            errors[definition.id] = say(
                language, "form.number", low=definition.low, high=definition.high
            )
    elif definition.type == "word":
        facts[definition.id] = values[-1] if values[-1] in definition.shape.words else None
    else:
        facts[definition.id] = frozenset(values) & definition.shape.words


def _number(text: str, definition: FactDefinition) -> int | None:
    if not text.isdecimal() or len(text) > 6:
        return None
    low, high = definition.low or 0, definition.high or 0
    return int(text) if low <= int(text) <= high else None


def shown(
    groups: tuple[Group, ...],
    knowledge: Knowledge,
    language: str,
    facts: Facts,
    sent: Mapping[str, list[str]] | None = None,
    errors: Mapping[str, str] | None = None,
) -> tuple[GroupForm, ...]:
    """Return the fieldsets, filled from what was sent, else from what is known."""
    return tuple(_group(group, knowledge, language, facts, sent, errors or {}) for group in groups)


def _group(
    group: Group,
    knowledge: Knowledge,
    language: str,
    facts: Facts,
    sent: Mapping[str, list[str]] | None,
    errors: Mapping[str, str],
) -> GroupForm:
    lines, questions = _parts(group, knowledge)
    story = "none" if group.kind in ("danger", "short") else "none_story"
    return GroupForm(
        id=group.id,
        kind=group.kind,
        title=group.title.in_(language),
        hint=group.hint.in_(language) if group.hint else "",
        rows=tuple(Row(e.id, e.label.in_(language), _answer(e.id, facts, sent)) for e in lines),
        none_chosen=_none_chosen(group, lines, facts, sent),
        none_words=say(language, f"form.{story}"),
        questions=tuple(
            question(each, language, facts, sent, errors.get(each.id, "")) for each in questions
        ),
        error=errors.get(group.id, ""),
    )


def _answer(fact: str, facts: Facts, sent: Mapping[str, list[str]] | None) -> str:
    if sent is not None:
        return (sent.get(f"f-{fact}") or [""])[-1]
    return {True: "yes", False: "no"}.get(facts[fact] is True) or "" if fact in facts else ""


def _none_chosen(
    group: Group, lines: list[FactDefinition], facts: Facts, sent: Mapping[str, list[str]] | None
) -> bool:
    if sent is not None:
        return bool(sent.get(f"none-{group.id}"))
    return bool(lines) and all(facts.get(each.id) is False for each in lines)


def question(
    definition: FactDefinition,
    language: str,
    facts: Facts,
    sent: Mapping[str, list[str]] | None = None,
    error: str = "",
) -> Question:
    """Return one question, filled."""
    chosen = tuple(_chosen(definition, facts, sent))
    scale = definition.unit == "score"
    kinds = {"int": "scale" if scale else "number", "word": "choice", "words": "choices"}
    options = (
        tuple(Choice(str(n), str(n), str(n) in chosen) for n in range(11))
        if scale
        else tuple(
            Choice(each.id, each.words.in_(language), each.id in chosen)
            for each in definition.options
        )
    )
    return Question(
        fact=definition.id,
        label=definition.label.in_(language),
        kind=kinds[definition.type],
        options=options,
        value=chosen[0] if chosen else "",
        low=definition.low or 0,
        high=definition.high or 0,
        unit=say(language, f"unit.{definition.unit or 'count'}"),
        error=error,
    )


def _chosen(
    definition: FactDefinition, facts: Facts, sent: Mapping[str, list[str]] | None
) -> Iterator[str]:
    if sent is not None:
        yield from (each for each in sent.get(f"f-{definition.id}", []) if each)
    elif definition.id in facts:
        value = facts[definition.id]
        yield from sorted(value) if isinstance(value, frozenset) else [str(value)]
