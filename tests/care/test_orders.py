"""An order is in force until it is taken back; taking back raises nothing and is a version too."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.plan_histories import CALM, FACTS, RED, SOME, lived, ordered
from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.invariants import broken_session
from unknot.care.lineage import author_of, line_of
from unknot.care.orders import Standing, standing, take_back
from unknot.care.override import OrderError, order_of, override
from unknot.care.programme import WALK, Aside, Programme, build, from_json, to_json
from unknot.care.seen import seen_facts
from unknot.care.session import within
from unknot.knowledge.exercise_schema import PHASES
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)


def begun() -> list[Programme]:
    return [build(FACTS, KNOWLEDGE, START)]


def back(versions: list[Programme], order: Standing) -> list[Programme]:
    return [*versions, take_back(versions, order, (), FACTS, KNOWLEDGE, START)]


def freed(versions: list[Programme]) -> list[Programme]:
    """Return the versions after the one order in force was taken back."""
    [order] = standing(versions)
    return back(versions, order)


def test_nothing_ordered_nothing_stands() -> None:
    assert standing(lived([CALM] * 4)[0]) == ()
    assert standing([]) == ()


@pytest.mark.parametrize("kind", ["dose", "leave_out", "phase"])
def test_an_order_stands_with_who_and_why_until_it_is_taken_back(kind: str) -> None:
    versions = begun()
    what = "strengthen" if kind == "phase" else versions[0].session[1].exercise_id
    repetitions = 1 if kind == "dose" else None
    versions = ordered(versions, kind=kind, what=what, repetitions=repetitions)
    [order] = standing(versions)
    assert (order.kind, order.what, order.version, order.on) == (kind, what, 2, START)
    assert "Anna, physiotherapist" in order.said.fr
    assert order.reason.en == "Seen today"
    versions = back(versions, order)
    assert standing(versions) == ()
    newest = versions[-1]
    assert newest.version == 3
    assert newest.change is not None
    assert newest.change.rule == f"override.taken-back.{kind}"
    assert author_of(newest.change) == "person"
    assert from_json(to_json(newest)) == newest
    with pytest.raises(OrderError, match="no such order"):
        back(versions, order)


@pytest.mark.parametrize("change", [-1, 1])
def test_a_freed_dose_is_never_higher_than_before_the_order(change: int) -> None:
    versions = begun()
    line = versions[0].session[1]
    told = line.repetitions + change
    versions = ordered(versions, kind="dose", what=line.exercise_id, repetitions=told)
    versions = freed(versions)
    after = line_of(versions[-1], line.exercise_id)
    assert after is not None
    assert not after.pinned
    assert after.repetitions == min(line.repetitions, told)
    assert within(after, TRAINING.exercises[line.exercise_id].bounds)


def test_a_freed_dose_follows_the_sessions_again() -> None:
    versions = begun()
    line = versions[0].session[1]
    versions = ordered(versions, kind="dose", what=line.exercise_id, sets=1, repetitions=2)
    versions = freed(versions)
    _, responses = lived([CALM] * 10)
    programme = versions[-1]
    for number in range(10):
        today = START + timedelta(days=2 * number + 1)
        programme = adapt(programme, responses[: number + 1], FACTS, KNOWLEDGE, today)
    later = line_of(programme, line.exercise_id)
    assert later is None or later.repetitions > 2


def test_what_was_left_out_may_come_back_only_at_a_step() -> None:
    versions = begun()
    name = versions[0].session[1].exercise_id
    versions = ordered(versions, kind="leave_out", what=name)
    session = versions[-1].session
    versions = freed(versions)
    assert versions[-1].session == session
    assert name not in versions[-1].put_aside


def test_the_walk_comes_back_with_its_days() -> None:
    versions = begun()
    assert versions[0].walk is not None
    versions = ordered(versions, kind="leave_out", what=WALK)
    assert versions[-1].walk is None
    days = [each.kind for week in versions[-1].weeks for each in week.days]
    assert "walk" not in days
    versions = freed(versions)
    assert versions[-1].walk is not None
    assert "walk" in [each.kind for each in versions[-1].weeks[0].days]


@pytest.mark.parametrize("phase", PHASES)
def test_a_phase_taken_back_is_no_later_than_before(phase: str) -> None:
    versions = begun()
    first = versions[0].phase
    if phase == first:
        return
    versions = ordered(versions, kind="phase", what=phase)
    assert versions[-1].phase == phase
    versions = freed(versions)
    assert PHASES.index(versions[-1].phase) == min(PHASES.index(phase), PHASES.index(first))


def test_the_weeks_follow_a_phase_that_was_ordered() -> None:
    busy = person({**TYPICAL, "minutes_per_session": 20, "days_per_week": 6})
    before = build(busy, KNOWLEDGE, START)
    order = order_of({"kind": "phase", "what": "strengthen", "by": "A", "reason": "b"})
    after = override(before, order, [], busy, KNOWLEDGE, START)
    most = TRAINING.patterns[before.pattern].phase("strengthen").max_sessions
    sessions = [each for each in after.weeks[0].days if each.kind == "session"]
    assert len(sessions) == most
    assert after.weeks[0].phase == "strengthen"


def test_an_order_that_adaptation_undid_no_longer_stands() -> None:
    versions = ordered(begun(), kind="phase", what="restore")
    flare = response({"day": 0, "before": 3, "during": 9, "after": 9, "morning": 9})
    after = adapt(versions[-1], [flare], FACTS, KNOWLEDGE, START + timedelta(days=1))
    assert after.phase == "calm"
    assert standing([*versions, after]) == ()


def test_a_new_programme_knows_no_old_order() -> None:
    versions = begun()
    versions = ordered(versions, kind="leave_out", what=versions[0].session[1].exercise_id)
    again = build(FACTS, KNOWLEDGE, START, version=3)
    assert standing([*versions, again]) == ()


def test_a_stopped_programme_gives_nothing_back() -> None:
    versions = begun()
    versions = ordered(
        versions, kind="dose", what=versions[0].session[1].exercise_id, sets=1, repetitions=1
    )
    _, [calm] = lived([{**CALM, "new_danger": True}])
    [order] = standing(versions)
    stopped = adapt(versions[-1], [calm], FACTS, KNOWLEDGE, START)
    assert stopped.stopped
    with pytest.raises(OrderError, match="stopped"):
        take_back([*versions, stopped], order, [calm], FACTS, KNOWLEDGE, START)


@pytest.mark.parametrize(
    ("order", "refusal"),
    [
        ({"kind": "dose", "what": "plank", "sets": 1}, "not_in_session"),
        ({"kind": "phase", "what": "soon"}, "unknown_phase"),
        ({"kind": "leave_out", "what": "handstand"}, "unknown_exercise"),
        ({"kind": "leave_out", "what": " "}, "missing"),
        ({"kind": "dance", "what": "x"}, "unknown_kind"),
    ],
)
def test_a_refusal_names_its_kind(order: dict[str, Any], refusal: str) -> None:
    with pytest.raises(OrderError) as refused:
        ordered(begun(), **order)
    assert refused.value.refusal == refusal


def test_an_order_that_says_nothing_new_is_refused() -> None:
    versions = begun()
    name = versions[0].session[1].exercise_id
    orders: tuple[dict[str, Any], ...] = (
        {"kind": "phase", "what": versions[0].phase},
        {"kind": "leave_out", "what": name},
        {"kind": "dose", "what": versions[0].session[2].exercise_id, "repetitions": 2},
    )
    for order in orders:
        versions = ordered(versions, **order)
        with pytest.raises(OrderError) as refused:
            ordered(versions, **order)
        assert refused.value.refusal == "already"


def test_no_dose_for_what_the_answers_speak_against() -> None:
    versions = begun()
    names = [each.exercise_id for each in versions[0].session]
    unsure = {key: value for key, value in FACTS.items() if value is not False}
    found = []
    for name in names:
        order = order_of({"kind": "dose", "what": name, "by": "A", "reason": "b", "repetitions": 1})
        try:
            override(versions[0], order, [], unsure, KNOWLEDGE, START)
        except OrderError as error:
            found.append(error.refusal)
    assert "not_for_you" in found


def test_the_most_is_named_in_numbers() -> None:
    versions = begun()
    name = versions[0].session[1].exercise_id
    with pytest.raises(OrderError) as refused:
        ordered(versions, kind="dose", what=name, sets=99)
    assert refused.value.values == vars(TRAINING.exercises[name].bounds)


def test_a_walk_can_be_given_its_minutes() -> None:
    versions = ordered(begun(), kind="dose", what=WALK, hold_seconds=300)
    walk = versions[-1].walk
    assert walk is not None
    assert (walk.hold_seconds, walk.pinned) == (300, True)
    assert [each.what for each in standing(versions)] == [WALK]


SAID = st.sampled_from([CALM, CALM, SOME, RED])
NUMBER = st.one_of(st.none(), st.integers(0, 12))


@given(
    told=st.lists(SAID, max_size=8),
    kind=st.sampled_from(["dose", "leave_out", "phase"]),
    place=st.integers(0, 8),
    phase=st.sampled_from(PHASES),
    numbers=st.tuples(NUMBER, NUMBER, st.one_of(st.none(), st.integers(0, 400))),
)
@settings(max_examples=120, deadline=None)
def test_neither_an_order_nor_taking_it_back_breaks_a_promise(
    told: list[dict[str, int]],
    kind: str,
    place: int,
    phase: str,
    numbers: tuple[int | None, int | None, int | None],
) -> None:
    versions, responses = lived(told)
    today = START + timedelta(days=2 * len(told) + 1)
    walk = versions[-1].walk
    lines = [*versions[-1].session, *([walk] if walk else [])]
    what = phase if kind == "phase" else lines[place % len(lines)].exercise_id
    given_ = dict(zip(("sets", "repetitions", "hold_seconds"), numbers, strict=True))
    order = order_of({"kind": kind, "what": what, "by": "A", "reason": "b", **given_})
    try:
        after = override(versions[-1], order, responses, FACTS, KNOWLEDGE, today)
    except OrderError:
        return
    versions.append(after)
    [standing_now] = standing(versions)
    versions.append(take_back(versions, standing_now, responses, FACTS, KNOWLEDGE, today))
    for version in versions[-2:]:
        seen = seen_facts(version, responses, FACTS, KNOWLEDGE, TRAINING, today)
        assert list(broken_session(version, seen, TRAINING)) == []
        assert version.weeks[0].number == 1
        assert version.change is not None
        assert version.change.reason.fr


def test_what_two_orders_in_a_row_had_raised_comes_down_when_the_last_is_taken_back() -> None:
    versions = begun()
    first = versions[0].session[1]
    for more in (1, 2):
        number = first.repetitions + more
        versions = ordered(versions, kind="dose", what=first.exercise_id, repetitions=number)
    line = line_of(freed(versions)[-1], first.exercise_id)
    assert line is not None
    assert line.repetitions == first.repetitions
    assert not line.pinned


@pytest.mark.parametrize(
    ("orders", "left"),
    [
        (["strengthen", "restore"], "calm"),
        (["strengthen", "keep", "strengthen"], "calm"),
        (["restore", "calm"], "calm"),
    ],
)
def test_phases_ordered_in_a_row_lead_back_to_the_one_before_the_first(
    orders: list[str], left: str
) -> None:
    versions = begun()
    assert versions[0].phase == "calm"
    for phase in orders:
        versions = ordered(versions, kind="phase", what=phase)
    assert freed(versions)[-1].phase == left


def test_taking_back_a_phase_ordered_after_an_earlier_one_lapsed_goes_no_further_back() -> None:
    versions = ordered(begun(), kind="phase", what="strengthen")
    lapsed = replace(versions[-1], version=3, phase="restore")
    versions = ordered([*versions, lapsed], kind="phase", what="keep")
    assert freed(versions)[-1].phase == "restore"


def test_a_lower_phase_ordered_twice_is_not_raised_by_taking_it_back() -> None:
    first = replace(begun()[0], phase="strengthen")
    versions = ordered(ordered([first], kind="phase", what="restore"), kind="phase", what="calm")
    assert freed(versions)[-1].phase == "calm"


def test_what_hurt_before_it_was_left_out_stays_aside_when_the_order_is_taken_back() -> None:
    first = begun()[0]
    sore = first.session[1].exercise_id
    hurt = Aside(sore, "hurt", START)
    versions = ordered([replace(first, aside=(hurt,))], kind="leave_out", what=sore)
    assert [each.why for each in versions[-1].aside] == ["therapist"]
    assert freed(versions)[-1].aside == (hurt,)
