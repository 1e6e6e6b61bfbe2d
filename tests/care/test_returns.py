"""Who is told to come back or to see somebody, and after how many hours."""

from typing import Any

import pytest
import yaml

from unknot.care.facts import check
from unknot.care.relief import returns
from unknot.knowledge.load import ROOT, load

KNOWLEDGE = load()
EVERYBODY, *CASES = yaml.safe_load(
    (ROOT / "cases" / "relief" / "returns.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_who_is_told_to_come_back_and_when(case: dict[str, Any]) -> None:
    told = {
        each.id: each.after_hours for each in returns(check(case["facts"], KNOWLEDGE), KNOWLEDGE)
    }
    assert told == {**EVERYBODY["everybody"], **case["also"]}, case["person"]


def test_the_soonest_is_told_first() -> None:
    for case in CASES:
        hours = [each.after_hours for each in returns(check(case["facts"], KNOWLEDGE), KNOWLEDGE)]
        assert hours == sorted(hours)


def test_every_line_is_told_to_somebody_and_the_cases_have_sources() -> None:
    told = set(EVERYBODY["everybody"]).union(*(case["also"] for case in CASES))
    assert told == {each.id for each in KNOWLEDGE.returns}
    assert all(set(case["sources"]) <= KNOWLEDGE.sources.keys() for case in CASES)
