"""Every difference between two versions of a plan has its reason: the story of a line rebuilds it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.plan_histories import CALM, FACTS, FLARE, RED, SOME, lived, ordered
from tests.care.training_people import KNOWLEDGE, START
from unknot.care.lineage import (
    Event,
    author_of,
    because_of,
    exercises_of,
    line_of,
    lineage,
)
from unknot.care.programme import WALK, Programme, build, move_day
from unknot.care.schedule import Move
from unknot.care.session import Line
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
SAID = st.sampled_from([CALM, CALM, CALM, SOME, RED, FLARE, {**CALM, "completed": "none"}])
TOLD = ("sets", "repetitions", "hold_seconds", "rest_seconds", "role", "pinned", "smaller_range")


def rebuilt(events: tuple[Event, ...]) -> Line | None:
    """Replay a story from its numbers alone, never from the line it carries."""
    line: Line | None = None
    for event in events:
        match event.what:
            case "began" | "joined":
                line = event.line
            case "left":
                line = None
            case "smaller_range" | "full_range":
                line = line and replace(line, smaller_range=event.what == "smaller_range")
            case "set" | "freed":
                line = line and replace(line, pinned=event.what == "set")
            case "place":
                line = line and event.line and replace(line, role=event.line.role)
            case "put_aside" | "allowed":
                continue
            case dose:
                assert line is None or getattr(line, dose) == event.before
                change: dict[str, Any] = {dose: event.after}
                line = line and replace(line, **change)
    return line


@given(told=st.lists(SAID, max_size=14), order=st.integers(0, 13), set_to=st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_the_story_of_each_line_rebuilds_it(
    told: list[dict[str, Any]], order: int, set_to: int
) -> None:
    versions, responses = lived(told)
    if not versions[-1].stopped and versions[-1].session:
        names = [each.exercise_id for each in versions[-1].session]
        what = {"kind": "dose", "what": names[order % len(names)], "repetitions": set_to}
        today = START + timedelta(days=2 * len(told) + 1)
        versions = ordered(versions, responses, today, **what)
    for version in range(1, len(versions) + 1):
        for name in exercises_of(versions):
            found = rebuilt(lineage(versions[:version], name, TRAINING).events)
            wanted = line_of(versions[version - 1], name)
            told_ = [
                None if each is None else [getattr(each, n) for n in TOLD]
                for each in (found, wanted)
            ]
            assert told_[0] == told_[1], name


@given(told=st.lists(SAID, max_size=14))
@settings(max_examples=40, deadline=None)
def test_every_event_has_its_reason_in_both_languages_and_its_sources(
    told: list[dict[str, Any]],
) -> None:
    versions, _ = lived(told)
    for name in exercises_of(versions):
        for event in lineage(versions, name, TRAINING).events:
            because = event.because
            assert because.reason.en
            assert because.reason.fr
            assert because.rule
            assert all(each in KNOWLEDGE.sources for each in because.sources)
            assert because.sources
            assert event.on == versions[event.version - 1].made_on


def test_a_line_began_with_the_row_that_chose_the_programme() -> None:
    versions, _ = lived([])
    story = lineage(versions, versions[0].session[0].exercise_id, TRAINING)
    assert [each.what for each in story.events] == ["began"]
    assert story.events[0].because.rule == versions[0].chosen_by
    assert story.events[0].because.seen is None
    assert story.line == versions[0].session[0]


def test_what_hurt_left_with_what_was_seen_and_says_how_it_comes_back() -> None:
    begun = build(FACTS, KNOWLEDGE, START).session[1].exercise_id
    hurt = {**CALM, "results": [{"exercise_id": begun, "outcome": "hurt"}]}
    versions, _ = lived([hurt])
    story = lineage(versions, begun, TRAINING)
    assert [each.what for each in story.events] == ["began", "put_aside", "left"]
    left = story.events[-1]
    assert "hurt" in left.because.reason.en
    assert left.because.seen is not None
    assert left.locked is not None
    assert left.locked.why == "standing.aside"
    assert story.line is None
    assert story.aside is not None
    assert story.aside.why == "hurt"


def test_a_step_names_the_number_before_and_after() -> None:
    versions, _ = lived([CALM] * 6)
    stepped = [
        event
        for name in exercises_of(versions)
        for event in lineage(versions, name, TRAINING).events
        if event.before is not None and event.after is not None and event.after > event.before
    ]
    assert stepped
    for event in stepped:
        assert event.because.rule in ("adapt.two-greens", "adapt.next-phase")


def test_who_decided() -> None:
    versions, responses = lived([CALM])
    week = versions[-1].weeks[0].days[2:]
    move = Move(
        next(day.on for day in week if day.kind == "session"),
        next(day.on for day in week if day.kind != "session"),
    )
    moved = move_day(versions[-1], move, KNOWLEDGE, START + timedelta(days=1))
    line = moved.session[1]
    [*_, told] = ordered(
        [*versions, moved], responses, kind="dose", what=line.exercise_id, repetitions=1
    )
    changes = [each.change for each in (versions[-1], moved, told)]
    assert [author_of(each) for each in changes if each] == ["programme", "person", "therapist"]


def test_a_new_programme_begins_every_line_anew() -> None:
    versions, _ = lived([CALM] * 3)
    again = build(FACTS, KNOWLEDGE, START + timedelta(days=30), versions[-1].version + 1)
    name = again.session[0].exercise_id
    story = lineage([*versions, again], name, TRAINING)
    assert story.events[-1].what == "began"
    assert story.events[-1].because == because_of(again, TRAINING)


def test_the_walk_has_its_story_too() -> None:
    versions, _ = lived([CALM] * 4)
    assert lineage(versions, WALK, TRAINING).line == versions[-1].walk
    assert WALK in exercises_of(versions)


def test_what_waits_says_why_and_what_unlocks_it() -> None:
    versions, _ = lived([])
    for locked in versions[0].locked:
        story = lineage(versions, locked.exercise_id, TRAINING)
        assert story.locked == locked
        assert story.events == ()


def test_without_a_version_there_is_no_story() -> None:
    none: list[Programme] = []
    with pytest.raises(ValueError, match="found none"):
        lineage(none, WALK, TRAINING)
    assert exercises_of(none) == ()
