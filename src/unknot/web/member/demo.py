"""Three invented people, told through the same code as real ones, some days behind them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from unknot.care.facts import check, to_json
from unknot.knowledge.schema import Knowledge
from unknot.web.member.answers import facts_of, keep_facts, record
from unknot.web.member.course import must_ask_again, programme_of, respond
from unknot.web.member.models import CheckIn, Person, SessionLog
from unknot.web.member.person import create, hashed

PREFIX = "demo-"


@dataclass(frozen=True)
class Told:
    """One session: days after the start, pain before, during, after and next morning (0–10)."""

    day: int
    before: int
    during: int
    after: int
    morning: int | None


@dataclass(frozen=True)
class Invented:
    """An invented person: what differs from a plain, healthy answer, and what they told."""

    name: str
    language: str
    country: str
    days_ago: int
    facts: dict[str, Any]
    told: tuple[Told, ...]


PEOPLE = (
    Invented(
        "amina",
        "en",
        "GB",
        14,
        {"regions": ["upper_back"], "pain_0_10": 5, "age_years": 34, "days_since_onset": 3},
        (
            Told(0, 4, 2, 2, 3),
            Told(2, 3, 2, 2, 3),
            Told(4, 3, 2, 1, 2),
            Told(7, 2, 1, 1, 2),
            Told(9, 2, 1, 1, 1),
            Told(11, 2, 1, 1, 1),
        ),
    ),
    Invented(
        "jonas",
        "en",
        "US",
        10,
        {"regions": ["neck", "shoulder_right"], "pain_0_10": 4, "age_years": 41},
        (Told(0, 3, 2, 2, 3), Told(2, 3, 2, 2, 2), Told(4, 3, 6, 6, 6), Told(8, 3, 2, 2, 2)),
    ),
    Invented(
        "claire",
        "fr",
        "FR",
        1,
        {"regions": ["low_back"], "pain_0_10": 4, "age_years": 52, "onset_trigger": "overload"},
        (Told(0, 4, 2, 2, None),),
    ),
)


def invent(person: Invented, knowledge: Knowledge, now: datetime) -> tuple[Person, bool]:
    """Return the invented person, and whether they were made just now."""
    key = PREFIX + person.name
    known = Person.objects.filter(key_hash=hashed(key)).first()
    if known:
        return known, False
    begin = now - timedelta(days=person.days_ago)
    made = create(key, person.language, person.country)
    facts = check(plain_answers(knowledge) | person.facts, knowledge)
    keep_facts(made, facts, begin)
    record(made, facts, knowledge, begin, person.language)
    programme_of(made, knowledge, begin)
    for told in person.told:
        _live(made, told, knowledge, begin + timedelta(days=told.day, minutes=30))
    return made, True


def _live(person: Person, told: Told, knowledge: Knowledge, when: datetime) -> None:
    if must_ask_again(person):
        again = {**facts_of(person, knowledge), "pain_0_10": told.before}
        record(person, again, knowledge, when - timedelta(minutes=5), person.language)
    programme = programme_of(person, knowledge, when)
    results = [
        {"id": line.exercise_id, "outcome": "done", "reason": "", "new_or_same_pain": ""}
        for line in programme.session
    ]
    facts = {
        "pain_before_0_10": told.before,
        "pain_during_0_10": told.during,
        "pain_after_0_10": told.after,
        "effort_0_10": 4,
        "completed": "all",
    }
    SessionLog.objects.create(
        person=person,
        client_id=f"demo-{told.day}",
        programme=programme.version,
        results=results,
        facts=facts,
        created=when,
    )
    respond(person, knowledge, when)
    if told.morning is not None:
        morning = when + timedelta(hours=22)
        calm = {"sleep_last_night": "fine", "moving_today": "careful", "after_session": "same"}
        CheckIn.objects.create(
            person=person,
            client_id=f"demo-{told.day}",
            facts={"pain_next_morning_0_10": told.morning, **calm},
            created=morning,
        )
        respond(person, knowledge, morning)


def plain_answers(knowledge: Knowledge) -> dict[str, Any]:
    """Return the answers of somebody healthy with a plain spasm: every question answered."""
    groups = knowledge.groups_of("danger", "story", "profile", "medicine")
    facts = [knowledge.facts[name] for group in groups for name in group.facts]
    answers: dict[str, Any] = {
        each.id: False for each in facts if each.type == "bool" and each.asked
    }
    answers |= {
        "way_in": "treatment_exercises",
        "age_years": 38,
        "pain_0_10": 4,
        "pain_at_rest_0_10": 2,
        "days_since_onset": 3,
        "onset_trigger": "long_position",
        "had_before": "once_or_twice",
        "sitting_hours_per_day": 7,
        "minutes_per_session": 10,
        "days_per_week": 4,
    }
    answers |= {
        each.id: to_json({each.id: each.shape.words})[each.id]
        for each in facts
        if each.id in ("equipment", "can_get_into", "asked_groups")
    }
    return answers
