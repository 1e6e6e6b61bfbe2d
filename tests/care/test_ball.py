"""Who has a ball at home meets it; who has none, or must not be pressed, never does."""

from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, TYPICAL, person
from unknot.care.barrier import barrier, person_of
from unknot.care.facts import with_derived
from unknot.care.programme import START
from unknot.care.session import fill
from unknot.knowledge.exercise_schema import Phase
from unknot.knowledge.neighbours import without_things
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
CIRCLES, PRESS = (TRAINING.exercises[name] for name in ("wall-ball-circles", "wall-ball-press"))
WELL: dict[str, Any] = {
    **TYPICAL,
    "days_since_onset": 30,
    "pain_0_10": 1,
    "pain_at_rest_0_10": 0,
    "onset_trigger": "overload",
    "minutes_per_session": 30,
    "calm_checkins": 4,
    "last_morning": "same_or_better",
}
# What keeps a hand off a sore muscle (relief), and a roller off the back: written here again.
TOUCH = (
    *("swelling_or_redness", "very_sensitive", "reduced_skin_feeling", "broken_skin", "fever"),
    *("one_sided_rash", "osteoporosis", "takes_long_steroids", "spine_bone_change", "minor_fall"),
    *("cancer_history", "takes_blood_thinner", "clot_risk", "leg_swollen", "weak_immune_system"),
    *("spine_condition", "pregnant", "recent_surgery", "dizziness_tendency"),
)


def known(**facts: Any) -> dict[str, Any]:
    later = ("calm_checkins", "last_morning")
    everything = {**WELL, **facts}
    asked = person({name: value for name, value in everything.items() if name not in later})
    return with_derived({**asked, **START, **{name: everything[name] for name in later}}, KNOWLEDGE)


def session(pattern: str, phase: Phase, *things: str) -> list[str]:
    able = person_of(known(equipment=["chair", "wall", *things]), TRAINING, {})
    lines = fill(TRAINING.patterns[pattern], phase, able, TRAINING, {})
    return [line.exercise_id for line in lines]


MET: list[tuple[str, Phase, str]] = [
    ("upper-back-recurrent", "restore", "wall-ball-circles"),
    ("desk-prevention", "restore", "wall-ball-circles"),
    ("neck-shoulder", "strengthen", "wall-ball-circles"),
    ("neck-shoulder", "keep", "wall-ball-circles"),
    ("upper-back-recurrent", "strengthen", "wall-ball-press"),
    ("upper-back-recurrent", "keep", "wall-ball-press"),
    ("desk-prevention", "keep", "wall-ball-press"),
]


@pytest.mark.parametrize(("pattern", "phase", "name"), MET)
def test_who_has_a_ball_meets_it_and_who_has_none_does_not(
    pattern: str, phase: Phase, name: str
) -> None:
    assert name in session(pattern, phase, "ball")
    assert name not in session(pattern, phase)
    assert session(pattern, phase)


def shut(**facts: Any) -> str | None:
    """Return what keeps the ball off the back of somebody well but for these answers."""
    able = person_of(known(equipment=["wall", "ball"], **facts), TRAINING, {})
    found = barrier(PRESS, able, "strengthen", TRAINING)
    return None if found is None else found.why


def test_pressing_is_open_to_who_is_well() -> None:
    assert shut() is None
    assert shut(age_years=64) is None


@pytest.mark.parametrize("sign", TOUCH)
def test_what_forbids_a_hand_or_a_roller_forbids_the_ball(sign: str) -> None:
    assert shut(**{sign: True}) == "standing.not-for-you"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"age_years": 65}, "standing.not-for-you"),
        ({"pain_0_10": 5}, "lock.pressure"),
        ({"onset_trigger": "injury", "days_since_onset": 6, "pain_0_10": 0}, "lock.pressure"),
        ({"onset_trigger": "known_spine_condition"}, "lock.pressure"),
        ({"regions": ["upper_back", "chest"]}, "lock.pressure"),
        ({"pain_at_rest_0_10": 4, "pain_0_10": 4}, "lock.pain-at-rest"),
        ({"calm_checkins": 0}, "lock.symptom-check"),
    ],
)
def test_the_limits_of_a_light_hand_hold(facts: dict[str, Any], why: str) -> None:
    assert shut(**facts) == why


def test_pressure_is_short() -> None:
    """Less than the minute and a half of a roller, each side; never over 30 seconds at once."""
    most = PRESS.bounds
    assert most.hold_seconds <= 30
    a_side = most.sets * most.repetitions * (PRESS.repetition_seconds + most.hold_seconds)
    assert a_side <= 90
    assert all(dose.hold_seconds == 20 for dose in PRESS.doses.values())


def test_it_says_where_never_to_press() -> None:
    en = " ".join(step.en for step in PRESS.steps)
    fr = " ".join(step.fr for step in PRESS.steps)
    assert all(word in en for word in ("Never", "spine", "neck", "ribs"))
    assert all(word in fr for word in ("Jamais", "colonne", "nuque", "côtes"))


@pytest.mark.parametrize("exercise", [CIRCLES, PRESS])
def test_without_a_ball_there_is_something_else(exercise: Any) -> None:
    assert not without_things(exercise, TRAINING.exercises)[-1].equipment
