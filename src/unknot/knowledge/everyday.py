"""Everyday words for our words: concepts that a search hears in English and French."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from unknot.knowledge.load import ROOT
from unknot.knowledge.read import Entry, as_entry, read_file
from unknot.knowledge.spelling import tokens

FILE = "everyday.yaml"
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Everyday:
    """`concepts` gives the concept of each folded phrase; `small` words carry no meaning.

    `also` are other ways to ask for what is no question, by the id the search gives it.
    """

    concepts: dict[Phrase, str]
    small: frozenset[str]
    also: dict[str, tuple[str, ...]]

    @cached_property
    def longest(self) -> int:
        """Return how many words the longest phrase has."""
        return max(len(phrase) for phrase in self.concepts)

    @property
    def words(self) -> frozenset[str]:
        """Return every single word that stands in a phrase, and the small ones."""
        return self.small | {word for phrase in self.concepts for word in phrase}


@cache
def everyday(root: Path = ROOT) -> Everyday:
    """Return the everyday words. Raises ContentError when the file is wrong."""
    entry = as_entry(read_file(root / FILE, root), FILE)
    small = {word for text in _texts(entry.entry("small")) for word in tokens(text)}
    concepts: dict[Phrase, str] = {}
    for each in entry.entries("concepts"):
        name = each.identifier()
        each.taken.add("id")
        for text in _texts(each):
            concepts.setdefault(tokens(text), name)
    also = dict(_also(each) for each in entry.entries("also"))
    entry.done()
    return Everyday(concepts, frozenset(small), also)


def _also(entry: Entry) -> tuple[str, tuple[str, ...]]:
    name = entry.text("id")
    return name, _texts(entry)


def _texts(entry: Entry) -> tuple[str, ...]:
    texts = entry.texts("en") + entry.texts("fr")
    entry.done()
    return texts
