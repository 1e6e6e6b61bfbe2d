"""Reads the content from disk and refuses it as a whole when anything in it is wrong."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from unknot.knowledge import tables
from unknot.knowledge.read import Both, ContentError, Entry, as_entries, as_entry, read_file
from unknot.knowledge.schema import Cause, FactDefinition, Group, Knowledge, Option
from unknot.rules.parse import Shape

ROOT = Path(__file__).parent
RELIEF = ("measures", "rows", "returns", "things", "combinations", "unlocks")


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Kind = TypeVar("Kind")
Named = TypeVar("Named", bound=Identified)


class Problems:
    """Collects what is wrong over all files, so that one run names everything."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.lines: dict[str, str] = {}

    def each(self, entries: Iterable[Entry], read: Callable[[Entry], Kind]) -> list[Kind]:
        """Return what could be read; what could not is remembered."""
        good: list[Kind] = []
        for entry in entries:
            try:
                good.append(read(entry))
            except ContentError as error:
                self.found.append(str(error))
        return good

    def by_id(self, entries: Iterable[Entry], read: Callable[[Entry], Named]) -> dict[str, Named]:
        """Return what was read by id; an id that stands twice is a problem."""
        result: dict[str, Named] = {}
        lines: dict[str, Entry] = {}
        for entry in entries:
            for thing in self.each([entry], read):
                if thing.id in result:
                    first = lines[thing.id]
                    self.found.append(
                        f"{entry.file}:{entry.line}: the id {thing.id!r} stands already at "
                        f"{first.file}:{first.line}; ids are used once, choose another"
                    )
                result[thing.id], lines[thing.id] = thing, entry
                self.lines[thing.id] = f"{entry.file}:{entry.line}"
        return result

    def place(self, problems: Iterable[str]) -> None:
        """Remember problems that begin with an id, each with the file and line where it stands."""
        for problem in problems:
            head = problem.partition(": ")[0]
            name = Path(head).stem if "/" in head else head.rpartition(" ")[2]
            at = self.lines.get(name)
            self.found.append(f"{at}: {problem}" if at else problem)

    def raise_any(self) -> None:
        """Raise a ContentError with every problem found, one a line."""
        if self.found:
            raise ContentError("\n".join(self.found))


@cache
def load() -> Knowledge:
    """Return the product's own content. Raises ContentError with every problem found."""
    return load_from(ROOT)


def load_from(root: Path) -> Knowledge:
    """Return the content below `root` (folders sources/, facts/, tables/)."""
    problems = Problems()
    sources = problems.by_id(_lists(problems, root, "sources"), tables.read_source)
    fact_files = list(_maps(problems, root, "facts", ("groups", "facts", "derived")))
    groups = problems.by_id(_section(fact_files, "groups"), tables.read_group)
    facts = problems.by_id(_section(fact_files, "facts"), tables.read_fact)
    derived = problems.by_id(_section(fact_files, "derived"), tables.read_derived)
    problems.raise_any()
    shapes = {each.id: each.shape for each in facts.values()}
    shapes |= {each.id: Shape("bool") for each in derived.values()}
    triage = _table(problems, root, "triage", ("suspects", "rows"))
    relief = _table(problems, root, "relief", RELIEF)
    causes = _table(problems, root, "causes", ("rows",))
    therapy = _table(problems, root, "therapy", ("rows",))
    knowledge = Knowledge(
        content_hash=content_hash(root),
        sources=sources,
        groups=_joined(groups, facts),
        facts=facts,
        derived=tuple(derived.values()),
        suspects={each.id: each.words for each in problems.each(triage("suspects"), _option)},
        triage=tuple(
            problems.by_id(triage("rows"), lambda e: tables.read_triage_row(e, shapes)).values()
        ),
        measures=problems.by_id(relief("measures"), lambda e: tables.read_measure(e, shapes)),
        relief=tuple(
            problems.by_id(relief("rows"), lambda e: tables.read_relief_row(e, shapes)).values()
        ),
        returns=tuple(
            problems.by_id(relief("returns"), lambda e: tables.read_return(e, shapes)).values()
        ),
        things={each.id: each.words for each in problems.each(relief("things"), _option)},
        combinations=tuple(
            problems.by_id(relief("combinations"), tables.read_combination).values()
        ),
        unlocks=tuple(
            problems.by_id(relief("unlocks"), lambda e: tables.read_unlock(e, shapes)).values()
        ),
        causes=tuple(
            problems.by_id(causes("rows"), lambda e: tables.read_cause(e, shapes)).values()
        ),
        therapy=tuple(
            problems.by_id(therapy("rows"), lambda e: tables.read_therapy_row(e, shapes)).values()
        ),
    )
    problems.raise_any()
    problems.place(dangling(knowledge))
    problems.raise_any()
    return knowledge


