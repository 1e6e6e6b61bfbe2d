"""How hard a text is to read: school grade for English, reading ease for French.

English: Flesch–Kincaid grade (US school years; 7 is about age 12). French: the ease of Kandel and
Moles, 0 to 100; 60 and over is plain language. Syllables are counted by groups of vowels, which is
right for most words and off by one for some; over a page it evens out.
"""

import re

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SENTENCE = re.compile(r"[.!?:;]+(?=\s|$)|\n")
VOWELS = {"en": re.compile(r"[aeiouy]+"), "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")}
SILENT = {
    "en": re.compile(r"(?:(?<!l)e|(?<=[aeiour])le|(?<![cgsxzhl])es|(?<![td])ed)$"),
    "fr": re.compile(r"(?<=[^aeiouyéèê])(?:es?|ent)$"),
}


def words(text: str) -> list[str]:
    """Return the words of a text; numbers count as words."""
    return WORD.findall(text.casefold())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon, a semicolon or a new line ends one too."""
    return [each for each in SENTENCE.split(text) if WORD.search(each)]


def syllables(word: str, language: str) -> int:
    """Return about how many syllables a word has, at least one."""
    stem = SILENT[language].sub("", word) if len(word) > 3 else word
    return max(1, len(VOWELS[language].findall(stem)))


def grade(text: str) -> float:
    """Return the Flesch–Kincaid grade of an English text."""
    per_sentence, per_word = _lengths(text, "en")
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def ease(text: str) -> float:
    """Return the reading ease of a French text by Kandel and Moles."""
    per_sentence, per_word = _lengths(text, "fr")
    return 207 - 1.015 * per_sentence - 73.6 * per_word


def _lengths(text: str, language: str) -> tuple[float, float]:
    found = words(text)
    return (
        len(found) / len(sentences(text)),
        sum(syllables(word, language) for word in found) / len(found),
    )
