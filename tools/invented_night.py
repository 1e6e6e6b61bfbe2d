"""Invented people on an invented evening: what is stored of each when the night begins.

Each is drawn from a seed and lives up to twelve weeks (`unknot.people`: seven temperaments, as many
of each); the programme answers each session the next night. The evening falls on a random day. Who
had a session that day has news; nobody else has, save those whose break has become long.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from unknot.care.adapt import adapt
from unknot.care.facts import Facts, to_json
from unknot.care.overnight import Stored, says_something_new
from unknot.care.programme import Programme, build
from unknot.care.programme import to_json as programme_to_json
from unknot.care.response import Response, response_to_json
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.people import TEMPERAMENTS, WEEKS, State, answers

TONIGHT = date(2026, 11, 21)
Evening = tuple[Programme, tuple[Response, ...], Facts]


def evening(seed: int, knowledge: Knowledge) -> Evening:
    """Return the newest version, the sessions and the answers of one person, this evening."""
    random = Random(seed)
    temperament = TEMPERAMENTS[seed % len(TEMPERAMENTS)]
    facts = answers(random, temperament, knowledge)
    days = random.randrange(WEEKS * 7)
    begin = TONIGHT - timedelta(days=days)
    programme = build(facts, knowledge, begin)
    pain = facts.get("pain_0_10")
    state = State(random, temperament, float(pain) if isinstance(pain, int) else 5.0)
    responses: list[Response] = []
    known = facts
    for day in range(days + 1):
        today = begin + timedelta(days=day)
        if day:
            after = adapt(programme, responses, known, knowledge, today)
            programme = after if says_something_new(programme, after) else programme
        state.night(today)
        if not programme.stopped and state.comes(programme, today):
            responses.append(state.responds(programme, today, training(knowledge)))
        known = {**facts, **state.told(today)}
    return programme, tuple(responses), known


def evenings(seeds: range, knowledge: Knowledge) -> Iterator[Evening]:
    """Yield the evening of each person."""
    return (evening(seed, knowledge) for seed in seeds)


def stored(programme: Programme, responses: tuple[Response, ...], facts: Facts) -> Stored:
    """Return what is stored of a person, as the product writes it."""
    return Stored(
        json.dumps(programme_to_json(programme)).encode(),
        json.dumps([response_to_json(each) for each in responses]).encode(),
        json.dumps(to_json(facts)).encode(),
    )