def content_hash(root: Path) -> str:
    """Return twelve hex digits over the bytes of every content file, stamped on decisions."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def dangling(knowledge: Knowledge) -> Iterator[str]:
    """Yield a problem for every name that points at nothing."""
    for fact in knowledge.facts.values():
        if fact.group not in {each.id for each in knowledge.groups}:
            yield f"fact {fact.id}: the group {fact.group!r} is not declared; declare it"
        yield from _unknown_sources(knowledge, f"fact {fact.id}", fact.sources)
    for derived in knowledge.derived:
        for name in derived.of:
            if name not in knowledge.facts or knowledge.facts[name].type != "bool":
                yield f"derived {derived.id}: {name!r} is not a yes/no fact; name one"
        if derived.id in knowledge.facts:
            yield f"derived {derived.id}: a fact has this id already; choose another"
    for row in knowledge.triage:
        if row.suspect not in knowledge.suspects:
            yield f"{row.id}: the suspect {row.suspect!r} is not listed; add it to suspects"
    for relief in knowledge.relief:
        if relief.measure not in knowledge.measures:
            yield f"{relief.id}: the measure {relief.measure!r} is not listed; add it to measures"
    for measure in knowledge.measures.values():
        yield from _unknown_sources(knowledge, measure.id, measure.sources)
        yield from _no_measure(knowledge, measure.id, measure.sequence)
        for part in measure.sequence:
            if part in knowledge.measures and knowledge.measures[part].sequence:
                yield f"measure {measure.id}: {part!r} is made of others itself; name single ones"
    for combination in knowledge.combinations:
        named = set(combination.these + combination.others) - knowledge.things.keys()
        yield from _no_measure(knowledge, combination.id, named)
    for unlock in knowledge.unlocks:
        yield from _no_measure(knowledge, unlock.id, unlock.measures)
    for cause in knowledge.causes:
        yield from _unknown_regions(knowledge, cause)
    rows: tuple[object, ...] = (
        *knowledge.triage,
        *knowledge.relief,
        *knowledge.causes,
        *knowledge.returns,
        *knowledge.therapy,
        *knowledge.combinations,
        *knowledge.unlocks,
    )
    for each in rows:
        yield from _unknown_sources(knowledge, each.id, each.grounds.sources)  # type: ignore[attr-defined]


def _no_measure(knowledge: Knowledge, name: str, measures: Iterable[str]) -> Iterator[str]:
    for measure in measures:
        if measure not in knowledge.measures:
            yield f"{name}: {measure!r} is no measure; mend the id or add it"


def _unknown_sources(knowledge: Knowledge, name: str, sources: tuple[str, ...]) -> Iterator[str]:
    for source in sources:
        if source not in knowledge.sources:
            yield f"{name}: the source {source!r} is not declared; add it to sources/"


def _unknown_regions(knowledge: Knowledge, cause: Cause) -> Iterator[str]:
    known = knowledge.facts["regions"].shape.words
    for region in cause.regions:
        if region not in known:
            yield f"{cause.id}: {region!r} is not an option of regions; use one of them"


def _joined(groups: dict[str, Group], facts: dict[str, FactDefinition]) -> tuple[Group, ...]:
    ordered = sorted(groups.values(), key=lambda each: (each.order, each.id))
    return tuple(
        replace(group, facts=tuple(f.id for f in facts.values() if f.group == group.id))
        for group in ordered
    )


def _option(entry: Entry) -> Option:
    option = Option(entry.identifier(), Both(entry.text("en"), entry.text("fr")))
    entry.done()
    return option


def _files(root: Path, folder: str) -> Iterator[Path]:
    yield from sorted((root / folder).glob("*.yaml"))


def _lists(problems: Problems, root: Path, folder: str) -> Iterator[Entry]:
    for path in _files(root, folder):
        try:
            yield from as_entries(read_file(path, root), str(path.relative_to(root)))
        except ContentError as error:
            problems.found.append(str(error))


def _maps(problems: Problems, root: Path, folder: str, allowed: tuple[str, ...]) -> Iterator[Entry]:
    for path in _files(root, folder):
        try:
            entry = as_entry(read_file(path, root), str(path.relative_to(root)))
            entry.taken.update(allowed)
            entry.done()
            yield entry
        except ContentError as error:
            problems.found.append(str(error))


def _section(files: list[Entry], key: str) -> Iterator[Entry]:
    for entry in files:
        yield from entry.entries(key, default=True)


def _no_rows(_: str) -> tuple[Entry, ...]:
    return ()


def _table(
    problems: Problems, root: Path, name: str, sections: tuple[str, ...]
) -> Callable[[str], tuple[Entry, ...]]:
    path = root / "tables" / f"{name}.yaml"
    if not path.exists():
        problems.found.append(f"tables/{name}.yaml:1: the table is missing; add it")
        return _no_rows
    try:
        entry = as_entry(read_file(path, root), f"tables/{name}.yaml")
        if entry.text("table") != name:
            entry.fail(f"found table {entry.text('table')!r}", f"write {name!r}", "table")
        entry.taken.update(sections)
        entry.done()
    except ContentError as error:
        problems.found.append(str(error))
        return _no_rows
    return lambda section: entry.entries(section, default=True)
