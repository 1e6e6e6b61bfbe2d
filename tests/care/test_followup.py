"""What a check-in means: two days without better, three with limits, worse at any time."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.care.followup import due, judge, judge_diary, seen, tally
from unknot.knowledge.followup import followup
from unknot.knowledge.load import load
from unknot.knowledge.schema import URGENCIES
from unknot.rules.analyse import mutants

KNOWLEDGE = load()
# person, first pain, hours since, answers, the row that must decide
CASES: list[tuple[str, int | None, int, dict[str, Any], str]] = [
    ("an hour on, the same", 5, 1, {"pain_next_morning_0_10": 5}, "followup.early"),
    ("a day on, one less", 5, 24, {"pain_next_morning_0_10": 4}, "followup.early"),
    ("a day on, one more", 5, 24, {"pain_next_morning_0_10": 6}, "followup.early"),
    ("a day on, two more", 5, 24, {"pain_next_morning_0_10": 7}, "followup.worse"),
    ("an hour on, two less", 5, 1, {"pain_next_morning_0_10": 3}, "followup.easing"),
    ("47 hours, one less", 5, 47, {"pain_next_morning_0_10": 4}, "followup.early"),
    ("48 hours, the same", 5, 48, {"pain_next_morning_0_10": 5}, "followup.second-day"),
    ("48 hours, one less", 5, 48, {"pain_next_morning_0_10": 4}, "followup.second-day"),
    ("48 hours, two less", 5, 48, {"pain_next_morning_0_10": 3}, "followup.easing"),
    ("48 hours, first pain not known", None, 48, {"pain_next_morning_0_10": 3}, "followup.second-day"),
    ("a day on, first pain not known", None, 24, {"pain_next_morning_0_10": 3}, "followup.early"),
    ("71 hours, careful, two less", 5, 71, {"pain_next_morning_0_10": 3, "moving_today": "careful"}, "followup.easing"),
    ("72 hours, careful, two less", 5, 72, {"pain_next_morning_0_10": 3, "moving_today": "careful"}, "followup.third-day"),
    ("72 hours, stuck, two less", 6, 72, {"pain_next_morning_0_10": 4, "moving_today": "stuck"}, "followup.third-day"),
    ("72 hours, moving not told", 6, 72, {"pain_next_morning_0_10": 4}, "followup.third-day"),
    ("72 hours, moving as usual", 6, 72, {"pain_next_morning_0_10": 4, "moving_today": "normal"}, "followup.easing"),
    ("72 hours, as usual, no better", 6, 72, {"pain_next_morning_0_10": 6, "moving_today": "normal"}, "followup.second-day"),
    ("13 days, low mood", 6, 335, {"pain_next_morning_0_10": 2, "moving_today": "normal", "mood_today": "low"}, "followup.easing"),
    ("two weeks, low mood", 6, 336, {"pain_next_morning_0_10": 2, "moving_today": "normal", "mood_today": "low"}, "followup.low-mood"),
    ("two weeks, uneven mood", 6, 336, {"pain_next_morning_0_10": 2, "moving_today": "normal", "mood_today": "uneven"}, "followup.easing"),
    ("six weeks, a little pain", 6, 1008, {"pain_next_morning_0_10": 1, "moving_today": "normal", "mood_today": "fine"}, "followup.six-weeks"),
    ("six weeks less an hour", 6, 1007, {"pain_next_morning_0_10": 1, "moving_today": "normal", "mood_today": "fine"}, "followup.easing"),
    ("six weeks, no pain", 6, 1008, {"pain_next_morning_0_10": 0, "moving_today": "normal", "mood_today": "fine"}, "followup.easing"),
    ("six weeks, worse", 4, 1008, {"pain_next_morning_0_10": 6}, "followup.worse"),
]  # fmt: skip


def decided(case: tuple[str, int | None, int, dict[str, Any], str]) -> str:
    _, first, hours, answers, _ = case
    return judge(seen(first, hours, answers), KNOWLEDGE).id


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_check_in_means(case: tuple[str, int | None, int, dict[str, Any], str]) -> None:
    assert decided(case) == case[4]


def test_no_slip_in_the_table_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    real = followup(KNOWLEDGE)
    survivors = []
    for place, row in enumerate(real.rows[:-1]):
        for mutant in mutants(row.when):
            rows = (*real.rows[:place], replace(row, when=mutant), *real.rows[place + 1 :])
            changed = replace(real, rows=rows)
            monkeypatch.setattr("unknot.care.followup.followup", lambda _, to=changed: to)
            if all(decided(case) == case[4] for case in CASES):
                survivors.append((row.id, mutant))
    assert survivors == []


PAIN = st.integers(0, 10)
MOVING = st.sampled_from(["stuck", "careful", "normal"])


@given(first=PAIN, now=PAIN, hours=st.integers(0, 2000), moving=MOVING)
def test_what_is_not_told_never_calms(first: int, now: int, hours: int, moving: str) -> None:
    told = judge(
        seen(
            first,
            hours,
            {"pain_next_morning_0_10": now, "moving_today": moving, "mood_today": "fine"},
        ),
        KNOWLEDGE,
    )
    silent = judge(seen(first, hours, {"pain_next_morning_0_10": now}), KNOWLEDGE)
    assert URGENCIES.index(silent.then) >= URGENCIES.index(told.then)


@given(first=st.integers(0, 8), rise=st.integers(2, 10), hours=st.integers(0, 5000))
def test_worse_is_always_the_same_day(first: int, rise: int, hours: int) -> None:
    now = min(10, first + rise)
    assert judge(seen(first, hours, {"pain_next_morning_0_10": now}), KNOWLEDGE).then == "same-day"


@pytest.mark.parametrize(
    ("hours", "checked", "mark"),
    [
        (47, [], None),
        (48, [], 48),
        (60, [10], 48),
        (60, [49], None),
        (71, [48], None),
        (72, [48], 72),
        (72, [72], None),
        (500, [], 72),
        (500, [80], None),
    ],
)
def test_when_a_check_in_is_due(hours: int, checked: list[int], mark: int | None) -> None:
    assert due(hours, checked, KNOWLEDGE) == mark


@pytest.mark.parametrize(
    ("places", "row"),
    [
        (["neck"], "followup.diary-noted"),
        (["neck", "low_back"], "followup.diary-noted"),
        (["neck", "low_back", "neck"], "followup.diary-repeats"),
        (["neck", None], "followup.diary-repeats"),
        ([None, "neck"], "followup.diary-repeats"),
    ],
)
def test_a_spasm_that_returns_to_its_place(places: list[str | None], row: str) -> None:
    assert judge_diary(places, KNOWLEDGE).id == row


def test_a_tally_counts_lines_and_not_words() -> None:
    assert tally([["stress", "stress"], ["cold", "stress"], []]) == [("stress", 2), ("cold", 1)]
