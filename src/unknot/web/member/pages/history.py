"""What was done: each session with its doses as they then were, and what the plan answered."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from unknot.care.history import Answer, answers, courses
from unknot.care.lineage import line_of
from unknot.care.programme import Programme
from unknot.care.schedule import week_on
from unknot.knowledge.exercise_schema import Training
from unknot.web.citing import day, long_weekday
from unknot.web.member.course import arrived, day_of
from unknot.web.member.models import Person, SessionLog
from unknot.web.member.mornings import told_after
from unknot.web.member.pages.session import dose_words
from unknot.web.member.versions import versions_of
from unknot.web.words import say, words

SCORES = ("pain_before", "pain_during", "pain_after")


def history_page(
    person: Person | None, training: Training, language: str, opened: str = ""
) -> dict[str, Any]:
    """Return every session, newest first, by programme and by week.

    The record of the day `opened` (ISO 8601) stands open, else the newest.
    """
    if person is None or not person.sessions.exists():
        return {"section": "plan", "empty": True, "courses": []}
    told = [
        _course(course, logs, person, training, language)
        for course, logs in _with_sessions(person)
        if logs
    ]
    told.reverse()
    records = [each for course in told for week in course["weeks"] for each in week["records"]]
    shown = [each for each in records if each["on"] == opened] or records[:1]
    for each in shown:
        each["open"] = True
    return {"section": "plan", "empty": False, "courses": told, "several": len(told) > 1}


def _with_sessions(person: Person) -> list[tuple[list[Programme], list[SessionLog]]]:
    """Return each programme with the sessions that were done while it ran."""
    began = [each.created for each in person.programmes.filter(change={})]
    logs = list(person.sessions.all())
    found = []
    for number, course in enumerate(courses(versions_of(person))):
        begin = began[number] if number else None
        end = began[number + 1] if number + 1 < len(began) else None
        mine = [
            log
            for log in logs
            if (begin is None or log.created >= begin) and (end is None or log.created < end)
        ]
        found.append((course, mine))
    return found


def _course(
    course: list[Programme],
    logs: list[SessionLog],
    person: Person,
    training: Training,
    language: str,
) -> dict[str, Any]:
    checks, answered = list(person.check_ins.all()), answers(course)
    ends, numbers = [*logs[1:], None], arrived(logs)
    records = [
        (
            week_on(course[0].starts_on, day_of(log.created), len(course[-1].weeks)),
            _record(
                log,
                told_after(log, after, checks, training)["pain_next_morning"],
                answered.get(numbers[log.pk]),
                course,
                training,
                language,
            ),
        )
        for log, after in zip(logs, ends, strict=True)
    ]
    return {
        "title": say(language, "history.before_plan", day=day(course[0].starts_on, language)),
        "weeks": [
            _week(number, [record for _, record in several], language)
            for number, several in groupby(records[::-1], key=lambda each: each[0])
        ],
    }


def _week(number: int, records: list[dict[str, Any]], language: str) -> dict[str, Any]:
    one = "_one" if len(records) == 1 else ""
    return {
        "title": say(language, "history.week", n=number),
        "total": say(language, f"history.total{one}", n=len(records)),
        "records": records,
    }


def _record(
    log: SessionLog,
    morning: int | None,
    answer: Answer | None,
    course: Sequence[Programme],
    training: Training,
    language: str,
) -> dict[str, Any]:
    on = day_of(log.created)
    then = next((each for each in course if each.version == log.programme), None)
    pains = {name: log.facts.get(f"{name}_0_10") for name in SCORES}
    return {
        "on": on.isoformat(),
        "day": _long(on, language),
        "completed": say(language, f"history.completed.{log.facts['completed']}")
        if log.facts.get("completed")
        else "",
        "exercises": [_exercise(each, then, training, language) for each in log.results],
        "felt": [
            {"name": say(language, f"history.{name}"), "said": _score(score, language)}
            for name, score in [
                *pains.items(),
                ("pain_next_morning", morning),
                ("effort", log.facts.get("effort_0_10")),
            ]
        ],
        "light": say(language, f"history.light.{answer.light}") if answer else "",
        "answers": [_answered(each, language) for each in answer.versions] if answer else [],
    }


def _long(on: date, language: str) -> str:
    weekday = long_weekday(on, language)
    return f"{weekday[:1].upper()}{weekday[1:]} {day(on, language)}"


def _score(score: object, language: str) -> str:
    if not isinstance(score, int):
        return say(language, "history.not_said")
    return say(language, "history.of_ten", n=score)


def _exercise(
    row: dict[str, str], then: Programme | None, training: Training, language: str
) -> dict[str, str]:
    """Return one exercise as it was done: its dose of that day, its outcome and the reason."""
    exercise = training.exercises.get(row["id"])
    line = line_of(then, row["id"]) if then else None
    said = [say(language, f"history.outcome.{row['outcome']}")]
    said += _known("reason", row.get("reason", ""), language)
    said += _known("pain", row.get("new_or_same_pain", ""), language)
    return {
        "id": row["id"],
        "name": exercise.name.in_(language) if exercise else row["id"],
        "dose": dose_words(line, language) if line else "",
        "outcome": ", ".join(said),
    }


def _known(area: str, key: str, language: str) -> list[str]:
    """Return the words of a reason or a pain, none for what we have no words for."""
    among = words(language)["history"]
    assert not isinstance(among, str)
    named = among[area]
    assert not isinstance(named, str)
    return [str(named[key])] if key in named else []


def _answered(version: Programme, language: str) -> dict[str, Any]:
    change = version.change
    return {
        "version": version.version,
        "day": day(version.made_on, language),
        "reason": change.reason.in_(language) if change else "",
        "lines": [each.words.in_(language) for each in change.lines] if change else [],
    }
