"""At the top of a phase something changes now and then, and nothing gets heavier by it."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.programme import Programme, build
from unknot.care.response import Response
from unknot.care.session import seconds
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
FACTS = person({**TYPICAL, "minutes_per_session": 9})


def calm_weeks(days: int, liked: tuple[str, ...] = ()) -> list[Programme]:
    """Return every version of a course of calm sessions, one each second day."""
    found = [build(FACTS, KNOWLEDGE, START, liked=liked)]
    responses: list[Response] = []
    for day in range(0, days, 2):
        said: dict[str, Any] = {"day": day, "before": 1, "after": 1, "morning": 1}
        responses.append(response(said))
        today = START + timedelta(days=day + 1)
        found.append(adapt(found[-1], responses, FACTS, KNOWLEDGE, today))
    return found


def names(programme: Programme) -> set[str]:
    return {line.exercise_id for line in programme.session}


def varied(course: list[Programme]) -> list[tuple[Programme, Programme]]:
    return [(a, b) for a, b in pairwise(course) if b.change and b.change.rule == "adapt.variety"]


def test_one_exercise_gives_its_place_to_another_no_heavier() -> None:
    found = varied(calm_weeks(160))
    assert found
    for before, after in found:
        gone, come = names(before) - names(after), names(after) - names(before)
        assert len(gone) == len(come) == 1
        left, new = (TRAINING.exercises[next(iter(each))] for each in (gone, come))
        assert new.load <= left.load
        assert seconds(after.session, TRAINING) <= after.minutes * 60
        assert {each.what for each in after.change.lines} == {"removed", "added"}  # type: ignore[union-attr]


def test_it_is_not_restless() -> None:
    days = [after.made_on for _, after in varied(calm_weeks(160))]
    gaps = [(b - a).days for a, b in pairwise(days)]
    assert all(gap >= TRAINING.vary_days for gap in gaps)
    assert (days[0] - START).days >= TRAINING.vary_days


def test_who_rests_is_named_with_the_reason_and_may_come_back() -> None:
    before, after = varied(calm_weeks(160))[0]
    (gone,) = names(before) - names(after)
    waiting = next(each for each in after.locked if each.exercise_id == gone)
    assert waiting.why == "standing.resting"
    assert after.put_aside[gone] == "variety"


def test_what_is_liked_or_pinned_stays() -> None:
    liked = tuple(sorted(TRAINING.exercises))
    assert varied(calm_weeks(100, liked)) == []
