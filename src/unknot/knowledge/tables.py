"""Entries of the content files to typed rows. Each reader refuses what it does not know."""

from collections.abc import Collection, Mapping
from typing import Literal, cast

from unknot.knowledge.read import Both, ContentError, Entry
from unknot.knowledge.schema import (
    GROUP_KINDS,
    MEASURE_KINDS,
    SOURCE_KINDS,
    STRENGTHS,
    UNITS,
    URGENCIES,
    Cause,
    Combination,
    Derived,
    Evidence,
    FactDefinition,
    Grounds,
    Group,
    GroupKind,
    Measure,
    Option,
    ReliefRow,
    Return,
    Source,
    TherapyRow,
    TriageRow,
    Unlock,
    Urgency,
)
from unknot.rules.nodes import Literal as Constant
from unknot.rules.nodes import Node
from unknot.rules.parse import ConditionError, FactType, Shape, parse

Shapes = Mapping[str, Shape]


def read_source(entry: Entry) -> Source:
    """Return one source; a link may be `none` only for general knowledge and seeds."""
    identifier = entry.identifier()
    kind = entry.choice("kind", SOURCE_KINDS)
    link = entry.text("link")
    if link == "none" and kind not in ("general-knowledge", "seed"):
        entry.fail("found no link", "give the address of the document", "link")
    source = Source(
        id=identifier,
        citation=_citation(entry),
        link=None if link == "none" else link,
        kind=kind,
        strength=entry.choice("strength", STRENGTHS),
        country=entry.text("country"),
        year=entry.integer("year") if entry.has("year") else None,
        licence=entry.text("licence"),
        read_on=entry.day("read_on"),
        review_by=entry.day("review_by"),
    )
    entry.taken.add("year")
    entry.done()
    return source


def _citation(entry: Entry) -> Both:
    try:
        text = entry.text("citation")
    except ContentError:
        return entry.both("citation")
    return Both(text, text)


def read_group(entry: Entry) -> Group:
    """Return one group of facts, still empty: its facts are joined when all are read."""
    group = Group(
        id=entry.identifier(),
        kind=cast(GroupKind, entry.choice("kind", GROUP_KINDS)),
        page=entry.text("page"),
        order=entry.integer("order"),
        title=entry.both("title"),
        hint=entry.maybe_both("hint"),
    )
    entry.done()
    return group


def read_fact(entry: Entry) -> FactDefinition:
    """Return one fact; integers need a range, words need options."""
    identifier = entry.identifier()
    kind = cast(FactType, entry.choice("type", ("bool", "int", "word", "words")))
    low, high = _range(entry) if kind == "int" else (None, None)
    options = _options(entry) if kind in ("word", "words") else ()
    fact = FactDefinition(
        id=identifier,
        group=entry.text("group"),
        type=kind,
        label=entry.both("label"),
        low=low,
        high=high,
        unit=entry.choice("unit", UNITS) if entry.has("unit") else None,
        options=options,
        say=entry.maybe_both("say"),
        asked=entry.truth("asked", default=True),
        sources=entry.texts("sources", default=()),
    )
    entry.done()
    return fact


def _range(entry: Entry) -> tuple[int, int]:
    numbers = entry.integers("range")
    if len(numbers) != 2 or numbers[0] >= numbers[1]:
        entry.fail(f"found {list(numbers)}", "write the range as [low, high]", "range")
    return numbers[0], numbers[1]


def _options(entry: Entry) -> tuple[Option, ...]:
    options = []
    for each in entry.entries("options"):
        identifier = each.identifier()
        options.append(Option(identifier, Both(each.text("en"), each.text("fr"))))
        each.done()
    if not options or len({each.id for each in options}) != len(options):
        entry.fail("found no options or one twice", "list each option once", "options")
    return tuple(options)


def read_derived(entry: Entry) -> Derived:
    """Return one derived fact."""
    derived = Derived(
        id=entry.identifier(),
        at_least=entry.integer("at_least"),
        of=entry.texts("of"),
        label=entry.both("label"),
    )
    if not 1 <= derived.at_least <= len(derived.of):
        entry.fail(f"found at_least {derived.at_least}", "write 1 up to the number of facts", "of")
    entry.done()
    return derived


def condition(entry: Entry, key: str, shapes: Shapes) -> Node:
    """Return the condition in a field, its errors naming file, line and row."""
    try:
        return parse(entry.text(key), shapes, entry.where(key))
    except ConditionError as error:
        raise ContentError(str(error)) from None


def read_grounds(entry: Entry) -> Grounds:
    """Return what a row rests on; a row without a source is refused."""
    sources = entry.texts("sources")
    if not sources:
        entry.fail("found no source", "name at least one source id", "sources")
    return Grounds(
        sources=sources,
        hazards=entry.texts("hazards", default=()),
        rows=entry.texts("rows", default=()),
        conflicts=entry.texts("conflicts", default=()),
        review=entry.text("review") if entry.has("review") else None,
    )


def declared_grounds(entry: Entry, sources: Collection[str]) -> Grounds:
    """Return what an entry rests on; a source that is not among `sources` is refused."""
    found = read_grounds(entry)
    for source in found.sources:
        if source not in sources:
            entry.fail(f"undeclared source {source!r}", "declare it in sources/", "sources")
    return found


