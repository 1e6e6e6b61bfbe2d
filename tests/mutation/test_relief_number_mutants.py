"""Every number of relief is nudged, and what brings somebody back: each slip is noticed.

The conditions of its rows and gates have their slips in `tests/care/test_relief_mutants.py`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from tests.care import test_relief, test_relief_mixes, test_returns
from tests.mutation.report import Report
from tests.mutation.trial import Check, noticed
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.rules.analyse import mutants, nudged

KNOWLEDGE = load()
NUMBERS: list[Check] = [
    (test_relief_mixes, "test_every_number_is_the_one_of_the_policy"),
    (test_relief_mixes, "test_the_routine_is_cold_then_a_pause_then_warmth"),
]
RETURNS: list[Check] = [
    (test_relief, "test_when_to_come_back"),
    (test_returns, "test_who_is_told_to_come_back_and_when"),
]
MIXES: list[Check] = [(test_relief_mixes, "test_what_must_not_meet_is_named")]
UNLOCKS: list[Check] = [
    (test_relief_mixes, "test_a_lock_names_what_opens_it"),
    (test_relief_mixes, "test_what_waits_says_until_when"),
]
Slip = tuple[str, Knowledge, list[Check]]
FIELDS = ("timer_minutes", "max_minutes", "min_hours_between", "pause_minutes")


def changed_measures() -> Iterator[Slip]:
    for name, measure in KNOWLEDGE.measures.items():
        for field in (each for each in FIELDS if getattr(measure, each) is not None):
            for number in nudged(getattr(measure, field)):
                other = replace(measure, **{field: number})  # type: ignore[arg-type]
                content = replace(KNOWLEDGE, measures={**KNOWLEDGE.measures, name: other})
                yield f"{name} {field} {number}", content, NUMBERS


def changed_rows(field: str, number: str, checks: list[Check]) -> Iterator[Slip]:
    """Yield a table of relief with one number or one condition of one row one slip away."""
    for row in getattr(KNOWLEDGE, field):
        changes: list[tuple[str, dict[str, Any]]] = []
        if getattr(row, number) is not None:
            changes += [(f"{number} {n}", {number: n}) for n in nudged(getattr(row, number))]
        if getattr(row, "when", None) is not None:
            changes += [(f"when: {other}", {"when": other}) for other in mutants(row.when)]
        for name, change in changes:
            rows = (
                replace(each, **change) if each.id == row.id else each
                for each in getattr(KNOWLEDGE, field)
            )
            given: dict[str, Any] = {field: tuple(rows)}
            yield f"{row.id} {name}", replace(KNOWLEDGE, **given), checks


def slips() -> Iterator[Slip]:
    yield from changed_measures()
    yield from changed_rows("returns", "after_hours", RETURNS)
    yield from changed_rows("combinations", "hours_apart", MIXES)
    yield from changed_rows("unlocks", "from_day", UNLOCKS)


GATED = "An unlock only says what a shut gate waits for; where the gate shuts has its own cases."
TOLD_ANYWAY = "What is not answered may apply and is told anyway; the row says so for the reader."
COVERED = (
    "two-days",
    "third-day",
    "hands-after-injury",
    "pain-four",
    "pain-six",
    "age",
    "get-into",
)


def reason(place: str) -> str:
    """Return why a slip may stay unnoticed, or nothing."""
    row, _, slip = place.partition(" ")
    if row == "return.tomorrow" and "known" not in slip.lower():
        return TOLD_ANYWAY
    waits = row.removeprefix("unlock.") in COVERED and slip.startswith("when")
    return GATED if waits else ""


@cache
def report() -> Report:
    """Return what became of every slip."""
    found = list(slips())
    left = [place for place, other, checks in found if not noticed(checks, KNOWLEDGE=other)]
    return Report("relief: numbers", len(found), survivors={place: reason(place) for place in left})


def test_no_slip_survives() -> None:
    assert report().unexplained == ()
