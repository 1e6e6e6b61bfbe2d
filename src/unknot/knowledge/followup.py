"""What a check-in means: the rows that read it, and the hours after which one is due."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entry, read_file
from unknot.knowledge.schema import URGENCIES, Grounds, Knowledge, Urgency
from unknot.knowledge.tables import Shapes, condition, read_grounds
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Node


@dataclass(frozen=True)
class FollowUpRow:
    """Decides when it is the first row that holds, or that may hold and asks for a clinician."""

    id: str
    when: Node
    then: Urgency
    title: Both
    text: Both
    grounds: Grounds


@dataclass(frozen=True)
class FollowUp:
    """Both tables, and their numbers.

    A check-in is due `due_hours` after the first decision. Diary lines within `window_days` are
    looked at together; from `pattern_from` lines on, counts are shown.
    """

    due_hours: tuple[int, ...]
    rows: tuple[FollowUpRow, ...]
    diary: tuple[FollowUpRow, ...]
    window_days: int
    pattern_from: int


@Once
def followup(knowledge: Knowledge) -> FollowUp:
    """Return the product's table; read once for each content hash."""
    return followup_from(ROOT, knowledge)


def followup_from(root: Path, knowledge: Knowledge) -> FollowUp:
    """Return the table below `root`. Raises ContentError with every problem found."""
    problems = Problems()
    table = as_entry(read_file(root / "tables" / "followup.yaml", root), "tables/followup.yaml")
    if table.text("table") != "followup":
        table.fail(f"found table {table.text('table')!r}", "write 'followup'", "table")
    rows, diary = (
        tuple(
            problems.by_id(table.entries(key), lambda entry: _row(entry, knowledge.shapes)).values()
        )
        for key in ("rows", "diary")
    )
    content = FollowUp(
        due_hours=table.integers("due_hours"),
        rows=rows,
        diary=diary,
        window_days=table.integer("diary_window_days"),
        pattern_from=table.integer("diary_pattern_from"),
    )
    table.done()
    problems.raise_any()
    for key, several in (("rows", rows), ("diary", diary)):
        if not several or evaluate(several[-1].when, {}) is not True:
            table.fail("the last row does not always hold", "write when: true", key)
    return content


def _row(entry: Entry, shapes: Shapes) -> FollowUpRow:
    row = FollowUpRow(
        id=entry.identifier(),
        when=condition(entry, "when", shapes),
        then=cast(Urgency, entry.choice("then", URGENCIES[:3])),
        title=entry.both("title"),
        text=entry.both("text"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return row
