"""What professionals offer, and who must not have it: shapes and readers of `options.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entry, read_file
from unknot.knowledge.schema import STRENGTHS, Grounds, Knowledge
from unknot.knowledge.tables import Shapes, condition, read_grounds
from unknot.rules.nodes import Node

DECIDES = ("person", "doctor")
GATES = ("stop", "unanswered", "doubt")


@dataclass(frozen=True)
class Exclusion:
    """A reason why an option is not for this person now; it counts unless known to be false."""

    id: str
    when: Node
    because: Both


@dataclass(frozen=True)
class ProfessionalOption:
    """One treatment that somebody else gives. `strength` is that of what `evidence` says.

    `decides` is who may bring it up: what only a doctor may propose is never open.
    """

    id: str
    kind: str
    decides: Literal["person", "doctor"]
    title: Both
    what: tuple[Both, ...]
    evidence: Both
    strength: str
    tell: Both | None
    unless: tuple[str, ...]
    grounds: Grounds


@dataclass(frozen=True)
class Options:
    """Everything of the page of options. Maps are by id, in the order of the file.

    `gate` says why nothing is open: `stop`, `unanswered` or `doubt` about a danger sign.
    """

    gate: Mapping[str, Both]
    kinds: Mapping[str, Both]
    exclusions: Mapping[str, Exclusion]
    options: Mapping[str, ProfessionalOption]


@Once
def options(knowledge: Knowledge) -> Options:
    """Return the options; read once for each content hash.

    Raises ContentError with every problem found.
    """
    entry = as_entry(read_file(ROOT / "options.yaml", ROOT), "options.yaml")
    return options_from(entry, knowledge)


def options_from(entry: Entry, knowledge: Knowledge) -> Options:
    """Return the options in one mapping, their facts and sources declared in `knowledge`."""
    problems = Problems()
    gate = entry.entry("gate")
    content = Options(
        gate={state: gate.both(state) for state in GATES},
        kinds=dict(_kind(each) for each in entry.entries("kinds")),
        exclusions=problems.by_id(
            entry.entries("exclusions"), lambda each: read_exclusion(each, knowledge.shapes)
        ),
        options=problems.by_id(entry.entries("options"), read_option),
    )
    for each in (gate, entry):
        each.done()
    problems.found.extend(dangling(content, knowledge))
    problems.raise_any()
    return content


def read_exclusion(entry: Entry, shapes: Shapes) -> Exclusion:
    """Return one exclusion."""
    exclusion = Exclusion(
        entry.identifier(), condition(entry, "when", shapes), entry.both("because")
    )
    entry.done()
    return exclusion


def read_option(entry: Entry) -> ProfessionalOption:
    """Return one option."""
    option = ProfessionalOption(
        id=entry.identifier(),
        kind=entry.text("kind"),
        decides=cast(
            Literal["person", "doctor"], entry.choice("decides", DECIDES, default="person")
        ),
        title=entry.both("title"),
        what=tuple(_both(each) for each in entry.entries("what")),
        evidence=entry.both("evidence"),
        strength=entry.choice("strength", STRENGTHS),
        tell=entry.maybe_both("tell"),
        unless=entry.texts("unless", default=()),
        grounds=read_grounds(entry),
    )
    entry.done()
    return option


def dangling(content: Options, knowledge: Knowledge) -> Iterator[str]:
    """Yield a problem for every name that points at nothing, and for exclusions nobody uses."""
    used = {name for option in content.options.values() for name in option.unless}
    for option in content.options.values():
        if option.kind not in content.kinds:
            yield f"option {option.id}: kind {option.kind!r} is not listed; add it to kinds"
        for name in option.unless:
            if name not in content.exclusions:
                yield f"option {option.id}: {name!r} is no exclusion; mend the id or add it"
        for source in option.grounds.sources:
            if source not in knowledge.sources:
                yield f"option {option.id}: source {source!r} is not declared; add it"
    for name in content.exclusions:
        if name not in used:
            yield f"exclusion {name}: no option uses it; use it or remove it"


def _kind(entry: Entry) -> tuple[str, Both]:
    return entry.identifier(), _both(entry)


def _both(entry: Entry) -> Both:
    entry.taken.add("id")
    both = Both(entry.text("en"), entry.text("fr"))
    entry.done()
    return both
