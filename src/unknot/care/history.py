"""What the programme made of each session, as it was judged then: its light, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from unknot.care.programme import Programme
from unknot.knowledge.exercise_schema import LIGHTS, Light


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
    """Return what answered each session of one programme; 1 is its first session.

    A session may be judged twice: at its end, and when the next morning is known.
    """
    found: dict[int, Answer] = {}
    judged = ""
    for version in course:
        fresh, judged = version.judged != judged, version.judged
        mark = _mark(judged)
        if fresh and mark is not None:
            number, light = mark
            earlier = found[number].versions if number in found else ()
            found[number] = Answer(light, (*earlier, version))
    return found


def _mark(judged: str) -> tuple[int, Light] | None:
    """Return the number of the session and its light, as `judged_mark` writes them."""
    number, _, colour = judged.partition("|")[0].partition(":")
    light = next((each for each in LIGHTS if each == colour), None)
    return (int(number), light) if number.isdecimal() and light else None
