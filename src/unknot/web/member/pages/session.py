"""The session as the player needs it: each exercise with its phases, dose, stops and swaps."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from unknot.care.barrier import Person, allowed
from unknot.care.programme import Programme
from unknot.care.session import Line, fresh_line
from unknot.knowledge.cues import at_start, before
from unknot.knowledge.exercise_schema import Exercise, Training
from unknot.knowledge.movements import load_movements
from unknot.knowledge.schema import Knowledge
from unknot.movement.model import Movement
from unknot.web.member.pages.calendar import away_words
from unknot.web.words import say, words

MOST_SWAPS = 3
KNOWN_AFTER = 2


def session_data(
    programme: Programme,
    person: Person,
    training: Training,
    knowledge: Knowledge,
    language: str,
    csrf: str,
    known: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return what the player reads. The steps of `known` exercises need no telling."""
    exercises = [
        exercise_data(line, person, training, knowledge, language)
        | {"known": line.exercise_id in known}
        | {"swap": swaps(line, programme, person, training, knowledge, language)}
        for line in programme.session
    ]
    return {
        "lang": language,
        "done_url": reverse("session-done"),
        "plan_url": reverse("plan"),
        "gate_url": reverse("session"),
        "csrf": csrf,
        "words": words(language)["player"],
        "minutes": minutes(programme),
        "news": list((away_words(programme.change, language) or {}).values()),
        "rules": at_start(knowledge, language),
        "silence_url": silence_url(),
        "limits": {
            "careful_from": training.careful_from,
            "strong_from": training.strong_from,
        },
        "exercises": exercises,
    }


def minutes(programme: Programme) -> int:
    """Return how many minutes a session takes, at least one."""
    return max(1, math.ceil(programme.seconds / 60))


def exercise_data(
    line: Line, person: Person, training: Training, knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return one exercise of the session, without swaps."""
    exercise = training.exercises[line.exercise_id]
    movement = load_movements().get(exercise.movement)
    steps = [each.in_(language) for each in exercise.steps]
    if line.smaller_range:
        steps.append(say(language, "plan.smaller"))
    return {
        "id": exercise.id,
        "name": exercise.name.in_(language),
        "summary": exercise.summary.in_(language),
        "position": position(exercise, person),
        "rules": before(exercise.kind, knowledge, language),
        "steps": steps,
        "figure_svg_url": figure_url(exercise, "moving", language),
        "mirrored_svg_url": figure_url(exercise, "moving-mirrored", language),
        "small_svg_url": figure_url(exercise, "one", language),
        "loop_seconds": movement.loop_seconds if movement else 0,
        "phases": phases(movement, language) if movement else [],
        "sets": line.sets,
        "repetitions": line.repetitions,
        "hold_seconds": line.hold_seconds,
        "rest_seconds": line.rest_seconds,
        "sides": line.sides,
        "stop_if": [each.in_(language) for each in exercise.stop_if],
        "equipment": [knowledge.option("equipment", each, language) for each in exercise.equipment]
        or None,
        "easier": exercise.easier,
    }


def known_by_heart(results: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """Return the exercises that were done often enough."""
    done = Counter(each["id"] for each in results if each["outcome"] == "done")
    return frozenset(name for name, times in done.items() if times >= KNOWN_AFTER)


def position(exercise: Exercise, person: Person) -> str:
    """Return the position to take: the exercise's own, else the first other the person can take."""
    every = (exercise.position, *exercise.other_positions)
    return next((each for each in every if each in person.positions), exercise.position)


def silence_url() -> str | None:
    """Return the address of the silence that keeps a locked screen going, None when not built."""
    path = "build/silence.flac"
    return static(path) if finders.find(path) else None


def figure_url(exercise: Exercise, kind: str, language: str) -> str | None:
    """Return the address of a figure, None when it was not built."""
    path = f"figures/{exercise.movement}-{kind}-{language}.svg"
    return static(path) if finders.find(path) else None


def phases(movement: Movement, language: str) -> list[dict[str, Any]]:
    """Return the loop as phases with their cue; the one of the end pose is the one to hold."""
    return [
        {
            "name": phase.name,
            "cue": movement.cues[phase.cue_key].word[language],
            "sentence": movement.cues[phase.cue_key].say[language],
            "start_s": phase.start_s,
            "end_s": phase.end_s,
            "hold_s": movement.pose(phase.cue_key).hold_seconds,
            "held": phase.cue_key == movement.end,
        }
        for phase in movement.phases
    ]


def swaps(
    line: Line,
    programme: Programme,
    person: Person,
    training: Training,
    knowledge: Knowledge,
    language: str,
) -> list[dict[str, Any]]:
    """Return what may be done instead: allowed now, and no heavier."""
    exercise = training.exercises[line.exercise_id]
    there = {each.exercise_id for each in programme.session}
    names = [exercise.alternative, exercise.easier, *_same_kind(exercise, training)]
    found = [
        name
        for name in dict.fromkeys(each for each in names if each)
        if name not in there
        and training.exercises[name].load <= exercise.load
        and allowed(name, person, programme.phase, training)
    ]
    return [
        exercise_data(
            fresh_line(name, line.role, line.reason, line.why, programme.phase, training),
            person,
            training,
            knowledge,
            language,
        )
        for name in found[:MOST_SWAPS]
    ]


def _same_kind(exercise: Exercise, training: Training) -> list[str]:
    return [
        each.id
        for each in training.exercises.values()
        if each.kind == exercise.kind and set(each.regions) & set(exercise.regions)
    ]


def dose_words(line: Line, language: str) -> str:
    """Return a dose in words, such as 2 sets, 8 times, hold 5 seconds, each side."""
    if line.hold_seconds >= 60 and line.repetitions == 1:
        return say(language, "plan.minutes", n=math.ceil(line.hold_seconds / 60))
    parts: Mapping[str, int] = {
        "sets": line.sets if line.sets > 1 else 0,
        "reps": line.repetitions,
        "hold": line.hold_seconds,
    }
    said = [
        say(language, f"plan.{key}" if n > 1 else f"plan.{key}_one", n=n)
        for key, n in parts.items()
        if n
    ]
    if line.sides == "each":
        said.append(say(language, "plan.each_side"))
    return ", ".join(said)
