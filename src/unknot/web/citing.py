"""Sources in words: who says it, from where, how solid it is, when it was read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from unknot.knowledge.claims import claims
from unknot.knowledge.schema import Knowledge, Source
from unknot.web.words import group, say


def why(
    sources: Iterable[str], knowledge: Knowledge, language: str, review: str | None = None
) -> dict[str, Any]:
    """Return what stands behind a "Why?": its words, each source, whether a check is owed."""
    cited = [cite(knowledge.sources[each], language) for each in sources]
    single = "_one" if len(cited) == 1 else ""
    link = say(language, f"why.link{single}", n=len(cited))
    return {"words": link, "sources": cited, "review": review is not None}


def cite(source: Source, language: str) -> dict[str, str]:
    """Return one source in words."""
    return {
        "id": source.id,
        "citation": source.citation.in_(language),
        "link": source.link or "",
        "country": country_name(source.country, language),
        "strength": say(language, f"why.strength.{source.strength}"),
        "checked": say(language, "why.checked", date=day(source.read_on, language)),
        "review_by": say(language, "sources.review_by", date=day(source.review_by, language)),
    }


def disagreements(
    conflicts: Iterable[str], knowledge: Knowledge, language: str
) -> list[dict[str, str]]:
    """Return where sources disagree: what they say and what we do, for `disagree.html`."""
    policies = (claims(knowledge).policies[each] for each in conflicts)
    return [
        {
            "id": each.id,
            "title": each.title.in_(language),
            "they_say": each.they_say.in_(language),
            "we_do": each.we_do.in_(language),
            "overrides": each.overrides.in_(language) if each.overrides else "",
            "url": reverse("disagreement", args=[each.id]),
        }
        for each in policies
    ]


def country_name(code: str, language: str) -> str:
    """Return a country in words; a code we have no words for is shown as it is."""
    return group(language, "why.country").get(code, code)


def day(when: date, language: str) -> str:
    """Return a date, such as 3 Nov 2026 or 3 nov. 2026."""
    return say(language, "date.long", d=when.day, m=month(when, language), y=when.year)


def short_day(when: date, language: str) -> str:
    """Return day and month, such as 3 Nov."""
    return f"{when.day} {month(when, language)}"


def month(when: date, language: str) -> str:
    """Return the short name of the month."""
    return say(language, "date.months").split()[when.month - 1]


def long_weekday(when: date, language: str) -> str:
    """Return the name of the day of the week."""
    return say(language, "date.weekdays").split()[when.weekday()]


def weekday(when: date, language: str) -> str:
    """Return the short name of the day of the week."""
    return say(language, "date.days").split()[when.weekday()]
