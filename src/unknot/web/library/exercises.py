"""Presenter of one exercise, with its picture, its doses, its limits and what stands beside it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.urls import reverse

from unknot.care.session import fresh_line, line_seconds
from unknot.knowledge.exercise_schema import PHASES, Exercise, Training
from unknot.knowledge.neighbours import easier_than, harder_than, without_things
from unknot.knowledge.schema import Knowledge
from unknot.rules.explain import Language, sentence
from unknot.rules.nodes import Fact, Literal, Node, Or
from unknot.web.citing import disagreements, why
from unknot.web.member.pages.session import dose_words
from unknot.web.reminding import stop_words
from unknot.web.words import say

Words = dict[str, Any]
SHOWN_BESIDE = 4


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


def minutes_of(exercise: Exercise, training: Training) -> int:
    """Return how long the exercise takes at its first dose, in whole minutes, at least one."""
    phase = next(each for each in PHASES if each in exercise.phases)
    line = fresh_line(exercise.id, "", exercise.purpose, (), phase, training)
    return max(1, round(line_seconds(line, training) / 60))


def exercise_page(
    exercise: Exercise, training: Training, knowledge: Knowledge, language: str
) -> Words:
    """Return one exercise, whole: the text stands without the picture."""
    return card(exercise, language) | {
        "section": "library",
        "purpose": exercise.purpose.in_(language),
        "steps": [each.in_(language) for each in exercise.steps],
        "feel": exercise.feel.in_(language),
        "mistakes": [each.in_(language) for each in exercise.mistakes],
        "stop_if": [each.in_(language) for each in exercise.stop_if],
        "stop_always": stop_words(training, language),
        "avoid": avoid_words(exercise.avoid_if, knowledge, language),
        "need": _listed(equipment_words(exercise, knowledge, language)),
        "position": _listed(
            say(language, f"stance.{each}")
            for each in dict.fromkeys((exercise.position, *exercise.other_positions))
        ),
        "dose": dose(exercise, training, knowledge, language),
        "level": level(exercise, training, language),
        "places": [
            {"words": region_words(each, knowledge, language), "url": _narrowed("region", each)}
            for each in exercise.regions
        ],
        "muscles": [
            {"words": say(language, f"muscle.{each}"), "url": _narrowed("muscle", each)}
            for each in exercise.targets
        ],
        "beside": beside(exercise, training, knowledge, language),
        "why": why(exercise.grounds.sources, knowledge, language, exercise.grounds.review),
        "policies": disagreements(exercise.grounds.conflicts, knowledge, language),
    }


def dose(exercise: Exercise, training: Training, knowledge: Knowledge, language: str) -> Words:
    """Return how much of it in each phase, the most it may ever be, and who says so."""
    lines = {
        phase: fresh_line(exercise.id, "", exercise.purpose, (), phase, training)
        for phase in exercise.phases
    }
    most = replace(
        lines[exercise.phases[0]],
        sets=exercise.bounds.sets,
        repetitions=exercise.bounds.repetitions,
        hold_seconds=exercise.bounds.hold_seconds,
    )
    return {
        "phases": [
            {
                "phase": training.phases[phase].in_(language),
                "words": dose_words(line, language),
                "rest": say(language, "catalogue.rest", n=line.rest_seconds)
                if line.rest_seconds and line.sets > 1
                else "",
            }
            for phase, line in lines.items()
        ],
        "most": dose_words(most, language),
        "source": say(language, f"catalogue.dose_{exercise.dose_source.replace('-', '_')}"),
        "why": why(exercise.dose_sources, knowledge, language),
    }


def level(exercise: Exercise, training: Training, language: str) -> Words:
    """Return how heavy it is, on what days it may be done, and how long it takes, in words."""
    return {
        "load": say(language, f"catalogue.load_{exercise.load}"),
        "days": say(language, f"catalogue.days_{exercise.irritability}"),
        "minutes": say(language, "catalogue.about_minutes", n=minutes_of(exercise, training)),
    }


def beside(
    exercise: Exercise, training: Training, knowledge: Knowledge, language: str
) -> list[Words]:
    """Return what stands beside it, by relation: easier, harder, its counterpart, without things.

    Each other exercise says what it needs.
    """
    among = training.exercises
    instead = without_things(exercise, among)
    if not instead and exercise.alternative:
        instead = (among[exercise.alternative],)
    relations = {
        "easier": easier_than(exercise, among),
        "harder": harder_than(exercise, among),
        "partner": (among[exercise.partner],) if exercise.partner else (),
        "without" if exercise.equipment else "instead": instead,
    }
    return [
        _relation(relation, [_beside_card(each, knowledge, language) for each in others], language)
        for relation, others in relations.items()
        if others
    ]


def _relation(relation: str, cards: list[Words], language: str) -> Words:
    """Return one relation, the first few shown and the rest folded."""
    rest = cards[SHOWN_BESIDE:]
    return {
        "label": say(language, f"catalogue.{relation}"),
        "exercises": cards[:SHOWN_BESIDE],
        "rest": rest,
        "rest_words": say(language, "catalogue.more", n=len(rest)),
    }


def _beside_card(exercise: Exercise, knowledge: Knowledge, language: str) -> Words:
    needed = _listed(equipment_words(exercise, knowledge, language))
    need = needed or say(language, "catalogue.needs_nothing")
    return card(exercise, language) | {"need": need}


def avoid_words(condition: Node, knowledge: Knowledge, language: str) -> list[str]:
    """Return each thing that rules an exercise out; none when nothing does."""
    return [part_words(each, knowledge, language) for each in parts_of(condition)]


def parts_of(condition: Node) -> tuple[Node, ...]:
    """Return the conditions of which any one rules an exercise out."""
    if condition == Literal(False):
        return ()
    return condition.operands if isinstance(condition, Or) else (condition,)


def part_words(part: Node, knowledge: Knowledge, language: str) -> str:
    """Return one of them as it was asked."""
    if isinstance(part, Fact):
        return knowledge.label(part.name, language)
    said: Language = "fr" if language == "fr" else "en"
    return sentence(part, knowledge, said)


def equipment_words(exercise: Exercise, knowledge: Knowledge, language: str) -> list[str]:
    """Return what an exercise needs, in words."""
    return [knowledge.option("equipment", each, language) for each in exercise.equipment]


def _narrowed(field: str, value: str) -> str:
    return f"{reverse('exercises')}?{field}={value}"


def _listed(several: Iterable[str]) -> str:
    """Return several things in one line, only the first with a capital letter."""
    words = list(several)
    return ", ".join([*words[:1], *(each[:1].lower() + each[1:] for each in words[1:])])
