"""What a therapist ordered: three ways to write it down, what holds now, what is refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from unknot.care.lineage import line_of
from unknot.care.orders import Standing
from unknot.care.override import KINDS, NUMBERS, OrderError
from unknot.care.programme import Programme
from unknot.care.session import Line
from unknot.knowledge.exercise_schema import PHASES, Training
from unknot.web.citing import day
from unknot.web.member.pages.session import dose_words
from unknot.web.words import say

LONGEST = {"by": 80, "reason": 300}
MINUTE = 60


def order_page(
    programme: Programme,
    standing: Sequence[Standing],
    training: Training,
    language: str,
    kind: str,
    sent: dict[str, str],
    problems: dict[str, str],
) -> dict[str, Any]:
    """Return the page: the three ways, or the form of one of them; and the orders in force."""
    chosen = line_of(programme, sent.get("what", ""))
    return {
        "section": "plan",
        "kind": kind,
        "title": say(language, f"order.{kind}") if kind else say(language, "order.title"),
        "ways": [
            {
                "kind": each,
                "title": say(language, f"order.{each}"),
                "text": say(language, f"order.{each}_text"),
            }
            for each in KINDS
        ],
        "options": _options(kind, programme, training, language),
        "needs_line": kind == "dose" and chosen is None,
        "chosen": _chosen(chosen, training, language) if kind == "dose" and chosen else None,
        "numbers": _numbers(chosen, training, sent, language) if kind == "dose" and chosen else [],
        "sent": sent,
        "longest": LONGEST,
        "errors": problems,
        "problems": [
            {"at": f"f-{key}", "text": text} for key, text in problems.items() if key != "order"
        ],
        "standing": [standing_words(each, programme, training, language) for each in standing],
    }


def lines_of(programme: Programme) -> tuple[Line, ...]:
    """Return the session and the walk."""
    return (*programme.session, *([programme.walk] if programme.walk else []))


def _options(
    kind: str, programme: Programme, training: Training, language: str
) -> list[dict[str, str]]:
    """Return what may be chosen: lines of the plan, those that wait too, or phases not yet set."""
    if kind == "phase":
        return [
            {"id": each, "words": training.phases[each].in_(language)}
            for each in PHASES
            if not each == programme.phase == programme.ordered_phase
        ]
    found = [
        {
            "id": line.exercise_id,
            "words": training.exercises[line.exercise_id].name.in_(language),
            "dose": say(language, "order.now", dose=dose_words(line, language)),
        }
        for line in lines_of(programme)
    ]
    if kind != "leave_out":
        return found
    waiting = [each.exercise_id for each in programme.locked]
    aside = {name for name, why in programme.put_aside.items() if why == "therapist"}
    return found + [
        {"id": name, "words": training.exercises[name].name.in_(language), "dose": ""}
        for name in waiting
        if name not in aside
    ]


def _chosen(line: Line, training: Training, language: str) -> dict[str, str]:
    return {
        "id": line.exercise_id,
        "name": training.exercises[line.exercise_id].name.in_(language),
        "now": say(language, "order.now", dose=dose_words(line, language)),
    }


def _numbers(
    line: Line, training: Training, sent: dict[str, str], language: str
) -> list[dict[str, Any]]:
    """Return the numbers of a dose, each with the most that is allowed; a walk has its minutes."""
    exercise = training.exercises[line.exercise_id]
    aerobic = exercise.kind == "aerobic"
    names = [("minutes", "hold_seconds")] if aerobic else [(each, each) for each in NUMBERS]
    per = MINUTE if aerobic else 1
    return [
        {
            "name": name,
            "label": say(language, f"order.{name}"),
            "value": sent.get(name, str(getattr(line, field) // per)),
            "least": 0 if name == "hold_seconds" else 1,
            "most": most,
            "hint": say(language, "order.most", n=most),
        }
        for name, field in names
        if (most := getattr(exercise.bounds, field) // per)
    ]


def standing_words(
    order: Standing, programme: Programme, training: Training, language: str
) -> dict[str, str]:
    """Return an order in force: what, by whom, on which day, why."""
    what = _what(order, programme, training, language)
    said = order.said.in_(language).removesuffix(".")
    return {
        "kind": order.kind,
        "what": order.what,
        "words": what,
        "by": say(language, "order.on", said=said, day=day(order.on, language)),
        "reason": say(language, "order.quoted", words=order.reason.in_(language)),
        "label": say(language, "order.take_back_what", what=what),
    }


def _what(order: Standing, programme: Programme, training: Training, language: str) -> str:
    if order.kind == "phase":
        phase = next(training.phases[each] for each in PHASES if each == order.what)
        return say(language, "order.phased", phase=phase.in_(language))
    exercise = training.exercises[order.what].name.in_(language)
    line = line_of(programme, order.what)
    if order.kind == "dose" and line:
        dose = dose_words(line, language)
        return say(language, "order.dosed", exercise=exercise, dose=dose)
    return say(language, "order.left_out", exercise=exercise)


def refused_words(error: OrderError, language: str) -> str:
    """Return why an order is not carried out, in a sentence for people."""
    most = _most(error.values, language) if error.refusal == "out_of_bounds" else ""
    return say(language, f"order.refused.{error.refusal}", **error.values, most=most)


def _most(bounds: Mapping[str, int], language: str) -> str:
    """Return the most of a dose in words; a walk has its minutes."""
    sets, repetitions, hold = (bounds[name] for name in NUMBERS)
    if repetitions == 1 and hold >= MINUTE:
        return say(language, "order.most_minutes", n=hold // MINUTE)
    parts = {"sets": sets, "reps": repetitions, "hold": hold}
    return ", ".join(
        say(language, f"plan.{key}" if n > 1 else f"plan.{key}_one", n=n)
        for key, n in parts.items()
        if n
    )
