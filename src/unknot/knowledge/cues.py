"""What keeps a movement gentle, said by the player: read from cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.exercise_schema import KINDS
from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entries, read_file
from unknot.knowledge.schema import Grounds, Knowledge
from unknot.knowledge.tables import declared_grounds

FILE = "cues.yaml"


@dataclass(frozen=True)
class Cue:
    """One rule said aloud: before a session when `start`, and before exercises of its `kinds`."""

    id: str
    start: bool
    kinds: tuple[str, ...]
    says: Both
    grounds: Grounds


@Once
def cues(knowledge: Knowledge) -> Mapping[str, Cue]:
    """Return the product's cues; read once for each content hash. Raises ContentError."""
    return cues_from(ROOT, knowledge)


def cues_from(root: Path, knowledge: Knowledge) -> Mapping[str, Cue]:
    """Return the cues below `root`, with every problem named."""
    problems = Problems()
    entries = as_entries(read_file(root / FILE, root), FILE)
    found = problems.by_id(entries, lambda entry: _cue(entry, knowledge))
    problems.raise_any()
    return found


def at_start(knowledge: Knowledge, language: str) -> list[str]:
    """Return what is said before a session."""
    return [each.says.in_(language) for each in cues(knowledge).values() if each.start]


def before(kind: str, knowledge: Knowledge, language: str) -> list[str]:
    """Return what is said before an exercise of this kind."""
    return [each.says.in_(language) for each in cues(knowledge).values() if kind in each.kinds]


def _cue(entry: Entry, knowledge: Knowledge) -> Cue:
    kinds = entry.texts("kinds")
    for kind in kinds:
        if kind not in KINDS:
            entry.fail(f"found kind {kind!r}", f"write one of {', '.join(KINDS)}", "kinds")
    cue = Cue(
        entry.identifier(),
        entry.truth("start"),
        kinds,
        entry.both("says"),
        declared_grounds(entry, knowledge.sources),
    )
    entry.done()
    return cue
