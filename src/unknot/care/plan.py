"""What can be done to a plan: hold it, take it back, bring it down, or one step up.

Each action is a pure function from a plan to a plan; which one is taken is decided in `adapt`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unknot.care.barrier import Person, allowed
from unknot.care.programme import Aside, walk_line
from unknot.care.response import EASIER
from unknot.care.session import (
    Line,
    balanced,
    begun,
    fill,
    fresh_line,
    ordered,
    seconds,
)
from unknot.knowledge.exercise_schema import (
    PHASES,
    VARIABLES,
    Exercise,
    Pattern,
    Phase,
    StepRow,
    Training,
)


@dataclass(frozen=True)
class Setting:
    """What every action needs: the person as they are now, and the programme's content."""

    person: Person
    pattern: Pattern
    training: Training


@dataclass(frozen=True)
class Plan:
    """What an action yields: phase, session and walk.

    `stepped` when a step was taken, `rested` names who rests for the sake of variety.
    """

    phase: Phase
    session: tuple[Line, ...]
    walk: Line | None
    stepped: bool = False
    rested: str | None = None


def held(plan: Plan, aside: tuple[Aside, ...], before: tuple[Aside, ...], setting: Setting) -> Plan:
    """Return the plan as it stands: what is no longer allowed leaves, what hurt is replaced.

    Where nothing that warms up is left, a breathing exercise comes first: a session is not lost.
    """
    new = {each.exercise_id: each.why for each in aside if each not in before}
    there = {line.exercise_id for line in plan.session}
    lines: list[Line] = []
    for line in plan.session:
        if allowed(line.exercise_id, setting.person, plan.phase, setting.training):
            lines.append(line)
        elif line.exercise_id in new:
            other = _instead(line, new[line.exercise_id], plan.phase, setting, there)
            lines += [other] if other else []
            there |= {other.exercise_id} if other else set()
    walk = plan.walk
    if walk and not allowed(walk.exercise_id, setting.person, plan.phase, setting.training):
        walk = None
    kept = balanced(_fitting(tuple(lines), setting), setting.training)
    session = begun(kept, plan.phase, setting.person, setting.training, _by_id(plan.session))
    return replace(plan, session=in_order(session, setting), walk=walk)


def _instead(line: Line, why: str, phase: Phase, setting: Setting, there: set[str]) -> Line | None:
    exercise = setting.training.exercises[line.exercise_id]
    easier = (exercise.easier,) if why in EASIER else (exercise.alternative, exercise.easier)
    for name in easier:
        if name and name not in there and _no_harder(name, exercise, setting.training):
            if allowed(name, setting.person, phase, setting.training):
                why_ids = (*line.why, f"instead-of.{line.exercise_id}")
                fresh = fresh_line(name, line.role, line.reason, why_ids, phase, setting.training)
                return replace(fresh, smaller_range=line.smaller_range)
    return None


def _no_harder(name: str, than: Exercise, training: Training) -> bool:
    return training.exercises[name].load <= than.load


def back_to(phase: Phase, plan: Plan, setting: Setting) -> Plan:
    """Return the plan in an earlier or the same phase; nothing heavier than before joins."""
    current = _by_id(plan.session)
    session = fill(
        setting.pattern, phase, setting.person, setting.training, current, keep_current=True
    )
    heaviest = max((_load(line, setting) for line in plan.session), default=0)
    lighter = tuple(
        _capped(line, phase, setting)
        for line in session
        if line.exercise_id in current or _load(line, setting) <= heaviest
    )
    return Plan(phase, in_order(lighter, setting), plan.walk)


def _capped(line: Line, phase: Phase, setting: Setting) -> Line:
    dose = setting.training.exercises[line.exercise_id].doses.get(phase)
    if dose is None or line.pinned:
        return line
    for variable in VARIABLES:
        value = min(line.dose(variable), getattr(dose, variable))
        line = line.with_dose(variable, value)
    return line


def down(plan: Plan, before: Plan, setting: Setting) -> Plan:
    """Return the plan one step down in every line that was there before."""
    old = _by_id(before.session)
    session = tuple(
        _lower(line, setting) if line == old.get(line.exercise_id) else line
        for line in plan.session
    )
    return replace(plan, session=session, walk=_lower(plan.walk, setting) if plan.walk else None)


def _lower(line: Line, setting: Setting) -> Line:
    if line.pinned:
        return line
    kind = setting.training.exercises[line.exercise_id].kind
    for row in setting.training.downs:
        value = line.dose(row.variable)
        lower = max(row.floor, value - row.by)
        if row.kind == kind and lower < value:
            return line.with_dose(row.variable, lower)
    return line


