"""What was taken, and what must be said of it: too much, too soon, twice, too many days.

Pure: the doses and the moment are arguments. Days are the days of the doses' own clock.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from unknot.care.medicine_course import CourseState, course_states, day_notices
from unknot.care.medicine_doses import Dose, Notice, Taken, ceiling_for, taken_of
from unknot.knowledge.medicine_read import WARNINGS
from unknot.knowledge.medicine_schema import Ceiling, Medicines

# After these warnings no next dose is named.
FINAL = ("over-day", "not-for-you", "past-stop", "two-sedating", "two-anti-inflammatories")


@dataclass(frozen=True)
class Log:
    """Everything to be said at one moment; the most pressing warning first.

    `next_after` says before when no further dose of a medicine may be taken; `no_more` which must
    not be taken on at all; `sedated` whether something that makes sleepy was taken lately.
    """

    warnings: tuple[Notice, ...]
    courses: tuple[CourseState, ...]
    next_after: dict[str, datetime]
    no_more: frozenset[str]
    sedated: bool


def check(
    doses: Iterable[Dose],
    content: Medicines,
    country: str,
    now: datetime,
    refused: frozenset[str] = frozenset(),
) -> Log:
    """Return what to say of these doses at `now`; `refused` are medicines the screen says no to.

    Doses after `now` are left out, and products the content no longer knows.
    """
    taken = sorted(taken_of(doses, content, now), key=lambda each: each.at)
    window = timedelta(hours=content.limits.window_hours)
    lately = [each for each in taken if each.at > now - window]
    courses = tuple(course_states(taken, content, country, now.date()))
    warnings = [
        *_amounts(taken, content, country, now),
        *_company(lately, content),
        *_refused(lately, refused),
        *day_notices(courses),
    ]
    return Log(
        warnings=tuple(sorted(warnings, key=lambda each: WARNINGS.index(each.kind))),
        courses=courses,
        next_after=dict(_next(taken, content, country, now)),
        no_more=frozenset(n for each in warnings if each.kind in FINAL for n in each.medicines),
        sedated=any(_has(each, "sedating", content) for each in lately),
    )


def taken_lately(doses: Iterable[Dose], content: Medicines, now: datetime) -> frozenset[str]:
    """Return the medicines taken within the rolling window."""
    window = timedelta(hours=content.limits.window_hours)
    return frozenset(e.medicine.id for e in taken_of(doses, content, now) if e.at > now - window)


def _amounts(
    taken: list[Taken], content: Medicines, country: str, now: datetime
) -> Iterator[Notice]:
    """Yield too much in a day, too much at once and too soon, of each medicine with a ceiling."""
    limits = content.limits
    recent = now - timedelta(hours=limits.look_back_hours)
    for name, mine in _by_medicine(taken).items():
        ceiling = ceiling_for(mine[0].medicine, country)
        if ceiling is None:
            continue
        most = max(
            (rolling(mine, each.at, limits.window_hours) for each in mine if each.at > recent),
            default=0,
        )
        if most > ceiling.per_day:
            yield Notice(
                "over-day", (name,), taken=most, limit=ceiling.per_day, hours=limits.window_hours
            )
        yield from _single(name, mine, ceiling, content, now)


def _single(
    name: str, mine: list[Taken], ceiling: Ceiling, content: Medicines, now: datetime
) -> Iterator[Notice]:
    lately = now - timedelta(hours=content.limits.window_hours)
    sittings = list(_sittings(mine, timedelta(minutes=content.limits.same_minutes)))
    most = max((amount for _, end, amount in sittings if end > lately), default=0)
    if most > ceiling.per_dose:
        yield Notice("over-dose", (name,), taken=most, limit=ceiling.per_dose)
    gap = timedelta(hours=ceiling.hours)
    for (_, end, _amount), (begin, later, _) in pairwise(sittings):
        if later > lately and begin - end < gap:
            yield Notice("too-soon", (name,), hours=ceiling.hours)
            return


def rolling(mine: Iterable[Taken], end: datetime, hours: int) -> int:
    """Return how much was taken in the hours up to and including `end`."""
    begin = end - timedelta(hours=hours)
    return sum(each.amount for each in mine if begin < each.at <= end)


def _sittings(mine: list[Taken], same: timedelta) -> Iterator[tuple[datetime, datetime, int]]:
    """Yield what was taken at once: first moment, last moment, amount."""
    group: list[Taken] = []
    for each in mine:
        if group and each.at - group[0].at > same:
            yield group[0].at, group[-1].at, sum(part.amount for part in group)
            group = []
        group.append(each)
    if group:
        yield group[0].at, group[-1].at, sum(part.amount for part in group)


def _company(lately: list[Taken], content: Medicines) -> Iterator[Notice]:
    """Yield what should not be taken together within the window."""
    for ingredient in dict.fromkeys(each.medicine.ingredient for each in lately):
        same = [each for each in lately if each.medicine.ingredient == ingredient]
        if len({each.product for each in same}) > 1:
            yield Notice("duplicate", (same[0].medicine.id,))
    for kind, effect in (
        ("two-anti-inflammatories", "anti-inflammatory"),
        ("two-sedating", "sedating"),
    ):
        one = {
            each.medicine.ingredient: each.medicine.id
            for each in lately
            if _has(each, effect, content)
        }
        if len(one) > 1:
            yield Notice(kind, tuple(one.values()))


def _refused(lately: list[Taken], refused: frozenset[str]) -> Iterator[Notice]:
    for name in dict.fromkeys(each.medicine.id for each in lately):
        if name in refused:
            yield Notice("not-for-you", (name,))


def _next(
    taken: list[Taken], content: Medicines, country: str, now: datetime
) -> Iterator[tuple[str, datetime]]:
    """Yield each medicine that must wait, with the first moment its smallest dose fits again."""
    window = timedelta(hours=content.limits.window_hours)
    for name, mine in _by_medicine(taken).items():
        ceiling = ceiling_for(mine[0].medicine, country)
        if ceiling is None:
            continue
        smallest = min(mine[0].medicine.strengths)
        rested = mine[-1].at + timedelta(hours=ceiling.hours)
        moments = sorted({now, rested, *(each.at + window for each in mine)})
        fits = (
            moment
            for moment in moments
            if moment >= max(now, rested)
            and rolling(mine, moment, content.limits.window_hours) + smallest <= ceiling.per_day
        )
        first = next(fits)
        if first > now:
            yield name, first


def _by_medicine(taken: Iterable[Taken]) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = {}
    for each in taken:
        found.setdefault(each.medicine.id, []).append(each)
    return found


def _has(each: Taken, effect: str, content: Medicines) -> bool:
    return effect in content.families[each.medicine.family].effects
