"""The handbook in docs/ is what the content makes today, whole, and both languages pair."""

import re
from pathlib import Path

import pytest

from tools.handbook.__main__ import CHAPTERS, FOLDER, handbook, stale
from tools.handbook.paper import LANGUAGES, Paper
from unknot.knowledge.load import load

PAGES = handbook()


def test_no_page_is_stale() -> None:
    assert [f"docs/handbook/{path}: run `make handbook`" for path in stale()] == []


def test_a_changed_word_makes_a_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {path: text.replace("cold", "ice") for path, text in PAGES.items()}
    monkeypatch.setattr("tools.handbook.__main__.handbook", lambda: changed)
    assert any(path.name == "relief.md" for path in stale())


def test_every_rule_stands_in_both_languages() -> None:
    knowledge = load()
    ids = [
        row.id for table in (knowledge.triage, knowledge.relief, knowledge.causes) for row in table
    ]
    for language in LANGUAGES:
        text = "".join(t for path, t in PAGES.items() if path.parts[0] == language)
        assert [name for name in ids if f"### {name}\n" not in text] == []


def test_every_link_leads_somewhere() -> None:
    anchors = {
        path: {_anchor(h) for h in re.findall(r"^#+ (.*)$", text, re.M)}
        for path, text in PAGES.items()
    }
    dead = [
        f"{path}: {page}#{target}"
        for path, text in PAGES.items()
        for page, target in re.findall(r"\]\((\w+\.md)#([^)]+)\)", text)
        if target not in anchors[path.parent / page]
    ]
    assert dead == []


def test_the_words_are_the_same_in_both_languages() -> None:
    one, other = (Paper(load(), language).words for language in LANGUAGES)
    assert one.keys() == other.keys()
    assert set(CHAPTERS) <= one.keys()


def test_it_says_that_nobody_has_reviewed_it() -> None:
    for language in LANGUAGES:
        assert "**" in (FOLDER / language / "README.md").read_text(encoding="utf-8")
        assert Paper(load(), language).word("status") in PAGES[_front(language)]


def _front(language: str) -> Path:
    return Path(language, "README.md")


def _anchor(title: str) -> str:
    return re.sub(r"[^\w-]+", "", title.lower().replace(" ", "-"))
