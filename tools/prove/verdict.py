"""What came of one property, and a counterexample as a person one can picture."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import z3

from unknot.care.facts import to_json
from unknot.rules.nodes import Value
from unknot.rules.prove import Formula, Person, counterexample


@dataclass(frozen=True)
class Verdict:
    """One property: proved, or the people it fails for."""

    property: str
    failures: tuple[str, ...]


def told(facts: Mapping[str, Value]) -> str:
    """Return a person in one line: what they said yes to or measured, and how often no."""
    said = {name: value for name, value in to_json(facts).items() if value not in (False, [])}
    shown = json.dumps(said, ensure_ascii=False)
    return f"a person with {shown}, no to {len(facts) - len(said)} more, the rest not answered"


def failures(person: Person, claim: Formula, assuming: Formula, about: str) -> Iterator[str]:
    """Yield a person for whom `assuming` holds and `claim` does not."""
    model = counterexample(claim, z3.And(person.legal, assuming))
    if model is not None:
        yield f"{about}: {told(person.read(model))}"


def nobody(person: Person, formula: Formula, about: str) -> Iterator[str]:
    """Yield a failure when no possible person meets the formula."""
    if counterexample(z3.Not(formula), person.legal) is None:
        yield f"{about}: holds for nobody"
