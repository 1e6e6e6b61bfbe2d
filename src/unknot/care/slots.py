"""The places of a session: those of the phase, what a person's goals add, who may stand in."""

from collections.abc import Iterator

from unknot.care.barrier import Person, allowed, standing_of
from unknot.knowledge.exercise_schema import Exercise, Pattern, Phase, Slot, Training
from unknot.knowledge.read import Both
from unknot.rules.code import truth as evaluate

BEFORE_GOALS = 2


def slots_of(
    pattern: Pattern, phase: Phase, person: Person, training: Training
) -> tuple[Slot, ...]:
    """Return the slots of a session, most important first; those of the goals come third."""
    own = [each.slot for each in training.goals if evaluate(each.when, person.facts) is True]
    plan = pattern.phase(phase).slots
    added = own[: training.defaults.goals_at_once]
    return (*plan[:BEFORE_GOALS], *added, *plan[BEFORE_GOALS:])


def options(
    slot: Slot, pattern: Pattern, phase: Phase, person: Person, training: Training
) -> list[str]:
    """Return who may take the slot now, the liked ones first, else in the order written.

    Where the profile rules out everybody named (a position, a thing, an `avoid_if`), another of the
    catalogue stands in that is as gentle and, where the first named does, works on the place that
    hurts. A lock opens by itself: nobody stands in for it.
    """
    among = list(named(slot, pattern, training))
    found = [name for name in among if allowed(name, person, phase, training)]
    if not found and all(standing_of(training.exercises[name], person) for name in among):
        others = _for_the_place(training.exercises[slot.choose[0]], person, training)
        found = [name for name in others if allowed(name, person, phase, training)]
    return sorted(found, key=lambda name: name not in person.liked)


def _for_the_place(exercise: Exercise, person: Person, training: Training) -> Iterator[str]:
    """Yield who may stand in, nearest first; where the exercise works on what hurts, so do they."""
    hurts = person.facts.get("regions")
    place = set(exercise.regions) & (hurts if isinstance(hurts, frozenset) else set())
    for name in training.similar[exercise.id]:
        if not place or place & set(training.exercises[name].regions):
            yield name


def named(slot: Slot, pattern: Pattern, training: Training) -> Iterator[str]:
    """Yield the slot's choices, then their alternatives of the same programme, nearest first."""
    within_pattern = set(pattern.exercises())
    seen: list[str] = list(slot.choose)
    for name in seen:
        other = training.exercises[name].alternative
        if other is not None and other in within_pattern and other not in seen:
            seen.append(other)
    yield from seen


def because(name: str, slot: Slot, pattern: Pattern, training: Training) -> Both:
    """Return why an exercise takes the slot: the slot's reason, or its own when it stands in."""
    if name in named(slot, pattern, training):
        return slot.because
    return training.exercises[name].purpose


def rules(slot: Slot, pattern: Pattern, phase: Phase, training: Training) -> tuple[str, ...]:
    """Return the ids of what put the slot there."""
    goal = next((each.id for each in training.goals if each.slot is slot), None)
    return (f"programme.{pattern.id}", goal or f"{pattern.id}.{phase}.{slot.role}")
