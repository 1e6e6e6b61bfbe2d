"""What waits: the measures held back, what must be over first, and about when that is."""

from dataclasses import dataclass

from unknot.care.facts import Facts, with_derived
from unknot.care.relief import Withheld, withheld
from unknot.knowledge.schema import Knowledge, Unlock
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import facts_in

HOURS_A_DAY = 24


@dataclass(frozen=True)
class Waiting:
    """A measure held back: what must be over (`unlocks`), and what nobody has answered (`unknown`).

    `hours` is how long time alone keeps it shut, counted in whole days from the first pain day.
    """

    measure: str
    row: str
    unlocks: tuple[str, ...]
    unknown: tuple[str, ...]
    hours: int | None


def waiting(facts: Facts, knowledge: Knowledge) -> tuple[Waiting, ...]:
    """Return what waits, in the order of the table."""
    known = with_derived(facts, knowledge)
    return tuple(_waiting(each, known, knowledge) for each in withheld(facts, knowledge))


def _waiting(held: Withheld, known: Facts, knowledge: Knowledge) -> Waiting:
    unlocks = _latest([each for each in knowledge.unlocks if _speaks(each, held, known)])
    return Waiting(
        held.measure,
        held.row,
        tuple(each.id for each in unlocks),
        held.unknown,
        _hours(unlocks, known),
    )


def _speaks(unlock: Unlock, held: Withheld, known: Facts) -> bool:
    """Return whether what an unlock waits for keeps this very measure shut."""
    named = not unlock.measures or held.measure in unlock.measures
    closes = bool(facts_in(unlock.when) & set(held.by))
    return named and closes and evaluate(unlock.when, known) is True


def _latest(unlocks: list[Unlock]) -> list[Unlock]:
    """Return the unlocks; of those that wait for a day only the last one counts."""
    last = max((each.from_day or 0 for each in unlocks), default=0)
    return [each for each in unlocks if each.from_day in (None, last)]


def _hours(unlocks: list[Unlock], known: Facts) -> int | None:
    day = known.get("days_since_onset")
    days = [each.from_day for each in unlocks if each.from_day is not None]
    if not days or not isinstance(day, int):
        return None
    return max(0, max(days) - day) * HOURS_A_DAY
