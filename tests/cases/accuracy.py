"""How often the gate says less, or more, than was written for the invented people.

They are invented: this bounds slips against what was written, and says nothing of real people.
"""

from dataclasses import dataclass

from tests.cases.bound import upper_bound
from tests.cases.test_cases import CASES
from unknot.knowledge.schema import URGENCIES


@dataclass(frozen=True)
class Accuracy:
    """Ids of the people who came out less (`under`) or more urgent (`over`) than written.

    `known` have an urgency written for them; `to_be_seen` of them one above self-care, `at_home`
    one below emergency.
    """

    known: int
    to_be_seen: int
    under: tuple[str, ...]
    at_home: int
    over: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.known} people with a written urgency. "
            f"Under-triaged: {_rate(len(self.under), self.to_be_seen)}. "
            f"Over-triaged: {_rate(len(self.over), self.at_home)}."
        )


def accuracy() -> Accuracy:
    """Return how the real gate does on every invented person with a written urgency."""
    known = [case for case in CASES if case.expect["urgency"] in URGENCIES]
    steps = {
        case.id: URGENCIES.index(case.triaged().urgency) - URGENCIES.index(case.expect["urgency"])
        for case in known
    }
    return Accuracy(
        known=len(known),
        to_be_seen=sum(case.expect["urgency"] != "self-care" for case in known),
        under=tuple(name for name, step in steps.items() if step < 0),
        at_home=sum(case.expect["urgency"] != "emergency" for case in known),
        over=tuple(name for name, step in steps.items() if step > 0),
    )


def _rate(failures: int, of: int) -> str:
    most = upper_bound(failures, of)
    return f"{failures} of {of} ({failures / of:.1%}, 95 % upper bound {most:.2%})"
