"""Where a person stands on the way: the one page that comes next."""

from typing import NamedTuple

from django.urls import reverse

from unknot.care.ask import Page, next_page
from unknot.care.facts import Facts
from unknot.care.triage import triage
from unknot.knowledge.schema import Knowledge
from unknot.web.member.answers import facts_of, latest
from unknot.web.member.models import Person

ENDS = {
    "expert_care": "care",
    "treatment_exercises": "now",
    "researching": "library",
    "therapy_right": "suits",
    "about": "about",
    "other": "message",
}
STOPS = {"emergency": "emergency", "same-day": "urgent"}


class Place(NamedTuple):
    """One address by its name, with the page of questions when it is one."""

    name: str
    page: str = ""

    @property
    def url(self) -> str:
        """Return the address in the language of this request."""
        return reverse(self.name, args=[self.page] if self.page else [])


def place_of(person: Person | None, knowledge: Knowledge) -> Place:
    """Return where this person goes on; the landing when nothing was answered."""
    if person is None or not person.answers.facts:
        return Place("landing")
    facts = facts_of(person, knowledge)
    return (
        held(person, facts, knowledge)
        or (Place("plan") if person.programmes.exists() else None)
        or next_place(facts, knowledge)
    )


def held(person: Person, facts: Facts, knowledge: Knowledge) -> Place | None:
    """Return what stands before everything else: the danger gate, or a stop that still holds."""
    gate = gate_place(facts, knowledge)
    if gate is not None:
        return gate
    newest = latest(person)
    if newest is not None and newest.gate == "short" and newest.urgency in STOPS:
        # A sign told at a session is not among the answers: only a whole new gate lifts the stop.
        return Place(STOPS[newest.urgency])
    return None


def stop_of(person: Person | None, knowledge: Knowledge) -> str:
    """Return the address of the stop that holds now, "" when there is none."""
    place = held(person, facts_of(person, knowledge), knowledge) if person else None
    return place.url if place and place.name in STOPS.values() else ""


def next_place(facts: Facts, knowledge: Knowledge) -> Place:
    """Return what comes after an open gate: more questions, or the end of the way in."""
    way = facts.get("way_in", "treatment_exercises")
    if way == "treatment_exercises":
        page = next_page(facts, knowledge, "relief")
        return question_place(page) if page else Place("now")
    return Place(ENDS.get(str(way), "now"))


def gate_place(facts: Facts, knowledge: Knowledge) -> Place | None:
    """Return where the danger gate sends, or None when it is answered and open."""
    outcome = triage(facts, knowledge)
    if any(row.then == "emergency" for row in outcome.fired):
        return Place("emergency")
    page = next_page(facts, knowledge, "triage")
    if page:
        return question_place(page)
    return Place(STOPS[outcome.urgency]) if outcome.urgency in STOPS else None


def needs_doctor(facts: Facts, knowledge: Knowledge) -> bool:
    """Return whether a sign that was ticked asks for a doctor within a day."""
    return any(row.then == "same-day" for row in triage(facts, knowledge).fired)


def question_place(page: Page) -> Place:
    """Return the address of a page of questions."""
    danger = any(group.kind == "danger" for group in page.groups)
    return Place("danger" if danger else "story", page.id)
