"""What the programme made of each session, as it was judged then: its light, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from unknot.care.judged import answered
from unknot.care.programme import Programme
from unknot.knowledge.exercise_schema import Light


@dataclass(frozen=True)
class Answer:
    """What came of one session: the light it was last given, the versions that answered it."""

    light: Light
    versions: tuple[Programme, ...]


def courses(versions: Sequence[Programme]) -> list[list[Programme]]:
    """Return the versions, oldest first, one list for each programme that began."""
    found: list[list[Programme]] = []
    for version in versions:
        if version.change is None or not found:
            found.append([])
        found[-1].append(version)
    return found


def answers(course: Sequence[Programme]) -> dict[int, Answer]:
    """Return what answered each session of one programme; 1 is the first that arrived.

    A session may be judged twice: at its end, and when the next morning is known.
    """
    found: dict[int, Answer] = {}
    judged = ""
    for version in course:
        for number, light in answered(judged, version.judged):
            earlier = found[number].versions if number in found else ()
            found[number] = Answer(light, (*earlier, version))
        judged = version.judged
    return found
