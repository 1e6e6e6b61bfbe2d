"""Who may do which exercise now: only what is known to speak against nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from unknot.care.facts import Facts
from unknot.knowledge.exercise_schema import Exercise, Phase, Training
from unknot.knowledge.read import Both
from unknot.rules.code import truth as evaluate

RESTING = "variety"


@dataclass(frozen=True)
class Locked:
    """An exercise of the programme that is not in the session: why, and what unlocks it."""

    exercise_id: str
    why: str
    reason: Both
    unlocks: Both


@dataclass(frozen=True)
class Person:
    """What a session is cut to: facts with everything worked out, and what the profile allows.

    `aside` gives why an exercise was put aside; `liked` are those a person marked.
    """

    facts: Facts
    positions: frozenset[str]
    equipment: frozenset[str]
    minutes: int
    aside: Mapping[str, str]
    liked: frozenset[str] = frozenset()


def person_of(
    facts: Facts, training: Training, aside: Mapping[str, str], liked: Collection[str] = ()
) -> Person:
    """Return the person; where the profile is silent the careful defaults stand."""
    defaults = training.defaults
    minutes = facts.get("minutes_per_session")
    return Person(
        facts=facts,
        positions=_words(facts, "can_get_into") or frozenset(defaults.positions),
        equipment=_words(facts, "equipment") or frozenset(defaults.equipment),
        minutes=minutes if isinstance(minutes, int) else defaults.minutes,
        aside=aside,
        liked=frozenset(liked),
    )


def barrier(exercise: Exercise, person: Person, phase: Phase, training: Training) -> Locked | None:
    """Return why the exercise may not be done now, or None when it may."""
    standing = standing_of(exercise, person)
    if standing is None:
        for lock in training.locks_on[exercise.id]:
            if evaluate(lock.when, person.facts) is not False:
                return Locked(exercise.id, lock.id, lock.reason, lock.unlocks)
        standing = None if phase in exercise.phases else "phase"
    return None if standing is None else locked(exercise.id, standing, training)


def allowed(name: str, person: Person, phase: Phase, training: Training) -> bool:
    """Return whether the exercise may be done now."""
    return barrier(training.exercises[name], person, phase, training) is None


def standing_of(exercise: Exercise, person: Person) -> str | None:
    """Return why the profile keeps the exercise out, whatever the day; None when it does not."""
    if evaluate(exercise.avoid_if, person.facts) is not False:
        return "not-for-you"
    if person.positions.isdisjoint((exercise.position, *exercise.other_positions)):
        return "position"
    if not person.equipment.issuperset(exercise.equipment):
        return "equipment"
    why = person.aside.get(exercise.id)
    return None if why is None else ("resting" if why == RESTING else "aside")


def locked(name: str, standing: str, training: Training) -> Locked:
    """Return an exercise kept out by a standing reason."""
    why = training.standing[standing]
    return Locked(name, f"standing.{standing}", why.reason, why.unlocks)


def _words(facts: Facts, name: str) -> frozenset[str]:
    value = facts.get(name)
    return value if isinstance(value, frozenset) else frozenset()
