"""The typed shapes of what is known: sources, facts, groups, and the rows of the decision tables.

Reading of exercises and programmes stands in `exercise_schema`. Every reader takes an Entry and
refuses what it does not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from unknot.knowledge.read import Both
from unknot.rules.code import Reading, reading
from unknot.rules.nodes import Node, Or, facts_in
from unknot.rules.parse import FactType, Shape

Urgency = Literal["self-care", "appointment", "same-day", "emergency"]
URGENCIES: tuple[Urgency, ...] = ("self-care", "appointment", "same-day", "emergency")
GroupKind = Literal["danger", "short", "story", "profile", "medicine", "session"]
GROUP_KINDS: tuple[GroupKind, ...] = (
    "danger",
    "short",
    "story",
    "profile",
    "medicine",
    "session",
)
SOURCE_KINDS = (
    "guideline",
    "trial",
    "review",
    "label",
    "seed",
    "textbook",
    "general-knowledge",
    "standard",
    "survey",
    "law",
)
STRENGTHS = ("strong", "moderate", "weak", "opinion")
UNITS = ("score", "years", "days", "minutes", "hours", "count")
MEASURE_KINDS = (
    "cold",
    "warmth",
    "bath",
    "routine",
    "movement",
    "position",
    "breathing",
    "relaxation",
    "massage",
    "device",
    "medicine",
    "food",
    "rest",
    "other",
)


@dataclass(frozen=True)
class Source:
    """A document something rests on. `read_on` is when its stored copy was last read."""

    id: str
    citation: Both
    link: str | None
    kind: str
    strength: str
    country: str
    year: int | None
    licence: str
    read_on: date
    review_by: date


@dataclass(frozen=True)
class Option:
    id: str
    words: Both


@dataclass(frozen=True)
class FactDefinition:
    """One thing that can be asked. `low` and `high` bound integers, in `unit`."""

    id: str
    group: str
    type: FactType
    label: Both
    low: int | None = None
    high: int | None = None
    unit: str | None = None
    options: tuple[Option, ...] = ()
    say: Both | None = None
    asked: bool = True
    sources: tuple[str, ...] = ()

    @cached_property
    def shape(self) -> Shape:
        """Return what the rule language needs to know of this fact."""
        return Shape(self.type, frozenset(each.id for each in self.options), self.low, self.high)


@dataclass(frozen=True)
class Derived:
    """A three-valued count: true when at least `at_least` of the yes/no facts `of` are true."""

    id: str
    at_least: int
    of: tuple[str, ...]
    label: Both


@dataclass(frozen=True)
class Group:
    """Facts asked together, as one fieldset. Groups that share `page` are shown together."""

    id: str
    kind: GroupKind
    page: str
    order: int
    title: Both
    hint: Both | None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grounds:
    """What any statement rests on, and who should look at it again."""

    sources: tuple[str, ...]
    hazards: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    review: str | None = None


@dataclass(frozen=True)
class TriageRow:
    """If `when` holds, the urgency is at least `then`; if it stays unknown, at least `unsure`."""

    id: str
    when: Node
    condition: str
    then: Urgency
    unsure: Urgency
    suspect: str
    because: Both
    advice: Both | None
    grounds: Grounds


@dataclass(frozen=True)
class Measure:
    """One thing a person can do for relief. Times in minutes and hours.

    `unless` is its gate, whichever row offers it. `sequence` names the measures it is made of, one
    after the other with `pause_minutes` between.
    """

    id: str
    kind: str
    when_to: Literal["hour", "two-days", "both"]
    icon: str | None
    title: Both
    how: tuple[Both, ...]
    timer_minutes: int | None
    max_minutes: int | None
    min_hours_between: int | None
    stop_if: Both | None
    figure: str | None
    sequence: tuple[str, ...]
    pause_minutes: int | None
    unless: Node
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Combination:
    """What must not meet: each of `these` with each of `others`, or any two of `these`.

    `hours_apart` stands when waiting is enough.
    """

    id: str
    these: tuple[str, ...]
    others: tuple[str, ...]
    hours_apart: int | None
    because: Both
    grounds: Grounds


@dataclass(frozen=True)
class Unlock:
    """What must be over before a gate opens, in words. `from_day` counts from the first pain day.

    Without `measures` it speaks for every measure whose gate the facts of `when` close.
    """

    id: str
    when: Node
    measures: tuple[str, ...]
    from_day: int | None
    text: Both
    grounds: Grounds


@dataclass(frozen=True)
class ReliefRow:
    """Offers `measure` when `when` holds and both gates, its own and the measure's, are false."""

    id: str
    when: Node
    unless: Node
    measure: str
    because: Both
    grounds: Grounds


