"""Invented people on invented evenings: what is stored of each when a night begins.

Each is drawn from a seed and lives up to twelve weeks (`unknot.people`: seven temperaments, as many
of each); the programme answers each session the next night. Who had a session that day has news;
nobody else has, save those whose break has become long.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from unknot.care.adapt import adapt
from unknot.care.facts import Facts, to_json
from unknot.care.overnight import Stored, says_something_new, stays
from unknot.care.programme import Programme, build
from unknot.care.programme import to_json as programme_to_json
from unknot.care.response import Response, response_to_json
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.people import TEMPERAMENTS, WEEKS, State, answers

TONIGHT = date(2026, 11, 21)
Evening = tuple[Programme, tuple[Response, ...], Facts]


def evening(seed: int, knowledge: Knowledge) -> Evening:
    """Return the newest version, the sessions and the answers of one person, on `TONIGHT`.

    The programme began on a random day of the last twelve weeks.
    """
    days = Random(seed).randrange(WEEKS * 7)
    return next(life(seed, knowledge, TONIGHT - timedelta(days=days), [days]))


def life(seed: int, knowledge: Knowledge, begin: date, nights: Sequence[int]) -> Iterator[Evening]:
    """Yield one person's evening on each of these days (0 to 83, rising) since the programme began.

    A day more at home, a session when one is due and done, and by night what `adapt` says of it.
    """
    random, temperament = Random(seed), TEMPERAMENTS[seed % len(TEMPERAMENTS)]
    facts = answers(random, temperament, knowledge)
    programme = build(facts, knowledge, begin)
    pain = facts.get("pain_0_10")
    state = State(random, temperament, float(pain) if isinstance(pain, int) else 5.0)
    responses: tuple[Response, ...] = ()
    known = facts
    for day in range(nights[-1] + 1):
        today = begin + timedelta(days=day)
        if day and not stays(programme, responses, known, knowledge, today):
            after = adapt(programme, responses, known, knowledge, today)
            programme = after if says_something_new(programme, after) else programme
        state.night(today)
        if not programme.stopped and state.comes(programme, today):
            state.sends(state.responds(programme, today, training(knowledge)), today)
        for arrived in state.arrive(today):
            numbered = replace(arrived, number=len(responses) + 1)
            responses = tuple(sorted((*responses, numbered), key=lambda each: each.session_on))
        known = {**facts, **state.told(today)}
        if day in nights:
            yield programme, responses, known


def stored(programme: Programme, responses: tuple[Response, ...], facts: Facts) -> Stored:
    """Return what is stored of a person, as the product writes it."""
    return Stored(
        json.dumps(programme_to_json(programme)).encode(),
        json.dumps([response_to_json(each) for each in responses]).encode(),
        json.dumps(to_json(facts)).encode(),
    )
