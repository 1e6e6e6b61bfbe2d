"""Whether one exercise may be done by the person who reads, today: never before the danger gate."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from unknot.care.ask import next_page
from unknot.care.barrier import Locked, barrier, person_of
from unknot.care.facts import Facts
from unknot.care.programme import Programme, build
from unknot.care.seen import seen_facts
from unknot.knowledge.exercise_schema import Exercise, Training
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value
from unknot.web.library.exercises import part_words, parts_of
from unknot.web.member.answers import facts_of
from unknot.web.member.course import (
    current,
    day_of,
    has_course,
    must_ask_again,
    new_pain_today,
    responses_of,
)
from unknot.web.member.followup import stops
from unknot.web.member.models import Person
from unknot.web.member.way import STOPS, Place, question_place
from unknot.web.words import say

NOT_FOR_YOU = "standing.not-for-you"
LATER = "standing.phase"
IN_PROFILE = ("standing.equipment", "standing.position")
PROFILE = "story-goals"
Words = dict[str, Any]


def suits(
    person: Person | None,
    first: Place | None,
    exercise: Exercise,
    knowledge: Knowledge,
    now: datetime,
    language: str,
) -> Words:
    """Return what the page says to this person; `first` is the place that must come before."""
    if person is None or first is not None:
        stopped = first is not None and first.name in STOPS.values()
        url = first.url if first else reverse("landing")
        return _words("wait" if stopped else "ask", language, url)
    if waits := _waits(person, knowledge, now):
        return _words("wait", language, reverse(waits))
    facts = facts_of(person, knowledge)
    if page := next_page(facts, knowledge, "programme"):
        return _words("profile", language, f"{question_place(page).url}?plan=1")
    programme = _programme(person, facts, knowledge, now)
    return _judged(exercise, person, programme, facts, knowledge, now, language)


def _waits(person: Person, knowledge: Knowledge, now: datetime) -> str:
    """Return the name of the page that says why nothing is done today, or ""."""
    if stops(person, knowledge):
        return "followup"
    if must_ask_again(person):
        return "session"
    return "plan" if new_pain_today(person, now) else ""


def _programme(person: Person, facts: Facts, knowledge: Knowledge, now: datetime) -> Programme:
    """Return the programme that runs, or the one that would be built now; nothing is stored."""
    running = current(person)
    if running is None or running.stopped or not has_course(person, facts):
        return build(facts, knowledge, day_of(now))
    return running


def _judged(
    exercise: Exercise,
    person: Person,
    programme: Programme,
    facts: Facts,
    knowledge: Knowledge,
    now: datetime,
    language: str,
) -> Words:
    content = training(knowledge)
    done = responses_of(person) if current(person) else ()
    seen = seen_facts(programme, done, facts, knowledge, content, day_of(now))
    able = person_of(seen, content, programme.put_aside, programme.liked)
    shut = barrier(exercise, able, programme.phase, content)
    if shut is None:
        there = exercise.id in {line.exercise_id for line in programme.session}
        return _words("there" if there else "open", language, reverse("plan"))
    url = f"{reverse('story', args=[PROFILE])}?plan=1" if shut.why in IN_PROFILE else ""
    reason = _reason(shut, exercise, seen, content, knowledge, language)
    return _words("shut", language, url) | reason


def _reason(
    shut: Locked,
    exercise: Exercise,
    seen: dict[str, Value],
    content: Training,
    knowledge: Knowledge,
    language: str,
) -> Words:
    parts = parts_of(exercise.avoid_if) if shut.why == NOT_FOR_YOU else ()
    truths = [(evaluate(each, seen), part_words(each, knowledge, language)) for each in parts]
    later = content.phases[exercise.phases[0]].in_(language) if shut.why == LATER else ""
    return {
        "reason": shut.reason.in_(language),
        "unlocks": shut.unlocks.in_(language),
        "later": say(language, "catalogue.you_later", phase=later) if later else "",
        "said": [words for truth, words in truths if truth is True],
        "unknown": [words for truth, words in truths if truth is None],
    }


def _words(state: str, language: str, url: str) -> Words:
    link = say(language, f"catalogue.you_{state}_link") if url else ""
    return {
        "state": state,
        "title": say(language, f"catalogue.you_{state}"),
        "url": url,
        "link": link,
    }