@dataclass(frozen=True)
class Return:
    """When to come back or see someone; `after_hours` from the first answer."""

    id: str
    after_hours: int
    when: Node | None
    text: Both
    grounds: Grounds


@dataclass(frozen=True)
class Evidence:
    """One answer that speaks for or against a cause; weight 1 (little) to 3 (much)."""

    when: Node
    weight: int
    words: Both


@dataclass(frozen=True)
class Cause:
    """A likely contributor, never a diagnosis. `base` 0–3: how well it fits before any answer."""

    id: str
    title: Both
    mechanism: Both
    how_common: Both
    regions: tuple[str, ...]
    base: int
    for_: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    never_zero: bool
    what_would_change: Both
    what_to_do: Both
    grounds: Grounds


@dataclass(frozen=True)
class TherapyRow:
    """One answer that speaks for physical therapy or against it; never a verdict."""

    id: str
    when: Node
    says: Literal["for", "against"]
    words: Both
    grounds: Grounds


@dataclass(frozen=True)
class Knowledge:
    """Everything that is known, checked, with the hash stamped on each decision."""

    content_hash: str
    sources: Mapping[str, Source]
    groups: tuple[Group, ...]
    facts: Mapping[str, FactDefinition]
    derived: tuple[Derived, ...]
    suspects: Mapping[str, Both]
    triage: tuple[TriageRow, ...]
    measures: Mapping[str, Measure]
    relief: tuple[ReliefRow, ...]
    returns: tuple[Return, ...]
    things: Mapping[str, Both]
    combinations: tuple[Combination, ...]
    unlocks: tuple[Unlock, ...]
    causes: tuple[Cause, ...]
    therapy: tuple[TherapyRow, ...]

    def label(self, fact: str, language: str) -> str:
        """Return how a fact is put to a person."""
        if fact in self.facts:
            return self.facts[fact].label.in_(language)
        return next((d.label.in_(language) for d in self.derived if d.id == fact), fact)

    def option(self, fact: str, word: str, language: str) -> str:
        """Return the words of one option of a fact."""
        for each in self.facts[fact].options if fact in self.facts else ():
            if each.id == word:
                return each.words.in_(language)
        return word

    def groups_of(self, *kinds: str) -> tuple[Group, ...]:
        """Return the groups of these kinds in clinical order."""
        return tuple(each for each in self.groups if each.kind in kinds)

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """Return what the rule language knows of every fact, derived ones included."""
        asked = {each.id: each.shape for each in self.facts.values()}
        return asked | {each.id: Shape("bool") for each in self.derived}

    @cached_property
    def short_rows(self) -> tuple[TriageRow, ...]:
        """Return the triage rows of the short gate: those that name a fact of a short group."""
        short = {fact for group in self.groups_of("short") for fact in group.facts}
        return tuple(row for row in self.triage if facts_in(row.when) & short)

    @cached_property
    def full_rows(self) -> tuple[TriageRow, ...]:
        """Return the triage rows of the full gate: all that are not of the short one."""
        return tuple(row for row in self.triage if row not in self.short_rows)

    @cached_property
    def full_truths(self) -> Reading:
        """Return what reads every condition of the full gate at once, in the order of its rows."""
        return reading([row.when for row in self.full_rows], self.counts)

    @cached_property
    def short_truths(self) -> Reading:
        """Return the same for the short gate."""
        return reading([row.when for row in self.short_rows], self.counts)

    @cached_property
    def cause_truths(self) -> Reading:
        """Return the same for the evidence of every cause: for, then against, cause by cause."""
        evidence = (each for cause in self.causes for each in (*cause.for_, *cause.against))
        return reading([each.when for each in evidence], self.counts)

    @cached_property
    def relief_truths(self) -> Reading:
        """Return the same for the relief rows: when, then the whole gate, row by row."""
        pairs = ((row.when, self.gate(row)) for row in self.relief)
        return reading([each for pair in pairs for each in pair], self.counts)

    def gate(self, row: ReliefRow) -> Node:
        """Return the whole gate of a row: its own and that of the measure, whoever offers it."""
        return Or((row.unless, self.measures[row.measure].unless))

    @cached_property
    def counts(self) -> dict[str, tuple[int, tuple[str, ...]]]:
        """Return the derived facts as the rule language takes them: at_least, facts counted."""
        return {each.id: (each.at_least, each.of) for each in self.derived}

    @cached_property
    def short_facts(self) -> tuple[str, ...]:
        """Return every fact of the short checklists."""
        return tuple(fact for group in self.groups_of("short") for fact in group.facts)

    @cached_property
    def danger_facts(self) -> tuple[str, ...]:
        """Return every fact of the danger checklists: all must be answered before self-care."""
        return tuple(fact for group in self.groups_of("danger") for fact in group.facts)
