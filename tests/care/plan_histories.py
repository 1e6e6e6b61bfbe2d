"""Weeks of a programme with every version kept: what tests of its history look back on."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.override import order_of, override
from unknot.care.programme import Programme, build
from unknot.care.response import Response
from unknot.rules.nodes import Value

FACTS = person({**TYPICAL, "minutes_per_session": 20})
CALM = {"before": 1, "during": 1, "after": 1, "morning": 1}
SOME = {"before": 3, "during": 4, "after": 3, "morning": 3}
RED = {"before": 3, "during": 6, "after": 6, "morning": 6}
FLARE = {"before": 3, "during": 9, "after": 9, "morning": 9}


def lived(
    told: Sequence[Mapping[str, Any]], facts: Mapping[str, Value] = FACTS, every: int = 2
) -> tuple[list[Programme], list[Response]]:
    """Return every version, and the sessions, of somebody who comes every second day."""
    versions, responses = [build(facts, KNOWLEDGE, START)], []
    for number, said in enumerate(told):
        responses.append(response({"day": every * number, **said}))
        today = START + timedelta(days=every * number + 1)
        versions.append(adapt(versions[-1], responses, facts, KNOWLEDGE, today))
    return versions, responses


def ordered(
    versions: Sequence[Programme],
    responses: Sequence[Response] = (),
    today: date = START,
    **order: Any,
) -> list[Programme]:
    """Return the versions with one more: this order carried out."""
    whole = order_of({"by": "Anna, physiotherapist", "reason": "Seen today", **order})
    return [*versions, override(versions[-1], whole, responses, FACTS, KNOWLEDGE, today)]
