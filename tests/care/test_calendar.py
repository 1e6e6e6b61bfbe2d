"""The weeks as they were lived: a past day keeps what it was planned to be, unless it was moved."""

from dataclasses import replace
from datetime import date, timedelta

from tests.care.plan_histories import CALM, FACTS, RED, lived, ordered
from tests.care.training_people import KNOWLEDGE, START
from unknot.care.calendar import CalendarWeek, as_planned, calendar
from unknot.care.catch_up import catch_up
from unknot.care.programme import (
    build,
    fits_days,
    from_json,
    is_over,
    move_day,
    planned_anew,
    to_json,
)
from unknot.care.schedule import Move


def day(number: int) -> date:
    return START + timedelta(days=number)


def states(weeks: tuple[CalendarWeek, ...]) -> dict[date, str]:
    return {each.on: each.state for week in weeks for each in week.days}


def test_twelve_weeks_with_today_among_them() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    weeks = calendar([begun], [], day(8))
    assert [week.number for week in weeks] == list(range(1, 13))
    assert [week.number for week in weeks if week.now] == [2]
    assert all(len(week.days) == 7 for week in weeks)
    assert [on for on, state in states(weeks).items() if state == "today"] == [day(8)]


def test_done_missed_and_free_days_of_the_past() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    sessions = [each.on for each in begun.weeks[0].days if each.kind == "session"]
    found = states(calendar([begun], [sessions[1]], day(7)))
    assert found[sessions[1]] == "done"
    assert found[sessions[0]] == found[sessions[2]] == "missed"
    free = [each.on for each in begun.weeks[0].days if each.kind != "session"]
    assert {found[on] for on in free} == {"past"}


def test_a_session_today_is_not_missed_yet() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    assert states(calendar([begun], [], START))[START] == "today"
    assert states(calendar([begun], [START], START))[START] == "done"


def test_a_past_day_keeps_what_it_was_when_the_plan_changes_later() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    was = begun.weeks[0]
    fewer = replace(was, days=tuple(replace(each, kind="rest") for each in was.days))
    later = replace(
        begun, version=2, made_on=day(5), weeks=(fewer, *begun.weeks[1:]), change=begun.change
    )
    planned = as_planned([begun, later])
    for each in was.days[:5]:
        assert planned[each.on] == each.kind
    assert {planned[each.on] for each in was.days[5:]} == {"rest"}


def test_a_caught_up_day_is_no_longer_missed() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    after = catch_up(begun, [], KNOWLEDGE, day(1))
    weeks = calendar([begun, after], [day(1)], day(2))
    assert states(weeks)[START] == "past"
    assert states(weeks)[day(1)] == "done"
    moved = [each.on for week in weeks for each in week.days if each.moved]
    assert moved == [START, day(1)]
    assert (weeks[0].done, weeks[0].planned) == (1, calendar([begun], [], START)[0].planned)


def test_a_day_ahead_that_moved_stands_in_its_new_place() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    ahead = begun.weeks[3].days
    one = next(each.on for each in ahead if each.kind == "session")
    other = next(each.on for each in ahead if each.kind == "rest")
    after = move_day(begun, Move(one, other), KNOWLEDGE, day(2))
    kinds = {
        each.on: each.kind for week in calendar([begun, after], [], day(2)) for each in week.days
    }
    assert (kinds[one], kinds[other]) == ("rest", "session")


def test_a_past_week_keeps_the_phase_it_ended_in() -> None:
    versions, _ = lived([CALM] * 8 + [RED])
    phases = [each.phase for each in versions]
    assert len(set(phases)) > 1
    weeks = calendar(versions, [], day(20))
    for week in weeks[:2]:
        end = week.days[-1].on
        assert week.phase == [each for each in versions if each.made_on <= end][-1].phase
    assert weeks[2].phase == versions[-1].phase


def test_the_weeks_go_on_only_when_all_are_over() -> None:
    first = build(FACTS, KNOWLEDGE, START)
    assert not is_over(first, first.weeks[-1].days[-1].on)
    today = START + timedelta(days=84)
    assert is_over(first, today)
    after = planned_anew(first, FACTS, KNOWLEDGE, today)
    assert [each.number for each in after.weeks] == list(range(1, 17))
    assert after.weeks[12].days[0].on == today
    assert after.weeks[15].phase == "keep"
    assert not is_over(after, today)
    years = planned_anew(first, FACTS, KNOWLEDGE, START + timedelta(days=700))
    assert len(years.weeks) % 4 == 0
    assert years.weeks[-1].days[-1].on >= START + timedelta(days=700)
    assert from_json(to_json(after)) == after


def test_days_that_nobody_had_planned_were_not_missed() -> None:
    first = build(FACTS, KNOWLEDGE, START)
    after = planned_anew(first, FACTS, KNOWLEDGE, day(95))
    found = states(calendar([first, after], [], day(95)))
    assert {found[day(n)] for n in range(84, 95)} == {"past"}
    assert found[day(95)] == "today"
    assert "missed" in {found[day(n)] for n in range(84)}


def test_the_weeks_follow_other_days_a_week() -> None:
    first = build(FACTS, KNOWLEDGE, START)
    fewer = {**FACTS, "days_per_week": 2}
    assert fits_days(first, FACTS, KNOWLEDGE, day(3))
    assert not fits_days(first, fewer, KNOWLEDGE, day(3))
    after = planned_anew(first, fewer, KNOWLEDGE, day(3))
    assert fits_days(after, fewer, KNOWLEDGE, day(3))
    assert (len(after.weeks), after.session) == (12, first.session)
    assert after.change is not None
    assert after.change.seen.en == "Days you give a week: 2."


def test_no_version_needs_its_weeks_laid_out_anew() -> None:
    versions, _ = lived([CALM] * 20 + [RED] + [CALM] * 10)
    for each in ordered(versions, kind="phase", what="strengthen", today=versions[-1].made_on):
        assert fits_days(each, FACTS, KNOWLEDGE, each.made_on), each.version
