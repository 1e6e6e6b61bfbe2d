"""Presenters of the long texts: contents, notes numbered as the sources, who answers for it."""

import re
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from unknot.knowledge.articles import NOTE, Article, Block
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import day, disagreements, why
from unknot.web.words import say

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]^]+)\]\(page:([a-z-]+)(?:/([a-z0-9-]+))?\)")


def article_page(article: Article, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return an article ready to draw."""
    return {
        "section": "library",
        "id": article.id,
        "title": article.title,
        "kind": article.kind,
        "figure": article.figure or "",
        "figure_alt": say(language, "library.figure_alt", title=article.title),
        "dated": say(language, "library.dated", date=day(article.date, language)),
        "author": article.author,
        "reviewer": article.reviewer,
        "reviewed": article.status == "reviewed",
        "contents": [{"id": each.id, "title": each.lines[0]} for each in article.headings],
        "blocks": [
            {
                "kind": block.kind,
                "id": block.id,
                "lines": [inline(line, article.sources) for line in block.lines],
                "drawing": drawing(block),
            }
            for block in article.blocks
        ],
        "policies": disagreements(article.conflicts, knowledge, language),
        "sources": why(article.sources, knowledge, language)["sources"],
    }


def drawing(block: Block) -> str:
    """Return the template of a drawing, or nothing for every other block."""
    return f"diagrams/{block.lines[0]}.html" if block.kind == "drawing" else ""


def inline(line: str, sources: tuple[str, ...]) -> SafeString:
    """Return one line as HTML: bold, links to pages, and notes as links to the list of sources."""
    text = BOLD.sub(r"<b>\1</b>", str(escape(line)))
    text = LINK.sub(lambda found: _link(found[1], found[2], found[3]), text)
    return mark_safe(NOTE.sub(lambda found: _note(found[1], sources), text))


def _link(words: str, page: str, identifier: str | None) -> str:
    try:
        address = reverse(page, args=[identifier] if identifier else [])
    except NoReverseMatch:
        return words
    return f'<a href="{address}">{words}</a>'


def _note(source: str, sources: tuple[str, ...]) -> str:
    if source not in sources:
        return ""
    return f'<sup><a href="#source-{source}">{sources.index(source) + 1}</a></sup>'
