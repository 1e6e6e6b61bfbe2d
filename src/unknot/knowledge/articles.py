"""Long texts in both languages: front matter, then a small part of Markdown, read into blocks.

A text is headings, paragraphs, lists, boxes (`> [!tip]`, `> [!fact]`, `> [!warning]`), drawings
(`> [!drawing] name`, drawn by the page), and inside a line **bold**, notes `[^source-id]` and links
`[words](page:name)`. Anything else stands as written.
An article counts as reviewed only when its reviewer is named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from unknot.knowledge.load import ROOT
from unknot.knowledge.once import Once
from unknot.knowledge.read import ContentError, Entry, as_entry, compose
from unknot.knowledge.schema import Knowledge

Status = Literal["not-reviewed", "reviewed"]
Kind = Literal["topic", "guide", "about"]
BlockKind = Literal["h2", "h3", "p", "ul", "ol", "tip", "fact", "warning", "drawing"]
STATUSES = ("not-reviewed", "reviewed")
KINDS = ("topic", "guide", "about")
BOXES = ("tip", "fact", "warning", "drawing")
REGIONS = ("any", "upper_back", "neck", "shoulder", "low_back")
NOTE = re.compile(r"\[\^([a-z0-9-]+)\]")
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Person:
    """Somebody who answers for a text: name, profession, place."""

    name: str
    role: str
    place: str


@dataclass(frozen=True)
class Block:
    """A part of a text. `id` is the anchor of a heading; lists have one line an item."""

    kind: BlockKind
    lines: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True)
class Article:
    """One text in one language: `figure` is the movement shown at its top, `conflicts` the points
    on which sources disagree and which it touches."""

    id: str
    language: str
    title: str
    kind: Kind
    regions: tuple[str, ...]
    date: date
    status: Status
    author: Person | None
    reviewer: Person | None
    figure: str | None
    sources: tuple[str, ...]
    conflicts: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Block, ...]:
        """Return what the table of contents links to."""
        return tuple(block for block in self.blocks if block.kind == "h2")

    @property
    def lead(self) -> str:
        """Return the first paragraph without its notes."""
        first = next((block.lines[0] for block in self.blocks if block.kind == "p"), "")
        return NOTE.sub("", first).replace("**", "")


@Once
def articles(knowledge: Knowledge) -> Mapping[str, Mapping[str, Article]]:
    """Return every article by language and id; read once for each content hash.

    Raises ContentError with every problem found.
    """
    return articles_from(ROOT / "articles", knowledge)


def articles_from(folder: Path, knowledge: Knowledge) -> dict[str, dict[str, Article]]:
    """Return the articles of a folder, both languages, checked against each other."""
    found = {language: _language(folder, language) for language in LANGUAGES}
    problems = [*_unpaired(found), *_unsourced(found, knowledge)]
    if problems:
        raise ContentError("\n".join(problems))
    return found


def read(path: Path) -> Article:
    """Return one article. Raises ContentError naming file, line and remedy."""
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ContentError(
            f"articles/{path.name}:1: found no front matter; begin with --- lines and end them"
        )
    identifier, language, _ = path.name.split(".")
    entry = as_entry(compose(parts[1], f"articles/{path.name}"), f"articles/{path.name}")
    article = Article(
        id=identifier,
        language=language,
        title=entry.text("title"),
        kind=cast(Kind, entry.choice("kind", KINDS)),
        regions=entry.texts("regions"),
        date=entry.day("date"),
        status=cast(Status, entry.choice("status", STATUSES)),
        author=_person(entry, "author"),
        reviewer=_person(entry, "reviewer"),
        figure=entry.text("figure") if entry.has("figure") else None,
        sources=entry.texts("sources", default=()),
        conflicts=entry.texts("conflicts", default=()),
        blocks=tuple(blocks(parts[2])),
    )
    if article.status == "reviewed" and article.reviewer is None:
        entry.fail("found 'reviewed' and no reviewer", "name the reviewer", "status")
    for region in article.regions:
        if region not in REGIONS:
            entry.fail(f"found {region!r}", f"write one of {', '.join(REGIONS)}", "regions")
    entry.done()
    return article


def blocks(body: str) -> Iterator[Block]:
    """Yield the blocks of a text, parted by empty lines."""
    for part in re.split(r"\n\s*\n", body.strip()):
        lines = part.strip().splitlines()
        if lines[0].startswith("#"):
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            title = lines[0].lstrip("# ")
            yield Block("h2" if level <= 2 else "h3", (title,), anchor(title))
            lines = lines[1:]
        if lines:
            yield _block(lines)


def anchor(title: str) -> str:
    """Return the id of a heading: its words, small, joined by hyphens."""
    return re.sub(r"[^\w]+", "-", title.casefold()).strip("-")


def _block(lines: list[str]) -> Block:
    box = re.match(r"> \[!(\w+)\]\s*(.*)", lines[0])
    if box and box[1] in BOXES:
        rest = [box[2], *(line.lstrip("> ") for line in lines[1:])]
        return Block(cast(BlockKind, box[1]), (" ".join(each for each in rest if each),))
    if re.match(r"[-*] ", lines[0]):
        return Block("ul", tuple(_items(lines, r"[-*] ")))
    if re.match(r"\d+\. ", lines[0]):
        return Block("ol", tuple(_items(lines, r"\d+\. ")))
    return Block("p", (" ".join(line.strip() for line in lines),))


def _items(lines: list[str], mark: str) -> Iterator[str]:
    item = ""
    for line in lines:
        if re.match(mark, line):
            if item:
                yield item
            item = re.sub(f"^{mark}", "", line)
        else:
            item += " " + line.strip()
    yield item


def _person(entry: Entry, key: str) -> Person | None:
    if not entry.has_map(key):
        return None
    inner = entry.entry(key)
    person = Person(inner.text("name"), inner.text("role"), inner.text("place"))
    inner.done()
    return person


def _language(folder: Path, language: str) -> dict[str, Article]:
    read_ones = (read(path) for path in sorted(folder.glob(f"*.{language}.md")))
    return {each.id: each for each in read_ones}


def _unpaired(found: dict[str, dict[str, Article]]) -> Iterator[str]:
    for one, other in (LANGUAGES, LANGUAGES[::-1]):
        for name in sorted(found[one].keys() - found[other].keys()):
            yield f"articles/{name}.{other}.md:1: is missing; write it beside {name}.{one}.md"
    for name in sorted(found["en"].keys() & found["fr"].keys()):
        en, fr = found["en"][name], found["fr"][name]
        for field in ("kind", "regions", "date", "status", "figure", "sources", "conflicts"):
            if getattr(en, field) != getattr(fr, field):
                yield f"articles/{name}.fr.md:1: {field} differs from the English; make them equal"
        if [block.kind for block in en.blocks] != [block.kind for block in fr.blocks]:
            yield f"articles/{name}.fr.md:1: its parts differ from the English; pair them"


def _unsourced(found: dict[str, dict[str, Article]], knowledge: Knowledge) -> Iterator[str]:
    for language, several in found.items():
        for article in several.values():
            noted = {n for b in article.blocks for line in b.lines for n in NOTE.findall(line)}
            shown = f"articles/{article.id}.{language}.md:1"
            for name in sorted({*article.sources, *noted} - knowledge.sources.keys()):
                yield f"{shown}: the source {name!r} is not declared; add it to sources/"
            for name in sorted(set(article.sources) ^ noted):
                yield f"{shown}: {name!r} stands in sources or notes alone; note it or drop it"