def up(plan: Plan, setting: Setting) -> Plan:
    """Return the plan with its walk back, else one unlocked exercise more, else one dose variable
    one step up.
    """
    walk = plan.walk or walk_line(setting.person, plan.phase, setting.training)
    if walk != plan.walk:
        return replace(plan, walk=walk, stepped=True)
    joined = _joined(plan, setting)
    if joined is not None:
        return joined
    candidates = [*plan.session, *([plan.walk] if plan.walk else [])]
    candidates.sort(key=lambda line: line.steps_up)
    variable, raised = None, 0
    for line in candidates:
        row = _next_step(line, plan, setting)
        if row is None or raised >= setting.training.lines_per_step:
            continue
        if variable in (None, row.variable):
            variable, raised = row.variable, raised + 1
            plan = _with_line(plan, _raised(line, row))
    return replace(plan, stepped=raised > 0)


def _joined(plan: Plan, setting: Setting) -> Plan | None:
    current = _by_id(plan.session)
    for most in range(1, setting.training.lines_per_step + 1):
        session = fill(setting.pattern, plan.phase, setting.person, setting.training, current, most)
        new = [line for line in session if line.exercise_id not in current]
        lost = [name for name in current if name not in _by_id(session)]
        if new and len(lost) <= len(new):
            return replace(plan, session=session, stepped=True)
    return None


def _next_step(line: Line, plan: Plan, setting: Setting) -> StepRow | None:
    exercise = setting.training.exercises[line.exercise_id]
    if line.pinned:
        return None
    for row in setting.training.steps:
        if row.kind != exercise.kind or plan.phase not in row.phases:
            continue
        top = exercise.bounds.of(row.variable)
        top = top if row.until is None else min(top, row.until)
        if line.dose(row.variable) + row.by <= top:
            after = _with_line(plan, _raised(line, row))
            return row if is_fitting(after.session, setting) else None
    return None


def _raised(line: Line, row: StepRow) -> Line:
    raised = line.with_dose(row.variable, line.dose(row.variable) + row.by)
    return replace(raised, steps_up=line.steps_up + 1)


def next_phase(plan: Plan, setting: Setting) -> Plan:
    """Return the next phase with at most a few new exercises; the others join later."""
    phase = PHASES[PHASES.index(plan.phase) + 1]
    current = _by_id(plan.session)
    most = setting.training.lines_per_step
    session = fill(setting.pattern, phase, setting.person, setting.training, current, most)
    if not session:
        return replace(plan, stepped=False)
    return Plan(phase, session, plan.walk, stepped=True)


def unloaded(plan: Plan, setting: Setting) -> Plan:
    """Return the plan without any loaded exercise."""
    session = tuple(line for line in plan.session if _load(line, setting) == 0)
    return replace(plan, session=in_order(session, setting))


def in_range(plan: Plan, smaller: bool, setting: Setting) -> Plan:
    """Return the plan with smaller or with usual movements; a breath has no range."""
    session = tuple(
        replace(line, smaller_range=smaller and _moves(line, setting)) for line in plan.session
    )
    return replace(plan, session=session)


def _moves(line: Line, setting: Setting) -> bool:
    return setting.training.exercises[line.exercise_id].kind != "breathing"


def _with_line(plan: Plan, line: Line) -> Plan:
    session = tuple(line if each.exercise_id == line.exercise_id else each for each in plan.session)
    walk = plan.walk
    if walk and walk.exercise_id == line.exercise_id and line.role == walk.role:
        walk = line
    return replace(plan, session=session, walk=walk)


def _fitting(lines: tuple[Line, ...], setting: Setting) -> tuple[Line, ...]:
    while lines and not is_fitting(lines, setting):
        lines = lines[:-1]
    return lines


def is_fitting(lines: tuple[Line, ...], setting: Setting) -> bool:
    """Return whether the lines fit the person's minutes."""
    return seconds(lines, setting.training) <= setting.person.minutes * 60


def in_order(lines: tuple[Line, ...], setting: Setting) -> tuple[Line, ...]:
    """Return the lines balanced and in playing order."""
    return ordered(balanced(lines, setting.training), setting.training)


def phase_below(phase: Phase) -> Phase:
    """Return the phase before; calm has none before it."""
    return PHASES[max(0, PHASES.index(phase) - 1)]


def _load(line: Line, setting: Setting) -> int:
    return setting.training.exercises[line.exercise_id].load


def _by_id(lines: Sequence[Line]) -> dict[str, Line]:
    return {line.exercise_id: line for line in lines}


def all_lines(plan: Plan) -> dict[str, Line]:
    """Return the lines of the session and the walk, by exercise."""
    return _by_id([*plan.session, *([plan.walk] if plan.walk else [])])
