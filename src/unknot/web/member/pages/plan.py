"""The plan as a week: today is the only box, rest days look as complete as the others."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from unknot.care.barrier import Locked
from unknot.care.calendar import as_planned
from unknot.care.catch_up import as_lived
from unknot.care.lineage import author_of, lineage
from unknot.care.orders import standing
from unknot.care.programme import Change, Programme, may_move_day
from unknot.care.schedule import Day, Move, Week, week_on
from unknot.care.session import Line
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of
from unknot.web.citing import long_weekday, short_day, weekday, why
from unknot.web.member.pages.order import standing_words
from unknot.web.member.pages.session import dose_words, minutes
from unknot.web.words import say


def plan_page(
    programme: Programme,
    versions: Sequence[Programme],
    done: Collection[date],
    knowledge: Knowledge,
    language: str,
    today: date,
) -> dict[str, Any]:
    """Return the context of the plan, for the week of `today`; `versions` tell what changed."""
    training = training_of(knowledge)
    number = week_on(programme.starts_on, today, len(programme.weeks))
    week = as_lived(programme.weeks[number - 1], today, as_planned(versions))
    days = [
        _day(each, programme, done, language, today)
        | {"targets": _targets(each, week, programme, knowledge, language, today)}
        for each in week.days
    ]
    now = next((each for each in days if each["today"]), None)
    done_today = bool(now and now["done"])
    phase = training.phases[programme.phase].in_(language)
    orders = orders_words(versions, programme, training, language)
    return {
        "section": "plan",
        "kicker": say(language, "plan.week_of", n=number, total=len(programme.weeks), phase=phase),
        "title": _done_title(programme, language, today)
        if done_today
        else _title(now, phase, language),
        # Of a session only: a walk names its own, and rest takes none.
        "minutes": say(language, "plan.minutes", n=minutes(programme))
        if now and now["start"]
        else "",
        "days": days,
        "can_start": bool(now and now["start"]),
        "lines": [
            line_words(each, training, knowledge, language)
            | {
                "changed": has_changed(each, versions, training),
                "set_by": next((o["by"] for o in orders if o["what"] == each.exercise_id), ""),
            }
            for each in programme.session
        ],
        "walk": line_words(programme.walk, training, knowledge, language)
        if programme.walk
        else None,
        "orders": orders,
        "locked": [locked_words(each, training, language) for each in programme.locked],
        "change": change_words(programme.change, knowledge, language),
    }


def _targets(
    day: Day, week: Week, programme: Programme, knowledge: Knowledge, language: str, today: date
) -> list[dict[str, str]]:
    """Return the days of this week a session or walk may go to; none for rest and for the past."""
    if day.kind == "rest" or day.on < today:
        return []
    return [
        {
            "on": other.on.isoformat(),
            "words": f"{long_weekday(other.on, language)} ({say(language, f'plan.{other.kind}')})",
        }
        for other in week.days
        if may_move_day(programme, Move(day.on, other.on), knowledge, today)
    ]


def _title(now: dict[str, Any] | None, phase: str, language: str) -> str:
    if now is None:
        return say(language, "plan.title")
    title = phase if now["kind"] == "session" else now["title"]
    return say(language, "plan.today_prefix", title=title[:1].lower() + title[1:])


def _done_title(programme: Programme, language: str, today: date) -> str:
    days = (day for week in programme.weeks for day in week.days)
    after = next((day for day in days if day.on > today and day.kind != "rest"), None)
    if after is None:
        return say(language, "plan.done_today")
    what = say(language, f"plan.{after.kind}").lower()
    return say(language, "plan.done_next", what=what, day=long_weekday(after.on, language))


def _day(
    day: Day,
    programme: Programme,
    done: Collection[date],
    language: str,
    today: date,
) -> dict[str, Any]:
    is_done = day.on in done
    missed = day.kind == "session" and day.on < today and not is_done
    text = say(language, "plan.nothing_lost") if missed else _text(day, programme, language)
    # What is done is a session, whatever the day was planned to be; its record tells the rest.
    kind = "session" if is_done else day.kind
    return {
        "kind": kind,
        "weekday": weekday(day.on, language),
        "on": day.on.isoformat(),
        "move_label": f"{say(language, 'plan.move')}: {long_weekday(day.on, language)}",
        "date": short_day(day.on, language),
        "title": say(language, f"plan.{kind}"),
        "text": "" if is_done else text,
        "today": day.on == today,
        "done": is_done,
        "missed": missed,
        "start": day.on == today and day.kind == "session" and not is_done,
    }


def _text(day: Day, programme: Programme, language: str) -> str:
    if day.kind == "rest":
        return say(language, "plan.rest_text")
    if day.kind == "walk":
        return dose_words(programme.walk, language) if programme.walk else ""
    return say(language, "plan.session_text", minutes=minutes(programme), n=len(programme.session))


def line_words(
    line: Line, training: Training, knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return one exercise of the session in words, with why it is there."""
    exercise = training.exercises[line.exercise_id]
    steps = [each.in_(language) for each in exercise.steps]
    return {
        "id": exercise.id,
        "movement": exercise.movement,
        "name": exercise.name.in_(language),
        "dose": dose_words(line, language),
        "smaller": say(language, "plan.smaller") if line.smaller_range else "",
        "reason": line.reason.in_(language),
        "steps": steps,
        "stop_if": [each.in_(language) for each in exercise.stop_if],
        "why": why(exercise.grounds.sources, knowledge, language),
    }


def has_changed(line: Line, versions: Sequence[Programme], training: Training) -> bool:
    """Return whether a line is no longer what the programme began with."""
    events = lineage(versions, line.exercise_id, training).events if versions else ()
    return any(each.what != "began" for each in events)


def orders_words(
    versions: Sequence[Programme], programme: Programme, training: Training, language: str
) -> list[dict[str, str]]:
    """Return what a therapist has set and still holds: what, by whom, on which day."""
    found = standing(versions)
    return [standing_words(each, programme, training, language) for each in found]


def locked_words(locked: Locked, training: Training, language: str) -> dict[str, str]:
    """Return an exercise that waits: why, and what unlocks it."""
    return {
        "id": locked.exercise_id,
        "name": training.exercises[locked.exercise_id].name.in_(language),
        "reason": locked.reason.in_(language),
        "unlocks": locked.unlocks.in_(language),
    }


def change_words(
    change: Change | None, knowledge: Knowledge, language: str
) -> dict[str, Any] | None:
    """Return why the plan changed: what we saw, what we did, what changed line by line."""
    if change is None:
        return None
    author = author_of(change)
    ordered = change.kind == "override"
    return {
        "by": say(language, "plan.by_rule" if author == "programme" else f"line.author.{author}"),
        "saw": say(language, "line.who" if author == "therapist" else "plan.saw"),
        "decided": say(language, "line.why" if ordered else "plan.decided"),
        "seen": change.seen.in_(language),
        "reason": change.reason.in_(language),
        "lines": [each.words.in_(language) for each in change.lines],
        "heading": say(language, "checkin.changed" if change.lines or ordered else "checkin.same"),
        "rule": change.rule,
        "why": None if author == "therapist" else why(change.sources, knowledge, language),
    }
