"""Where sources disagree, in words: who says what, and what we do about it."""

from collections.abc import Iterable

from unknot.knowledge.claims import claims
from unknot.knowledge.schema import Knowledge


def disagreements(
    identifiers: Iterable[str], knowledge: Knowledge, language: str
) -> list[dict[str, str]]:
    """Return these policies in words, each once."""
    policies = claims(knowledge).policies
    return [
        {
            "id": each,
            "title": policies[each].title.in_(language),
            "they_say": policies[each].they_say.in_(language),
            "over": overrides.in_(language) if (overrides := policies[each].overrides) else "",
            "we_do": policies[each].we_do.in_(language),
        }
        for each in dict.fromkeys(identifiers)
    ]
