"""What a therapist orders wins over every adaptation, and is recorded with who and why.

Three orders: leave an exercise out, set a dose and keep it, begin a phase. What must never happen
still may not: an exercise past its `avoid_if`, a dose past its bounds, a session after danger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from unknot.care.adapt import differences
from unknot.care.barrier import Person, person_of
from unknot.care.facts import Facts
from unknot.care.plan import Plan
from unknot.care.programme import Aside, Change, Programme, planned_weeks
from unknot.care.response import Response
from unknot.care.seen import seen_facts
from unknot.care.session import (
    Line,
    fill,
    locked_of,
    ordered,
    seconds,
    within,
)
from unknot.knowledge.exercise_schema import PHASES, Training
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of
from unknot.rules.evaluate import evaluate

Kind = Literal["leave_out", "dose", "phase"]
KINDS = ("leave_out", "dose", "phase")
NUMBERS = ("sets", "repetitions", "hold_seconds")
Refusal = Literal[
    "missing",
    "unknown_kind",
    "unknown_field",
    "not_a_number",
    "stopped",
    "unknown_exercise",
    "not_in_session",
    "not_for_you",
    "out_of_bounds",
    "too_long",
    "unknown_phase",
    "no_session",
    "already",
    "not_standing",
]


@dataclass(frozen=True)
class Order:
    """One order: `what` is an exercise id or a phase; a dose gives sets, repetitions, seconds."""

    kind: Kind
    what: str
    by: str
    reason: str
    sets: int | None = None
    repetitions: int | None = None
    hold_seconds: int | None = None


class OrderError(ValueError):
    """An order that cannot be carried out; its text says what was found and what to do.

    `refusal` names the kind of it and `values` the numbers in it, for words of any language.
    """

    def __init__(self, text: str, refusal: Refusal, **values: int) -> None:
        super().__init__(text)
        self.refusal: Refusal = refusal
        self.values = values


def order_of(data: Mapping[str, Any]) -> Order:
    """Return an order read from JSON data. Raises OrderError naming the field."""
    for name in ("kind", "what", "by", "reason"):
        if not isinstance(data.get(name), str) or not data[name].strip():
            raise OrderError(f"{name}: found {data.get(name)!r}; write a text", "missing")
    if data["kind"] not in KINDS:
        found = f"kind: found {data['kind']!r}; write one of {', '.join(KINDS)}"
        raise OrderError(found, "unknown_kind")
    unknown = data.keys() - Order.__dataclass_fields__.keys()
    if unknown:
        found = f"found the unknown fields {sorted(unknown)}; remove them"
        raise OrderError(found, "unknown_field")
    for name in NUMBERS:
        value = data.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise OrderError(f"{name}: found {value!r}; write a whole number", "not_a_number")
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
    _refuse_stopped(programme)
    aside = _aside(programme, order, training, today)
    seen = seen_facts(programme, responses, facts, knowledge, training, today)
    by = {each.exercise_id: each.why for each in aside}
    person = person_of(seen, training, by, programme.liked)
    before = Plan(programme.phase, programme.session, programme.walk)
    plan = _carried_out(programme, before, order, person, training)
    if seconds(plan.session, training) > person.minutes * 60:
        found = f"the session would not fit {person.minutes} minutes; order less"
        raise OrderError(found, "too_long", minutes=person.minutes)
    change = _change(order, before, plan, training, today)
    after = rewritten(programme, plan, aside, person, training, change)
    return replace(after, ordered_phase=plan.phase) if order.kind == "phase" else after


def _refuse_stopped(programme: Programme) -> None:
    if programme.stopped:
        found = "the programme is stopped; a danger sign comes before every order"
        raise OrderError(found, "stopped")


def rewritten(
    programme: Programme,
    plan: Plan,
    aside: tuple[Aside, ...],
    person: Person,
    training: Training,
    change: Change,
) -> Programme:
    """Return version + 1 with this plan: its weeks, what waits in it and its time follow."""
    pattern = training.patterns[programme.pattern]
    return replace(
        programme,
        version=programme.version + 1,
        made_on=change.on,
        phase=plan.phase,
        weeks=planned_weeks(
            programme.starts_on,
            programme.moves,
            plan.phase,
            pattern,
            plan.walk is not None,
            person.facts,
            training,
            change.on,
        ),
        session=plan.session,
        walk=plan.walk,
        locked=locked_of(pattern, plan.phase, person, training, plan.session),
        seconds=seconds(plan.session, training),
        aside=aside,
        change=change,
    )


def _aside(
    programme: Programme, order: Order, training: Training, today: date
) -> tuple[Aside, ...]:
    if order.kind != "leave_out":
        return programme.aside
    if order.what not in training.exercises:
        found = f"what: found {order.what!r}; write the id of an exercise"
        raise OrderError(found, "unknown_exercise")
    if any(each.exercise_id == order.what and each.why == "therapist" for each in programme.aside):
        raise OrderError(f"{order.what} is left out already; leave it as it is", "already")
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
            return _dosed(before, order, person, training)
        case "phase":
            return _in_phase(programme, before, order, person, training)


def _dosed(before: Plan, order: Order, person: Person, training: Training) -> Plan:
    lines = [*before.session, *([before.walk] if before.walk else [])]
    line = next((each for each in lines if each.exercise_id == order.what), None)
    if line is None:
        found = f"what: found {order.what!r}; write an exercise of the session"
        raise OrderError(found, "not_in_session")
    if evaluate(training.exercises[order.what].avoid_if, person.facts) is not False:
        raise OrderError(f"{order.what}: the answers speak against it", "not_for_you")
    pinned = _pinned(line, order, training)
    session = tuple(pinned if each is line else each for each in before.session)
    return replace(before, session=session, walk=pinned if before.walk is line else before.walk)


def _pinned(line: Line, order: Order, training: Training) -> Line:
    given = {name: value for name in NUMBERS if (value := getattr(order, name)) is not None}
    if not given:
        raise OrderError("a dose without a number; give sets, repetitions or seconds", "missing")
    pinned = replace(line, **given, pinned=True)
    if pinned == line:
        raise OrderError(f"{order.what} is set so already; leave it as it is", "already")
    bounds = training.exercises[order.what].bounds
    if not within(pinned, bounds):
        found = (
            f"{order.what}: found {given}; the most is {bounds.sets} sets, "
            f"{bounds.repetitions} repetitions, {bounds.hold_seconds} seconds"
        )
        raise OrderError(found, "out_of_bounds", **vars(bounds))
    return pinned


def _in_phase(
    programme: Programme, before: Plan, order: Order, person: Person, training: Training
) -> Plan:
    if order.what not in PHASES:
        found = f"what: found {order.what!r}; write one of {', '.join(PHASES)}"
        raise OrderError(found, "unknown_phase")
    phase = next(each for each in PHASES if each == order.what)
    if phase == programme.ordered_phase == before.phase:
        raise OrderError(f"the phase is {phase} already; leave it as it is", "already")
    if phase == before.phase:
        return before  # to stay is an order as well: nothing leads on from it
    current = {line.exercise_id: line for line in before.session}
    pattern = training.patterns[programme.pattern]
    session = fill(pattern, phase, person, training, current)
    if not session:
        raise OrderError(f"nothing of {phase} is allowed now; order another", "no_session")
    return Plan(phase, session, before.walk)


def _change(order: Order, before: Plan, plan: Plan, training: Training, today: date) -> Change:
    seen = training.words["override_seen"]
    return Change(
        kind="override",
        rule=f"override.{order.kind}",
        on=today,
        reason=Both(order.reason, order.reason),
        seen=Both(seen.en.format(by=order.by), seen.fr.format(by=order.by)),
        lines=differences(before, plan, training),
        sources=("general-knowledge",),
        reopen_gate=False,
    )
