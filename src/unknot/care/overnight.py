"""Very many programmes adapted in one night: what `adapt` gives each person, many times faster.

A night reads what is stored (JSON texts) and writes only what is new. Three things make it fast:
texts become dataclasses without a detour; whoever has nothing new is told from a short proof; and
chunks of people are spread over processes. `tests/care/test_overnight.py` holds it to `adapt`.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import MISSING, dataclass, fields
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from unknot.care.adapt import adapt
from unknot.care.barrier import person_of
from unknot.care.facts import Facts, still_taken
from unknot.care.judged import judge
from unknot.care.plan import Plan, Setting, held
from unknot.care.programme import Programme
from unknot.care.response import Response
from unknot.care.seen import seen_facts
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of

CHUNK = 200
ROUND = 4  # chunks under way for each process: enough to keep it busy, few enough for the memory
WRITTEN_ANEW: dict[str, Any] = {
    "weeks": (),
    "locked": (),
}  # adaptation never reads them: most of a stored text


@dataclass(frozen=True)
class Stored:
    """One person as stored, each part a JSON text.

    `programme` is the newest version (`programme.to_json`), `responses` the sessions since it began
    (`response_to_json`), oldest first, `facts` the answers (`facts.to_json`).
    """

    programme: bytes
    responses: bytes
    facts: bytes


@dataclass(frozen=True)
class Morning:
    """What the night left: the next version as JSON, None when it would say nothing new.

    `error` says why somebody could not be read; the others go on.
    """

    programme: bytes | None
    error: str | None = None


def overnight(
    people: Iterable[Stored], load: Callable[[], Knowledge], today: date, jobs: int
) -> Iterator[Morning]:
    """Yield what the night leaves of each person, in order, worked out by `jobs` processes.

    `load` gives the content and is called once in each process. Only a few chunks are held at once.
    """
    rest = iter(people)
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(load, today)) as pool:
        ahead: deque[Future[list[Morning]]] = deque()
        while chunk := list(islice(rest, CHUNK)):
            ahead.append(pool.submit(_chunk, chunk))
            if len(ahead) >= ROUND * jobs:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()


def tonight(stored: Stored, knowledge: Knowledge, today: date) -> Morning:
    """Return what the night leaves of one person."""
    try:
        programme = _programme(stored.programme)
        responses = _RESPONSES.decode(stored.responses)
        facts = still_taken(_FACTS.decode(stored.facts), knowledge)
    except (msgspec.MsgspecError, ValueError) as error:
        return Morning(None, str(error))
    if stays(programme, responses, facts, knowledge, today):
        return Morning(None)
    after = adapt(programme, responses, facts, knowledge, today)
    return Morning(msgspec.json.encode(after) if says_something_new(programme, after) else None)


def says_something_new(before: Programme, after: Programme) -> bool:
    """Return whether a version is worth keeping: it answers something, or what is done differs."""
    return any(
        getattr(before, each) != getattr(after, each)
        for each in ("judged", "session", "walk", "flare")
    )


def stays(
    programme: Programme,
    responses: Sequence[Response],
    facts: Facts,
    knowledge: Knowledge,
    today: date,
) -> bool:
    """Return True only when the next version would say nothing new; False may mean either.

    The proof: the mark it would carry is the one it has, so no row that needs news can hold; the
    row that holds leaves the plan alone; and each line of the session is still allowed, as is the
    walk, even if no exercise put aside had rested long enough.
    """
    training = training_of(knowledge)
    if judge(programme, responses, training, today).mark != programme.judged:
        return False
    seen = seen_facts(programme, responses, facts, knowledge, training, today)
    row = training.rows[training.row_truths(seen).index(True)]
    if row.does == "stop":
        return not (programme.session or programme.walk)
    if row.does != "nothing":
        return False
    person = person_of(seen, training, programme.put_aside, programme.liked)
    setting = Setting(person, training.patterns[programme.pattern], training)
    plan = Plan(programme.phase, programme.session, programme.walk)
    return held(plan, programme.aside, programme.aside, setting) == plan


def _begin(load: Callable[[], Knowledge], today: date) -> None:
    global _night
    _night = (load(), today)


def _chunk(chunk: list[Stored]) -> list[Morning]:
    knowledge, today = _night
    return [tonight(each, knowledge, today) for each in chunk]


def _read() -> type[msgspec.Struct]:
    """Return the shape of a stored programme without what is written anew."""
    kept = (each for each in fields(Programme) if each.name not in WRITTEN_ANEW)
    shape = [
        (each.name, each.type) if each.default is MISSING else (each.name, each.type, each.default)
        for each in kept
    ]
    return msgspec.defstruct("Kept", shape)


def _programme(text: bytes) -> Programme:
    kept = _KEPT.decode(text)
    return Programme(**WRITTEN_ANEW, **{name: getattr(kept, name) for name in _NAMES})


_night: tuple[Knowledge, date]
_KEPT: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_read())
_NAMES = _read().__struct_fields__
_RESPONSES = msgspec.json.Decoder(tuple[Response, ...])
_FACTS = msgspec.json.Decoder(dict[str, Any])
