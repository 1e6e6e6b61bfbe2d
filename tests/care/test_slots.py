"""The places of a session: goals, likes, and who stands in."""

from itertools import groupby
from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, POSITIONS, START, TYPICAL, person
from unknot.care.barrier import Person, allowed, person_of
from unknot.care.facts import with_derived
from unknot.care.programme import START as BEGINNING
from unknot.care.programme import build
from unknot.care.session import fill, seconds
from unknot.care.slots import named, options, slots_of
from unknot.knowledge.exercise_schema import PHASES, Phase
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
RECURRENT = TRAINING.patterns["upper-back-recurrent"]
EASY: dict[str, Any] = {
    **TYPICAL,
    "pain_0_10": 1,
    "days_since_onset": 20,
    "had_before": "often_same_place",
}


def somebody(liked: tuple[str, ...] = (), **facts: Any) -> Person:
    known = {**person({**EASY, **facts}), **BEGINNING, "calm_checkins": 3}
    known["last_morning"] = "same_or_better"
    return person_of(with_derived(known, KNOWLEDGE), TRAINING, {}, liked)


def test_a_goal_that_is_not_known_adds_nothing() -> None:
    plain = slots_of(RECURRENT, "restore", somebody(), TRAINING)
    assert plain == RECURRENT.phase("restore").slots


def test_the_exercise_of_a_goal_says_why_it_is_there() -> None:
    programme = build(person({**EASY, "goals": ["sleep"]}), KNOWLEDGE, START)
    line = next(each for each in programme.session if each.exercise_id == "progressive-relaxation")
    goal = next(each for each in TRAINING.goals if each.id == "goal.sleep")
    assert line.reason == goal.slot.because
    assert "goal.sleep" in line.why


def test_what_a_person_marked_comes_first_where_the_choice_is_free() -> None:
    slot = next(s for s in RECURRENT.phase("restore").slots if "doorway-stretch" in s.choose)
    assert options(slot, RECURRENT, "restore", somebody(), TRAINING)[0] == "doorway-stretch"
    fond = somebody(liked=("wall-chest-stretch",))
    assert options(slot, RECURRENT, "restore", fond, TRAINING)[0] == "wall-chest-stretch"


def test_what_is_marked_but_not_allowed_stays_out() -> None:
    facts = person({**EASY, "equipment": []})
    programme = build(facts, KNOWLEDGE, START, liked=("band-row", "doorway-stretch"))
    there = {line.exercise_id for line in programme.session}
    assert not there & {"band-row", "doorway-stretch"}


def test_marks_are_kept_with_the_programme() -> None:
    programme = build(person(EASY), KNOWLEDGE, START, liked=("open-book",))
    assert programme.liked == ("open-book",)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("pattern", sorted(TRAINING.patterns))
@pytest.mark.parametrize("position", POSITIONS)
def test_whatever_the_position_there_is_a_session(
    position: str, pattern: str, phase: Phase
) -> None:
    bound = somebody(can_get_into=[position], equipment=[])
    lines = fill(TRAINING.patterns[pattern], phase, bound, TRAINING, {})
    assert lines
    assert seconds(lines, TRAINING) <= bound.minutes * 60
    assert all(allowed(line.exercise_id, bound, phase, TRAINING) for line in lines)


def test_the_breath_that_begins_stays_the_same_as_it_grows() -> None:
    bound = somebody(can_get_into=["lying_front"], equipment=[])
    (first, *_) = fill(RECURRENT, "restore", bound, TRAINING, {})
    longer = first.with_dose("repetitions", first.repetitions + 4)
    (again, *_) = fill(RECURRENT, "restore", bound, TRAINING, {first.exercise_id: longer})
    assert again.exercise_id == first.exercise_id


def test_a_stand_in_is_as_gentle_and_for_the_same_muscles() -> None:
    for name, others in TRAINING.similar.items():
        one = TRAINING.exercises[name]
        for other in (TRAINING.exercises[each] for each in others):
            assert other.kind == one.kind
            assert other.load <= one.load
            assert set(other.targets) & set(one.targets)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize(
    ("pattern", "place"),
    [("low-back", "low_back"), ("upper-back-recurrent", "upper_back"), ("neck-shoulder", "neck")],
)
def test_who_stands_in_works_on_the_place_that_hurts(
    pattern: str, place: str, position: str
) -> None:
    programme = TRAINING.patterns[pattern]
    things = sorted(KNOWLEDGE.facts["equipment"].shape.words)
    bound = somebody(can_get_into=[position], equipment=things, regions=[place])
    for phase in programme.phases:
        for slot in phase.slots:
            regions = TRAINING.exercises[slot.choose[0]].regions
            among = set(named(slot, programme, TRAINING))
            found = set(options(slot, programme, phase.id, bound, TRAINING)) - among
            for name in found:
                assert place not in regions or place in TRAINING.exercises[name].regions, name


def test_nobody_stands_in_for_a_lock() -> None:
    sore = person_of(
        with_derived({**person({**EASY, "pain_0_10": 8}), **BEGINNING}, KNOWLEDGE), TRAINING, {}
    )
    for slot in RECURRENT.phase("calm").slots:
        among = set(named(slot, RECURRENT, TRAINING))
        assert set(options(slot, RECURRENT, "calm", sore, TRAINING)) <= among


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("pattern", sorted(TRAINING.patterns))
@pytest.mark.parametrize("minutes", [6, 12, 20])
def test_nobody_gets_down_to_the_floor_twice_for_one_part(
    minutes: int, pattern: str, phase: Phase
) -> None:
    who = somebody(minutes_per_session=minutes, can_get_into=POSITIONS)
    session = fill(TRAINING.patterns[pattern], phase, who, TRAINING, {})
    floor = TRAINING.defaults.floor
    parts = groupby(
        session[1:],  # the warm-up comes first, wherever it is done
        key=lambda line: (line.role, TRAINING.exercises[line.exercise_id].position in floor),
    )
    stays = [part for part, _ in parts]
    assert len(stays) == len(set(stays))
