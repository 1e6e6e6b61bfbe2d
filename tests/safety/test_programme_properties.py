"""For every person and every course of sessions: no programme does what it must not."""

import json
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person
from unknot.care.adapt import adapt
from unknot.care.barrier import barrier, person_of
from unknot.care.facts import with_derived
from unknot.care.plan import Plan, all_lines
from unknot.care.programme import START as BEGINNING
from unknot.care.programme import Programme, build, from_json, to_json
from unknot.care.response import OUTCOMES, ExerciseResult, Response, lights
from unknot.care.seen import seen_facts
from unknot.care.session import balanced, seconds, within
from unknot.knowledge.exercise_schema import PHASES, VARIABLES
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value, facts_in

TRAINING = training(KNOWLEDGE)
CONDITIONS = (
    *(each.avoid_if for each in TRAINING.exercises.values()),
    *(each.when for each in TRAINING.locks),
    *(each.when for each in TRAINING.pattern_rows),
    *(each.when for each in TRAINING.goals),
)
TOLD = {"days_since_flare_told", "flare_pain_0_10"}
USED = sorted(
    {name for each in CONDITIONS for name in facts_in(each)} - BEGINNING.keys()
    | {"equipment", "can_get_into", "minutes_per_session", "days_per_week"}
    | TOLD
)
YES_NO = [name for name in USED if KNOWLEDGE.facts[name].type == "bool"]


@st.composite
def anybody(draw: st.DrawFn) -> dict[str, Value]:
    """Draw answers to everything the programme reads; most yes/no are no, any may be missing."""
    drawn = {name: draw(answers(name)) for name in USED}
    return {name: value for name, value in drawn.items() if value is not None}


def answers(name: str) -> st.SearchStrategy[Value | None]:
    """Return every answer one fact can have, none included."""
    shape = KNOWLEDGE.facts[name].shape
    words = sorted(shape.words)
    match shape.type:
        case "bool":
            return st.sampled_from([False] * 12 + [True, None])
        case "int":
            top = {"days_since_onset": 60, "days_since_flare_told": 9}.get(name, shape.high)
            return st.none() | st.integers(shape.low, top)
        case "word":
            return st.none() | st.sampled_from(words)
        case "words":
            return st.none() | st.just(frozenset(words)) | st.frozensets(st.sampled_from(words))


@st.composite
def active(draw: st.DrawFn) -> dict[str, Value]:
    """Draw somebody who may do almost everything, so that the later phases are reached."""
    limits = draw(st.sets(st.sampled_from(YES_NO), max_size=2))
    return person(
        {
            **TYPICAL,
            **dict.fromkeys(limits, True),
            "regions": [draw(st.sampled_from(["upper_back", "neck", "low_back"]))],
            "pain_0_10": draw(st.integers(0, 4)),
            "days_since_onset": draw(st.integers(3, 60)),
            "minutes_per_session": draw(st.integers(2, 40)),
        }
    )


def people() -> st.SearchStrategy[dict[str, Value]]:
    """Return anybody at all, or somebody active."""
    return anybody() | active()


CALM_DAY = {
    "completed": "all",
    "new_danger": False,
    "pain_before": 1,
    "pain_after": 1,
    "pain_next_morning": 1,
}
scores = st.none() | st.integers(0, 3) | st.integers(0, 10)
calm = st.fixed_dictionaries(
    {
        "completed": st.just("all"),
        "new_danger": st.just(False),
        "pain_before": st.integers(1, 2),
        "pain_after": st.integers(0, 2),
        "pain_next_morning": st.integers(0, 1),
        "effort": st.just(3),
    }
)
any_day = st.fixed_dictionaries(
    {
        "completed": st.sampled_from(["all", "all", "part", "none", None]),
        "new_danger": st.sampled_from([False] * 9 + [True, None]),
        "pain_before": scores,
        "pain_during": scores,
        "pain_after": scores,
        "pain_next_morning": scores,
        "effort": scores,
        "after_session": st.sampled_from([None, "worse", "same", "better"]),
    }
)
some_results = st.lists(
    st.builds(
        ExerciseResult,
        st.sampled_from(sorted(TRAINING.exercises)),
        st.sampled_from(OUTCOMES),
        st.sampled_from([None, "too_hard", "dislike", "no_time", "no_equipment"]),
    ),
    max_size=2,
).map(tuple)
results = st.just(()) | st.just(()) | st.just(()) | some_results
quiet_weeks = st.integers(0, 36).map(lambda count: [(CALM_DAY, (), 2)] * count)
mixed_days = st.lists(
    st.tuples(calm | any_day, results, st.sampled_from([1, 2, 3, 9, 20])), min_size=1, max_size=6
)
courses = st.builds(lambda quiet, mixed: quiet + mixed, quiet_weeks, mixed_days)


