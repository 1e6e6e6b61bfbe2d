"""The numbers and outcomes of exercises and programmes stand twice: no slip of a finger moves one."""

from typing import Any

import yaml

from tests.care.training_people import KNOWLEDGE
from unknot.knowledge.exercise_schema import Exercise, Lock, Pattern, Training
from unknot.knowledge.load import ROOT
from unknot.knowledge.training import training

TRAINING = training(KNOWLEDGE)
NUMBERS = yaml.safe_load((ROOT / "cases/training/numbers.yaml").read_text(encoding="utf-8"))


def of_exercise(exercise: Exercise) -> dict[str, object]:
    most = exercise.bounds
    doses: dict[str, object] = {
        phase: [dose.sets, dose.repetitions, dose.hold_seconds, dose.rest_seconds]
        for phase, dose in exercise.doses.items()
    }
    return {
        "load": exercise.load,
        "irritability": exercise.irritability,
        "seconds": exercise.repetition_seconds,
        "most": [most.sets, most.repetitions, most.hold_seconds],
        **doses,
    }


def of_programme(pattern: Pattern) -> dict[str, list[int]]:
    return {phase.id: [phase.weeks, phase.max_sessions] for phase in pattern.phases}


def of_lock(lock: Lock) -> dict[str, object]:
    lists = ("kinds", "equipment", "exercises", "irritability")
    held = {name: list(getattr(lock.holds, name)) for name in lists}
    return {"calm": lock.calm, "min_load": lock.holds.min_load, **held}


def of_adaptation(content: Training) -> dict[str, Any]:
    hours = ("gate_open_hours", "morning_hours")
    limits = (
        "lines_per_step",
        "aside_days",
        "careful_from",
        "strong_from",
        "noticed_change",
        "vary_days",
    )
    times = ("minutes", "change_over_seconds", "weeks", "more_weeks")
    defaults = (*times, "days_per_week", "goals_at_once")
    return {
        "steps": [[s.kind, s.variable, s.by, s.until, list(s.phases)] for s in content.steps],
        "downs": [[each.kind, each.variable, each.by, each.floor] for each in content.downs],
        "limits": {name: getattr(content, name) for name in (*limits, *hours)}
        | {"away_days": list(content.away_days), "gentle_days": content.way_back.gentle_days},
        "defaults": {name: getattr(content.defaults, name) for name in defaults},
        "lights": {row.id: row.light for row in content.lights},
        "changes": {row.id: [row.then, row.does] for row in content.rows},
        "choices": {row.id: row.pattern for row in content.pattern_rows},
    }


def test_every_number_and_outcome_stands_twice() -> None:
    found = {
        "exercises": {name: of_exercise(each) for name, each in TRAINING.exercises.items()},
        "programmes": {name: of_programme(each) for name, each in TRAINING.patterns.items()},
        "locks": {lock.id: of_lock(lock) for lock in TRAINING.locks},
        **of_adaptation(TRAINING),
    }
    assert found == NUMBERS
