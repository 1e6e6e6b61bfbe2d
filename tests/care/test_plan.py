"""What is no longer allowed leaves a plan, and a session is left all the same."""

from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, TYPICAL, person
from unknot.care.barrier import allowed, person_of
from unknot.care.facts import with_derived
from unknot.care.plan import Plan, Setting, held, is_fitting
from unknot.care.programme import START as BEGINNING
from unknot.care.session import fill
from unknot.knowledge.exercise_schema import PHASES, Phase
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
CALM = {**BEGINNING, "calm_checkins": 3, "last_morning": "same_or_better"}


def setting(pattern: str, **facts: Any) -> Setting:
    said = person({**TYPICAL, "days_since_onset": 20, **facts})
    able = person_of(with_derived({**said, **CALM}, KNOWLEDGE), TRAINING, {})
    return Setting(able, TRAINING.patterns[pattern], TRAINING)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("pattern", sorted(TRAINING.patterns))
@pytest.mark.parametrize("minutes", [4, 12])
@pytest.mark.parametrize(
    "now",
    [{"pain_0_10": 8, "pain_at_rest_0_10": 8}, {"osteoporosis": True}, {"recent_surgery": True}],
)
def test_what_no_longer_suits_never_takes_the_whole_session_along(
    pattern: str, phase: Phase, minutes: int, now: dict[str, Any]
) -> None:
    before = setting(pattern, minutes_per_session=minutes)
    session = fill(before.pattern, phase, before.person, TRAINING, {})
    assert session
    after = setting(pattern, minutes_per_session=minutes, **now)
    kept = held(Plan(phase, session, None), (), (), after).session
    assert kept
    assert is_fitting(kept, after)
    assert all(allowed(line.exercise_id, after.person, phase, TRAINING) for line in kept)
    names = {line.exercise_id for line in session}
    new = [line for line in kept if line.exercise_id not in names]
    assert all(TRAINING.exercises[line.exercise_id].kind == "breathing" for line in new)
    assert held(Plan(phase, kept, None), (), (), after).session == kept
