"""Every small slip in the triage table is noticed by a case, or changes nothing for anybody."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import z3

from tests.cases.test_cases import KNOWLEDGE, Case, everybody
from tests.mutation.report import Report
from tools.prove.gate import Table
from unknot.care.facts import with_derived
from unknot.care.triage import Gate, gate_rows, highest
from unknot.knowledge.schema import URGENCIES, TriageRow, Urgency
from unknot.rules.analyse import mutants, neighbours
from unknot.rules.evaluate import Truth, evaluate
from unknot.rules.prove import counterexample


class Standing:
    """One case with the truth of each row of its gate, so that one changed row is cheap to judge."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.known = with_derived(case.facts, KNOWLEDGE)
        rows = gate_rows(KNOWLEDGE, "short" if case.gate_is_short else "full")
        self.truths = {row.id: (row, evaluate(row.when, self.known)) for row in rows}
        self.open = bool(case.triaged().unanswered)

    def notices(self, changed: TriageRow) -> bool:
        """Return whether this case fails when one row is changed."""
        if changed.id not in self.truths:
            return False
        row, before = self.truths[changed.id]
        truth = before if changed.when is row.when else evaluate(changed.when, self.known)
        if truth is before and (changed.then, changed.unsure) == (row.then, row.unsure):
            return False
        expect = self.case.expect
        if changed.id in expect.get("fired", []) and truth is not True:
            return True
        if changed.id in expect.get("silent", []) and truth is True:
            return True
        return expect["urgency"] not in (
            "any",
            self._urgency({**self.truths, changed.id: (changed, truth)}),
        )

    def _urgency(self, truths: dict[str, tuple[TriageRow, Truth]]) -> Urgency:
        levels: list[Urgency] = ["appointment"] if self.open else []
        levels += [row.then for row, truth in truths.values() if truth is True]
        return highest([*levels, *(row.unsure for row, truth in truths.values() if truth is None)])


def changed_conditions() -> Iterator[tuple[str, TriageRow]]:
    """Yield each row with its condition one slip away."""
    for row in KNOWLEDGE.triage:
        for number, mutant in enumerate(mutants(row.when)):
            yield f"{row.id} when #{number}: {mutant}", replace(row, when=mutant)


def changed_urgencies() -> Iterator[tuple[str, TriageRow]]:
    """Yield each row with one of its two urgencies one level off, as far as the loader takes it."""
    for row in KNOWLEDGE.triage:
        for then in neighbours(row.then, URGENCIES[1:]):
            least = row.unsure if highest([then, row.unsure]) == then else then
            yield f"{row.id} then {then}", replace(row, then=then, unsure=least)
        for unsure in neighbours(row.unsure, URGENCIES[1:]):
            if highest([unsure, row.then]) == row.then:
                yield f"{row.id} unsure {unsure}", replace(row, unsure=unsure)


def same_for_everybody(changed: TriageRow) -> bool:
    """Return whether the changed table gives every possible person the same urgency: a proof."""
    rows = tuple(changed if row.id == changed.id else row for row in KNOWLEDGE.triage)
    other = replace(KNOWLEDGE, triage=rows)
    gate: Gate = "short" if changed.id in {row.id for row in KNOWLEDGE.short_rows} else "full"
    one, two = Table(KNOWLEDGE, gate), Table(other, gate)
    person = one.person("p")
    claim = z3.And(*(one.at_least(u, person) == two.at_least(u, person) for u in URGENCIES))
    return counterexample(claim, person.legal) is None


@cache
def report() -> Report:
    """Return what became of every slip."""
    people = [Standing(case) for case in everybody()]
    slips = [*changed_conditions(), *changed_urgencies()]
    left = [(p, row) for p, row in slips if not any(one.notices(row) for one in people)]
    equal = {place for place, row in left if same_for_everybody(row)}
    return Report(
        table="triage",
        total=len(slips),
        equal=tuple(sorted(equal)),
        survivors={place: "" for place, _ in left if place not in equal},
    )


def test_no_slip_in_the_danger_gate_survives() -> None:
    assert list(report().survivors) == []


def test_what_changes_nothing_is_only_an_urgency_that_another_row_gives_anyway() -> None:
    """A condition is never without its case; an urgency may be, where a stronger row covers it."""
    assert [place for place in report().equal if " when #" in place] == []
