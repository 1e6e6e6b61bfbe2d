"""Each of the 51 exercises the seeds name is carried by ours, with steps, sources and no lost dose."""

from typing import Any

import pytest
import yaml

from tests.care.training_people import KNOWLEDGE
from unknot.knowledge.claims import claims
from unknot.knowledge.load import ROOT
from unknot.knowledge.movements import load_movements
from unknot.knowledge.training import training

NAMED: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "cases" / "training" / "named.yaml").read_text(encoding="utf-8")
)
SAID = claims(KNOWLEDGE)
EXERCISES = training(KNOWLEDGE).exercises
each_named = pytest.mark.parametrize("named", NAMED, ids=[each["id"] for each in NAMED])


def test_all_25_described_and_26_named_are_here() -> None:
    described, names = [f"E{n:02}" for n in range(1, 26)], [f"N{n:02}" for n in range(1, 27)]
    assert [each["id"] for each in NAMED] == [*described, *names]
    assert all(each["exercises"] for each in NAMED if each["id"].startswith("E"))


@each_named
def test_each_has_an_exercise_with_steps_and_a_picture_or_is_answered(
    named: dict[str, Any],
) -> None:
    assert named["exercises"] or named["says"]
    assert set(named.get("says", ())) <= SAID.claims.keys()
    for name in named["exercises"]:
        exercise = EXERCISES[name]
        assert len(exercise.steps) >= 2
        assert exercise.grounds.sources
        assert exercise.dose_sources
        assert exercise.movement in load_movements()


@each_named
def test_the_ledger_leads_from_the_seed_to_it(named: dict[str, Any]) -> None:
    here = {*named["exercises"], *named.get("says", ())}
    for seed in named["seeds"]:
        fate = SAID.ledger[seed]
        assert fate.fate != "set-aside", seed
        assert here & set(fate.into), (seed, fate.into)


def test_no_dose_that_lost_its_exercise_is_passed_off_as_stated_by_a_seed() -> None:
    stated = [each for each in EXERCISES.values() if each.dose_source == "stated"]
    assert stated
    for exercise in stated:
        assert any(not name.startswith("seed-") for name in exercise.dose_sources), exercise.id


def test_no_exercise_waits_to_be_built() -> None:
    waiting = [f.id for f in SAID.ledger.values() if f.why == "not-built-yet"]
    assert [seed for seed in waiting if not seed.startswith("svc-eligibility")] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_exercises_share_a_name(language: str) -> None:
    names = [each.name.in_(language) for each in EXERCISES.values()]
    assert sorted(set(names)) == sorted(names)
