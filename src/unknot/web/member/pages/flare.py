"""The way back after a flare: gentle days first, then one step at a time."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from unknot.care.programme import Programme
from unknot.care.response import Response, lights
from unknot.knowledge.exercise_schema import PHASES, Training
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import long_weekday, why


def way_back(
    programme: Programme,
    responses: Sequence[Response],
    training: Training,
    knowledge: Knowledge,
    language: str,
    today: date,
) -> dict[str, Any]:
    """Return the steps of the way back, each done or not; nothing when no flare is open."""
    flare, way = programme.flare, training.way_back
    if flare is None or flare.over or programme.stopped:
        return {}
    last_day = flare.on + timedelta(days=way.gentle_days - 1)
    ahead = PHASES[min(PHASES.index(programme.phase) + 1, len(PHASES) - 1)]
    phase = training.phases[ahead].in_(language)
    day = long_weekday(last_day, language)
    since = [each for each in responses if each.session_on >= flare.on]
    calm = lights(since, programme.phase, training)[-1:] == ("green",)
    done = (today > last_day, calm, False)
    return {
        "steps": [
            {"words": step.in_(language).format(day=day, phase=phase), "done": was}
            for step, was in zip(way.steps, done, strict=True)
        ],
        "help": way.help.in_(language),
        "why": why(way.grounds.sources, knowledge, language, way.grounds.review),
    }
