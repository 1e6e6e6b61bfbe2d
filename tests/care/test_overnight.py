"""A night leaves what `adapt` would have given each person, and says nothing where it says nothing."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.training_people import START
from tests.safety.test_programme_properties import course, courses, people
from tools.invented_night import TONIGHT, Evening, evening, stored
from unknot.care.adapt import adapt
from unknot.care.overnight import Stored, overnight, says_something_new, stays, tonight
from unknot.care.programme import Aside, Programme, build, from_json, to_json
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.people import TEMPERAMENTS

KNOWLEDGE = load()
MORNING = TONIGHT + timedelta(days=1)
SEVERAL = len(TEMPERAMENTS) * 40
LIVED = [evening(seed, KNOWLEDGE) for seed in range(SEVERAL)]
ALARMED = [
    (programme, (*responses[:-1], replace(responses[-1], new_danger=True)), facts)
    for programme, responses, facts in LIVED[:40]
    if responses
]
EVENINGS = [*LIVED, *ALARMED]


def by_adapt(one: Evening, today: date = MORNING) -> Programme | None:
    """Return the version worth keeping as the plain loop finds it, or None."""
    after = adapt(*one, KNOWLEDGE, today)
    return after if says_something_new(one[0], after) else None


def by_night(one: Evening, today: date = MORNING) -> Programme | None:
    left = tonight(stored(*one), KNOWLEDGE, today)
    assert left.error is None
    return None if left.programme is None else from_json(json.loads(left.programme))


def nothing_new(one: Evening) -> bool:
    change = adapt(*one, KNOWLEDGE, MORNING).change
    return change is not None and change.rule == "adapt.nothing-new"


def all_smaller(programme: Programme) -> bool:
    kinds = training(KNOWLEDGE).exercises
    moving = [each for each in programme.session if kinds[each.exercise_id].kind != "breathing"]
    return all(line.smaller_range for line in moving)


@pytest.mark.parametrize("later", [0, 1, 7, 14, 30])
def test_a_night_is_what_adapt_gives(later: int) -> None:
    today = MORNING + timedelta(days=later)
    for seed, one in enumerate(EVENINGS):
        assert by_night(one, today) == by_adapt(one, today), seed


@settings(max_examples=60, deadline=None)
@given(people(), courses, people(), st.integers(1, 40))
def test_any_course_and_answers_that_changed_since(
    facts: dict[str, Any], lived: list[Any], others: dict[str, Any], later: int
) -> None:
    for before, after, responses, today in course(build(facts, KNOWLEDGE, START), facts, lived)[
        -3:
    ]:
        nights = [
            (before, responses, facts, today),
            (after, responses, facts, today),
            (after, responses, facts, today + timedelta(days=later)),
            (after, responses, others, today + timedelta(days=later)),
        ]
        for *one, night in nights:
            evening_then: Evening = (one[0], one[1], one[2])
            assert by_night(evening_then, night) == by_adapt(evening_then, night)


def test_nights_of_every_kind_are_met() -> None:
    found = [by_adapt(one) for one in EVENINGS]
    kinds = {each.change.kind for each in found if each and each.change}
    assert kinds == {"progress", "hold", "regress", "deload", "flare", "stop"}
    late = [one for one in EVENINGS if one[0].judged.count("|") == 2]
    assert late, "some sessions come late"
    quiet = [one for one, left in zip(EVENINGS, found, strict=True) if left is None]
    assert len(quiet) > SEVERAL / 4
    short = sum(stays(*one, KNOWLEDGE, MORNING) for one in quiet)
    assert short > len(quiet) * 0.95, "the short proof is worth its lines only when it often holds"


def test_several_processes_leave_the_same_in_the_same_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("unknot.care.overnight.CHUNK", 10)
    texts = [stored(*one) for one in EVENINGS]
    assert list(overnight(texts, load, MORNING, 2)) == [
        tonight(each, KNOWLEDGE, MORNING) for each in texts
    ]


def test_what_cannot_be_read_is_said_and_the_others_go_on() -> None:
    good = stored(*EVENINGS[0])
    torn = Stored(good.programme[:-9], good.responses, good.facts)
    odd = Stored(good.programme.replace(b'"phase"', b'"faze"'), good.responses, good.facts)
    left = list(overnight([torn, odd, good], load, MORNING, 1))
    assert [bool(each.error) for each in left] == [True, True, False]
    assert "phase" in (left[1].error or "")
    assert left[2] == tonight(good, KNOWLEDGE, MORNING)


def test_an_answer_the_content_no_longer_takes_is_unknown() -> None:
    programme, responses, facts = EVENINGS[0]
    good = stored(programme, responses, facts)
    raw: dict[str, Any] = {**json.loads(good.facts), "retired_fact": True}
    more = Stored(good.programme, good.responses, json.dumps(raw).encode())
    assert tonight(more, KNOWLEDGE, MORNING) == tonight(good, KNOWLEDGE, MORNING)


def test_a_stored_version_is_written_as_the_product_writes_it() -> None:
    for one in EVENINGS:
        left = tonight(stored(*one), KNOWLEDGE, MORNING).programme
        if left is not None:
            assert json.loads(left) == to_json(adapt(*one, KNOWLEDGE, MORNING))


def test_a_stopped_programme_that_still_has_a_session_loses_it() -> None:
    stopped = next(one for one in EVENINGS if one[0].stopped)
    begun = next(one[0] for one in EVENINGS if one[0].session)
    odd = (replace(stopped[0], session=begun.session), *stopped[1:])
    left = by_night(odd)
    assert left is not None
    assert left == by_adapt(odd)
    assert left.session == ()


def test_an_exercise_put_aside_leaves_a_session_it_is_still_in() -> None:
    quiet = next(one for one in EVENINGS if nothing_new(one) and one[0].session)
    programme, responses, facts = quiet
    first = programme.session[0].exercise_id
    odd = (replace(programme, aside=(Aside(first, "dislike", TONIGHT),)), responses, facts)
    left = by_night(odd)
    assert left is not None
    assert left == by_adapt(odd)
    assert first not in {line.exercise_id for line in left.session}


def test_a_row_that_acts_without_news_is_carried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    content = training(KNOWLEDGE)
    rows = tuple(
        replace(row, does="smaller_range") if row.id == "adapt.nothing-new" else row
        for row in content.rows
    )
    quiet = next(one for one in EVENINGS if nothing_new(one) and not all_smaller(one[0]))
    assert by_night(quiet) is None
    monkeypatch.setitem(training.kept, KNOWLEDGE.content_hash, replace(content, rows=rows))
    left = by_night(quiet)
    assert left == by_adapt(quiet)
    assert left is not None
    assert all_smaller(left)
