"""Something new at the top of a phase: one exercise rests, another of its slot takes its place."""

from collections.abc import Iterator
from dataclasses import replace

from unknot.care.barrier import allowed
from unknot.care.plan import Plan, Setting, in_order, is_fitting
from unknot.care.session import Line, fresh_line
from unknot.care.slots import named


def varied(plan: Plan, setting: Setting) -> Plan:
    """Return the plan with one line exchanged, `rested` naming who left; as it is when none can be.

    The line that rose most goes first. Pinned and liked ones stay. The new one is no heavier.
    """
    for line in sorted(plan.session, key=lambda line: -line.steps_up):
        if line.pinned or line.exercise_id in setting.person.liked:
            continue
        for name in _others(line, plan, setting):
            exchanged = _exchanged(plan, line, name, setting)
            if exchanged is not None:
                return exchanged
    return plan


def _others(line: Line, plan: Plan, setting: Setting) -> Iterator[str]:
    training, there = setting.training, {each.exercise_id for each in plan.session}
    heaviest = training.exercises[line.exercise_id].load
    for slot in setting.pattern.phase(plan.phase).slots:
        among = list(named(slot, setting.pattern, training))
        if line.exercise_id not in among:
            continue
        for name in among:
            if name not in there and training.exercises[name].load <= heaviest:
                if allowed(name, setting.person, plan.phase, training):
                    yield name


def _exchanged(plan: Plan, line: Line, name: str, setting: Setting) -> Plan | None:
    why = (*line.why, f"instead-of.{line.exercise_id}")
    new = fresh_line(name, line.role, line.reason, why, plan.phase, setting.training)
    session = in_order(
        tuple(new if each is line else each for each in plan.session),
        setting,
    )
    if len(session) != len(plan.session) or not is_fitting(session, setting):
        return None
    return replace(plan, session=session, rested=line.exercise_id)