def course(begun: Programme, facts: dict[str, Value], days: list[Any]) -> list[Any]:
    """Return (before, after, responses, today) for each session of a course."""
    programme, found, on = begun, [], START
    responses: list[Response] = []
    for said, told, gap in days:
        responses = [*responses, Response(session_on=on, results=told, **said)]
        today = on + timedelta(days=1)
        after = adapt(programme, responses, facts, KNOWLEDGE, today)
        found.append((programme, after, tuple(responses), today))
        programme, on = after, on + timedelta(days=gap)
    return found


def check_session(programme: Programme, known: dict[str, Value]) -> None:
    person = person_of(known, TRAINING, programme.put_aside, programme.liked)
    for line in [*programme.session, *([programme.walk] if programme.walk else [])]:
        exercise = TRAINING.exercises[line.exercise_id]
        assert evaluate(exercise.avoid_if, known) is False
        assert person.positions & {exercise.position, *exercise.other_positions}
        assert set(exercise.equipment) <= person.equipment
        assert barrier(exercise, person, programme.phase, TRAINING) is None
        assert within(line, exercise.bounds)
    assert seconds(programme.session, TRAINING) == programme.seconds <= programme.minutes * 60
    assert balanced(programme.session, TRAINING) == programme.session
    names = [line.exercise_id for line in programme.session]
    assert len(set(names)) == len(names)
    if programme.session:
        first = TRAINING.exercises[names[0]]
        assert first.load == 0
        assert first.kind in ("breathing", "mobility")
    assert not {each.exercise_id for each in programme.locked} & set(names)


