"""Rows of the seeds that are knowledge: what stands at their lines is said by us, or set aside aloud."""

import pytest

from unknot.knowledge.claims import claims
from unknot.knowledge.load import load

CONTENT = claims(load())
# row: document, first and last line of the seed
ROWS = {
    "D01": ("002", 1, 5),
    "D12": ("002", 45, 50),
    "E103": ("003", 95, 107),
    "E109": ("003", 134, 138),
    "E116": ("003", 108, 157),
    "E302": ("003", 307, 317),
    "E504": ("003", 598, 602),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_the_seed_says_there_is_taken_up(row: str) -> None:
    document, first, last = ROWS[row]
    there = [
        fate
        for fate in CONTENT.ledger.values()
        for place in fate.at
        if place[:4] == f"{document}:" and place[4:].isdecimal()
        if first <= int(place[4:]) <= last
    ]
    assert there
    assert any(fate.fate != "set-aside" for fate in there), [fate.id for fate in there]


def test_limits_are_asked_for() -> None:
    assert {"walking", "sitting", "lying"} <= load().facts["limits"].shape.words
