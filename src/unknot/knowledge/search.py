"""Finds what a person means: misspelt, in everyday words, in English or French.

Tantivy keeps the index in memory and proposes; how well the meaning of a phrase is covered, word
by word and weighted by how telling each word is, decides the order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

import tantivy

from unknot.knowledge.everyday import Everyday
from unknot.knowledge.spelling import nearest, tokens

ELISIONS = ("l", "d", "j", "m", "n", "s", "t", "qu")
PROPOSED = 80  # phrases tantivy proposes for a query
ENOUGH = 0.34  # share of a query's meaning that must be met, else nothing was found
STEM_WEIGHT = 0.45  # of the words of a concept beside the concept itself
BODY = 0.6  # of a word said in an answer beside one of the question
MET = 0.72  # how much it counts that the query is met, against that the phrase says no more
UNSEEN = 0.5  # how telling a word is that stands in no phrase, beside the rarest that does
NAME = 1.05  # of a name beside another way to ask
PHRASE = 0.75  # how much the best phrase counts, against the whole document
NAMES = 2  # the first phrases of a document are its names
SMALL_WEIGHT = 0.05  # of words like "which" and "for": they only break ties
Terms = Mapping[str, float]


@dataclass(frozen=True)
class Document:
    """One thing that can be found. `phrases` are names and ways to ask, `body` what it says.

    `weight` is 1 for what answers a question, less for what only touches it.
    """

    id: str
    phrases: tuple[str, ...]
    body: str
    weight: float = 1.0


@dataclass(frozen=True)
class Hit:
    """One find; `score` 0–1 says how much of the meaning was met."""

    id: str
    score: float


@dataclass(frozen=True)
class _Line:
    """One phrase of a document; the first ones are its names."""

    document: str
    terms: Terms
    name: bool


class Index:
    """Documents made ready to be searched; built once, read by many."""

    def __init__(self, documents: Iterable[Document], everyday: Everyday) -> None:
        self.everyday = everyday
        self.stem = (_stemmer("english"), _stemmer("french"))
        self.stemmed: dict[str, tuple[str, ...]] = {}
        told = list(documents)
        self.known = everyday.words | {
            word for each in told for text in (*each.phrases, each.body) for word in tokens(text)
        }
        self.lines = [line for each in told for line in self._lines(each)]
        self.wholes = {each.id: self._whole(each) for each in told}
        self.weights = {each.id: each.weight for each in told}
        self.telling = _telling(line.terms for line in self.lines)
        self.schema = _schema()
        self.searcher = _index(self.schema, self.lines).searcher()

    def find(self, typed: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return what fits best, best first; empty when nothing fits well enough."""
        wanted = self.terms(self.mend(typed))
        if not wanted:
            return ()
        fits: dict[str, float] = {}
        for line in self._proposed(wanted):
            fit = self._fit(wanted, line) * (NAME if line.name else 1.0)
            fits[line.document] = max(fits.get(line.document, 0.0), fit)
        hits = [Hit(name, self._score(wanted, name, fit)) for name, fit in fits.items()]
        good = [hit for hit in hits if hit.score >= ENOUGH]
        return tuple(sorted(good, key=lambda hit: (-hit.score, hit.id))[:limit])

    def mend(self, typed: str) -> tuple[str, ...]:
        """Return the words typed, each unknown one replaced by the known one it is most like."""
        return tuple(found for word in tokens(typed) for found in self._mended(word))

    def terms(self, words: tuple[str, ...]) -> Terms:
        """Return what words mean: concepts, and the stems of words, each with its weight."""
        found: dict[str, float] = {}
        at = 0
        while at < len(words):
            phrase = self._phrase(words, at)
            if phrase:
                found[f"~{self.everyday.concepts[phrase]}"] = 1.0
            for word in words[at : at + max(1, len(phrase))]:
                self._add(found, word, STEM_WEIGHT / len(phrase) if phrase else 1.0)
            at += max(1, len(phrase))
        return found

    def _add(self, found: dict[str, float], word: str, factor: float) -> None:
        if word in self.everyday.small:
            factor = SMALL_WEIGHT
        stems = self._stems(word)
        for stem in stems:
            found[stem] = max(found.get(stem, 0.0), factor / len(stems))

    def _stems(self, word: str) -> tuple[str, ...]:
        if word not in self.stemmed:
            both = (stem for each in self.stem for stem in each.analyze(word))
            self.stemmed[word] = tuple(dict.fromkeys(both))
        return self.stemmed[word]

    def _phrase(self, words: tuple[str, ...], at: int) -> tuple[str, ...]:
        for length in range(min(self.everyday.longest, len(words) - at), 0, -1):
            if words[at : at + length] in self.everyday.concepts:
                return words[at : at + length]
        return ()

    def _mended(self, word: str) -> tuple[str, ...]:
        if word in self.known or word.isdigit():
            return (word,)
        for elision in ELISIONS:
            if word.startswith(elision) and word[len(elision) :] in self.known:
                return (word[len(elision) :],)
        return (nearest(word, self.known) or word,)

    def _lines(self, document: Document) -> Iterator[_Line]:
        for number, phrase in enumerate(document.phrases):
            yield _Line(document.id, self.terms(tokens(phrase)), number < NAMES)

    def _whole(self, document: Document) -> Terms:
        """Return everything a document says; words of its answer count less."""
        whole = {t: BODY * w for t, w in self.terms(tokens(document.body)).items()}
        for phrase in document.phrases:
            for term, weight in self.terms(tokens(phrase)).items():
                whole[term] = max(weight, whole.get(term, 0.0))
        return whole

    def _proposed(self, wanted: Terms) -> Iterator[_Line]:
        parts = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, "terms", term))
            for term in wanted
        ]
        query = tantivy.Query.boolean_query(parts)
        for _, address in self.searcher.search(query, PROPOSED).hits:
            yield self.lines[int(self.searcher.doc(address)["line"][0])]

    def _score(self, wanted: Terms, name: str, fit: float) -> float:
        """Return 0-1: the best phrase, and how much the whole document meets."""
        met = self._shared(wanted, self.wholes[name]) / self._weigh(wanted)
        return self.weights[name] * (PHRASE * fit + (1 - PHRASE) * met)

    def _fit(self, wanted: Terms, line: _Line) -> float:
        """Return how much of the query a phrase meets, and how little it adds to it."""
        shared = self._shared(wanted, line.terms)
        return MET * shared / self._weigh(wanted) + (1 - MET) * shared / self._weigh(line.terms)

    def _shared(self, wanted: Terms, said: Terms) -> float:
        return self._weigh({t: min(w, said[t]) for t, w in wanted.items() if t in said})

    def _weigh(self, terms: Terms) -> float:
        unseen = self.telling[""]
        return sum(weight * self.telling.get(term, unseen) for term, weight in terms.items())


def _telling(lines: Iterable[Terms]) -> dict[str, float]:
    """Return how telling each term is: the rarer, the more. "" stands for unseen terms."""
    counted: Counter[str] = Counter()
    total = 0
    for terms in lines:
        counted.update(terms.keys())
        total += 1
    return {"": UNSEEN * log(1 + total)} | {
        term: log(1 + total / (1 + seen)) for term, seen in counted.items()
    }


def _stemmer(language: str) -> tantivy.TextAnalyzer:
    simple = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return simple.filter(tantivy.Filter.stemmer(language)).build()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace")
    builder.add_unsigned_field("line", stored=True)
    return builder.build()


def _index(schema: tantivy.Schema, lines: list[_Line]) -> tantivy.Index:
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for number, line in enumerate(lines):
        writer.add_document(tantivy.Document(terms=" ".join(line.terms), line=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index
