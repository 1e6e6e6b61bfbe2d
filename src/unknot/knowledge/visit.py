"""The sheet for a visit: which answers stand where, what to ask, what may happen, the request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entry, read_file
from unknot.knowledge.schema import Grounds, Knowledge
from unknot.knowledge.tables import Shapes, condition, read_grounds
from unknot.rules.nodes import Literal, Node

VALUE = "{value}"


@dataclass(frozen=True)
class Part:
    """One box of the sheet: its heading, and the facts and whole groups that may stand in it."""

    id: str
    title: Both
    facts: tuple[str, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """One question for the visit; asked when `when` holds, or by anyone when it is `true`."""

    id: str
    when: Node
    says: Both
    grounds: Grounds


@dataclass(frozen=True)
class Step:
    """One thing that may happen at the visit, in order."""

    id: str
    title: Both
    says: Both
    grounds: Grounds


@dataclass(frozen=True)
class Sentence:
    """One sentence of the request; with `fact`, its answer stands in the place of {value}."""

    id: str
    fact: str | None
    says: Both


@dataclass(frozen=True)
class Visit:
    """Everything the sheet knows.

    `private` facts are never put on paper; `left_out` are of no use to a doctor.
    """

    private: tuple[str, ...]
    left_out: tuple[str, ...]
    parts: tuple[Part, ...]
    lines: Mapping[str, Both]
    asks: tuple[Ask, ...]
    steps: tuple[Step, ...]
    referral: tuple[Sentence, ...]


@Once
def visit(knowledge: Knowledge) -> Visit:
    """Return the sheet's content; read once for each content hash.

    Raises ContentError with every problem found.
    """
    entry = as_entry(read_file(ROOT / "visit.yaml", ROOT), "visit.yaml")
    return visit_from(entry, knowledge)


def visit_from(entry: Entry, knowledge: Knowledge) -> Visit:
    """Return the content in one mapping, its facts and sources declared in `knowledge`."""
    problems = Problems()
    content = Visit(
        private=entry.texts("private"),
        left_out=entry.texts("left_out"),
        parts=tuple(problems.by_id(entry.entries("parts"), read_part).values()),
        lines=dict(problems.each(entry.entries("lines"), read_line)),
        asks=tuple(
            problems.by_id(
                entry.entries("asks"), lambda each: read_ask(each, knowledge.shapes)
            ).values()
        ),
        steps=tuple(problems.by_id(entry.entries("steps"), read_step).values()),
        referral=tuple(problems.by_id(entry.entries("referral"), read_sentence).values()),
    )
    entry.done()
    problems.found.extend(dangling(content, knowledge))
    problems.raise_any()
    return content


def read_part(entry: Entry) -> Part:
    """Return one box of the sheet."""
    part = Part(
        id=entry.identifier(),
        title=entry.both("title"),
        facts=entry.texts("facts"),
        groups=entry.texts("groups", default=()),
    )
    entry.done()
    return part


def read_line(entry: Entry) -> tuple[str, Both]:
    """Return a fact and how its answer is put; the words must hold {value}."""
    line = entry.identifier("fact"), entry.both("says")
    if not _has_value(line[1]):
        entry.fail("found no {value}", "say where the answer stands", "says")
    entry.done()
    return line


def read_ask(entry: Entry, shapes: Shapes) -> Ask:
    """Return one question for the visit."""
    ask = Ask(
        id=entry.identifier(),
        when=condition(entry, "when", shapes) if "when" in entry.values else Literal(True),
        says=entry.both("says"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return ask


def read_step(entry: Entry) -> Step:
    """Return one thing that may happen."""
    step = Step(entry.identifier(), entry.both("title"), entry.both("says"), read_grounds(entry))
    entry.done()
    return step


def read_sentence(entry: Entry) -> Sentence:
    """Return one sentence of the request; {value} and a fact come together."""
    sentence = Sentence(
        id=entry.identifier(),
        fact=entry.text("fact") if "fact" in entry.values else None,
        says=entry.both("says"),
    )
    if _has_value(sentence.says) != (sentence.fact is not None):
        entry.fail("found {value} or a fact without the other", "write both or none", "says")
    entry.done()
    return sentence


def dangling(content: Visit, knowledge: Knowledge) -> Iterator[str]:
    """Yield a problem for every name that points at nothing."""
    named = [*content.private, *content.left_out, *content.lines]
    named += [fact for part in content.parts for fact in part.facts]
    named += [each.fact for each in content.referral if each.fact]
    groups = {each.id for each in knowledge.groups}
    for part in content.parts:
        for group in part.groups:
            if group not in groups:
                yield f"visit.yaml: part {part.id}: {group!r} is no group; mend the id"
    for fact in named:
        if fact not in knowledge.facts:
            yield f"visit.yaml: {fact!r} is no fact; mend the id"
    rows: tuple[Ask | Step, ...] = (*content.asks, *content.steps)
    for each in rows:
        for source in each.grounds.sources:
            if source not in knowledge.sources:
                yield f"{each.id}: the source {source!r} is not declared; add it to sources/"


def _has_value(text: Both) -> bool:
    return VALUE in text.en and VALUE in text.fr
