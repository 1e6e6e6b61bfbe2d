"""Days in a row with a medicine: which day it is, when to look again, which day is the last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unknot.care.medicine_doses import Notice, Taken, ceiling_for
from unknot.knowledge.medicine_schema import Course, Medicine, Medicines

DAY = timedelta(days=1)


@dataclass(frozen=True)
class CourseState:
    """Days in a row with medicines of one course. `day` is that of the last dose, `days` how
    many it may have."""

    course: str
    days: Course
    medicines: tuple[str, ...]
    first: date
    last: date
    day: int
    stop_day: int
    review_on: date
    stop_on: date
    again: bool


def course_states(
    taken: list[Taken], content: Medicines, country: str, today: date
) -> Iterator[CourseState]:
    """Yield the course that runs for each kind of medicine, or ran until lately."""
    pause = content.limits.pause_days
    for course in content.courses.values():
        mine = [
            each for each in taken if content.families[each.medicine.family].course == course.id
        ]
        runs = list(_runs(sorted({each.at.date() for each in mine}), pause))
        if runs and (today - runs[-1][1]).days <= pause:
            yield _state(course, mine, runs, content, country)


def _runs(days: list[date], pause: int) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each course: more than `pause` free days end it."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif (day - last).days > pause:
            yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last


def shortened(course: Course, medicines: Iterable[Medicine], country: str) -> Course:
    """Return the course with its days cut to the shortest label of these medicines."""
    ceilings = (ceiling_for(each, country) for each in medicines)
    stop = min([course.stop_day, *(each.days for each in ceilings if each)])
    return replace(
        course,
        plan_days=min(course.plan_days, stop),
        review_day=min(course.review_day, stop),
        warn_from=min(course.warn_from, stop),
        stop_day=stop,
    )


def _state(
    course: Course,
    mine: list[Taken],
    runs: list[tuple[date, date]],
    content: Medicines,
    country: str,
) -> CourseState:
    first, last = runs[-1]
    now = {each.medicine.id: each.medicine for each in mine if each.at.date() >= first}
    days = shortened(course, now.values(), country)
    return CourseState(
        course=course.id,
        days=days,
        medicines=tuple(now),
        first=first,
        last=last,
        day=(last - first).days + 1,
        stop_day=days.stop_day,
        review_on=first + (days.review_day - 1) * DAY,
        stop_on=first + (days.stop_day - 1) * DAY,
        again=len(runs) > 1 and (first - runs[-2][1]).days <= content.limits.again_days,
    )


def day_notices(courses: Iterable[CourseState]) -> Iterator[Notice]:
    """Yield what the days of these courses ask to be said."""
    for state in courses:
        kind = _day_kind(state)
        if kind:
            yield Notice(kind, state.medicines, day=state.day, limit=state.stop_day)
        if state.again:
            yield Notice("again", state.medicines)


def _day_kind(state: CourseState) -> str:
    if state.day > state.stop_day:
        return "past-stop"
    if state.day == state.stop_day:
        return "stop-day"
    if state.day >= state.days.warn_from:
        return "warn-day"
    return "review-day" if state.day >= state.days.review_day else ""
