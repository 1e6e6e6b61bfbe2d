"""Presenter of relief by topic: five headings, their statements, one list of sources."""

from collections.abc import Iterable
from typing import Any

from unknot.knowledge.claims import claims
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.topics import Topic, topics
from unknot.web.citing import disagreements
from unknot.web.library.doors import doors
from unknot.web.library.questions import line, statements


def relief_page(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return every topic ready to draw; notes are numbered over the whole page."""
    found = topics(claims(knowledge))
    told = statements((name for each in found for name in each.says), knowledge, language)
    by_claim = {each["id"]: each for each in told["statements"]}
    return {
        "section": "library",
        "topics": [_topic(each, by_claim, knowledge, language) for each in found],
        "sources": told["sources"],
    }


def _topic(
    topic: Topic, by_claim: dict[str, Any], knowledge: Knowledge, language: str
) -> dict[str, Any]:
    asked = claims(knowledge).questions
    return {
        "id": topic.id,
        "title": topic.title.in_(language),
        "statements": [by_claim[name] for name in topic.says],
        "policies": disagreements(_conflicts(topic.says, knowledge), knowledge, language),
        "see": [line(asked[name], language) for name in topic.questions],
        "doors": doors(topic.doors, language),
    }


def _conflicts(names: Iterable[str], knowledge: Knowledge) -> list[str]:
    said = (claims(knowledge).claims[name] for name in names)
    return list(dict.fromkeys(name for each in said for name in each.grounds.conflicts))
