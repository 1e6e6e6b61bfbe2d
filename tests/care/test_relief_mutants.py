"""Every small slip in a relief row or in the gate of a measure is noticed by somebody."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from tests.cases.test_cases import KNOWLEDGE, Case, everybody
from unknot.care.ask import relevant
from unknot.care.facts import Facts, with_derived
from unknot.care.relief import gate
from unknot.knowledge.schema import Knowledge, ReliefRow
from unknot.rules.analyse import mutants
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import And, Known, Node, Not, Or


@dataclass(frozen=True)
class Slip:
    """A condition written wrongly: where, what it became, and the rows of its measure then."""

    place: str
    before: Node
    after: Node
    measure: str
    rows: tuple[tuple[ReliefRow, Node], ...]
    knowledge: Knowledge


class Standing:
    """One person: what must be offered, why, and what must not."""

    def __init__(self, case: Case) -> None:
        self.known: Facts = with_derived(case.facts, KNOWLEDGE)
        self.wanted = frozenset(case.expect.get("offered", ()))
        self.barred = frozenset(case.expect.get("withheld", ()))
        self.reasons = frozenset(case.expect.get("offered_by", ()))

    def notices(self, slip: Slip) -> bool:
        """Return whether this person is told something else than is written for them."""
        reasons = self.reasons & {row.id for row, _ in slip.rows}
        if slip.measure not in self.wanted | self.barred and not reasons:
            return False
        by = next((row.id for row, shut in slip.rows if self._offers(row, shut)), None)
        wrong = slip.measure in (self.wanted if by is None else self.barred)
        return wrong or bool(reasons - {by})

    def _offers(self, row: ReliefRow, shut: Node) -> bool:
        return evaluate(row.when, self.known) is True and evaluate(shut, self.known) is False


@cache
def people() -> list[Standing]:
    keys = {"offered", "withheld", "offered_by"}
    return [Standing(case) for case in everybody() if keys & case.expect.keys()]


def slips() -> Iterator[Slip]:
    for row in KNOWLEDGE.relief:
        for after in mutants(row.when):
            yield _slip(f"{row.id} when", row.when, after, replace(row, when=after))
        for after in mutants(row.unless):
            yield _slip(f"{row.id} unless", row.unless, after, replace(row, unless=after))
    for measure in KNOWLEDGE.measures.values():
        for after in mutants(measure.unless):
            measures = {**KNOWLEDGE.measures, measure.id: replace(measure, unless=after)}
            changed = replace(KNOWLEDGE, measures=measures)
            rows = _rows(measure.id, changed)
            yield Slip(f"{measure.id} gate", measure.unless, after, measure.id, rows, changed)


def _slip(place: str, before: Node, after: Node, row: ReliefRow) -> Slip:
    rows = tuple(row if each.id == row.id else each for each in KNOWLEDGE.relief)
    changed = replace(KNOWLEDGE, relief=rows)
    return Slip(place, before, after, row.measure, _rows(row.measure, changed), changed)


def _rows(measure: str, knowledge: Knowledge) -> tuple[tuple[ReliefRow, Node], ...]:
    rows = (row for row in knowledge.relief if row.measure == measure)
    return tuple((row, gate(row, knowledge)) for row in rows)


def bare(node: Node) -> Node:
    """Return a condition without the guards that only keep a question from being asked early."""
    match node:
        case And(parts):
            return And(tuple(bare(part) for part in parts if not isinstance(part, Known)))
        case Or(parts):
            return Or(tuple(bare(part) for part in parts if not _asks(part)))
        case Not(part):
            return Not(bare(part))
        case _:
            return node


def _asks(part: Node) -> bool:
    return isinstance(part, Not) and isinstance(part.operand, Known)


LATER = (
    "implant_or_pacemaker",
    "epilepsy",
    "takes_anti_inflammatory",
    "kidney_disease",
    "dizziness_tendency",
    "high_blood_pressure",
    "shoulder_problem",
)


def asks_more(slip: Slip) -> bool:
    """Return whether a slip in a guard shows by a question that is put too early."""
    return any(
        relevant(facts, slip.knowledge, "relief") - relevant(facts, KNOWLEDGE, "relief")
        for facts in of_the_first_hour()
    )


@cache
def of_the_first_hour() -> tuple[Facts, ...]:
    """Return people who answered the first page only, or also all but one of the later questions."""
    told = next(case.facts for case in everybody() if case.id == "case.relief-desk-day")
    desk = {name: value for name, value in told.items() if name not in LATER}
    well = next(case.facts for case in everybody() if case.id == "case.relief-well-overload")
    fourth_day = {name: value for name, value in well.items() if name not in LATER}
    first = (desk, {**desk, "onset_trigger": "overload"}, fourth_day)
    answered = [{**each, **dict.fromkeys(LATER, False)} for each in (desk, fourth_day)]
    but_one = (
        {name: value for name, value in each.items() if name != left}
        for each in answered
        for left in LATER
    )
    return (*first, *but_one)


SLIPS = list(slips())


@pytest.mark.parametrize("kind", ["when", "unless", "gate"])
def test_no_slip_survives_the_cases(kind: str) -> None:
    of_kind = [slip for slip in SLIPS if slip.place.endswith(kind)]
    assert of_kind
    left = [s for s in of_kind if not any(person.notices(s) for person in people())]
    lost = [s for s in left if bare(s.before) != bare(s.after) or not asks_more(s)]
    assert [f"{slip.place}: {slip.after}" for slip in lost] == []
