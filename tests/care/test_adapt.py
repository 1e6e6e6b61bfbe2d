import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, cases, person, response
from unknot.care.adapt import adapt
from unknot.care.programme import Programme, build, from_json, to_json
from unknot.care.response import (
    ExerciseResult,
    Response,
    lights,
    response_from_json,
    response_to_json,
)
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
CASES = cases("adapt")
FACTS = person(TYPICAL)
GREEN = {"before": 2, "after": 1, "morning": 1}


def names(programme: Programme) -> set[str]:
    return {line.exercise_id for line in programme.session}


def after(
    *sessions: dict[str, Any],
    today: int,
    begun: Programme | None = None,
    told: dict[str, int] | None = None,
) -> Programme:
    """Return what follows; `told` is the day and pain of a flare that was told of."""
    programme = begun or build(FACTS, KNOWLEDGE, START)
    responses = [response(each) for each in sessions]
    facts = dict(FACTS)
    if told:
        facts |= {"days_since_flare_told": today - told["day"], "flare_pain_0_10": told["pain"]}
    return adapt(programme, responses, facts, KNOWLEDGE, START + timedelta(days=today))


def through(days: int, step: int = 2) -> Programme:
    """Return the programme after calm sessions every `step` days, adapted each next morning."""
    programme = build(FACTS, KNOWLEDGE, START)
    sessions: list[dict[str, Any]] = []
    for day in range(0, days, step):
        sessions.append({"day": day, **GREEN})
        programme = after(*sessions, today=day + 1, begun=programme)
    return programme


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    begun = build(person({**TYPICAL, **case.get("facts", {})}), KNOWLEDGE, START)
    if "after" in case:
        begun = after(*case["after"], today=case["today"], begun=begun)
    for step in case.get("steps", []):
        begun = after(*step["sessions"], today=step["today"], begun=begun, told=case.get("told"))
    programme = after(*case["sessions"], today=case["today"], begun=begun, told=case.get("told"))
    change, expect = programme.change, case["expect"]
    assert change is not None
    assert (change.kind, change.rule) == (expect["kind"], expect["rule"])
    assert programme.phase == expect.get("phase", programme.phase)
    assert change.reopen_gate == expect.get("reopen_gate", change.reopen_gate)
    assert len(change.lines) == expect.get("lines", len(change.lines))
    assert sorted(names(programme)) == sorted(expect.get("session", names(programme)))
    assert not set(expect.get("gone", [])) & names(programme)
    assert set(expect.get("has", [])) <= names(programme)
    ups = [each for each in change.lines if each.before and (each.after or 0) > each.before]
    assert len(ups) <= expect.get("up_at_most", len(ups))
    new = [each for each in change.lines if each.what == "added"]
    assert len(new) <= expect.get("new_at_most", len(new))
    if "smaller" in expect:
        for line in programme.session:
            moves = TRAINING.exercises[line.exercise_id].kind != "breathing"
            assert line.smaller_range is (expect["smaller"] and moves)
    if "light" in expect:
        responses = [response(each) for each in case["sessions"]]
        assert lights(responses, begun.phase, TRAINING)[-1] == expect["light"]


def test_every_row_of_adaptation_is_met_by_a_case() -> None:
    met = {case["expect"]["rule"] for case in CASES} | {"adapt.otherwise"}  # the last resort
    assert {row.id for row in TRAINING.rows} - met == set()


def test_every_light_is_seen_in_a_case() -> None:
    assert {case["expect"].get("light") for case in CASES} >= {row.light for row in TRAINING.lights}


def test_each_change_says_what_we_saw_why_and_on_what() -> None:
    for case in CASES:
        change = after(*case["sessions"], today=case["today"]).change
        assert change is not None
        for text in (change.reason, change.seen, *(each.words for each in change.lines)):
            assert text.en
            assert text.fr
            assert "{" not in text.en + text.fr
        assert set(change.sources) <= KNOWLEDGE.sources.keys()
        assert change.sources


def test_the_version_rises_and_the_change_survives_json() -> None:
    programme = after({"day": 0, **GREEN}, {"day": 2, **GREEN}, today=3)
    assert programme.version == 2
    assert from_json(json.loads(json.dumps(to_json(programme)))) == programme


def test_one_good_morning_after_a_step_is_not_another_step() -> None:
    stepped = after({"day": 0, **GREEN}, {"day": 2, **GREEN}, today=3)
    third = after(
        {"day": 0, **GREEN}, {"day": 2, **GREEN}, {"day": 4, **GREEN}, today=5, begun=stepped
    )
    assert stepped.change is not None
    assert third.change is not None
    assert (stepped.change.kind, third.change.rule) == ("progress", "adapt.first-green")


def test_calm_weeks_lead_through_every_phase() -> None:
    assert through(84).phase == "keep"


