"""Alarming words: read from alarms.yaml, checked against the facts and the triage rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from unknot.knowledge.load import ROOT
from unknot.knowledge.once import Once
from unknot.knowledge.read import Entry, as_entry, read_file
from unknot.knowledge.schema import URGENCIES, Knowledge, Urgency

Answers = Literal["below", "later", "never"]
ANSWERS: tuple[Answers, ...] = ("below", "later", "never")
LINES = ("", "poison", "crisis", "abuse")
FILE = "alarms.yaml"


@dataclass(frozen=True)
class Alarm:
    """What is meant by certain words: facts of the danger gate, the rows that judge them.

    `when` are lines of word classes, one of which must be met; `answers` says what is shown
    below the alarm: at once, later (when asked for), or never. `line` is the kind of telephone
    line that is there for it, "" when it is the emergency number alone.
    """

    id: str
    facts: tuple[str, ...]
    rows: tuple[str, ...]
    answers: Answers
    line: str
    when: tuple[tuple[str, ...], ...]
    urgency: Urgency


@dataclass(frozen=True)
class Alarms:
    """All alarms, most pressing first. `words` are phrases by class, `ordinary` are cut out.

    `never_misspelt` are words not taken for a misspelt alarm; `near` is the longest line in words.
    """

    alarms: tuple[Alarm, ...]
    words: Mapping[str, tuple[str, ...]]
    ordinary: tuple[str, ...]
    never_misspelt: tuple[str, ...]
    near: int


@Once
def alarms(knowledge: Knowledge) -> Alarms:
    """Return the product's alarms; read once for each content hash. Raises ContentError."""
    return alarms_from(ROOT, knowledge)


def alarms_from(root: Path, knowledge: Knowledge) -> Alarms:
    """Return the alarms below `root`."""
    entry = as_entry(read_file(root / FILE, root), FILE)
    near = entry.integer("near")
    ordinary = entry.entry("ordinary")
    classes = entry.entry("words")
    names = classes.keys()
    words = {name: _both(classes.entry(name)) for name in names}
    found = tuple(_alarm(each, words, knowledge) for each in entry.entries("alarms"))
    entry.done()
    never = tuple(dict.fromkeys(_words(ordinary, "words") + _words(ordinary, "mots")))
    phrases = ordinary.texts("en") + ordinary.texts("fr")
    ordinary.done()
    return Alarms(found, words, phrases, never, near)


def _both(entry: Entry) -> tuple[str, ...]:
    words = entry.texts("en") + entry.texts("fr")
    entry.done()
    return tuple(dict.fromkeys(words))


def _words(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(str(each) for each in cast(list[object], entry.plain(key)))


def _alarm(entry: Entry, words: Mapping[str, object], knowledge: Knowledge) -> Alarm:
    identifier = entry.identifier()
    facts, rows = entry.texts("facts"), entry.texts("rows")
    when = tuple(tuple(line.split()) for line in entry.texts("when"))
    triage = {row.id: row for row in knowledge.triage}
    _refuse(entry, "facts", facts, knowledge.facts)
    _refuse(entry, "rows", rows, triage)
    _refuse(entry, "when", tuple(name for line in when for name in line), words)
    urgency = max((triage[row].then for row in rows), key=URGENCIES.index)
    answers = cast(Answers, entry.choice("answers", ANSWERS))
    line = entry.choice("line", LINES, default="")
    entry.done()
    return Alarm(identifier, facts, rows, answers, line, when, urgency)


def _refuse(entry: Entry, key: str, names: tuple[str, ...], known: Mapping[str, object]) -> None:
    for name in names:
        if name not in known:
            entry.fail(f"{name!r} is not declared", "mend the id or add it", key)
