"""Every text can be read by a twelve-year-old: grade 7 at most in English, plain in French."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.health.reading import ease, grade, sentences, syllables, words
from tests.health.texts import PACKAGE, Text, all_texts
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load

HIGHEST_GRADE = 7.0
LOWEST_EASE = 60.0
LONGEST = {"en": 25, "fr": 28}
ENOUGH_WORDS = 60
# Titles of studies and laws are theirs, and tables for reviewers are not read by people in pain.
NOT_OURS = ("knowledge/sources/",)
CONTENT = claims(load())


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield each thing that is read in one go, in both languages: files, articles, answers."""
    files: dict[str, list[Text]] = defaultdict(list)
    for text in TEXTS:
        files[text.place.split(":")[0]].append(text)
    for place, texts in files.items():
        yield place, _joined(t.en for t in texts), _joined(t.fr for t in texts)
    for path in sorted((PACKAGE / "knowledge" / "articles").glob("*.en.md")):
        other = path.with_name(path.name.replace(".en.", ".fr."))
        yield path.name, _body(path.read_text("utf-8")), _body(other.read_text("utf-8"))
    for each in CONTENT.questions.values():
        said = [each.ask, *(CONTENT.claims[name].says for name in each.answer)]
        yield each.id, _joined(b.en for b in said), _joined(b.fr for b in said)


def _joined(texts: "Iterator[str] | list[str]") -> str:
    return "\n".join(each.strip() for each in texts)


def _body(article: str) -> str:
    return article.split("---\n", 2)[2]


TEXTS = [text for text in all_texts() if not text.place.startswith(NOT_OURS)]
PAGES = [page for page in pages() if len(words(page[1])) >= ENOUGH_WORDS]


def test_there_are_pages() -> None:
    assert len(PAGES) > 100


def test_english_is_at_most_grade_seven() -> None:
    hard = {place: round(grade(en), 1) for place, en, _ in PAGES if grade(en) > HIGHEST_GRADE}
    assert hard == {}


def test_french_is_plain() -> None:
    hard = {place: round(ease(fr)) for place, _, fr in PAGES if ease(fr) < LOWEST_EASE}
    assert hard == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sentence_is_too_long_to_hold_in_mind(language: str) -> None:
    long = [
        f"{text.place}: {each.strip()}"
        for text in TEXTS
        for each in sentences(getattr(text, language))
        if len(words(each)) > LONGEST[language]
    ]
    assert long == []


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("the", "en", 1),
        ("muscle", "en", 2),
        ("breathe", "en", 1),
        ("changes", "en", 2),
        ("makes", "en", 1),
        ("walked", "en", 1),
        ("started", "en", 2),
        ("emergency", "en", 4),
        ("douleur", "fr", 2),
        ("jambes", "fr", 1),
        ("médecin", "fr", 3),
        ("mangent", "fr", 1),
    ],
)
def test_syllables(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


def test_hard_texts_are_told_from_easy_ones() -> None:
    easy = "The cat sat on the mat. It was warm. She gave it some milk."
    hard = (
        "Pharmacological intervention necessitates comprehensive consideration of "
        "individual contraindications and interdisciplinary communication."
    )
    assert grade(easy) < 2 < HIGHEST_GRADE < grade(hard)
    facile = "Le chat dort. Il fait chaud. Donnez-lui du lait."
    dur = (
        "L’administration médicamenteuse nécessite préalablement une consultation "
        "pluridisciplinaire des contre-indications individuelles."
    )
    assert ease(facile) > 80 > LOWEST_EASE > ease(dur)
