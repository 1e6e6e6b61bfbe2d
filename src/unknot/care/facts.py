"""What a person has said: checked against the declared facts, and counted once at capture."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from unknot.knowledge.schema import Derived, FactDefinition, Knowledge
from unknot.rules.evaluate import Truth
from unknot.rules.nodes import Value

Facts = Mapping[str, Value]
Json = bool | int | str | list[str]


@dataclass(frozen=True)
class FactError:
    """One fact that cannot be taken: its id, what was found and what was expected."""

    fact: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.fact}: found {self.found}; expected {self.expected}"


class FactErrors(ValueError):
    """Every fact of one set of answers that cannot be taken. Nothing of the set is used."""

    def __init__(self, errors: tuple[FactError, ...]) -> None:
        super().__init__("\n".join(str(each) for each in errors))
        self.errors = errors


def check(raw: object, knowledge: Knowledge) -> dict[str, Value]:
    """Return the facts in `raw`, a map {fact_id: value}; null and missing both mean unknown.

    Sets are written as lists. Raises FactErrors naming every unknown id, wrong type or value
    out of range.
    """
    if not isinstance(raw, Mapping):
        expected = 'a map of fact ids to values, such as {"pain_0_10": 4}'
        raise FactErrors((FactError("facts", _shown(raw), expected),))
    facts: dict[str, Value] = {}
    errors: list[FactError] = []
    for name, value in raw.items():
        definition = knowledge.facts.get(name) if isinstance(name, str) else None
        if definition is None:
            errors.append(_undeclared(str(name), knowledge))
        elif value is not None:
            taken = _value(definition, value)
            if taken is None:
                errors.append(FactError(name, _shown(value), expected_of(definition)))
            else:
                facts[name] = taken
    if errors:
        raise FactErrors(tuple(errors))
    return facts


def still_taken(raw: Mapping[str, object], knowledge: Knowledge) -> dict[str, Value]:
    """Return stored facts; what the content no longer takes counts as unknown."""
    try:
        return check(raw, knowledge)
    except FactErrors as errors:
        bad = {each.fact for each in errors.errors}
        return check({name: value for name, value in raw.items() if name not in bad}, knowledge)


def with_derived(facts: Facts, knowledge: Knowledge) -> dict[str, Value]:
    """Return the facts with every derived fact that is settled."""
    known = dict(facts)
    for derived in knowledge.derived:
        truth = count(derived, facts)
        if truth is not None:
            known[derived.id] = truth
    return known


def count(derived: Derived, facts: Facts) -> Truth:
    """Return whether at least `at_least` are true: known as soon as no answer can change it."""
    values = [facts.get(name) for name in derived.of]
    yes = sum(value is True for value in values)
    open_ = sum(value is None for value in values)
    if yes >= derived.at_least:
        return True
    return False if yes + open_ < derived.at_least else None


def to_json(facts: Facts) -> dict[str, Json]:
    """Return the facts as JSON data, in the order of their ids, sets as sorted lists."""
    return {name: _plain(facts[name]) for name in sorted(facts)}


def expected_of(definition: FactDefinition) -> str:
    """Return in words what values a fact takes."""
    match definition.type:
        case "bool":
            return "true, false or null"
        case "int":
            return f"a whole number from {definition.low} to {definition.high}, or null"
        case "word":
            return "one of " + ", ".join(each.id for each in definition.options) + ", or null"
        case "words":
            return "a list out of " + ", ".join(each.id for each in definition.options)


def _plain(value: Value) -> Json:
    return sorted(value) if isinstance(value, frozenset) else value


def _value(definition: FactDefinition, value: object) -> Value | None:
    match definition.type:
        case "bool":
            return value if isinstance(value, bool) else None
        case "int":
            return _whole(value, definition.low, definition.high)
        case "word":
            return value if isinstance(value, str) and value in definition.shape.words else None
        case "words":
            return _several(value, definition.shape.words)


def _whole(value: object, low: int | None, high: int | None) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool) or low is None or high is None:
        return None
    return value if low <= value <= high else None


def _several(value: object, words: frozenset[str]) -> frozenset[str] | None:
    if not isinstance(value, list | tuple | set | frozenset):
        return None
    chosen = [each for each in value if isinstance(each, str) and each in words]
    return frozenset(chosen) if len(chosen) == len(value) else None


def _undeclared(name: str, knowledge: Knowledge) -> FactError:
    if any(name == each.id for each in knowledge.derived):
        return FactError(name, "a derived fact", "only facts a person answers; leave it out")
    near = get_close_matches(name, list(knowledge.facts), n=1)
    hint = f"; did you mean {near[0]}?" if near else "; `unknot facts` lists them"
    return FactError(name, "an id that is not declared", f"a declared fact{hint}")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
