"""Alarming words in what a person types: the danger gate before any answer.

Both languages are heard whatever the page speaks, misspelt too, and "no" is not heard: a false
alarm costs a moment, a miss can cost a life.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from unknot.care.triage import highest
from unknot.knowledge.alarms import Alarm, Alarms, Answers
from unknot.knowledge.schema import Urgency
from unknot.knowledge.spelling import like, tokens

Words = tuple[str, ...]
Span = tuple[int, int]
CUT = ""
ORDER: tuple[Answers, ...] = ("below", "later", "never")


@dataclass(frozen=True)
class Heard:
    """What is alarming in a text: the alarms met, most urgent first."""

    alarms: tuple[Alarm, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the danger facts that were named, each once."""
        return tuple(dict.fromkeys(fact for each in self.alarms for fact in each.facts))

    @property
    def rows(self) -> tuple[str, ...]:
        """Return the triage rows that judge them, each once."""
        return tuple(dict.fromkeys(row for each in self.alarms for row in each.rows))

    @property
    def urgency(self) -> Urgency:
        """Return the highest urgency; self-care when nothing alarming was said."""
        return highest(each.urgency for each in self.alarms)

    @property
    def answers(self) -> Answers:
        """Return what may be shown below: at once, later or never; the strictest wins."""
        return max((each.answers for each in self.alarms), key=ORDER.index, default="below")


def hear(text: str, known: Alarms) -> Heard:
    """Return what is alarming in a text, in English or French."""
    prepared = _prepared(known)
    spans = _spans(_cut(tokens(text), prepared.ordinary), prepared)
    met = [each for each in known.alarms if any(_meet(ln, spans, prepared) for ln in each.when)]
    emergencies = [each for each in met if each.urgency == "emergency"]
    return Heard(tuple(emergencies + [each for each in met if each not in emergencies]))


@dataclass(frozen=True)
class _Prepared:
    """Phrases of all classes by their first word, and the words never taken for misspelt ones."""

    phrases: Mapping[str, tuple[tuple[str, Words], ...]]
    ordinary: tuple[Words, ...]
    plain: frozenset[str]
    near: int


@lru_cache(maxsize=4)
def _prepare(
    classes: tuple[tuple[str, tuple[str, ...]], ...],
    ordinary: tuple[str, ...],
    never: tuple[str, ...],
    near: int,
) -> _Prepared:
    folded = [(name, tokens(phrase)) for name, phrases in classes for phrase in phrases]
    by_first: dict[str, list[tuple[str, Words]]] = {}
    for name, phrase in folded:
        by_first.setdefault(phrase[0], []).append((name, phrase))
    own = {word for _, phrase in folded for word in phrase}
    plain = {word for text in never for word in tokens(text)}
    return _Prepared(
        phrases={word: tuple(each) for word, each in by_first.items()},
        ordinary=tuple(sorted((tokens(each) for each in ordinary), key=len, reverse=True)),
        plain=frozenset(own | plain),
        near=near,
    )


def _prepared(known: Alarms) -> _Prepared:
    return _prepare(tuple(known.words.items()), known.ordinary, known.never_misspelt, known.near)


def _spans(typed: Words, prepared: _Prepared) -> dict[str, list[Span]]:
    """Return where each class of words stands in a text."""
    found: dict[str, list[Span]] = {}
    meant = {word: _meant(word, prepared) for word in set(typed)}
    for start, word in enumerate(typed):
        for first in meant[word]:
            for name, phrase in prepared.phrases[first]:
                window = typed[start : start + len(phrase)]
                if len(window) == len(phrase) and _all_same(window, phrase, prepared):
                    found.setdefault(name, []).append((start, start + len(phrase)))
    return found


def _meant(typed: str, prepared: _Prepared) -> tuple[str, ...]:
    """Return the first words of phrases that a word typed may be."""
    if typed in prepared.plain or typed == CUT:
        return (typed,) if typed in prepared.phrases else ()
    return tuple(word for word in prepared.phrases if like(typed, word))


def _all_same(window: Words, phrase: Words, prepared: _Prepared) -> bool:
    return all(_same(a, b, prepared) for a, b in zip(window, phrase, strict=True))


def _same(typed: str, meant: str, prepared: _Prepared) -> bool:
    return typed == meant or (typed not in prepared.plain and typed != CUT and like(typed, meant))


def _meet(line: Words, spans: Mapping[str, list[Span]], prepared: _Prepared) -> bool:
    """Return whether a word of each class of a line stands close to the others."""
    places = [spans.get(name, []) for name in line]
    near = prepared.near + len(line)
    return all(places) and any(_joined(each, places[1:], near) for each in places[0])


def _joined(first: Span, others: list[list[Span]], near: int) -> bool:
    """Return whether each other class has a word that fits into one stretch with the first."""
    around = [[each for each in place if _length(each, first) <= near] for place in others]
    return any(_close((first, *each), near) for each in product(*around))


def _close(spans: tuple[Span, ...], near: int) -> bool:
    return len(set(spans)) == len(spans) and _length(*spans) <= near


def _length(*spans: Span) -> int:
    return max(end for _, end in spans) - min(start for start, _ in spans)


def _cut(typed: Words, ordinary: tuple[Words, ...]) -> Words:
    """Blank out what only looks alarming."""
    left = list(typed)
    for phrase in ordinary:
        for start in range(len(left) - len(phrase) + 1):
            if tuple(left[start : start + len(phrase)]) == phrase:
                left[start : start + len(phrase)] = [CUT] * len(phrase)
    return tuple(left)
