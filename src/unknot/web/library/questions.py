"""Presenters of the questions: the index in tabs, and one answer made of sourced statements."""

import re
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from unknot.knowledge.claims import claims
from unknot.knowledge.claims_read import TOPICS, Question
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.spelling import tokens
from unknot.web.citing import cite, day, disagreements
from unknot.web.library.doors import doors
from unknot.web.library.passed_over import ASKING, SHARED
from unknot.web.words import say

ORDERS = ("number", "letter")


def questions_page(
    knowledge: Knowledge, language: str, topic: str = "", order: str = "number"
) -> dict[str, Any]:
    """Return the index: all questions or those of one topic, by number or by letter."""
    topic = topic if topic in TOPICS else ""
    order = order if order in ORDERS else "number"
    asked = [each for each in claims(knowledge).questions.values() if topic in ("", each.topic)]
    groups = list(_groups(asked, order, language))
    return {
        "section": "library",
        "topic": topic,
        "order": order,
        "tabs": [_tab(each, topic, order, language) for each in ("", *TOPICS)],
        "orders": [_order(each, topic, order, language) for each in ORDERS],
        "found_words": say(language, "questions.count", n=len(asked)),
        "groups": groups,
        "letters": [{"id": each, "title": each} for each, _ in groups if each],
    }


def _tab(each: str, topic: str, order: str, language: str) -> dict[str, Any]:
    words = say(language, f"questions.topics.{each or 'all'}")
    return {"words": words, "url": _index(each, order), "here": each == topic}


def _order(each: str, topic: str, order: str, language: str) -> dict[str, Any]:
    words = say(language, f"questions.by_{each}")
    return {"words": words, "url": _index(topic, each), "here": each == order}


def _index(topic: str, order: str) -> str:
    asked = "&".join(
        part
        for part in (
            f"topic={topic}" if topic else "",
            f"order={order}" if order != "number" else "",
        )
        if part
    )
    return reverse("questions") + (f"?{asked}" if asked else "")


def _groups(
    asked: Iterable[Question], order: str, language: str
) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    if order == "number":
        numbered = sorted(asked, key=lambda each: int(each.id.lstrip("Q")))
        yield "", [line(each, language) for each in numbered]
        return
    by_letter: dict[str, list[dict[str, Any]]] = {}
    marked = [line(each, language) | marks(each.ask.in_(language), language) for each in asked]
    for found in sorted(marked, key=lambda each: (tokens(each["word"]), tokens(each["ask"]))):
        by_letter.setdefault(tokens(found["word"])[0][0].upper(), []).append(found)
    yield from by_letter.items()


def marks(ask: str, language: str) -> dict[str, str]:
    """Return the word a question stands under from A to Z, and the text before and after it.

    It is the first word that most questions here do not share; of a question made only of
    those, the first that is no question word; else the first of all.
    """
    shared, asking = (set(tokens(each[language])) for each in (SHARED, ASKING))
    found = [each for each in re.finditer(r"\w+", ask) if not each.group().isdecimal()]
    own = [each for each in found if not asking & set(tokens(each.group()))]
    rare = [each for each in own if not shared & set(tokens(each.group()))]
    at = (rare or own or found)[0]
    return {"before": ask[: at.start()], "word": at.group(), "after": ask[at.end() :]}


def line(question: Question, language: str) -> dict[str, Any]:
    """Return a question as it stands in a list."""
    return {
        "id": question.id,
        "ask": question.ask.in_(language),
        "url": reverse("question", args=[question.id]),
        "regions": regions(question.regions, language),
        "declined": question.status == "declined",
    }


def regions(names: Iterable[str], language: str) -> list[str]:
    """Return the regions in words."""
    return [say(language, f"questions.regions.{name}") for name in names]


def question_page(question: Question, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one question with its answer, ready to draw."""
    asked = claims(knowledge).questions
    return {
        "section": "library",
        **line(question, language),
        "topic": say(language, f"questions.topics.{question.topic}"),
        "topic_url": _index(question.topic, "number"),
        "because": question.because.in_(language) if question.because else "",
        **answer(question, knowledge, language),
        "policies": disagreements(conflicts(question, knowledge), knowledge, language),
        "see": [line(asked[each], language) for each in question.see],
        "doors": doors(question.doors, language),
        "written": written(question, knowledge, language),
    }


def written(question: Question, knowledge: Knowledge, language: str) -> str:
    """Return who wrote an answer, when, and by when its sources are read again."""
    said = (claims(knowledge).claims[each] for each in question.answer)
    due = min(knowledge.sources[name].review_by for each in said for name in each.grounds.sources)
    dates = {"date": day(question.date, language), "again": day(due, language)}
    return say(language, "questions.written", **dates)


def conflicts(question: Question, knowledge: Knowledge) -> list[str]:
    """Return the policies a question touches: its own, then those of its claims."""
    known = claims(knowledge).claims
    told = [name for each in question.answer for name in known[each].grounds.conflicts]
    return list(dict.fromkeys([*question.conflicts, *told]))


def answer(question: Question, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the statements of an answer and their sources."""
    return statements(question.answer, knowledge, language)


def statements(ids: Iterable[str], knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return claims in reading order as numbered statements, and what they rest on."""
    said = [claims(knowledge).claims[each] for each in ids]
    names = list(dict.fromkeys(name for each in said for name in each.grounds.sources))
    return {
        "statements": [
            {
                "id": each.id,
                "says": each.says.in_(language),
                "strength": say(language, f"why.strength.{each.strength}"),
                "regions": regions(each.regions, language),
                "notes": [(names.index(name) + 1, name) for name in each.grounds.sources],
                "unsure": each.grounds.review is not None,
            }
            for each in said
        ],
        "sources": [cite(knowledge.sources[name], language) for name in names],
    }
