"""Presenters of the library: lists and pages, searched by their own words."""

import unicodedata
from typing import Any

from django.urls import reverse

from unknot.knowledge.articles import articles
from unknot.knowledge.claims import claims
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.web.citing import cite, disagreements, why
from unknot.web.words import say


def library_page(asked: str, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the entrance of the library, with what a search finds."""
    counts = {
        "exercises": len(training(knowledge).exercises),
        "causes": len(knowledge.causes),
        "sources": len(knowledge.sources),
    }
    found = search(asked, knowledge, language) if asked else []
    return {
        "section": "library",
        "asked": asked,
        "found": found,
        "articles": list(articles(knowledge)[language].values()),
        "found_words": say(language, "library.found", n=len(found)),
        "doors": [
            {
                "url": name,
                "title": say(language, f"library.{name}"),
                "text": say(language, f"library.{name}_text", n=count),
            }
            for name, count in counts.items()
        ],
    }


def search(asked: str, knowledge: Knowledge, language: str) -> list[dict[str, str]]:
    """Return what has every word asked for, accents and case aside."""
    wanted = plain(asked).split()
    return [each for each in _entries(knowledge, language) if _has(each, wanted)]


def _has(entry: dict[str, str], wanted: list[str]) -> bool:
    text = plain(f"{entry['title']} {entry['text']}")
    return all(word in text for word in wanted)


def _entries(knowledge: Knowledge, language: str) -> list[dict[str, str]]:
    exercises = [
        (each.name.in_(language), each.summary.in_(language), reverse("exercise", args=[each.id]))
        for each in training(knowledge).exercises.values()
    ]
    causes = [
        (
            each.title.in_(language),
            each.mechanism.in_(language),
            f"{reverse('causes')}#{each.id}",
        )
        for each in knowledge.causes
    ]
    texts = [
        (each.title, each.lead, reverse("article", args=[each.id]))
        for each in articles(knowledge)[language].values()
    ]
    return [
        {"title": title, "text": text, "url": url}
        for title, text, url in (*texts, *exercises, *causes)
    ]


def plain(text: str) -> str:
    """Return a text without accents and case."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def causes_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every cause with what speaks for and against it."""
    return {
        "section": "library",
        "causes": [
            {
                "id": each.id,
                "title": each.title.in_(language),
                "mechanism": each.mechanism.in_(language),
                "common": each.how_common.in_(language),
                "for_": [one.words.in_(language) for one in each.for_],
                "against": [one.words.in_(language) for one in each.against],
                "todo": each.what_to_do.in_(language),
                "why": why(each.grounds.sources, knowledge, language),
            }
            for each in knowledge.causes
        ],
    }


def disagreements_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every point on which sources disagree, with what we do."""
    policies = claims(knowledge).policies
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
