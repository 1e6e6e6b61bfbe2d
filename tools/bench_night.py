"""A night of a million programmes, beside the loop that calls `adapt` for one person at a time.

The people are invented (`tools.invented_night`): PEOPLE lives, each met on the same NIGHTS of its
twelve weeks. Every night is worked out four ways in turns, so that all meet the same machine.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from itertools import islice

from tools.invented_night import life, stored
from tools.measure import Line, against
from unknot.care.adapt import adapt
from unknot.care.facts import still_taken
from unknot.care.overnight import CHUNK, Stored, overnight, says_something_new
from unknot.care.programme import from_json, to_json
from unknot.care.response import response_from_json
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.people import BEGIN

PEOPLE = 2_500
NIGHTS = (2, 9, 16, 25, 37, 50, 64, 79)
MANY = 1_000_000
CORES = 2
Left = list[bytes | None]


def night(knowledge: Knowledge) -> tuple[list[Line], float]:
    """Return the lines, and the share of programmes that had something new.

    Raises AssertionError when the night leaves anything that the plain loop does not.
    """
    took = dict.fromkeys(("alone", "two", "ours"), 0.0)
    new = 0
    for day, people in zip(NIGHTS, zip(*_lives(), strict=True), strict=True):
        morning = BEGIN + timedelta(days=day + 1)
        alone = _timed(took, "alone", partial(_plain, people, knowledge, morning))
        _timed(took, "two", partial(_plain_on_two, people, morning))
        ours = _timed(took, "ours", partial(_ours, people, morning))
        assert [_read(each) for each in ours] == [_read(each) for each in alone]
        new += sum(each is not None for each in ours)
    people_nights = PEOPLE * len(NIGHTS)
    scaled = {name: seconds * MANY / people_nights for name, seconds in took.items()}
    what = "A million programmes adapted overnight, two processes, scaled"
    plain = "the same by a plain loop, one person at a time"
    lines = [
        against(what, scaled["ours"], f"{plain}, one process", scaled["alone"]),
        against(what, scaled["ours"], f"{plain}, two processes", scaled["two"]),
    ]
    return lines, new / people_nights


def _timed(took: dict[str, float], name: str, run: Callable[[], Left]) -> Left:
    start = time.perf_counter()
    left = run()
    took[name] += time.perf_counter() - start
    return left


def _ours(people: Iterable[Stored], morning: date) -> Left:
    return [each.programme for each in overnight(people, load, morning, CORES)]


def _plain_on_two(people: Iterable[Stored], morning: date) -> Left:
    with ProcessPoolExecutor(CORES) as pool:
        several = pool.map(_plain_chunk, ((chunk, morning) for chunk in _chunks(people)))
        return [each for chunk in several for each in chunk]


def _plain_chunk(given: tuple[list[Stored], date]) -> Left:
    people, morning = given
    return _plain(people, load(), morning)


def _plain(people: Iterable[Stored], knowledge: Knowledge, morning: date) -> Left:
    return [_adapted(each, knowledge, morning) for each in people]


def _adapted(one: Stored, knowledge: Knowledge, morning: date) -> bytes | None:
    """Return what anybody would write first: read it all, adapt, write it when it is new."""
    before = from_json(json.loads(one.programme))
    responses = tuple(response_from_json(each) for each in json.loads(one.responses))
    facts = still_taken(json.loads(one.facts), knowledge)
    after = adapt(before, responses, facts, knowledge, morning)
    return json.dumps(to_json(after)).encode() if says_something_new(before, after) else None


def _lives() -> Iterator[list[Stored]]:
    """Yield the stored evenings of each person."""
    with ProcessPoolExecutor(CORES) as pool:
        yield from pool.map(_life, range(PEOPLE), chunksize=25)


def _life(seed: int) -> list[Stored]:
    return [stored(*each) for each in life(seed, load(), BEGIN, NIGHTS)]


def _chunks(people: Iterable[Stored]) -> Iterator[list[Stored]]:
    rest = iter(people)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _read(text: bytes | None) -> object:
    return None if text is None else json.loads(text)
