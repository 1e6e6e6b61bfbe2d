"""Reminders of danger in words: those every page may show, and the rule for stopping."""

from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.load import load
from unknot.knowledge.reminders import reminders


def standing_reminders(language: str) -> dict[str, str]:
    """Return each reminder that needs nothing filled in, by id."""
    known = reminders(load())
    return {name: each.words(language) for name, each in known.items() if not each.fills}


def stop_words(training: Training, language: str) -> str:
    """Return when to stop any exercise, with the two limits of the traffic light."""
    rise, top = training.noticed_change, training.careful_from
    return reminders(load())["stop"].words(language, rise=rise, top=top)


def call_words(number: str, language: str) -> str:
    """Return when to call, with the country's number."""
    return reminders(load())["call"].words(language, number=number)
