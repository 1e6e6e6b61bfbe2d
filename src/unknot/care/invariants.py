"""What no programme may ever do, checked on one step of it. Each broken promise is a sentence."""

from collections.abc import Iterator, Sequence
from datetime import date

from unknot.care.barrier import person_of
from unknot.care.facts import Facts
from unknot.care.plan import Plan, all_lines
from unknot.care.programme import Programme
from unknot.care.response import Response, lights
from unknot.care.seen import seen_facts
from unknot.care.session import Line, seconds, within
from unknot.knowledge.exercise_schema import PHASES, VARIABLES, Training
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate


def broken_session(programme: Programme, known: Facts, training: Training) -> Iterator[str]:
    """Yield what the session of a programme breaks; `known` as `seen_facts` returns them."""
    person = person_of(known, training, programme.put_aside)
    for line in _lines(programme):
        exercise = training.exercises[line.exercise_id]
        if evaluate(exercise.avoid_if, known) is not False:
            yield f"{line.exercise_id} is done past its avoid_if"
        for lock in training.locks:
            if lock.holds.match(exercise) and evaluate(lock.when, known) is not False:
                yield f"{line.exercise_id} is done past a lock, {lock.id}"
        if not person.positions & {exercise.position, *exercise.other_positions}:
            yield f"{line.exercise_id} needs a position the person cannot get into"
        if not person.equipment >= set(exercise.equipment):
            yield f"{line.exercise_id} needs what the person does not have"
        if programme.phase not in exercise.phases:
            yield f"{line.exercise_id} belongs to another phase"
        if not within(line, exercise.bounds):
            yield f"{line.exercise_id} is out of its bounds"
    if seconds(programme.session, training) > programme.minutes * 60:
        yield "the session does not fit the minutes"
    names = [line.exercise_id for line in programme.session]
    if len(set(names)) != len(names):
        yield "an exercise stands twice"
    if names and training.exercises[names[0]].load > 0:
        yield "the session does not begin with a warm-up"


def broken_step(
    before: Programme,
    after: Programme,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    training: Training,
    today: date,
) -> Iterator[str]:
    """Yield what one adaptation breaks."""
    known = seen_facts(before, responses, facts, knowledge, training, today)
    yield from broken_session(after, known, training)
    if after.change is None or not after.change.reason.en or not after.change.reason.fr:
        yield "a change without a reason"
    colour = lights(responses, before.phase, training)[-1] if responses else "waiting"
    told = [each for each in responses if (today - each.session_on).days < training.aside_days]
    rises = _rises(before, after)
    if len({variable for variable, _ in rises}) > 1:
        yield "two dose variables rise at once"
    step = {row.by for row in training.steps}
    if any(by > max(step) for _, by in rises) or len(rises) > training.lines_per_step:
        yield "a dose rises by more than one step"
    if PHASES.index(after.phase) > PHASES.index(before.phase) + 1:
        yield "a phase is skipped"
    if (colour == "red" or known["late"]) and (
        rises or PHASES.index(after.phase) > PHASES.index(before.phase)
    ):
        yield "something rises after a red light or for a session that came late"
    news = known["news"] is True and known["light"] == "red"
    if news and after.change is not None and not after.change.reopen_gate:
        yield "a red light does not open the gate again"
    since = known.get("days_since_flare")
    if isinstance(since, int) and since < training.way_back.gentle_days and rises:
        yield "something rises in the first days of a flare"
    if responses and responses[-1].new_danger and (after.session or not after.stopped):
        yield "exercises go on after a danger sign"
    hurt = {name for each in told for name, why in each.put_aside if why == "hurt"}
    if hurt & {line.exercise_id for line in after.session}:
        yield "what hurt comes again in the next session"


def _lines(programme: Programme) -> list[Line]:
    return [*programme.session, *([programme.walk] if programme.walk else [])]


def _rises(before: Programme, after: Programme) -> list[tuple[str, int]]:
    old = all_lines(Plan(before.phase, before.session, before.walk))
    new = all_lines(Plan(after.phase, after.session, after.walk))
    return [
        (variable, line.dose(variable) - old[name].dose(variable))
        for name, line in new.items()
        if name in old
        for variable in VARIABLES
        if line.dose(variable) > old[name].dose(variable)
    ]
