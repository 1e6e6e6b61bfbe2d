"""What may be changed in a plan by hand: catching up a session, taking an order back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.exercise_schema import PHASES, Phase
from unknot.knowledge.load import ROOT
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, Entry, as_entry, read_file
from unknot.knowledge.schema import Grounds, Knowledge
from unknot.knowledge.tables import declared_grounds

ORDERS = ("dose", "leave_out", "phase")


@dataclass(frozen=True)
class CatchUpRule:
    """How a missed session may be done later. `in_a_row`: days of session that may touch."""

    in_a_row: Mapping[Phase, int]
    seen: Both
    reason: Both
    grounds: Grounds


@dataclass(frozen=True)
class TakenBack:
    """What is said when an order is taken back, by the kind of order."""

    seen: Both
    reasons: Mapping[str, Both]
    grounds: Grounds


@dataclass(frozen=True)
class ByHand:
    """The whole table."""

    catch_up: CatchUpRule
    taken_back: TakenBack


@Once
def by_hand(knowledge: Knowledge) -> ByHand:
    """Return the product's table; read once for each content hash."""
    return by_hand_from(ROOT, knowledge)


def by_hand_from(root: Path, knowledge: Knowledge) -> ByHand:
    """Return the table below `root`. Raises ContentError naming what is wrong."""
    table = as_entry(read_file(root / "tables" / "by-hand.yaml", root), "tables/by-hand.yaml")
    if table.text("table") != "by-hand":
        table.fail(f"found table {table.text('table')!r}", "write 'by-hand'", "table")
    content = ByHand(
        _catch_up(table.entry("catch_up"), knowledge),
        _taken_back(table.entry("taken_back"), knowledge),
    )
    table.done()
    return content


def _catch_up(entry: Entry, knowledge: Knowledge) -> CatchUpRule:
    rule = CatchUpRule(
        in_a_row=_in_a_row(entry.entry("in_a_row")),
        seen=entry.both("seen"),
        reason=entry.both("reason"),
        grounds=declared_grounds(entry, knowledge.sources),
    )
    entry.done()
    return rule


def _in_a_row(entry: Entry) -> Mapping[Phase, int]:
    """Return the number of each phase; at least 1, or no session could ever be."""
    numbers = {phase: entry.integer(phase) for phase in PHASES}
    for phase, number in numbers.items():
        if number < 1:
            entry.fail(f"found {number}", "write 1 or more", phase)
    entry.done()
    return numbers


def _taken_back(entry: Entry, knowledge: Knowledge) -> TakenBack:
    words = TakenBack(
        seen=entry.both("seen"),
        reasons={kind: entry.both(kind) for kind in ORDERS},
        grounds=declared_grounds(entry, knowledge.sources),
    )
    entry.done()
    return words
