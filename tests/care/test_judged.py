"""What is news is told once: sessions that came late, mornings that settle a light, breaks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.history import answers
from unknot.care.judged import answered, judge
from unknot.care.programme import Programme, build
from unknot.knowledge.training import training

FACTS = person(TYPICAL)
TRAINING = training(KNOWLEDGE)
GREEN = {"before": 2, "after": 1, "morning": 1}
WAITING = {"before": 2, "after": 1}
RED = {"before": 2, "during": 6, "after": 3}


def begun() -> Programme:
    return build(FACTS, KNOWLEDGE, START)


def after(programme: Programme, sessions: Sequence[dict[str, Any]], today: int) -> Programme:
    responses = [response(each) for each in sessions]
    return adapt(programme, responses, FACTS, KNOWLEDGE, START + timedelta(days=today))


def rule(programme: Programme) -> str:
    assert programme.change is not None
    return programme.change.rule


def test_a_late_session_does_not_make_an_answered_red_news() -> None:
    red = {"day": 2, **RED, "number": 1}
    first = after(begun(), [red], 3)
    late = after(first, [{"day": 0, **GREEN, "number": 2}, red], 3)
    assert (rule(first), rule(late)) == ("adapt.red", "adapt.late")
    assert (late.phase, late.session) == (first.phase, first.session)
    assert rule(after(late, [{"day": 0, **GREEN, "number": 2}, red], 4)) == "adapt.nothing-new"


def test_a_late_red_is_answered_once() -> None:
    calm, red = {"day": 2, **GREEN, "number": 1}, {"day": 0, **RED, "number": 2}
    first = after(begun(), [calm], 3)
    second = after(first, [red, calm], 3)
    assert rule(second) == "adapt.red"
    assert rule(after(second, [red, calm], 3)) == "adapt.nothing-new"
    newer = {"day": 4, **GREEN, "number": 3}
    assert rule(after(second, [red, calm, newer], 5)) == "adapt.two-greens"


def test_a_red_that_comes_together_with_a_newer_calm_one_is_answered() -> None:
    calm, red = {"day": 2, **GREEN, "number": 2}, {"day": 0, **RED, "number": 3}
    told = [{"day": -2, **GREEN, "number": 1}, red, calm]
    both = after(after(begun(), told[:1], 0), told, 3)
    assert rule(both) == "adapt.red"
    assert rule(after(both, told, 3)) == "adapt.nothing-new"


def test_a_late_calm_session_never_makes_anything_rise() -> None:
    calm = [{"day": 2, **GREEN, "number": 1}, {"day": 4, **GREEN, "number": 3}]
    late = {"day": 0, **GREEN, "number": 2}
    first = after(begun(), calm[:1], 3)
    second = after(first, [late, calm[0]], 3)
    assert (second.session, second.stepped_on) == (first.session, None)
    third = after(second, [late, *calm], 5)
    assert rule(third) == "adapt.two-greens"
    assert third.stepped_on == START + timedelta(days=4)
    fourth = after(third, [late, calm[0], {"day": 3, **GREEN, "number": 4}, calm[1]], 5)
    assert (rule(fourth), fourth.session) == ("adapt.late", third.session)


def test_a_break_is_answered_once_though_its_morning_is_told_later() -> None:
    first = after(begun(), [{"day": 0, **WAITING}], 0)
    back = after(first, [{"day": 0, **WAITING}], 8)
    told = after(back, [{"day": 0, **GREEN}], 8)
    assert (rule(back), rule(told)) == ("adapt.away", "adapt.first-green")


def test_a_swap_is_answered_once_and_its_calm_morning_counts() -> None:
    sessions: list[dict[str, Any]] = [
        {"day": 0, **GREEN},
        {
            "day": 2,
            **WAITING,
            "results": [
                {"exercise_id": "scapular-squeeze", "outcome": "skip", "reason": "dislike"}
            ],
        },
    ]
    programme = after(begun(), sessions[:1], 1)
    swapped = after(programme, sessions, 2)
    assert rule(swapped) == "adapt.put-aside"
    assert rule(after(swapped, [sessions[0], {**sessions[1], **GREEN}], 3)) == "adapt.two-greens"


def test_each_late_session_finds_its_answer_in_the_history() -> None:
    calm, red = {"day": 2, **GREEN, "number": 1}, {"day": 0, **RED, "number": 2}
    versions = [begun()]
    for told, today in (([calm], 3), ([red, calm], 3), ([red, calm, {"day": 4, **GREEN}], 5)):
        versions.append(after(versions[-1], told, today))
    found = answers(versions)
    assert {number: each.light for number, each in found.items()} == {
        1: "green",
        2: "red",
        3: "green",
    }
    assert [each.version for each in found[1].versions] == [2]
    assert [each.version for each in found[2].versions] == [3]


def test_what_was_kept_before_late_sessions_were_known_is_read() -> None:
    assert answered("", "3:red|0") == answered("2:green|1", "3:red|0")
    assert [(each.number, each.light) for each in answered("", "3:red|0")] == [(3, "red")]
    assert answered("3:red|0", "3:red|0|4:amber")[0].number == 4
    assert [each.number for each in answered("3:red|0|4:amber", "3:red|1|4:amber")] == [3]
    assert answered("", "|0") == ()


def test_without_sessions_nothing_is_news() -> None:
    found = judge(begun(), [], TRAINING, START)
    assert (found.news, found.mark, found.late) == ((), "", False)


def test_opening_a_session_and_doing_nothing_ends_no_break() -> None:
    told: list[dict[str, Any]] = [{"day": 0, **GREEN}, {"day": 6, "completed": "none"}]
    first = after(begun(), told[:1], 1)
    second = after(first, told, 6)
    assert rule(second) == "adapt.not-done"
    back = after(second, told, 8)
    assert rule(back) == "adapt.away"
    again = [*told, {"day": 9, "completed": "none"}]
    assert rule(after(back, again, 9)) == "adapt.not-done"
    assert rule(after(after(back, again, 9), again, 15)) == "adapt.long-away"
    done = [*again, {"day": 16, **GREEN}]
    today = START + timedelta(days=17)
    assert judge(back, [response(each) for each in done], TRAINING, today).days_away == 1
