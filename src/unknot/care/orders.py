"""The orders of a therapist that are in force, and what happens when one is taken back.

Taking back never raises anything: what an order had raised comes down, the rest waits its turn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from unknot.care.adapt import differences
from unknot.care.barrier import person_of
from unknot.care.facts import Facts
from unknot.care.lineage import aside_of, line_of
from unknot.care.override import Kind, OrderError, rewritten
from unknot.care.plan import Plan, Setting, back_to
from unknot.care.programme import WALK, Aside, Change, Programme, walk_line
from unknot.care.response import Response
from unknot.care.seen import seen_facts
from unknot.care.session import Line
from unknot.knowledge.by_hand import by_hand
from unknot.knowledge.exercise_schema import PHASES, VARIABLES
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of

TAKEN_BACK = "override.taken-back."


@dataclass(frozen=True)
class Standing:
    """One order in force: `what` is an exercise or a phase; `said` names who, `reason` why."""

    kind: Kind
    what: str
    version: int
    on: date
    said: Both
    reason: Both


def standing(versions: Sequence[Programme]) -> tuple[Standing, ...]:
    """Return the orders in force in the newest version, oldest first; `versions` likewise."""
    found: dict[tuple[str, str], Standing] = {}
    for before, after in pairwise(versions):
        if after.change is None:  # a new programme: what was left out stays out
            found = {
                key: each
                for key, each in found.items()
                if each.kind == "leave_out" and _holds(each, after)
            }
            continue
        for kind, what in _ordered(before, after, after.change):
            key = ("phase", "") if kind == "phase" else (kind, what)
            found.pop(key, None)
            found[key] = Standing(
                kind, what, after.version, after.change.on, after.change.seen, after.change.reason
            )
        found = {key: each for key, each in found.items() if _holds(each, after)}
    return tuple(found.values())


def _ordered(before: Programme, after: Programme, change: Change) -> Iterator[tuple[Kind, str]]:
    """Yield what one version orders."""
    match change.rule:
        case "override.dose":
            for line in _lines(after):
                if line.pinned and line != line_of(before, line.exercise_id):
                    yield "dose", line.exercise_id
        case "override.leave_out":
            for each in after.aside:
                if each not in before.aside:
                    yield "leave_out", each.exercise_id
        case "override.phase":
            yield "phase", after.phase


def _holds(order: Standing, now: Programme) -> bool:
    """Return whether an order still says something of the plan as it stands."""
    match order.kind:
        case "dose":
            line = line_of(now, order.what)
            return line is not None and line.pinned
        case "leave_out":
            aside = aside_of(now, order.what)
            return aside is not None and aside.why == "therapist"
        case "phase":
            rule = now.change.rule if now.change else ""
            return now.phase == order.what and rule != f"{TAKEN_BACK}phase"


def take_back(
    versions: Sequence[Programme],
    order: Standing,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    today: date,
) -> Programme:
    """Return version + 1 without this order. Raises OrderError when it is not in force.

    A dose is no higher than before the order, a phase no later; what was left out may come back
    when the plan next takes a step.
    """
    programme = versions[-1]
    if programme.stopped:
        raise OrderError("the programme is stopped; nothing is taken back", "stopped")
    if order not in standing(versions):
        raise OrderError(f"{order.what}: no such order is in force", "not_standing")
    training = training_of(knowledge)
    earlier = _earlier(versions, order)
    aside = _without(programme, order, earlier)
    seen = seen_facts(programme, responses, facts, knowledge, training, today)
    by = {each.exercise_id: each.why for each in aside}
    person = person_of(seen, training, by, programme.liked)
    setting = Setting(person, training.patterns[programme.pattern], training)
    before = Plan(programme.phase, programme.session, programme.walk)
    plan = _undone(order, before, earlier, setting)
    words = by_hand(knowledge).taken_back
    change = Change(
        kind="override",
        rule=f"{TAKEN_BACK}{order.kind}",
        on=today,
        reason=words.reasons[order.kind],
        seen=words.seen,
        lines=differences(before, plan, training),
        sources=words.grounds.sources,
        reopen_gate=False,
    )
    after = rewritten(programme, plan, aside, person, training, change)
    return replace(after, ordered_phase=None) if order.kind == "phase" else after


def _earlier(versions: Sequence[Programme], order: Standing) -> Programme:
    """Return the last version before the order; of doses or phases in a row, before the first."""
    place = next(place for place, each in enumerate(versions) if each.version == order.version) - 1
    while place > 0 and _was_ordered(versions[place], order):
        place -= 1
    return versions[place]


def _was_ordered(version: Programme, order: Standing) -> bool:
    """Return whether an order on the same dose, or on the phase, was in force already."""
    if order.kind == "phase":
        return version.ordered_phase == version.phase
    line = line_of(version, order.what)
    return order.kind == "dose" and line is not None and line.pinned


def _without(programme: Programme, order: Standing, earlier: Programme) -> tuple[Aside, ...]:
    """Return what is put aside without the order: what hurt before it stays so for its time."""
    if order.kind != "leave_out":
        return programme.aside
    was = aside_of(earlier, order.what)
    others = tuple(each for each in programme.aside if each.exercise_id != order.what)
    return (*others, was) if was else others


def _undone(order: Standing, now: Plan, earlier: Programme, setting: Setting) -> Plan:
    match order.kind:
        case "dose":
            freed = (_freed(each, order, earlier) for each in now.session)
            walk = _freed(now.walk, order, earlier) if now.walk else None
            return replace(now, session=tuple(freed), walk=walk)
        case "leave_out":
            if order.what != WALK or now.walk:
                return now
            return replace(now, walk=walk_line(setting.person, now.phase, setting.training))
        case "phase":
            lower = PHASES.index(earlier.phase) < PHASES.index(now.phase)
            return back_to(earlier.phase, now, setting) if lower else now


def _freed(line: Line, order: Standing, earlier: Programme) -> Line:
    """Return the line without its pin, no number of it higher than before the order."""
    if line.exercise_id != order.what:
        return line
    was = line_of(earlier, order.what)
    for variable in VARIABLES:
        least = line.dose(variable) if was is None else was.dose(variable)
        line = line.with_dose(variable, min(line.dose(variable), least))
    return replace(line, pinned=False)


def _lines(version: Programme) -> tuple[Line, ...]:
    return (*version.session, *([version.walk] if version.walk else []))