def read_triage_row(entry: Entry, shapes: Shapes) -> TriageRow:
    """Return one triage row; `unsure` is one level under `then` unless written."""
    identifier = entry.identifier()
    then = cast(Urgency, entry.choice("then", URGENCIES[1:]))
    below = URGENCIES[max(1, URGENCIES.index(then) - 1)]
    unsure = cast(Urgency, entry.choice("unsure", URGENCIES[1:], default=below))
    if URGENCIES.index(unsure) > URGENCIES.index(then):
        entry.fail(f"found {unsure!r} over {then!r}", "write at most the urgency of then", "unsure")
    row = TriageRow(
        id=identifier,
        when=condition(entry, "when", shapes),
        condition=entry.text("when"),
        then=then,
        unsure=unsure,
        suspect=entry.text("suspect"),
        because=entry.both("because"),
        advice=entry.maybe_both("advice"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return row


def read_measure(entry: Entry, shapes: Shapes) -> Measure:
    """Return one relief measure; without `unless` nothing gates it."""

    def number(key: str) -> int | None:
        return entry.integer(key) if key in entry.values else None

    measure = Measure(
        id=entry.identifier(),
        kind=entry.choice("kind", MEASURE_KINDS),
        when_to=cast(
            Literal["hour", "two-days", "both"],
            entry.choice("when_to", ("hour", "two-days", "both")),
        ),
        icon=entry.text("icon") if "icon" in entry.values else None,
        title=entry.both("title"),
        how=entry.boths("how"),
        timer_minutes=number("timer_minutes"),
        max_minutes=number("max_minutes"),
        min_hours_between=number("min_hours_between"),
        stop_if=entry.maybe_both("stop_if"),
        figure=entry.text("figure") if "figure" in entry.values else None,
        sequence=entry.texts("sequence", default=()),
        pause_minutes=number("pause_minutes"),
        unless=_gate(entry, shapes),
        sources=entry.texts("sources"),
    )
    entry.done()
    return measure


def read_relief_row(entry: Entry, shapes: Shapes) -> ReliefRow:
    """Return one relief row; without `unless` nothing gates it."""
    row = ReliefRow(
        id=entry.identifier(),
        when=condition(entry, "when", shapes),
        unless=_gate(entry, shapes),
        measure=entry.text("measure"),
        because=entry.both("because"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return row


def _gate(entry: Entry, shapes: Shapes) -> Node:
    return condition(entry, "unless", shapes) if "unless" in entry.values else Constant(False)


def read_combination(entry: Entry) -> Combination:
    """Return two or more things that must not meet."""
    combination = Combination(
        id=entry.identifier(),
        these=entry.texts("these"),
        others=entry.texts("with", default=()),
        hours_apart=entry.integer("hours_apart") if "hours_apart" in entry.values else None,
        because=entry.both("because"),
        grounds=read_grounds(entry),
    )
    if len({*combination.these, *combination.others}) < 2:
        entry.fail("found fewer than two things", "name at least two", "these")
    entry.done()
    return combination


def read_unlock(entry: Entry, shapes: Shapes) -> Unlock:
    """Return what must be over before something that waits is offered."""
    unlock = Unlock(
        id=entry.identifier(),
        when=condition(entry, "when", shapes),
        measures=entry.texts("measures", default=()),
        from_day=entry.integer("from_day") if "from_day" in entry.values else None,
        text=entry.both("text"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return unlock


def read_return(entry: Entry, shapes: Shapes) -> Return:
    """Return one "when to come back" line."""
    back = Return(
        id=entry.identifier(),
        after_hours=entry.integer("after_hours"),
        when=condition(entry, "when", shapes) if "when" in entry.values else None,
        text=entry.both("text"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return back


def read_cause(entry: Entry, shapes: Shapes) -> Cause:
    """Return one cause with what speaks for and against it."""
    cause = Cause(
        id=entry.identifier(),
        title=entry.both("title"),
        mechanism=entry.both("mechanism"),
        how_common=entry.both("how_common"),
        regions=entry.texts("regions"),
        base=entry.integer("base"),
        for_=tuple(_evidence(each, shapes) for each in entry.entries("for")),
        against=tuple(_evidence(each, shapes) for each in entry.entries("against")),
        never_zero=entry.truth("never_zero"),
        what_would_change=entry.both("what_would_change"),
        what_to_do=entry.both("what_to_do"),
        grounds=read_grounds(entry),
    )
    if not 0 <= cause.base <= 3:
        entry.fail(f"found base {cause.base}", "write 0 to 3", "base")
    entry.done()
    return cause


def read_therapy_row(entry: Entry, shapes: Shapes) -> TherapyRow:
    """Return one row about physical therapy."""
    row = TherapyRow(
        id=entry.identifier(),
        when=condition(entry, "when", shapes),
        says=cast(Literal["for", "against"], entry.choice("says", ("for", "against"))),
        words=entry.both("words"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return row


def _evidence(entry: Entry, shapes: Shapes) -> Evidence:
    evidence = Evidence(
        when=condition(entry, "when", shapes),
        weight=entry.integer("weight"),
        words=entry.both("words"),
    )
    if not 1 <= evidence.weight <= 3:
        entry.fail(f"found weight {evidence.weight}", "write 1 to 3", "weight")
    entry.done()
    return evidence
