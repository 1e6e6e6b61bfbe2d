"""Reminders of danger: clinical sentences with sources, on pages and paper, and nowhere a second time."""

from pathlib import Path

import pytest

from tests.health.texts import interface_texts
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError
from unknot.knowledge.reminders import FILE, reminders, reminders_from

KNOWLEDGE = load()
FOUND = reminders(KNOWLEDGE)
SIGNS = {
    "en": ("chest pain", "bladder trouble"),
    "fr": ("douleur dans la poitrine", "trouble pour uriner"),
}


def test_each_has_sources_and_both_languages() -> None:
    assert set(FOUND) == {"stop", "call", "reading", "gate", "calm"}
    for each in FOUND.values():
        assert set(each.grounds.sources) <= KNOWLEDGE.sources.keys()
        assert each.says.en
        assert each.says.fr


def test_what_is_filled_in_stands_in_the_sentence() -> None:
    assert "rises by 2 or reaches 5 of 10" in FOUND["stop"].words("en", rise=2, top=5)
    assert FOUND["call"].words("fr", number="15").endswith("appelez le 15.")
    with pytest.raises(KeyError):
        FOUND["call"].words("en")


def test_a_calm_sentence_says_that_it_may_be_wrong() -> None:
    assert "cannot be certain" in FOUND["calm"].says.en
    assert "pas certain" in FOUND["calm"].says.fr


def test_no_list_of_signs_stands_among_the_words_of_the_interface() -> None:
    loose = [
        each.place
        for each in interface_texts()
        if any(sign in each.en.lower() for sign in SIGNS["en"])
        or any(sign in each.fr.lower() for sign in SIGNS["fr"])
    ]
    assert loose == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fills: [number]", "fills: []", "['number'] in braces"),
        ("call {number}.", "call us.", "[] in braces"),
        ("girft-ces-2023", "no-such-source", "undeclared source 'no-such-source'"),
        ("id: calm", "id: stop", "stands already"),
        ("fills: [number]", "fills: [number]\n  tone: calm", "unknown key 'tone'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        reminders_from(tmp_path, KNOWLEDGE)
    assert said in str(refusal.value)
