"""Every small slip in the triage table is noticed by a case."""

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.test_cases import KNOWLEDGE, Case, everybody
from unknot.care.facts import with_derived
from unknot.care.triage import gate_rows, highest
from unknot.knowledge.schema import TriageRow, Urgency
from unknot.rules.analyse import mutants
from unknot.rules.evaluate import Truth, evaluate


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
        truth = evaluate(changed.when, self.known)
        if truth is self.truths[changed.id][1] and changed.then == self.truths[changed.id][0].then:
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


def survivors() -> Iterator[str]:
    people = [Standing(case) for case in everybody()]
    for row in KNOWLEDGE.triage:
        for number, mutant in enumerate(mutants(row.when)):
            changed = replace(row, when=mutant)
            if not any(person.notices(changed) for person in people):
                yield f"{row.id} #{number}: {row.condition} -> {mutant}"


def test_no_slip_survives_the_cases() -> None:
    assert list(survivors()) == []
