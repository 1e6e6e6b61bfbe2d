"""A flare and the way out of it: what counts towards the next step, and what opens one."""

from datetime import timedelta
from typing import Any

from tests.care.training_people import KNOWLEDGE, START, TYPICAL, person, response
from unknot.care.adapt import adapt
from unknot.care.programme import Programme, build

FACTS = person(TYPICAL)
CALM = {"before": 3, "during": 2, "after": 2, "morning": 2}


def lived(
    sessions: list[dict[str, Any]], today: int, programme: Programme, **facts: Any
) -> Programme:
    """Return what follows `programme` on day `today` when these sessions were lived."""
    done = [response(each) for each in sessions if each["day"] <= today]
    return adapt(programme, done, FACTS | facts, KNOWLEDGE, START + timedelta(days=today))


def test_calm_sessions_before_a_flare_do_not_count_on_the_way_back() -> None:
    before = {"day": 0, **CALM}
    programme = lived([before], 1, build(FACTS, KNOWLEDGE, START))
    told = lived([before], 2, programme, days_since_flare_told=0, flare_pain_0_10=4)
    assert told.change is not None
    assert told.change.rule == "adapt.flare-told"
    told_then = {"days_since_flare_told": 5, "flare_pain_0_10": 4}
    once = lived([before, {"day": 6, **CALM}], 7, told, **told_then)
    assert once.change is not None
    assert once.change.rule == "adapt.first-green"
    assert once.flare is not None
    assert not once.flare.over
    told_then["days_since_flare_told"] = 7
    twice = lived([before, {"day": 6, **CALM}, {"day": 8, **CALM}], 9, once, **told_then)
    assert twice.change is not None
    assert twice.change.kind == "progress"
    assert twice.flare is not None
    assert twice.flare.over


def test_a_night_that_turns_a_red_session_into_a_flare_opens_the_gentle_days_once() -> None:
    red = {"day": 0, "before": 2, "during": 5, "after": 5}
    first = lived([red], 0, build(FACTS, KNOWLEDGE, START))
    assert first.change is not None
    assert first.change.rule == "adapt.red"
    overnight = lived([red | {"morning": 9}], 1, first)
    assert overnight.change is not None
    assert overnight.change.kind == "flare"
    assert overnight.change.reopen_gate
    assert overnight.flare is not None
    assert overnight.flare.on == START + timedelta(days=1)
    again = lived([red | {"morning": 9}], 2, overnight)
    assert again.change is not None
    assert again.change.kind == "hold"
