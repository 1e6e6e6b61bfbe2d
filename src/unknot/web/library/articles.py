"""Long texts: front matter, then a small part of Markdown, turned into blocks a template draws.

Headings, paragraphs, lists, **bold** and notes [^source-id]. Anything else stands as it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from unknot.knowledge.load import ROOT
from unknot.knowledge.read import Entry, as_entry, compose
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import why

FOLDER = ROOT / "articles"
NOTE = re.compile(r"\[\^([a-z0-9-]+)\]")
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Article:
    """One text in one language. `blocks` are (kind, lines) with kind h2, h3, p, ul or ol."""

    id: str
    title: str
    sources: tuple[str, ...]
    blocks: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def lead(self) -> str:
        """Return the first paragraph without its notes."""
        first = next((lines for kind, lines in self.blocks if kind == "p"), ("",))
        return BOLD.sub(r"\1", NOTE.sub("", first[0]))


@cache
def articles(language: str) -> dict[str, Article]:
    """Return every article of one language by id."""
    found = sorted(FOLDER.glob(f"*.{language}.md"))
    return {path.name.split(".")[0]: read(path) for path in found}


def read(path: Path) -> Article:
    """Return one article. Raises ContentError when its front matter is wrong."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    entry: Entry = as_entry(compose(front, path.name), path.name)
    return Article(
        id=path.name.split(".")[0],
        title=entry.text("title"),
        sources=entry.texts("sources", default=()),
        blocks=tuple(blocks(body)),
    )


def blocks(body: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the blocks of a text, parted by empty lines."""
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = block.strip().splitlines()
        if lines[0].startswith("#"):
            level = min(3, len(lines[0]) - len(lines[0].lstrip("#")))
            yield f"h{max(2, level)}", (lines[0].lstrip("# "),)
            lines = lines[1:]
        if lines and re.match(r"[-*] ", lines[0]):
            yield "ul", tuple(_items(lines, r"[-*] "))
        elif lines and re.match(r"\d+\. ", lines[0]):
            yield "ol", tuple(_items(lines, r"\d+\. "))
        elif lines:
            yield "p", (" ".join(lines),)


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


def article_page(article: Article, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return an article ready to draw, its notes numbered in the order of its sources."""
    known = [each for each in article.sources if each in knowledge.sources]
    return {
        "section": "library",
        "title": article.title,
        "blocks": [
            {"kind": kind, "lines": [inline(line, known) for line in lines]}
            for kind, lines in article.blocks
        ],
        "sources": why(known, knowledge, language)["sources"],
    }


def inline(line: str, sources: list[str]) -> SafeString:
    """Return one line as HTML: bold, and notes as links to the list of sources."""
    text = BOLD.sub(r"<b>\1</b>", str(escape(line)))
    return mark_safe(NOTE.sub(lambda found: _note(found[1], sources), text))


def _note(source: str, sources: list[str]) -> str:
    if source not in sources:
        return ""
    return f'<sup><a href="#source-{source}">{sources.index(source) + 1}</a></sup>'
