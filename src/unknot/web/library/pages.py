"""Presenters of the library: lists and pages, searched by their own words."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from unknot.knowledge.articles import REGIONS, articles
from unknot.knowledge.claims import claims
from unknot.knowledge.schema import STRENGTHS, Knowledge
from unknot.knowledge.training import training
from unknot.web.citing import cite, disagreements, why
from unknot.web.words import group, say


def library_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the entrance of the library."""
    counts = {
        "exercises": len(training(knowledge).exercises),
        "causes": len(knowledge.causes),
        "sources": len(knowledge.sources),
    }
    asked = claims(knowledge)
    return {
        "section": "library",
        "shelves": _shelves(knowledge, language),
        "doors": [
            {
                "url": name,
                "title": say(language, f"library.{name}"),
                "text": say(language, f"library.{name}_text", n=count),
            }
            for name, count in counts.items()
        ],
        "asking": [
            {"url": "questions", **_door("door", len(asked.questions), language)},
            {
                "url": "relief-topics",
                "title": say(language, "questions.relief_title"),
                "text": say(language, "questions.relief_text"),
            },
            {"url": "disagreements", **_door("disagree", len(asked.policies), language)},
        ],
    }


def _shelves(knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    every = articles(knowledge)[language].values()
    found = sorted(every, key=lambda each: (REGIONS.index(each.regions[0]), plain(each.title)))
    return [
        {
            "title": say(language, f"articles.shelf.{kind}"),
            "articles": [each for each in found if each.kind == kind],
        }
        for kind in ("guide", "topic", "about")
    ]


def _door(name: str, count: int, language: str) -> dict[str, str]:
    title = "questions.door" if name == "door" else "why.disagree_title"
    return {"title": say(language, title), "text": say(language, f"questions.{name}_text", n=count)}


def plain(text: str) -> str:
    """Return a text without accents and case."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def found_words(n: int, language: str) -> str:
    """Return how many things were found, in words."""
    return say(language, "library.found_one" if n == 1 else "library.found", n=n)


def disagreements_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every point on which sources disagree, with what we do, in parts."""
    policies = sorted(claims(knowledge).policies)
    return {
        "section": "library",
        "parts": [
            {
                "id": f"from-{first}",
                "title": title,
                "policies": disagreements(names, knowledge, language),
            }
            for first, title, names in _parts(policies, language)
        ],
    }


def _parts(policies: list[str], language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each part: its first policy, its title, its policies. Words name the first ones."""
    titles = group(language, "disagree_part")
    firsts = sorted(titles)
    for first, after in zip(firsts, [*firsts[1:], ""], strict=True):
        names = [each for each in policies if each >= first and (not after or each < after)]
        yield first, titles[first], names


def disagreement_page(identifier: str, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one point on which sources disagree, with its sources."""
    policy = claims(knowledge).policies[identifier]
    return {
        "section": "library",
        "policy": disagreements([identifier], knowledge, language)[0],
        "sources": why(policy.sources, knowledge, language)["sources"],
        "questions": [
            {"id": each.id, "ask": each.ask.in_(language)}
            for each in claims(knowledge).questions.values()
            if identifier in each.conflicts
        ],
    }


def sources_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every source: the most solid first, then by citation."""
    return {
        "section": "library",
        "parts": [
            {
                "id": strength,
                "title": f"{_strength(strength, language)} ({len(cited)})",
                "sources": sorted(cited, key=lambda each: plain(each["citation"])),
            }
            for strength in STRENGTHS
            if (cited := _cited(strength, knowledge, language))
        ],
    }


def _strength(strength: str, language: str) -> str:
    return say(language, f"why.strength.{strength}").rstrip(".")


def _cited(strength: str, knowledge: Knowledge, language: str) -> list[dict[str, str]]:
    found = (each for each in knowledge.sources.values() if each.strength == strength)
    return [cite(each, language) for each in found]
