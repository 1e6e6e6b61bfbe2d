"""What every chapter writes with: words in one language, tables, rule sheets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import yaml

from unknot.knowledge.claims import Claims, claims
from unknot.knowledge.load import ROOT
from unknot.knowledge.read import Both, as_plain, read_file
from unknot.knowledge.schema import Grounds, Knowledge
from unknot.knowledge.training import training
from unknot.rules.explain import Language, sentence
from unknot.rules.nodes import Literal, Node

WORDS = Path(__file__).parent / "words.yaml"
LANGUAGES: tuple[Language, ...] = ("en", "fr")
Case = dict[str, Any]


@dataclass
class Paper:
    """One language of the handbook, with all it is made from."""

    knowledge: Knowledge
    language: Language
    tests: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        plain = cast(dict[str, dict[str, str]], as_plain(read_file(WORDS, WORDS.parent)))
        self.words = plain[self.language]
        self.training = training(self.knowledge)
        for case in self.cases:
            for name in _met(case["expect"]):
                self.tests[name].append(case["id"])

    @cached_property
    def said(self) -> Claims:
        """Return the claims, questions and policies."""
        return claims(self.knowledge)

    @cached_property
    def cases(self) -> list[Case]:
        """Return the invented people of the gate, relief and causes."""
        files = sorted((ROOT / "cases").glob("*.yaml"))
        found = [case for file in files for case in yaml.safe_load(file.read_text("utf-8"))]
        return [case for case in found if "base" in case]

    def word(self, key: str, **values: object) -> str:
        """Return one word of the handbook."""
        return self.words[key].format(**values)

    def head(self, key: str) -> str:
        """Return one word of the handbook with its colon."""
        return self.words[key] + self.words["colon"]

    def text(self, both: Both | None) -> str:
        """Return a text of the content, or a dash."""
        return both.in_(self.language) if both is not None else self.word("none")

    def texts(self, several: Iterable[Both]) -> str:
        """Return several texts, one a line."""
        return "<br>".join(self.text(each) for each in several) or self.word("none")

    def when(self, node: Node) -> str:
        """Return a condition as a sentence; a gate that is never shut as a dash."""
        if node == Literal(False):
            return self.word("none")
        return sentence(node, self.knowledge, self.language)

    def urgency(self, urgency: str) -> str:
        """Return an urgency in words."""
        return self.word(f"urgency_{urgency}")

    def regions(self, regions: Iterable[str]) -> str:
        """Return places in words."""
        return ", ".join(
            self.knowledge.option("regions", each, self.language) for each in regions
        ) or self.word("none")

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
        """Yield the lines of a table; heads are keys of words."""
        titles = [self.word(each) for each in heads]
        yield _row(titles)
        yield _row(["---"] * len(titles))
        yield from (_row(row) for row in rows)
        yield ""

    def sheet(self, name: str, lines: Iterable[tuple[str, str]], grounds: Grounds) -> Iterator[str]:
        """Yield one rule as a small table with room for the reviewer."""
        yield f"### {name}"
        yield ""
        yield _row(["", ""])
        yield _row(["---", "---"])
        for key, value in lines:
            if value != self.word("none"):
                yield _row([f"**{self.word(key)}**", value])
        yield from (_row([f"**{key}**", value]) for key, value in self._grounds(name, grounds))
        yield ""
        yield self.word("sign")
        yield ""

    def sources(self, names: Iterable[str]) -> str:
        """Return links to the chapter of sources."""
        return ", ".join(f"[{each}](sources.md#{each.lower()})" for each in names)

    def policies(self, names: Iterable[str]) -> str:
        """Return links to the chapter of policies."""
        return ", ".join(f"[{each}](policies.md#{each.lower()})" for each in names)

    def _grounds(self, name: str, grounds: Grounds) -> Iterator[tuple[str, str]]:
        yield self.word("stands_on"), self.sources(grounds.sources)
        if grounds.conflicts:
            yield self.word("conflicts"), self.policies(grounds.conflicts)
        if grounds.hazards:
            yield (
                self.word("hazard"),
                ", ".join(f"[{each}](hazards.md#{each.lower()})" for each in grounds.hazards),
            )
        if self.tests.get(name):
            links = (f"[{each}](cases.md#{slug(each)})" for each in self.tests[name])
            yield self.word("tested_by"), ", ".join(links)
        if grounds.review:
            yield self.word("review"), grounds.review


def slug(name: str) -> str:
    """Return the anchor a heading of this name gets."""
    return name.lower().replace(".", "")


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(each.replace("|", "\\|").replace("\n", " ") for each in cells) + " |"


def _met(expect: dict[str, Any]) -> Iterator[str]:
    yield from expect.get("fired", [])
    yield from expect.get("offered", [])
    yield from expect.get("withheld", [])
    if "cause_first" in expect:
        yield expect["cause_first"]
