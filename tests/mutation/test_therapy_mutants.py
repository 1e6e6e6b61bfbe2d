"""Every small slip in what is said for and against physical therapy is noticed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tests.care import test_therapy
from tests.mutation.report import Report
from tests.mutation.trial import noticed
from unknot.knowledge.load import load
from unknot.knowledge.schema import TherapyRow
from unknot.rules.analyse import mutants

KNOWLEDGE = load()
CHECKS = [(test_therapy, "test_answers_speak_for_and_against")]


def slips() -> Iterator[tuple[str, TherapyRow]]:
    for row in KNOWLEDGE.therapy:
        yield f"{row.id} says", replace(row, says="for" if row.says == "against" else "against")
        for mutant in mutants(row.when):
            yield f"{row.id} when: {mutant}", replace(row, when=mutant)


@cache
def report() -> Report:
    """Return what became of every slip."""
    found = list(slips())
    left = {}
    for place, row in found:
        rows = tuple(row if each.id == row.id else each for each in KNOWLEDGE.therapy)
        other = replace(KNOWLEDGE, therapy=rows)
        if not noticed(CHECKS, load=lambda other=other: other):
            left[place] = ""
    return Report("therapy", len(found), survivors=left)


def test_no_slip_survives() -> None:
    assert report().survivors == {}