@given(people(), st.frozensets(st.sampled_from(sorted(TRAINING.exercises)), max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_first_session_passes_a_contraindication_or_a_limit(
    facts: dict[str, Value], liked: frozenset[str]
) -> None:
    programme = build(facts, KNOWLEDGE, START, liked=sorted(liked))
    check_session(programme, with_derived({**facts, **BEGINNING}, KNOWLEDGE))
    assert from_json(json.loads(json.dumps(to_json(programme)))) == programme


@given(people(), st.sampled_from(USED))
@settings(max_examples=150, deadline=None)
def test_an_answer_taken_away_opens_no_exercise(facts: dict[str, Value], name: str) -> None:
    if name in ("equipment", "can_get_into") or KNOWLEDGE.facts[name].type != "bool":
        return
    said = {**facts, name: False}
    silent = {other: value for other, value in said.items() if other != name}
    for exercise in TRAINING.exercises.values():
        for phase in PHASES:
            doors = [
                barrier(exercise, person_of({**f, **BEGINNING}, TRAINING, {}), phase, TRAINING)
                for f in (said, silent)
            ]
            assert not (doors[0] is not None and doors[1] is None)


@given(people())
@settings(max_examples=100, deadline=None)
def test_fresh_or_strong_pain_meets_only_gentle_moves(facts: dict[str, Value]) -> None:
    fresh = build({**facts, "days_since_onset": 2, "pain_0_10": 5}, KNOWLEDGE, START)
    strong = build({**facts, "pain_0_10": 7}, KNOWLEDGE, START)
    assert fresh.phase == strong.phase == "calm"
    for line in fresh.session:
        exercise = TRAINING.exercises[line.exercise_id]
        assert exercise.kind in ("breathing", "mobility")
        assert exercise.load == 0
    for line in strong.session:
        assert TRAINING.exercises[line.exercise_id].irritability == "high"


@given(people(), courses)
@settings(max_examples=120, deadline=None)
def test_no_later_session_passes_a_contraindication_or_a_limit(
    facts: dict[str, Value], days: list[Any]
) -> None:
    for before, after, responses, today in course(build(facts, KNOWLEDGE, START), facts, days):
        known = seen_facts(before, responses, facts, KNOWLEDGE, TRAINING, today)
        check_session(after, known)
        assert after.version == before.version + 1
        assert from_json(json.loads(json.dumps(to_json(after)))) == after


@given(people(), courses)
@settings(max_examples=120, deadline=None)
def test_a_dose_rises_only_by_one_step_of_one_variable_after_two_greens(
    facts: dict[str, Value], days: list[Any]
) -> None:
    step = {(row.kind, row.variable): row.by for row in TRAINING.steps}
    for before, after, responses, _ in course(build(facts, KNOWLEDGE, START), facts, days):
        old = all_lines(Plan(before.phase, before.session, before.walk))
        new = all_lines(Plan(after.phase, after.session, after.walk))
        rises = [
            (
                TRAINING.exercises[name].kind,
                variable,
                line.dose(variable) - old[name].dose(variable),
            )
            for name, line in new.items()
            if name in old
            for variable in VARIABLES
            if line.dose(variable) > old[name].dose(variable)
        ]
        joined = new.keys() - old.keys()
        assert after.change is not None
        colours = lights(responses, before.phase, TRAINING)
        if after.change.kind == "progress":
            assert colours[-1] == "green"
            done = [each for each in colours if each != "not_done"]
            assert done[-2:] == ["green", "green"]
            assert not (rises and joined)
            assert len(joined) <= TRAINING.lines_per_step
            assert PHASES.index(after.phase) <= PHASES.index(before.phase) + 1
        else:
            assert rises == []
            assert PHASES.index(after.phase) <= PHASES.index(before.phase)
            assert after.stepped_on == before.stepped_on
        assert all(step[kind, variable] == by for kind, variable, by in rises)
        assert len({variable for _, variable, _ in rises}) <= 1
        assert len(rises) <= TRAINING.lines_per_step


@given(people(), courses)
@settings(max_examples=120, deadline=None)
def test_after_a_red_light_nothing_gets_heavier(facts: dict[str, Value], days: list[Any]) -> None:
    for before, after, responses, _ in course(build(facts, KNOWLEDGE, START), facts, days):
        if lights(responses, before.phase, TRAINING)[-1] != "red":
            continue
        assert after.change is not None
        assert after.change.kind in ("regress", "flare", "stop")
        assert after.change.reopen_gate
        heaviest = max(
            (TRAINING.exercises[each.exercise_id].load for each in before.session), default=0
        )
        for line in after.session:
            assert TRAINING.exercises[line.exercise_id].load <= heaviest
        if responses[-1].new_danger:
            assert after.session == ()


@given(people(), courses)
@settings(max_examples=80, deadline=None)
def test_nothing_rises_in_the_first_days_of_a_flare(
    facts: dict[str, Value], days: list[Any]
) -> None:
    for before, after, responses, today in course(build(facts, KNOWLEDGE, START), facts, days):
        since = seen_facts(before, responses, facts, KNOWLEDGE, TRAINING, today).get(
            "days_since_flare"
        )
        if isinstance(since, int) and since < TRAINING.way_back.gentle_days:
            assert after.change is not None
            assert after.change.kind != "progress"
            assert after.phase == "calm"


@given(people(), courses)
@settings(max_examples=80, deadline=None)
def test_what_hurt_is_not_in_the_next_session(facts: dict[str, Value], days: list[Any]) -> None:
    for _, after, responses, _ in course(build(facts, KNOWLEDGE, START), facts, days):
        hurt = {each.exercise_id for each in responses[-1].results if each.outcome == "hurt"}
        assert not hurt & {line.exercise_id for line in after.session}


@given(people(), courses)
@settings(max_examples=80, deadline=None)
def test_the_same_answers_are_never_answered_twice(
    facts: dict[str, Value], days: list[Any]
) -> None:
    *_, (_, after, responses, today) = course(build(facts, KNOWLEDGE, START), facts, days)
    again = adapt(after, responses, facts, KNOWLEDGE, today)
    assert again.change is not None
    assert again.change.kind in ("hold", "stop")
    assert PHASES.index(again.phase) <= PHASES.index(after.phase)
    assert len(again.session) <= len(after.session)
