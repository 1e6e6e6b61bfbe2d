"""Words as people type them: folded to plain letters, compared with room for a slip."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; a shorter word must be exact
LONG = 8  # letters; from here two slips are allowed
WORD = re.compile(r"[a-z0-9]+")
DRAWN_OUT = re.compile(r"([a-z])\1{2,}")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and signs: "J’ai" is "j", "ai"."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(WORD.findall(DRAWN_OUT.sub(r"\1\1", letters)))


def slips(length: int) -> int:
    """Return how many slips a word of this many letters may have."""
    if length < SHORTEST:
        return 0
    return 2 if length >= LONG else 1


def like(typed: str, meant: str) -> bool:
    """Return whether `typed` may be `meant`: same first letter, few letters wrong or swapped.

    The first two letters may be swapped.
    """
    if typed == meant:
        return True
    allowed = slips(min(len(typed), len(meant)))
    if not allowed or typed[0] not in meant[:2] or meant[0] not in typed[:2]:
        return False
    return OSA.distance(typed, meant, score_cutoff=allowed) <= allowed


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like `typed`, or None.

    Only when no word begins alike may the first letter be another one, as in "shaud".
    """
    words = tuple(known)
    close = [(OSA.distance(typed, word), word) for word in words if like(typed, word)]
    if not close and len(typed) > SHORTEST:
        close = [(1, word) for word in words if OSA.distance(typed, word, score_cutoff=1) == 1]
    return min(close)[1] if close else None
