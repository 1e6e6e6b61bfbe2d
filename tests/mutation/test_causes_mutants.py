"""Every small slip in the causes table is noticed: in a condition, a weight, a base, a place."""

from collections.abc import Iterator
from dataclasses import replace

from tests.care.test_causes_evidence import EDGES, KNOWLEDGE, SENTENCES, evidence
from unknot.care.causes import _fit, _Weighed
from unknot.care.facts import check
from unknot.knowledge.schema import Cause, Evidence
from unknot.rules.analyse import mutants
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Node

# Weights that could be one more and nobody would see it: when the sentence is said, hardly
# anything can speak for the cause, which fits poorly already (the first one: well already).
# They are as small as they can be.
UNNOTICED = {
    ("cause.lifting", "It began with effort, and lifting hurts since"),
    ("cause.lifting", "No movement changes it"),
    ("cause.lifting", "No effort came before it"),
    ("cause.injury", "No fall and no knock came before"),
    ("cause.rounded-back", "No change of shape and no bone trouble is known"),
    ("cause.thoracic-disc", "No tingling, no burning"),
    ("cause.bone", "You are under 50 and no bone trouble is known"),
    ("cause.infection", "No fever, no recent infection, no weak defences"),
    ("cause.cancer", "No cancer, no weight loss, no pain that never eases"),
    ("cause.rib-nerve", "No tingling, no burning"),
    ("cause.whiplash", "No fall and no knock came before"),
    ("cause.from-hip", "No hip or knee trouble is known"),
    ("cause.low-back-nerve", "No tingling, no burning"),
    ("cause.inflamed-spine", "It is 3 months old or less"),
    ("cause.inflamed-spine", "It began after 45, or may have"),
    ("cause.diabetes", "No diabetes is known"),
    ("cause.cold", "It began with effort or a knock"),
    ("cause.cold", "Cold eases it"),
}


def test_no_slip_in_a_condition_survives_the_examples() -> None:
    pairs = {(each.words.en, each.when) for each in evidence()}
    survivors = [
        (says, other) for says, when in pairs for other in mutants(when) if _passes(says, other)
    ]
    assert survivors == []


def _passes(says: str, node: Node) -> bool:
    examples = SENTENCES[says]
    said = all(evaluate(node, check(each, KNOWLEDGE)) is True for each in examples["said"])
    return said and all(
        evaluate(node, check(each, KNOWLEDGE)) is False for each in examples["unsaid"]
    )


def test_one_more_or_less_turns_the_wording_of_somebody() -> None:
    survivors = {
        (cause.id, name)
        for cause in KNOWLEDGE.causes
        for name, changed in _changed(cause)
        if _worded_as_before(changed)
    }
    assert survivors == UNNOTICED


def _changed(cause: Cause) -> Iterator[tuple[str, Cause]]:
    for step in (-1, 1):
        if 0 <= cause.base + step <= 3:
            yield "base", replace(cause, base=cause.base + step)
        for side in ("for_", "against"):
            rows: tuple[Evidence, ...] = getattr(cause, side)
            for place, row in enumerate(rows):
                if 1 <= row.weight + step <= 3:
                    other = replace(row, weight=row.weight + step)
                    new = (*rows[:place], other, *rows[place + 1 :])
                    yield row.words.en, replace(cause, **{side: new})  # type: ignore[arg-type]


def _worded_as_before(cause: Cause) -> bool:
    edges = [edge for edge in EDGES if edge["cause"] == cause.id]
    return all(_fits(cause, edge["facts"]) == edge["fits"] for edge in edges)


def _fits(cause: Cause, answers: dict[str, object]) -> str:
    known = check(answers, KNOWLEDGE)
    for_, against = (
        [(each, evaluate(each.when, known)) for each in side]
        for side in (cause.for_, cause.against)
    )
    return _fit(_Weighed(cause, for_, against), known, KNOWLEDGE).fits
