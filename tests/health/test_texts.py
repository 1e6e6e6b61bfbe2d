"""What every sentence of the product must keep to."""

import re

from tests.health.texts import Text, all_texts

TEXTS = all_texts()
NARROW, WIDE = "\u202f", "\u00a0"
FORBIDDEN_EN = re.compile(
    r"\b(cure[sd]?|guaranteed?|miracle|instant(ly)?|painless|risk[- ]free|\$0|red flags?)\b", re.I
)
FORBIDDEN_FR = re.compile(
    r"\b(guérir|guérison|garanti[es]?|miracle|instantanée?s?|sans risque)\b", re.I
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def offenders(bad: "re.Pattern[str]", language: str) -> list[str]:
    return [
        f"{t.place}: {found.group()}" for t in TEXTS if (found := bad.search(getattr(t, language)))
    ]


def test_there_are_texts() -> None:
    assert len(TEXTS) > 500


def test_no_promise_and_no_borrowed_word() -> None:
    assert offenders(FORBIDDEN_EN, "en") + offenders(FORBIDDEN_FR, "fr") == []


def test_both_languages_give_the_same_numbers() -> None:
    assert [t.place for t in TEXTS if _numbers(t.en) != _numbers(t.fr)] == []


def test_french_spacing_before_double_signs() -> None:
    wrong = re.compile(
        r"[^\s\u202f\u00a0][;?!](?!\w)|[^\u202f\u00a0] ?[;?!](?=\s|$)|(?<![\d/p])[^\u00a0\u202f\d] ?:(?=\s|$)"
    )
    loose = [t.place for t in TEXTS if wrong.search(_without_addresses(t.fr))]
    assert loose == []


def test_french_quotes_are_french() -> None:
    wrong = re.compile('[“”"]|«[^\u00a0\u202f]|[^\u00a0\u202f]»')
    assert offenders(wrong, "fr") == []


def test_french_apostrophes_are_typographic() -> None:
    assert offenders(re.compile(r"(?<=\w)'(?=\w)"), "fr") == []


def test_no_text_is_left_in_the_other_language() -> None:
    same = [t for t in TEXTS if t.en == t.fr and len(t.en.split()) > 4 and not _is_name(t)]
    assert [t.place for t in same] == []


def _numbers(text: str) -> list[str]:
    return sorted(NUMBER.findall(text.replace(NARROW, "").replace(WIDE, "").replace(",", ".")))


def _without_addresses(text: str) -> str:
    return re.sub(r"https?://\S+", "", text)


def _is_name(text: Text) -> bool:
    return "sources/" in text.place
