"""Presenters of the library: lists and pages, searched by their own words."""

import unicodedata
from typing import Any

from unknot.knowledge.articles import REGIONS, articles
from unknot.knowledge.claims import claims
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.web.citing import cite, disagreements, why
from unknot.web.words import say


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


def disagreements_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every point on which sources disagree, with what we do."""
    policies = sorted(claims(knowledge).policies)
    return {"section": "library", "policies": disagreements(policies, knowledge, language)}


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
    """Return every source, by citation."""
    cited = [cite(each, language) for each in knowledge.sources.values()]
    return {
        "section": "library",
        "sources": sorted(cited, key=lambda each: plain(each["citation"])),
    }
