"""Around every exercise: a way down, a way up, its counterpart, and one for those without things."""

from dataclasses import replace

import pytest

from tests.care.training_people import KNOWLEDGE
from unknot.knowledge.exercise_schema import IRRITABILITIES, PHASES, Dose, Exercise
from unknot.knowledge.neighbours import easier_than, harder_than, without_things
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
EVERY = TRAINING.exercises
each_exercise = pytest.mark.parametrize("exercise", EVERY.values(), ids=list(EVERY))


def seconds(exercise: Exercise, dose: Dose) -> int:
    """Return the seconds of work of one dose, one side."""
    return dose.sets * dose.repetitions * (exercise.repetition_seconds + dose.hold_seconds)


@each_exercise
def test_a_neighbour_knows_its_neighbour(exercise: Exercise) -> None:
    assert all(exercise in harder_than(other, EVERY) for other in easier_than(exercise, EVERY))
    assert all(exercise in easier_than(other, EVERY) for other in harder_than(exercise, EVERY))


@each_exercise
def test_easier_is_no_heavier_and_no_more_for_calm_days(exercise: Exercise) -> None:
    for easier in easier_than(exercise, EVERY):
        assert easier.load <= exercise.load, easier.id
        allowed = IRRITABILITIES.index(easier.irritability)
        assert allowed >= IRRITABILITIES.index(exercise.irritability), easier.id


def test_the_way_up_never_comes_round() -> None:
    for start in EVERY.values():
        above, front = set(), list(harder_than(start, EVERY))
        while front:
            one = front.pop()
            assert one != start, start.id
            front += [each for each in harder_than(one, EVERY) if each.id not in above]
            above |= {each.id for each in harder_than(one, EVERY)}


@each_exercise
def test_each_has_a_neighbour(exercise: Exercise) -> None:
    assert easier_than(exercise, EVERY) or harder_than(exercise, EVERY)


@each_exercise
def test_what_works_one_side_of_a_joint_names_its_counterpart(exercise: Exercise) -> None:
    """Breath, walking and moves that go both ways need none; strength and stretches do."""
    if exercise.opposes or exercise.kind in ("strength", "stretch"):
        assert exercise.partner is not None
    if exercise.partner and exercise.opposes:
        assert set(exercise.opposes) & set(EVERY[exercise.partner].targets)
    assert exercise.partner != exercise.id


@each_exercise
def test_those_without_things_find_one_that_needs_nothing(exercise: Exercise) -> None:
    others = without_things(exercise, EVERY)
    assert bool(others) == bool(exercise.equipment)
    assert not others or not others[-1].equipment


def test_who_cannot_kneel_finds_another_position() -> None:
    """C16: a kneeling exercise has a substitute off the knees."""
    kneeling = [each for each in EVERY.values() if each.position in ("kneeling", "hands_knees")]
    assert kneeling
    for exercise in kneeling:
        assert exercise.alternative is not None, exercise.id
        assert EVERY[exercise.alternative].position not in ("kneeling", "hands_knees"), exercise.id


@each_exercise
def test_an_alternative_is_hardly_ever_heavier_and_then_still_light(exercise: Exercise) -> None:
    if exercise.alternative is not None:
        other = EVERY[exercise.alternative]
        assert other.load <= max(exercise.load, 1), other.id


@each_exercise
def test_work_never_falls_from_phase_to_phase(exercise: Exercise) -> None:
    doses = [exercise.doses[phase] for phase in PHASES if phase in exercise.doses]
    work = [seconds(exercise, dose) for dose in doses]
    assert work == sorted(work)
    first = PHASES.index(exercise.phases[0])
    assert exercise.phases == PHASES[first : first + len(exercise.phases)]


def test_every_thing_that_is_asked_for_is_used() -> None:
    used = {thing for each in EVERY.values() for thing in each.equipment}
    assert used == KNOWLEDGE.facts["equipment"].shape.words


def test_a_circle_of_alternatives_ends() -> None:
    one = replace(EVERY["bridge"], id="one", alternative="two")
    two = replace(EVERY["bridge"], id="two", alternative="one")
    assert without_things(one, {"one": one, "two": two}) == (two,)
