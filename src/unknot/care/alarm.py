"""Alarming words in what a person types: the danger gate before any answer.

Both languages are heard whatever the page speaks, misspelt too, and "no" is not heard: a false
alarm costs a moment, a miss can cost a life.
"""

from collections.abc import Iterator, Mapping
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
    typed = _cut(tokens(text), _prepared(known).ordinary)
    spans = _Spans(typed, _prepared(known))
    met = [each for each in known.alarms if any(spans.meet(line) for line in each.when)]
    emergencies = [each for each in met if each.urgency == "emergency"]
    return Heard(tuple(emergencies + [each for each in met if each not in emergencies]))


@dataclass(frozen=True)
class _Prepared:
    classes: Mapping[str, tuple[Words, ...]]
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
    folded = {name: tuple(tokens(phrase) for phrase in phrases) for name, phrases in classes}
    own = {word for phrases in folded.values() for phrase in phrases for word in phrase}
    plain = {word for text in never for word in tokens(text)}
    cuts = tuple(sorted((tokens(each) for each in ordinary), key=len, reverse=True))
    return _Prepared(folded, cuts, frozenset(own | plain), near)


def _prepared(known: Alarms) -> _Prepared:
    return _prepare(tuple(known.words.items()), known.ordinary, known.never_misspelt, known.near)


class _Spans:
    """Where each class of words stands in a text; found once, when first asked for."""

    def __init__(self, typed: Words, prepared: _Prepared) -> None:
        self.typed, self.prepared = typed, prepared
        self.found: dict[str, tuple[Span, ...]] = {}

    def of(self, name: str) -> tuple[Span, ...]:
        if name not in self.found:
            phrases = self.prepared.classes[name]
            self.found[name] = tuple(
                span for phrase in phrases for span in _where(self.typed, phrase, self.prepared)
            )
        return self.found[name]

    def meet(self, line: Words) -> bool:
        places = [self.of(name) for name in line]
        return all(places) and any(self._close(each) for each in product(*places))

    def _close(self, spans: tuple[Span, ...]) -> bool:
        if len(set(spans)) < len(spans):
            return False
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        return last - first <= self.prepared.near + len(spans)


def _where(typed: Words, phrase: Words, prepared: _Prepared) -> Iterator[Span]:
    for start in range(len(typed) - len(phrase) + 1):
        window = typed[start : start + len(phrase)]
        if all(_same(a, b, prepared) for a, b in zip(window, phrase, strict=True)):
            yield start, start + len(phrase)


def _same(typed: str, meant: str, prepared: _Prepared) -> bool:
    return typed == meant or (typed not in prepared.plain and typed != CUT and like(typed, meant))


def _cut(typed: Words, ordinary: tuple[Words, ...]) -> Words:
    """Blank out what only looks alarming."""
    left = list(typed)
    for phrase in ordinary:
        for start in range(len(left) - len(phrase) + 1):
            if tuple(left[start : start + len(phrase)]) == phrase:
                left[start : start + len(phrase)] = [CUT] * len(phrase)
    return tuple(left)
