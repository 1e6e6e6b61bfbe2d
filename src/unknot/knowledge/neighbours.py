"""What stands beside an exercise: easier and harder ones, and what to do without its things."""

from collections.abc import Mapping

from unknot.knowledge.exercise_schema import Exercise


def easier_than(exercise: Exercise, among: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """Return the easier neighbours: the one it names, then those that name it as harder."""
    return _beside(exercise, exercise.easier, "harder", among)


def harder_than(exercise: Exercise, among: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """Return the harder neighbours: the one it names, then those that name it as easier."""
    return _beside(exercise, exercise.harder, "easier", among)


def without_things(exercise: Exercise, among: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """Return what to do instead, nearest first, up to the first that needs nothing.

    Empty when the exercise itself needs nothing.
    """
    found: list[Exercise] = []
    last = exercise
    while last.equipment and last.alternative is not None:
        last = among[last.alternative]
        if last in (exercise, *found):
            break
        found.append(last)
    return tuple(found)


def _beside(
    exercise: Exercise, named: str | None, back: str, among: Mapping[str, Exercise]
) -> tuple[Exercise, ...]:
    naming = (other.id for other in among.values() if getattr(other, back) == exercise.id)
    names = dict.fromkeys((*((named,) if named else ()), *naming))
    return tuple(among[name] for name in names)
