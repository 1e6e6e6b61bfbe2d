"""The muscles shown beside the causes: where they lie, what they do, how it feels when tight."""

from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entries, read_file
from unknot.knowledge.schema import Knowledge

FILE = "muscles.yaml"


@dataclass(frozen=True)
class Muscle:
    """One muscle or group; `regions` are places of the body map where it is felt."""

    id: str
    name: Both
    does: Both
    when_tight: Both
    regions: tuple[str, ...]
    sources: tuple[str, ...]


@Once
def muscles(knowledge: Knowledge) -> tuple[Muscle, ...]:
    """Return the product's muscles; read once for each content hash."""
    return muscles_from(ROOT, knowledge)


def muscles_from(root: Path, knowledge: Knowledge) -> tuple[Muscle, ...]:
    """Return the muscles below `root`. Raises ContentError with every problem found."""
    problems = Problems()
    entries = as_entries(read_file(root / FILE, root), FILE)
    found = problems.by_id(entries, lambda entry: _muscle(entry, knowledge))
    problems.raise_any()
    return tuple(found.values())


def _muscle(entry: Entry, knowledge: Knowledge) -> Muscle:
    muscle = Muscle(
        id=entry.identifier(),
        name=entry.both("name"),
        does=entry.both("does"),
        when_tight=entry.both("when_tight"),
        regions=entry.texts("regions"),
        sources=entry.texts("sources"),
    )
    places = knowledge.facts["regions"].shape.words
    for region in muscle.regions:
        if region not in places:
            entry.fail(f"found {region!r}", "use an option of the fact regions", "regions")
    for source in muscle.sources:
        if source not in knowledge.sources:
            entry.fail(f"found {source!r}", "declare it in sources/", "sources")
    entry.done()
    return muscle
