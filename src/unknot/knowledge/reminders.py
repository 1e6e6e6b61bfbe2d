"""Short reminders of danger, for pages and paper: read from reminders.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entries, read_file
from unknot.knowledge.schema import Grounds, Knowledge
from unknot.knowledge.tables import declared_grounds

FILE = "reminders.yaml"


@dataclass(frozen=True)
class Reminder:
    """One reminder; `fills` are the names in braces that a page must give it."""

    id: str
    fills: tuple[str, ...]
    says: Both
    grounds: Grounds

    def words(self, language: str, **values: object) -> str:
        """Return the sentence with its names filled in. Raises KeyError when one is missing."""
        return self.says.in_(language).format(**values)


@Once
def reminders(knowledge: Knowledge) -> Mapping[str, Reminder]:
    """Return the product's reminders; read once for each content hash. Raises ContentError."""
    return reminders_from(ROOT, knowledge)


def reminders_from(root: Path, knowledge: Knowledge) -> Mapping[str, Reminder]:
    """Return the reminders below `root`, with every problem named."""
    problems = Problems()
    entries = as_entries(read_file(root / FILE, root), FILE)
    found = problems.by_id(entries, lambda entry: _reminder(entry, knowledge))
    problems.raise_any()
    return found


def _reminder(entry: Entry, knowledge: Knowledge) -> Reminder:
    reminder = Reminder(
        id=entry.identifier(),
        fills=entry.texts("fills"),
        says=entry.both("says"),
        grounds=declared_grounds(entry, knowledge.sources),
    )
    for language in ("en", "fr"):
        named = _names(reminder.says.in_(language))
        if named != set(reminder.fills):
            entry.fail(f"found {sorted(named)} in braces", f"write {list(reminder.fills)}", "says")
    entry.done()
    return reminder


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
