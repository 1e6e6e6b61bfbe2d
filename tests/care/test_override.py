"""A therapist's order wins over adaptation, is recorded with who and why, and never past the bounds."""

from datetime import timedelta
from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.override import Order, OrderError, order_of, override
from unknot.care.programme import Programme, build, from_json, to_json
from unknot.care.response import Response
from unknot.care.seen import seen_facts
from unknot.care.session import line_seconds
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate

TRAINING = training(KNOWLEDGE)
FACTS = person({**TYPICAL, "minutes_per_session": 30})
CALM = {"before": 1, "after": 1, "morning": 1}
RED = {"before": 3, "during": 8, "after": 8, "morning": 8}


def ordered(programme: Programme, **order: Any) -> Programme:
    whole = {"by": "Therapist", "reason": "Seen today", **order}
    return override(programme, order_of(whole), [], FACTS, KNOWLEDGE, START)


def begun() -> Programme:
    return build(FACTS, KNOWLEDGE, START)


def led(programme: Programme, *days: dict[str, int]) -> Programme:
    """Return the programme after these sessions, every second day."""
    responses: list[Response] = []
    for number, said in enumerate(days):
        responses.append(response({"day": 2 * number, **said}))
        today = START + timedelta(days=2 * number + 1)
        programme = adapt(programme, responses, FACTS, KNOWLEDGE, today)
    return programme


def test_it_is_a_version_that_says_who_and_why() -> None:
    before = begun()
    after = ordered(before, kind="leave_out", what=before.session[1].exercise_id)
    assert after.version == before.version + 1
    assert after.change is not None
    assert after.change.kind == "override"
    assert after.change.reason.en == after.change.reason.fr == "Seen today"
    assert "Therapist" in after.change.seen.fr
    assert [each.what for each in after.change.lines] == ["removed"]
    assert from_json(to_json(after)) == after


def test_what_was_left_out_never_comes_back_by_itself() -> None:
    before = begun()
    name = before.session[1].exercise_id
    after = led(ordered(before, kind="leave_out", what=name), *[CALM] * 12)
    assert name not in {line.exercise_id for line in after.session}
    assert name in {each.exercise_id for each in after.aside}


@pytest.mark.parametrize("days", [[CALM] * 6, [CALM, RED]])
def test_a_set_dose_stays_whatever_the_responses(days: list[dict[str, int]]) -> None:
    before = begun()
    line = before.session[1]
    after = ordered(before, kind="dose", what=line.exercise_id, repetitions=line.repetitions - 1)
    later = led(after, *days)
    kept = [each for each in later.session if each.exercise_id == line.exercise_id]
    assert all(each.repetitions == line.repetitions - 1 and each.pinned for each in kept)


def test_a_danger_sign_comes_before_every_order() -> None:
    before = begun()
    after = ordered(before, kind="dose", what=before.session[0].exercise_id, sets=1)
    stopped = led(after, {**CALM, "new_danger": True})
    assert stopped.session == ()
    with pytest.raises(OrderError, match="the programme is stopped"):
        ordered(stopped, kind="phase", what="calm")


def test_a_phase_can_be_begun_and_keeps_every_lock() -> None:
    after = ordered(begun(), kind="phase", what="restore")
    assert after.phase == "restore"
    seen = seen_facts(after, [], FACTS, KNOWLEDGE, TRAINING, START)
    shut = [
        lock.id
        for line in after.session
        for lock in TRAINING.locks
        if lock.holds.match(TRAINING.exercises[line.exercise_id])
        if evaluate(lock.when, seen) is not False
    ]
    assert shut == []


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ({"kind": "dance", "what": "x"}, "write one of leave_out"),
        ({"kind": "leave_out", "what": ""}, "what: found ''"),
        ({"kind": "leave_out", "what": "handstand"}, "write the id of an exercise"),
        ({"kind": "dose", "what": "plank", "sets": 1}, "write an exercise of the session"),
        ({"kind": "phase", "what": "soon"}, "write one of calm"),
        ({"kind": "phase", "what": "calm", "until": "x"}, "unknown fields"),
        ({"kind": "phase", "what": "calm", "sets": True}, "write a whole number"),
    ],
)
def test_a_wrong_order_is_refused_in_words(order: dict[str, Any], says: str) -> None:
    with pytest.raises(OrderError, match=says):
        ordered(begun(), **order)


def test_no_dose_past_its_bounds_or_the_minutes() -> None:
    before = begun()
    line = before.session[1]
    with pytest.raises(OrderError, match="the most is"):
        ordered(before, kind="dose", what=line.exercise_id, sets=99)
    short = build({**FACTS, "minutes_per_session": 3}, KNOWLEDGE, START)
    name = max(short.session, key=lambda each: line_seconds(each, TRAINING)).exercise_id
    most = TRAINING.exercises[name].bounds
    order = Order("dose", name, "Therapist", "More", most.sets, most.repetitions, most.hold_seconds)
    with pytest.raises(OrderError, match="would not fit 3 minutes"):
        override(short, order, [], {**FACTS, "minutes_per_session": 3}, KNOWLEDGE, START)


def test_an_ordered_phase_is_not_left_upwards() -> None:
    calm = [CALM] * 20
    held = led(ordered(begun(), kind="phase", what="calm"), *calm)
    assert (held.phase, held.ordered_phase) == ("calm", "calm")
    assert led(begun(), *calm).phase != "calm"
    assert from_json(to_json(held)) == held
