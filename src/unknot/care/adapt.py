"""The next version of a programme: one row decides, one thing changes, and it says why.

Nothing rises after a red light, past a bound, by more than one step, or twice for one response.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from unknot.care import flare as flares
from unknot.care.barrier import RESTING, person_of
from unknot.care.facts import Facts, to_json
from unknot.care.judged import Judged, judge
from unknot.care.plan import (
    Plan,
    Setting,
    all_lines,
    back_to,
    down,
    held,
    in_range,
    next_phase,
    phase_below,
    unloaded,
    up,
)
from unknot.care.programme import Aside, Change, LineChange, Programme, planned_weeks
from unknot.care.response import Response
from unknot.care.seen import seen_facts
from unknot.care.session import locked_of, seconds
from unknot.care.variety import varied
from unknot.knowledge.exercise_schema import VARIABLES, AdaptRow, Training
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of
from unknot.rules.nodes import Value

EXPIRING = ("hurt", "too_hard", RESTING)


def adapt(
    programme: Programme,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    today: date,
) -> Programme:
    """Return version + 1 of the programme, with the one change and why.

    `responses` are all sessions of this programme, oldest first; `facts` as answered when it began.
    """
    training = training_of(knowledge)
    seen = seen_facts(programme, responses, facts, knowledge, training, today)
    row = training.rows[training.row_truths(seen).index(True)]
    judged = judge(programme, responses, training, today)
    aside = _aside(programme, responses, judged, seen, training, today)
    person = person_of(seen, training, _by(aside), programme.liked)
    setting = Setting(person, training.patterns[programme.pattern], training)
    before = Plan(programme.phase, programme.session, programme.walk)
    kept = held(before, aside, programme.aside, setting)
    plan = _act(row, before, kept, setting)
    if row.does == "step_up" and not plan.stepped and _stale(programme, aside, training, today):
        plan = varied(plan, setting)
        aside = (*aside, *_resting(plan, today))
        person = replace(person, aside=_by(aside))
    stepped = bool(plan.stepped and responses)
    return replace(
        programme,
        version=programme.version + 1,
        made_on=today,
        phase=plan.phase,
        weeks=planned_weeks(
            programme.starts_on,
            programme.moves,
            plan.phase,
            setting.pattern,
            plan.walk is not None,
            person.facts,
            training,
            today,
        ),
        session=plan.session,
        walk=plan.walk,
        locked=locked_of(setting.pattern, plan.phase, person, training, plan.session),
        minutes=person.minutes,
        seconds=seconds(plan.session, training),
        stopped=row.then == "stop",
        aside=aside,
        judged=judged.mark,
        flare=flares.after(programme.flare, row.then, plan.stepped, seen, programme.phase, today),
        stepped_on=responses[-1].session_on if stepped else programme.stepped_on,
        content=knowledge.content_hash,
        change=_change(row, before, plan, seen, training, today),
    )


def _act(row: AdaptRow, before: Plan, kept: Plan, setting: Setting) -> Plan:
    match row.does:
        case "stop":
            return Plan(before.phase, (), None)
        case "calm_down":
            return in_range(unloaded(back_to("calm", kept, setting), setting), True, setting)
        case "step_back":
            return down(back_to(phase_below(kept.phase), kept, setting), kept, setting)
        case "step_down":
            return down(kept, kept, setting)
        case "smaller_range":
            return in_range(kept, True, setting)
        case "full_range":
            return in_range(kept, False, setting)
        case "step_up":
            return up(in_range(kept, False, setting), setting)
        case "next_phase":
            return next_phase(in_range(kept, False, setting), setting)
        case "put_aside" | "nothing":
            return kept


def _stale(programme: Programme, aside: Sequence[Aside], training: Training, today: date) -> bool:
    """Return whether nothing was varied for a while."""
    long_ago = (today - programme.starts_on).days >= training.vary_days
    return long_ago and all(each.why != RESTING for each in aside)


def _by(aside: Sequence[Aside]) -> dict[str, str]:
    return {each.exercise_id: each.why for each in aside}


def _resting(plan: Plan, today: date) -> tuple[Aside, ...]:
    return (Aside(plan.rested, RESTING, today),) if plan.rested else ()


def _aside(
    programme: Programme,
    responses: Sequence[Response],
    judged: Judged,
    seen: Mapping[str, Value],
    training: Training,
    today: date,
) -> tuple[Aside, ...]:
    kept = [each for each in programme.aside if not _over(each, seen, training, today)]
    known = {each.exercise_id for each in kept}
    if judged.news:
        told = (result for each in judged.fresh for result in each.put_aside)
        fresh = _hurt_lately(responses, known, training, today) | dict(told)
        kept = [each for each in kept if each.exercise_id not in fresh]
        kept += [Aside(name, why, today) for name, why in fresh.items() if name not in known]
        kept += [each for each in programme.aside if each.exercise_id in fresh.keys() & known]
    return tuple(kept)


def _hurt_lately(
    responses: Sequence[Response], known: Collection[str], training: Training, today: date
) -> dict[str, str]:
    """Return what hurt and is not aside yet: a session may come late, after a newer one."""
    lately = (each for each in responses if (today - each.session_on).days < training.aside_days)
    said = (result for each in lately for result in each.put_aside)
    return {name: why for name, why in said if why == "hurt" and name not in known}


def _over(aside: Aside, seen: Mapping[str, Value], training: Training, today: date) -> bool:
    rested = (today - aside.since).days >= training.aside_days
    return aside.why in EXPIRING and rested and seen["red_open"] is False


def _change(
    row: AdaptRow,
    before: Plan,
    plan: Plan,
    seen: Mapping[str, Value],
    training: Training,
    today: date,
) -> Change:
    kind, rule, reason = row.then, row.id, row.reason
    sources = row.grounds.sources
    if row.then == "progress" and not plan.stepped:
        instead = training.variety if plan.rested else training.ceiling
        kind, rule, reason = "hold", instead.id, instead.reason
        sources = instead.grounds.sources
    return Change(
        kind=kind,
        rule=rule,
        on=today,
        reason=reason,
        seen=_told(row.seen, seen),
        lines=differences(before, plan, training),
        sources=sources,
        reopen_gate=row.then in ("stop", "flare", "regress"),
    )


def differences(before: Plan, after: Plan, training: Training) -> tuple[LineChange, ...]:
    """Return everything that differs between two plans, line by line."""
    old, new = all_lines(before), all_lines(after)
    gone = sorted(old.keys() - new.keys())
    found = [_line_change(name, "removed", None, None, training) for name in gone]
    for name, line in new.items():
        if name not in old:
            found.append(_line_change(name, "added", None, None, training))
            continue
        for variable in VARIABLES:
            was, now = old[name].dose(variable), line.dose(variable)
            if was != now:
                found.append(_line_change(name, variable, was, now, training))
        if old[name].smaller_range != line.smaller_range:
            what = "smaller_range" if line.smaller_range else "full_range"
            found.append(_line_change(name, what, None, None, training))
    return tuple(found)


def _line_change(
    name: str, what: str, before: int | None, after: int | None, training: Training
) -> LineChange:
    exercise, words = training.exercises[name].name, training.words[what]
    was, now = before, after
    if before and after and training.exercises[name].kind == "aerobic":
        words, was, now = training.words["minutes"], before // 60, after // 60
    said = Both(
        words.en.format(exercise=exercise.en, before=was, after=now),
        words.fr.format(exercise=exercise.fr, before=was, after=now),
    )
    return LineChange(name, what, before, after, said)


def _told(words: Both, seen: Mapping[str, Value]) -> Both:
    plain = to_json(seen)
    return Both(words.en.format_map(plain), words.fr.format_map(plain))
