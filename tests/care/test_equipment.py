"""Things at home: nothing is asked for that is not ticked, and nobody without things stands empty."""

import pytest

from tests.care.training_people import KNOWLEDGE, TYPICAL, person
from unknot.care.barrier import person_of
from unknot.care.facts import FactErrors, check, with_derived
from unknot.care.programme import START
from unknot.care.session import fill
from unknot.knowledge.exercise_schema import PHASES, Phase
from unknot.knowledge.movements import load_movements
from unknot.knowledge.training import training
from unknot.rules.nodes import Value

TRAINING = training(KNOWLEDGE)
THINGS = KNOWLEDGE.facts["equipment"].shape.words
STOOL = 0.3  # of body height: a lower "table" is drawn as something to sit on
SELDOM = {
    "table",
    "ball",
    "stick",
    "bottle",
    "bag",
    "band",
    "roller",
    "step",
    "doorway",
    "towel",
}
HOMES: dict[str, frozenset[str]] = {
    "nothing": frozenset(),
    "a chair": frozenset({"chair"}),
    "the usual": THINGS - SELDOM,
    "all": THINGS,
}


def session(pattern: str, phase: Phase, things: frozenset[str]) -> list[str]:
    """Return the session of somebody calm and well with these things at home."""
    calm = {"days_since_onset": 30, "pain_0_10": 1, "pain_at_rest_0_10": 0}
    facts = person({**TYPICAL, **calm, "minutes_per_session": 20, "equipment": sorted(things)})
    later: dict[str, Value] = {"calm_checkins": 4, "last_morning": "same_or_better"}
    known = with_derived({**facts, **START, **later}, KNOWLEDGE)
    able = person_of(known, TRAINING, {})
    lines = fill(TRAINING.patterns[pattern], phase, able, TRAINING, {})
    return [line.exercise_id for line in lines]


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("pattern", TRAINING.patterns)
def test_every_phase_fills_with_what_is_there(pattern: str, home: str) -> None:
    for phase in PHASES:
        there = session(pattern, phase, HOMES[home])
        assert len(there) >= (1 if phase == "calm" else 3), phase
        needed = {thing for name in there for thing in TRAINING.exercises[name].equipment}
        assert needed <= HOMES[home], phase


@pytest.mark.parametrize("thing", ["table", "stick", "bottle", "bag", "ball"])
def test_what_a_picture_cannot_do_without_is_asked_for(thing: str) -> None:
    """The hands may be empty at first in two of them; those say so."""
    movements = load_movements()
    for each in TRAINING.exercises.values():
        props = movements[each.movement].props
        drawn = {prop.kind for prop in props if prop.kind != "table" or prop.size[1] > STOOL}
        said = " ".join(step.en for step in each.steps)
        if thing in drawn:
            assert thing in each.equipment or "empty hands" in said, each.id


def test_only_things_that_an_exercise_needs_are_answers() -> None:
    with pytest.raises(FactErrors):
        check({"equipment": ["bench"]}, KNOWLEDGE)
    assert check({"equipment": ["bag", "ball"]}, KNOWLEDGE)
