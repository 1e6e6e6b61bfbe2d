"""The words of the interface: the same ids in both languages, and none missing in a template."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from unknot.knowledge.read import ContentError
from unknot.web import words as module
from unknot.web.words import say, words

WEB = Path(module.__file__).parent
USED = re.compile(r"\bw\.([a-z_0-9]+(?:\.[a-z_0-9]+)*)")


def test_both_languages_have_the_same_ids() -> None:
    assert _ids(words("en")) == _ids(words("fr"))


def test_every_word_of_a_template_exists() -> None:
    known = _ids(words("en"))
    missing = {
        f"{path.name}: {found}"
        for path in WEB.rglob("*.html")
        for found in USED.findall(path.read_text())
        if found not in known
    }
    assert missing == set()


def test_every_word_of_the_code_exists() -> None:
    known = _ids(words("en"))
    used = re.compile(r'say\(\s*\w+,\s*"([a-z_0-9.]+)"')
    missing = {
        f"{path.name}: {found}"
        for path in WEB.rglob("*.py")
        for found in used.findall(path.read_text())
        if found not in known
    }
    assert missing == set()


def test_the_same_places_are_filled_in_both_languages() -> None:
    places = re.compile(r"\{(\w+)\}")
    differing = [
        each
        for each in _ids(words("en"))
        if set(places.findall(say("en", each))) != set(places.findall(say("fr", each)))
    ]
    assert differing == []


def test_a_word_in_one_language_only_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, text in (("en", 'a: "A"\nb: "B"\n'), ("fr", 'a: "A"\n')):
        (tmp_path / language).mkdir()
        (tmp_path / language / "site.yaml").write_text(text)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ContentError, match="one language only"):
        words.__wrapped__("en")


def _ids(tree: Mapping[str, object], above: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in tree.items():
        found |= _ids(value, f"{above}{key}.") if isinstance(value, Mapping) else {above + key}
    return found
