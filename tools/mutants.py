"""Prints what became of every small slip in every table: killed by a case, equal by proof, or left.

A slip is a number off by one, an operator turned, a part lost, an urgency one level off. The slips
and the people who notice them stand in tests/mutation and tests/care; the tests hold the result.
"""

import sys
from collections.abc import Iterator

from tests.care import test_causes_evidence as evidence
from tests.care import test_relief_mutants as relief
from tests.mutation import test_causes_mutants as causes
from tests.mutation import test_medicine_mutants as medicines
from tests.mutation import test_relief_number_mutants as relief_numbers
from tests.mutation import test_therapy_mutants as therapy
from tests.mutation import test_training_mutants as training
from tests.mutation import test_training_number_mutants as training_numbers
from tests.mutation import test_triage_mutants as triage
from tests.mutation.report import Report
from unknot.rules.analyse import mutants

SMALLEST = "The weight is as small as it can be, and more of it changes no wording for anybody."


def reports() -> Iterator[Report]:
    """Yield the report of each table."""
    yield triage.report()
    yield from of_medicines()
    yield of_relief()
    yield relief_numbers.report()
    yield from of_causes()
    yield therapy.report()
    yield training.contraindications()
    yield training.rows()
    yield from training_numbers.reports()


def of_relief() -> Report:
    """Return the report of the conditions of relief."""
    left = [s for s in relief.SLIPS if not any(one.notices(s) for one in relief.people())]
    guards = [s for s in left if relief.bare(s.before) == relief.bare(s.after)]
    lost = [s for s in left if s not in guards or not relief.asks_more(s)]
    return Report("relief: conditions", len(relief.SLIPS), survivors={s.place: "" for s in lost})


def of_causes() -> Iterator[Report]:
    """Yield the reports of the sentences of causes, and of their weights."""
    pairs = {(each.words.en, each.when) for each in evidence.evidence()}
    slips = [(says, other) for says, when in pairs for other in mutants(when)]
    left = {f"{says}: {other}": "" for says, other in slips if causes._passes(says, other)}
    yield Report("causes: conditions", len(slips), survivors=left)
    weights = [
        (each.id, n, c) for each in evidence.KNOWLEDGE.causes for n, c in causes._changed(each)
    ]
    same = [(i, name) for i, name, other in weights if causes._worded_as_before(other)]
    told = {f"{i}: {n}": SMALLEST if (i, n) in causes.UNNOTICED else "" for i, n in same}
    yield Report("causes: weights", len(weights), survivors=told)


def of_medicines() -> Iterator[Report]:
    """Yield the reports of the screen of medicines, and of its numbers."""
    parts = {
        "medicines: contraindications": (medicines.changed_screens, False),
        "medicines: the door": (medicines.changed_door, False),
        "medicines: what is taken besides": (medicines.changed_extras, False),
        "medicines: ceilings and statuses": (medicines.changed_markets, False),
        "medicines: days and limits": (medicines.changed_days, True),
        "medicines: amounts in a pack": (medicines.changed_packs, True),
    }
    for name, (slips, log_first) in parts.items():
        left = medicines.survivors(slips(), log_first)
        yield Report(name, len(list(slips())), survivors=dict.fromkeys(left, ""))


def main() -> int:
    """Print each table; return 1 when a slip survives without a reason."""
    unexplained = 0
    for report in reports():
        unexplained += len(report.unexplained)
        equal = f", {len(report.equal)} equal for everybody (proved)" if report.equal else ""
        left = f", {len(report.survivors)} left" if report.survivors else ""
        print(f"{report.table}: {report.killed} of {report.total} killed{equal}{left}", flush=True)
        for place, reason in report.survivors.items():
            print(f"    {place[:110]}\n        {reason or 'SURVIVES: write a case'}")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
