"""Every small slip in the programme and adaptation tables is noticed by a case."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from tests.care import test_adapt, test_contraindications, test_programme
from tests.mutation.report import Report
from tests.mutation.trial import noticed
from unknot.knowledge import training as reading
from unknot.knowledge.exercise_schema import Exercise, Training
from unknot.knowledge.load import load
from unknot.rules.analyse import mutants
from unknot.rules.nodes import Node

KNOWLEDGE = load()
CONTENT = reading.training(KNOWLEDGE)
# Slips that nobody can notice, by row: how many, and why. They stay because each row should read
# whole on its own.
UNNOTICED = {
    "light.strong-not-raised": (1, "a pain of 4 is amber by a later row as well"),
    "light.waiting": (1, "the green row needs a known pain as well"),
    "light.green": (2, "pain over 2 or unknown was met by an earlier row"),
    "adapt.away": (2, "away_news is only true from 7 days on"),
    "adapt.hurt": (1, "only what is news tells of exercises"),
    "adapt.put-aside": (1, "only what is news tells of exercises"),
    "adapt.late": (1, "what comes late is news"),
    "adapt.long-waiting": (1, "a count of waits means the last light waits"),
    "adapt.long-amber": (1, "a count of ambers means the last light is amber"),
    "adapt.two-ambers": (1, "a count of ambers means the last light is amber"),
    "adapt.next-phase": (1, "a count of greens means the last light is green"),
    "adapt.two-greens": (1, "a count of greens means the last light is green"),
}


def changed_rows() -> Iterator[tuple[str, Node, Training]]:
    """Yield the content with one condition one slip away, and the row's id."""
    for field in ("lights", "rows", "locks", "pattern_rows", "goals"):
        rows = getattr(CONTENT, field)
        for place, row in enumerate(rows):
            for other in mutants(row.when):
                change: dict[str, Any] = {
                    field: (*rows[:place], replace(row, when=other), *rows[place + 1 :])
                }
                yield row.id, other, replace(CONTENT, **change)


def changed_exercises() -> Iterator[Exercise]:
    """Yield every exercise with its contraindication one slip away."""
    for exercise in CONTENT.exercises.values():
        for other in mutants(exercise.avoid_if):
            yield replace(exercise, avoid_if=other)


@cache
def contraindications() -> Report:
    """Return what became of every slip in an `avoid_if`."""
    cases = {case["exercise"]: case for case in test_contraindications.CASES}
    found = list(changed_exercises())
    left = [one for one in found if test_contraindications.keeps(one, cases[one.id])]
    places = (f"{one.id}: {one.avoid_if}" for one in left)
    return Report("exercises: contraindications", len(found), survivors=dict.fromkeys(places, ""))


@cache
def rows() -> Report:
    """Return what became of every slip in a condition of programme and adaptation."""
    found, left = list(changed_rows()), {}
    for name, other, content in found:
        if not _met(content):
            left[f"{name}: {other}"] = UNNOTICED.get(name, (0, ""))[1]
    return Report("programme and adaptation: conditions", len(found), survivors=left)


def _met(content: Training) -> bool:
    """Return whether a case fails; the programme reads its content by the hash."""
    reading.training.kept[KNOWLEDGE.content_hash] = content
    try:
        return noticed([(test_adapt, "test_case"), (test_programme, "test_case")], TRAINING=content)
    finally:
        reading.training.kept[KNOWLEDGE.content_hash] = CONTENT


def test_no_slip_in_a_contraindication_survives() -> None:
    assert contraindications().survivors == {}


def test_no_slip_in_programme_and_adaptation_survives() -> None:
    found = Counter(place.split(": ")[0] for place in rows().survivors)
    assert found == {name: count for name, (count, _) in UNNOTICED.items()}, rows().survivors
