"""A missed session may be done on a free day of its week; never more, never too close, never owed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.plan_histories import CALM, FACTS
from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.calendar import as_planned
from unknot.care.catch_up import Offer, catch_up, offer
from unknot.care.programme import Programme, build, from_json, to_json
from unknot.care.schedule import Move
from unknot.knowledge.by_hand import by_hand
from unknot.knowledge.exercise_schema import PHASES, Phase

IN_A_ROW = by_hand(KNOWLEDGE).catch_up.in_a_row


def day(number: int) -> date:
    return START + timedelta(days=number)


def begun(days: int = 3, phase: Phase = "restore") -> Programme:
    """Return a programme whose every week has these sessions: 3 are the days 0, 3 and 5."""
    facts = person({**TYPICAL, "days_per_week": days})
    return replace(build(facts, KNOWLEDGE, START), phase=phase)


def kinds(programme: Programme) -> dict[date, str]:
    return {each.on: each.kind for week in programme.weeks for each in week.days}


def test_the_days_of_the_week_are_as_the_tests_say() -> None:
    sessions = [on for on, kind in kinds(begun()).items() if kind == "session"]
    assert sessions[:3] == [day(0), day(3), day(5)]


def test_the_day_after_a_missed_session_may_be_its_day() -> None:
    assert offer(begun(), [], KNOWLEDGE, day(1)) == Offer(day(0), day(1), rest_first=False)


def test_today_becomes_the_session_and_the_missed_day_is_free() -> None:
    before = begun()
    after = catch_up(before, [], KNOWLEDGE, day(1))
    assert kinds(after)[day(1)] == "session"
    assert kinds(after)[day(0)] == kinds(before)[day(1)]
    assert sorted(kinds(after).values()) == sorted(kinds(before).values())
    assert after.version == before.version + 1
    assert after.session == before.session
    assert after.change is not None
    assert after.change.rule == "schedule.caught-up"
    assert after.change.reason.fr
    assert from_json(to_json(after)) == after


@pytest.mark.parametrize("today", [0, 3, 5])
def test_a_session_day_is_its_own(today: int) -> None:
    assert offer(begun(), [], KNOWLEDGE, day(today)) is None


def test_nothing_missed_nothing_offered() -> None:
    assert offer(begun(), [day(0)], KNOWLEDGE, day(1)) is None


def test_a_day_that_was_used_already_is_not_offered() -> None:
    assert offer(begun(), [day(1)], KNOWLEDGE, day(1)) is None


def test_an_extra_session_counts_as_the_missed_one() -> None:
    assert offer(begun(), [day(1)], KNOWLEDGE, day(2)) is None


def test_another_week_is_not_caught_up() -> None:
    assert offer(begun(), [], KNOWLEDGE, day(6)) is not None
    assert offer(begun(), [day(7)], KNOWLEDGE, day(8)) is None


@pytest.mark.parametrize("today", [-1, 84])
def test_outside_the_programme_nothing_is_offered(today: int) -> None:
    assert offer(begun(), [], KNOWLEDGE, day(today)) is None


def test_a_stopped_programme_offers_nothing() -> None:
    stopped = replace(begun(), stopped=True)
    assert offer(stopped, [], KNOWLEDGE, day(1)) is None
    with pytest.raises(ValueError, match="no session may be caught up"):
        catch_up(stopped, [], KNOWLEDGE, day(1))
    assert offer(replace(begun(), session=()), [], KNOWLEDGE, day(1)) is None


@pytest.mark.parametrize(
    ("phase", "today", "done", "rest_first"),
    [
        # The next session is tomorrow.
        ("strengthen", 2, [], True),
        ("restore", 2, [], False),
        # A free day on both sides.
        ("strengthen", 1, [], False),
        # Yesterday was a session, and tomorrow is one.
        ("restore", 4, [3], True),
        ("calm", 4, [3], False),
        ("keep", 4, [3], True),
        # Tomorrow is the first session of the next week.
        ("keep", 6, [0, 3], True),
        ("restore", 6, [0, 3], False),
    ],
)
def test_sessions_stand_no_closer_than_the_phase_allows(
    phase: Phase, today: int, done: list[int], rest_first: bool
) -> None:
    programme, had = begun(phase=phase), [day(each) for each in done]
    found = offer(programme, had, KNOWLEDGE, day(today))
    assert found is not None
    assert found.rest_first is rest_first
    if rest_first:
        with pytest.raises(ValueError, match="leave the day as it is"):
            catch_up(programme, had, KNOWLEDGE, day(today))


def test_strength_keeps_a_day_between() -> None:
    assert (IN_A_ROW["strengthen"], IN_A_ROW["keep"]) == (1, 1)
    assert [IN_A_ROW[phase] for phase in PHASES] == sorted(IN_A_ROW.values(), reverse=True)


@given(
    days=st.integers(1, 7),
    phase=st.sampled_from(PHASES),
    today=st.integers(0, 83),
    had=st.sets(st.integers(0, 83)),
)
@settings(max_examples=150, deadline=None)
def test_the_week_never_holds_more_and_the_row_never_grows(
    days: int, phase: Phase, today: int, had: set[int]
) -> None:
    programme = begun(days, phase)
    done = [day(each) for each in had if each < today]
    found = offer(programme, done, KNOWLEDGE, day(today))
    if found is None or found.rest_first:
        return
    after = catch_up(programme, done, KNOWLEDGE, day(today))
    week = programme.weeks[today // 7]
    planned = sum(each.kind == "session" for each in week.days)
    ahead = [each.on for each in after.weeks[today // 7].days if each.kind == "session"]
    assert (
        len(
            {on for on in ahead if on >= day(today)}
            | {each.on for each in week.days if each.on in done}
        )
        <= planned
    )
    now = kinds(after)
    busy = {*done, *(on for on, kind in now.items() if kind == "session" and on >= day(today))}
    row = 1
    for step in (-1, 1):
        other = today + step
        while day(other) in busy:
            row, other = row + 1, other + step
    assert row <= IN_A_ROW[phase]


def test_the_caught_up_day_stays_when_the_plan_changes() -> None:
    before = build(FACTS, KNOWLEDGE, START)
    after = catch_up(before, [], KNOWLEDGE, day(1))
    later = adapt(after, [response({"day": 1, **CALM})], FACTS, KNOWLEDGE, day(2))
    assert later.moves == after.moves
    assert kinds(later)[day(1)] == "session"


def test_a_rest_day_of_before_is_not_missed_when_the_plan_changes_later() -> None:
    before = begun(4)
    later = replace(begun(3, "strengthen"), version=2, made_on=day(3), change=before.change)
    planned = as_planned([before, later])
    sessions = [on for on in (day(n) for n in range(7)) if planned[on] == "session"]
    assert sessions == [day(0), day(2), day(3), day(5)]
    found = offer(later, [day(0)], KNOWLEDGE, day(4), planned)
    assert found is not None
    assert found.missed == day(3)
    assert offer(later, [day(0), day(3)], KNOWLEDGE, day(4), planned) is None


def test_a_day_missed_under_an_earlier_version_gives_its_place() -> None:
    before = begun(4)
    later = replace(begun(3, "calm"), version=2, made_on=day(3), change=before.change)
    planned = as_planned([before, later])
    after = catch_up(later, [day(0), day(5)], KNOWLEDGE, day(6), {**planned, day(3): "rest"})
    assert kinds(after)[day(6)] == "session"
    assert kinds(after)[day(2)] != "session"
    assert after.moves[-1] == Move(day(2), day(6))
