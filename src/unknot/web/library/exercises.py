"""Presenter of one exercise, with its picture and its limits."""

from typing import Any

from unknot.knowledge.exercise_schema import Exercise, Training
from unknot.knowledge.schema import Knowledge
from unknot.rules.explain import Language, sentence
from unknot.rules.nodes import Fact, Literal, Node, Or
from unknot.web.citing import disagreements, why
from unknot.web.reminding import stop_words
from unknot.web.words import say


def region_words(region: str, knowledge: Knowledge, language: str) -> str:
    """Return a region in words; those that are on no body map have words of their own."""
    if region in knowledge.facts["regions"].shape.words:
        return knowledge.option("regions", region, language)
    return say(language, f"region.{region}")


def card(exercise: Exercise, language: str) -> dict[str, str]:
    """Return one exercise as a line of a list."""
    return {
        "id": exercise.id,
        "movement": exercise.movement,
        "name": exercise.name.in_(language),
        "summary": exercise.summary.in_(language),
        "kind": say(language, f"kind.{exercise.kind}"),
    }


def exercise_page(
    exercise: Exercise, training: Training, knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return one exercise, whole."""
    return card(exercise, language) | {
        "section": "library",
        "purpose": exercise.purpose.in_(language),
        "steps": [each.in_(language) for each in exercise.steps],
        "feel": exercise.feel.in_(language),
        "mistakes": [each.in_(language) for each in exercise.mistakes],
        "stop_if": [each.in_(language) for each in exercise.stop_if],
        "stop_always": stop_words(training, language),
        "avoid": avoid_words(exercise.avoid_if, knowledge, "fr" if language == "fr" else "en"),
        "need": ", ".join(equipment_words(exercise, knowledge, language)),
        "muscles": ", ".join(say(language, f"muscle.{each}") for each in exercise.targets),
        "position": knowledge.option("can_get_into", exercise.position, language),
        "phases": ", ".join(training.phases[each].in_(language) for each in exercise.phases),
        "others": [
            {
                "label": say(language, f"library.{field}"),
                **card(training.exercises[other], language),
            }
            for field, other in (("easier", exercise.easier), ("harder", exercise.harder))
            if other
        ],
        "why": why(exercise.grounds.sources, knowledge, language, exercise.grounds.review),
        "policies": disagreements(exercise.grounds.conflicts, knowledge, language),
    }


def avoid_words(condition: Node, knowledge: Knowledge, language: Language) -> list[str]:
    """Return each thing that rules an exercise out; none when nothing does."""
    if condition == Literal(False):
        return []
    each_of = condition.operands if isinstance(condition, Or) else (condition,)
    return [
        knowledge.label(each.name, language)
        if isinstance(each, Fact)
        else sentence(each, knowledge, language)
        for each in each_of
    ]


def equipment_words(exercise: Exercise, knowledge: Knowledge, language: str) -> list[str]:
    """Return what an exercise needs, in words."""
    return [knowledge.option("equipment", each, language) for each in exercise.equipment]
