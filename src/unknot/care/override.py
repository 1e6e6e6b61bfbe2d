"""What a therapist orders wins over every adaptation, and is recorded with who and why.

Three orders: leave an exercise out, set a dose and keep it, begin a phase. What must never happen
still may not: an exercise past its `avoid_if`, a dose past its bounds, a session after danger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from unknot.care.adapt import differences
from unknot.care.facts import Facts
from unknot.care.plan import Plan
from unknot.care.programme import Aside, Change, Programme
from unknot.care.response import Response, seen_facts
from unknot.care.session import Person, fill, locked_of, ordered, person_of, seconds, within
from unknot.knowledge.exercise_schema import PHASES, Training
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of

KINDS = ("leave_out", "dose", "phase")


@dataclass(frozen=True)
class Order:
    """One order: `what` is an exercise id or a phase; a dose gives sets, repetitions, seconds."""

    kind: Literal["leave_out", "dose", "phase"]
    what: str
    by: str
    reason: str
    sets: int | None = None
    repetitions: int | None = None
    hold_seconds: int | None = None


class OrderError(ValueError):
    """An order that cannot be carried out; its text says what was found and what to do."""


def order_of(data: Mapping[str, Any]) -> Order:
    """Return an order read from JSON data. Raises OrderError naming the field."""
    for name in ("kind", "what", "by", "reason"):
        if not isinstance(data.get(name), str) or not data[name].strip():
            raise OrderError(f"{name}: found {data.get(name)!r}; write a text")
    if data["kind"] not in KINDS:
        raise OrderError(f"kind: found {data['kind']!r}; write one of {', '.join(KINDS)}")
    unknown = data.keys() - Order.__dataclass_fields__.keys()
    if unknown:
        raise OrderError(f"found the unknown fields {sorted(unknown)}; remove them")
    for name in ("sets", "repetitions", "hold_seconds"):
        value = data.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise OrderError(f"{name}: found {value!r}; write a whole number")
    return Order(**data)


def override(
    programme: Programme,
    order: Order,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    today: date,
) -> Programme:
    """Return version + 1 with the order carried out. Raises OrderError when it may not be."""
    training = training_of(knowledge)
    if programme.stopped:
        raise OrderError("the programme is stopped; a danger sign comes before every order")
    aside = _aside(programme, order, training, today)
    seen = seen_facts(programme, responses, facts, knowledge, training, today)
    person = person_of(seen, training, frozenset(each.exercise_id for each in aside))
    before = Plan(programme.phase, programme.session, programme.walk)
    plan = _carried_out(programme, before, order, person, training)
    if seconds(plan.session, training) > person.minutes * 60:
        raise OrderError(f"the session would not fit {person.minutes} minutes; order less")
    pattern = training.patterns[programme.pattern]
    return replace(
        programme,
        version=programme.version + 1,
        made_on=today,
        phase=plan.phase,
        session=plan.session,
        walk=plan.walk,
        locked=locked_of(pattern, plan.phase, person, training, plan.session),
        seconds=seconds(plan.session, training),
        aside=aside,
        change=_change(programme, order, before, plan, training, today),
    )


def _aside(
    programme: Programme, order: Order, training: Training, today: date
) -> tuple[Aside, ...]:
    if order.kind != "leave_out":
        return programme.aside
    if order.what not in training.exercises:
        raise OrderError(f"what: found {order.what!r}; write the id of an exercise")
    others = tuple(each for each in programme.aside if each.exercise_id != order.what)
    return (*others, Aside(order.what, "therapist", today))


def _carried_out(
    programme: Programme, before: Plan, order: Order, person: Person, training: Training
) -> Plan:
    match order.kind:
        case "leave_out":
            kept = tuple(each for each in before.session if each.exercise_id != order.what)
            walk = None if before.walk and before.walk.exercise_id == order.what else before.walk
            return Plan(before.phase, ordered(kept, training), walk)
        case "dose":
            return _dosed(before, order, training)
        case "phase":
            return _in_phase(programme, before, order, person, training)


def _dosed(before: Plan, order: Order, training: Training) -> Plan:
    line = next((each for each in before.session if each.exercise_id == order.what), None)
    if line is None:
        raise OrderError(f"what: found {order.what!r}; write an exercise of the session")
    wanted = {
        "sets": order.sets,
        "repetitions": order.repetitions,
        "hold_seconds": order.hold_seconds,
    }
    given: dict[str, Any] = {name: n for name, n in wanted.items() if n is not None}
    pinned = replace(line, **given, pinned=True)
    bounds = training.exercises[order.what].bounds
    if not within(pinned, bounds):
        raise OrderError(
            f"{order.what}: found {given}; the most is {bounds.sets} sets, "
            f"{bounds.repetitions} repetitions, {bounds.hold_seconds} seconds"
        )
    return replace(
        before, session=tuple(pinned if each is line else each for each in before.session)
    )


def _in_phase(
    programme: Programme, before: Plan, order: Order, person: Person, training: Training
) -> Plan:
    if order.what not in PHASES:
        raise OrderError(f"what: found {order.what!r}; write one of {', '.join(PHASES)}")
    phase = next(each for each in PHASES if each == order.what)
    current = {line.exercise_id: line for line in before.session}
    pattern = training.patterns[programme.pattern]
    return Plan(phase, fill(pattern, phase, person, training, current), before.walk)


def _change(
    programme: Programme, order: Order, before: Plan, plan: Plan, training: Training, today: date
) -> Change:
    seen = training.words["override_seen"]
    return Change(
        kind="override",
        rule=f"override.{order.kind}",
        on=today,
        reason=Both(order.reason, order.reason),
        seen=Both(seen.en.format(by=order.by), seen.fr.format(by=order.by)),
        lines=differences(before, plan, training),
        sources=("general-knowledge",),
        reopen_gate=programme.change.reopen_gate if programme.change else False,
    )
