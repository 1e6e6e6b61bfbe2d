"""What the sessions add up to: the facts that the rows of adaptation and the locks read."""

from collections.abc import Sequence
from datetime import date

from unknot.care import flare as flares
from unknot.care.facts import Facts, with_derived
from unknot.care.judged import judge
from unknot.care.programme import START, Programme
from unknot.care.response import Response, facts_of, lights
from unknot.care.schedule import calendar_phase, week_on
from unknot.knowledge.exercise_schema import PHASES, Light, Training
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import Value


def seen_facts(
    programme: Programme,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    training: Training,
    today: date,
) -> dict[str, Value]:
    """Return the facts with everything the sessions add: lights in a row, days away, pain now.

    `facts` are as answered when the programme began: the days since the onset are counted on.
    """
    colours = _by_day(responses, lights(responses, programme.phase, training))
    judged = judge(programme, responses, training, today)
    known: dict[str, Value] = {**facts, **_elapsed(programme, facts, today), **START}
    known |= {
        "phase": programme.phase,
        "phase_due": _phase_due(programme, training, today),
        "programme_stopped": programme.stopped,
        "greens_in_a_row": _greens(programme, responses, colours),
        "ambers_in_a_row": _trailing(colours, "amber"),
        "waits_in_a_row": _trailing(colours, "waiting"),
        "reds_in_a_row": _trailing(colours[: judged.place + 1], "red"),
        "calm_checkins": _since_red(colours).count("green"),
        "red_open": "red" in colours and "green" not in _since_red(colours),
        "last_morning": _last_morning(responses),
        "days_away": judged.days_away,
        "news": bool(judged.news),
        "late": judged.late,
        "away_news": judged.away_news,
    }
    if responses:
        known |= facts_of(responses[judged.place]) | judged.told
        known["light"] = colours[judged.place]
    known |= _pain_now(responses) | flares.seen(
        programme.flare, facts, _since(programme, responses), today
    )
    told = facts.get("pain_told_0_10")
    if told is None:
        told = flares.told_pain(facts, today, responses[-1].session_on if responses else None)
    if told is not None:
        known |= {"pain_0_10": told, "pain_at_rest_0_10": told}
    return with_derived(known, knowledge)


def _elapsed(programme: Programme, facts: Facts, today: date) -> dict[str, Value]:
    days = facts.get("days_since_onset")
    if not isinstance(days, int):
        return {}
    return {"days_since_onset": days + max(0, (today - programme.starts_on).days)}


def _pain_now(responses: Sequence[Response]) -> dict[str, Value]:
    pains = (each.pain_now for each in reversed(responses))
    now = next((pain for pain in pains if pain is not None), None)
    return {} if now is None else {"pain_0_10": now, "pain_at_rest_0_10": now}


def _since(programme: Programme, responses: Sequence[Response]) -> int | None:
    """Return the latest pain told of a session after the day of the flare."""
    begin = programme.flare.on if programme.flare else programme.starts_on
    pains = (each.pain_now for each in reversed(responses) if each.session_on > begin)
    return next((pain for pain in pains if pain is not None), None)


def _phase_due(programme: Programme, training: Training, today: date) -> bool:
    if programme.ordered_phase == programme.phase:
        return False
    pattern = training.patterns[programme.pattern]
    allowed = calendar_phase(week_on(programme.starts_on, today), pattern)
    return PHASES.index(allowed) > PHASES.index(programme.phase)


def _greens(programme: Programme, responses: Sequence[Response], colours: Sequence[str]) -> int:
    """Return the calm sessions in a row since the last step, and since a flare that is open."""
    flare = programme.flare
    begins = (programme.stepped_on, flare.on if flare and not flare.over else None)
    since = max((each for each in begins if each is not None), default=None)
    counted = [
        colour
        for response, colour in zip(responses, colours, strict=True)
        if since is None or response.session_on > since
    ]
    return _trailing(counted, "green")


def _by_day(responses: Sequence[Response], colours: Sequence[Light]) -> tuple[Light, ...]:
    """Return the lights, without those that wait for a morning a later session of the day has."""
    days = [each.session_on for each in responses]
    return tuple(
        "not_done" if colour == "waiting" and day == after else colour
        for colour, day, after in zip(colours, days, [*days[1:], None], strict=False)
    )


def _trailing(colours: Sequence[str], colour: str) -> int:
    count = 0
    for each in reversed([each for each in colours if each != "not_done"]):
        if each != colour:
            break
        count += 1
    return count


def _since_red(colours: Sequence[str]) -> tuple[str, ...]:
    reds = [place for place, each in enumerate(colours) if each == "red"]
    return tuple(colours[reds[-1] + 1 :] if reds else colours)


def _last_morning(responses: Sequence[Response]) -> str:
    for each in reversed(responses):
        if each.after_session == "worse" or (each.morning_rise or 0) > 0:
            return "worse"
        if each.morning_rise is not None or each.after_session is not None:
            return "same_or_better"
    return "none_yet"
