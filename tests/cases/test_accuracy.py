"""The invented people as a sample: how many, how written, and how sure the rate is."""

import re

import pytest

from tests.cases.accuracy import accuracy
from tests.cases.bound import upper_bound
from tests.cases.test_cases import CASES, KNOWLEDGE
from unknot.knowledge.schema import URGENCIES

CODE = re.compile(r"[a-z]_[a-z]|[=<>]=|\bunless\b")


@pytest.mark.parametrize(
    ("failures", "of", "bound"),
    # From tables of exact binomial limits: for none of n it is 1 - 0.05 ** (1 / n).
    [(0, 10, 0.2589), (0, 100, 0.0295), (0, 300, 0.00994), (1, 100, 0.0466), (5, 50, 0.1988)],
)
def test_the_bound_is_the_exact_one(failures: int, of: int, bound: float) -> None:
    assert upper_bound(failures, of) == pytest.approx(bound, abs=5e-5)


def test_nobody_asked_or_everybody_wrong_bounds_nothing() -> None:
    assert upper_bound(0, 0) == upper_bound(3, 3) == 1.0


def test_at_least_three_hundred_people_and_nobody_under_triaged() -> None:
    found = accuracy()
    assert found.known >= 300
    assert found.under == ()
    assert upper_bound(len(found.under), found.to_be_seen) < 0.015
    assert "95 % upper bound" in str(found)


def test_hardly_anybody_is_sent_further_than_written() -> None:
    assert accuracy().over == ()


def test_each_person_is_a_person_and_no_copy_of_a_condition() -> None:
    assert [case.id for case in CASES if len(case.person.split()) < 2] == []
    assert [case.person for case in CASES if CODE.search(case.person)] == []
    rules = {row.condition for row in KNOWLEDGE.triage}
    assert [case.id for case in CASES if case.person in rules] == []


def test_every_urgency_has_its_people() -> None:
    counts = {each: sum(case.expect["urgency"] == each for case in CASES) for each in URGENCIES}
    assert min(counts.values()) >= 20, counts