def test_strength_only_comes_after_a_calm_check_in() -> None:
    begun = build(FACTS, KNOWLEDGE, START)
    assert not {"band-row", "wall-push-up", "prone-y"} & names(begun)
    assert "band-row" in names(through(45))


def test_a_red_session_takes_the_strength_out_and_goes_back_a_phase() -> None:
    strong = through(45)
    sessions = [{"day": day, **GREEN} for day in range(0, 45, 2)]
    red = after(
        *sessions, {"day": 46, "before": 2, "during": 6, "after": 4}, today=46, begun=strong
    )
    assert (strong.phase, red.phase) == ("strengthen", "restore")
    assert "band-row" not in names(red)
    assert "lock.after-red" in {each.why for each in red.locked}
    assert red.change is not None
    assert red.change.reopen_gate


def test_what_hurt_comes_back_only_after_two_calm_weeks() -> None:
    hurt = {"day": 0, **GREEN, "results": [{"exercise_id": "scapular-squeeze", "outcome": "hurt"}]}
    programme = after(hurt, today=1)
    assert [each.exercise_id for each in programme.aside] == ["scapular-squeeze"]
    sessions = [hurt]
    for day in range(2, 14, 2):
        sessions.append({"day": day, **GREEN})
        programme = after(*sessions, today=day + 1, begun=programme)
        assert "scapular-squeeze" not in names(programme)
    for day in range(16, 24, 2):
        sessions.append({"day": day, **GREEN})
        programme = after(*sessions, today=day + 1, begun=programme)
    assert programme.aside == ()


def test_what_hurt_in_a_session_that_comes_late_is_put_aside_too() -> None:
    facts = person(TYPICAL)
    programme = build(facts, KNOWLEDGE, START)
    second = response({"day": 1, "before": 3, "during": 2, "after": 2, "morning": 2})
    known = adapt(programme, [second], facts, KNOWLEDGE, START + timedelta(days=2))
    sore = known.session[1].exercise_id
    hurt = [{"exercise_id": sore, "outcome": "hurt"}]
    first = response({"day": 0, "before": 3, "during": 2, "after": 2, "results": hurt})
    late = adapt(known, [first, second], facts, KNOWLEDGE, START + timedelta(days=2))
    assert sore not in names(late)
    assert late.put_aside[sore] == "hurt"


def test_missing_equipment_is_remembered() -> None:
    programme = through(45)
    sessions: list[dict[str, Any]] = [{"day": day, **GREEN} for day in range(0, 45, 2)]
    sessions.append(
        {
            "day": 46,
            **GREEN,
            "results": [{"exercise_id": "band-row", "outcome": "skip", "reason": "no_equipment"}],
        }
    )
    changed = after(*sessions, today=47, begun=programme)
    assert "band-row" not in names(changed)
    assert "scapular-squeeze" in names(changed)


def test_a_response_survives_the_way_to_json_and_back() -> None:
    said = Response(
        START, "part", False, (ExerciseResult("cat-cow", "hurt"),), pain_before=3, phase="restore"
    )
    assert response_from_json(json.loads(json.dumps(response_to_json(said)))) == said


def test_a_stored_response_without_its_phase_is_still_read() -> None:
    stored = response_to_json(Response(START, "all", False))
    del stored["phase"]
    assert response_from_json(stored).phase is None
    with pytest.raises(ValueError, match="phase: found 'steep'"):
        response_from_json({**stored, "phase": "steep"})


def test_a_light_is_that_of_the_phase_the_session_was_done_in() -> None:
    strong = Response(START, "all", False, pain_before=5, pain_during=5, pain_after=5)
    assert lights([strong], "calm", TRAINING) == ("amber",)
    assert lights([strong], "restore", TRAINING) == ("red",)
    assert lights([replace(strong, phase="calm")], "restore", TRAINING) == ("amber",)
    assert lights([replace(strong, phase="restore")], "calm", TRAINING) == ("red",)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"pain_after": 11}, "pain_after: found 11"),
        ({"completed": "most"}, "completed"),
        ({"after_session": "fine"}, "after_session"),
    ],
)
def test_impossible_responses_are_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Response(**{"session_on": START, "completed": "all", "new_danger": False, **wrong})


def test_an_unknown_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="outcome"):
        ExerciseResult("cat-cow", "fled")  # type: ignore[arg-type]


def test_a_walk_that_was_barred_comes_back_as_a_step_of_its_own() -> None:
    begun = replace(build(FACTS, KNOWLEDGE, START), walk=None)
    first = after({"day": 0, **GREEN}, today=1, begun=begun)
    back = after({"day": 0, **GREEN}, {"day": 2, **GREEN}, today=3, begun=first)
    assert first.walk is None
    assert back.walk is not None
    assert back.session == first.session
    assert back.change is not None
    assert [(each.exercise_id, each.what) for each in back.change.lines] == [("walking", "added")]
    assert back.stepped_on == START + timedelta(days=2)
