"""Which sessions a change would answer: each once for every light it is given, late ones too.

`Programme.judged` remembers what was answered: the newest session with its light, how long a break
from it, and the sessions that came late, as in `4:green|0|5:red`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from unknot.care.programme import Programme
from unknot.care.response import Response, light_of
from unknot.knowledge.exercise_schema import LIGHTS, Light, Training
from unknot.rules.nodes import Value


class Mark(NamedTuple):
    """One session by its number, with the light it was given."""

    number: int
    light: Light


@dataclass(frozen=True)
class Judged:
    """What is not answered yet, and what will be once it is.

    `news` are the sessions without an answer to their light, `fresh` those without any; `place` is
    the one that decides (-1 without sessions), `late` when a newer one was done since. `mark` is
    what `Programme.judged` says afterwards.
    """

    news: tuple[Response, ...]
    fresh: tuple[Response, ...]
    place: int
    late: bool
    days_away: int
    away_news: bool
    mark: str

    @property
    def told(self) -> dict[str, Value]:
        """Return what all the news tells of exercises; what was answered before is not told."""
        why = [why for each in self.fresh for _, why in each.put_aside]
        hurt = why.count("hurt")
        return {"hurt_count": hurt, "put_aside_count": len(why) - hurt}


def judge(
    programme: Programme, responses: Sequence[Response], training: Training, today: date
) -> Judged:
    """Return what of the responses, oldest first, is news for the programme."""
    before, last = _read(programme.judged), len(responses) - 1
    late = [place for place, each in enumerate(responses[:-1]) if each.number > before.most]
    found = {
        place: _mark(place, responses[place], programme.phase, training)
        for place in (*late, last)
        if place >= 0
    }
    newest = found.get(last)
    places = [*late, last] if newest and newest != before.newest else late
    place = max(places, key=lambda each: _gravity(responses[each], found[each], each), default=last)
    days_away = _days_away(programme, responses, today)
    away = sum(days_away >= limit for limit in training.away_days) if responses else 0
    same = (newest and newest.number) == (before.newest and before.newest.number)
    same = same or (last >= 0 and responses[last].completed == "none")  # it ends no break
    return Judged(
        news=tuple(responses[each] for each in places),
        fresh=tuple(responses[each] for each in places if found[each].number > before.most),
        place=place,
        late=place != last,
        days_away=days_away,
        away_news=away > (before.away if same else 0),
        mark=_written(newest, away, tuple(found[each] for each in late) or before.late),
    )


def answered(before: str, after: str) -> tuple[Mark, ...]:
    """Return the sessions a version answered, from `Programme.judged` before and after it.

    To ease off after a break is an answer to the newest session too.
    """
    was, now = _read(before), _read(after)
    newest = now.newest if (now.newest, now.away) != (was.newest, was.away) else None
    return (*([newest] if newest else []), *(now.late if now.late != was.late else ()))


class _Answered(NamedTuple):
    newest: Mark | None
    away: int
    late: tuple[Mark, ...]

    @property
    def most(self) -> int:
        numbers = [each.number for each in self.late]
        return max([*numbers, self.newest.number if self.newest else 0])


def _read(judged: str) -> _Answered:
    newest, away, late = (*judged.split("|"), "", "")[:3]
    found = [_mark_of(each) for each in late.split(",")]
    return _Answered(
        _mark_of(newest), int(away or 0), tuple(each for each in found if each is not None)
    )


def _mark_of(text: str) -> Mark | None:
    number, _, colour = text.partition(":")
    light = next((each for each in LIGHTS if each == colour), None)
    return Mark(int(number), light) if number.isdecimal() and light else None


def _written(newest: Mark | None, away: int, late: tuple[Mark, ...]) -> str:
    if newest is None:
        return ""
    text = f"{_text(newest)}|{away}"
    return f"{text}|{','.join(_text(each) for each in late)}" if late else text


def _text(mark: Mark) -> str:
    return f"{mark.number}:{mark.light}"


def _mark(place: int, response: Response, phase: str, training: Training) -> Mark:
    row = light_of(response, phase, training)
    return Mark(response.number or place + 1, row.light if row is not None else "waiting")


def _gravity(response: Response, mark: Mark, place: int) -> tuple[bool, bool, bool, int]:
    hurt = any(each.outcome == "hurt" for each in response.results)
    return response.new_danger is True, mark.light == "red", hurt, place


def _days_away(programme: Programme, responses: Sequence[Response], today: date) -> int:
    done = (each.session_on for each in reversed(responses) if each.completed != "none")
    return max(0, (today - next(done, programme.starts_on)).days)
