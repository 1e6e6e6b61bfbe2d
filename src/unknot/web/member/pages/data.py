"""Everything that is kept of a person, in words and as JSON."""

from typing import Any

from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import Value
from unknot.web.careteam.models import Message
from unknot.web.medicines.models import DoseTaken, Screened
from unknot.web.member.answers import facts_of
from unknot.web.member.models import Person
from unknot.web.words import say


def data_page(person: Person | None, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return the context of the page that shows what is kept."""
    if person is None:
        return {"empty": True}
    facts = facts_of(person, knowledge)
    asked = {name: at for at, name in enumerate(knowledge.facts)}
    counts = {
        "decisions": person.decisions.count(),
        "programmes": person.programmes.count(),
        "sessions": person.sessions.count(),
        "check_ins": person.check_ins.count(),
        "spasms": person.spasms.count(),
        "doses": DoseTaken.objects.filter(person=person).count(),
        "messages": Message.objects.filter(person=person).count(),
    }
    return {
        "empty": False,
        "answers": [
            {
                "label": knowledge.label(name, language),
                "value": spoken(name, value, knowledge, language),
            }
            for name, value in sorted(
                facts.items(), key=lambda each: asked.get(each[0], len(asked))
            )
            if name != "asked_groups"
        ],
        "counts": [{"name": say(language, f"data.{each}"), "n": n} for each, n in counts.items()],
    }


def spoken(name: str, value: Value, knowledge: Knowledge, language: str) -> str:
    """Return one answer in words."""
    if isinstance(value, bool):
        return say(language, "form.yes_word" if value else "form.no_word")
    if isinstance(value, frozenset):
        return ", ".join(knowledge.option(name, each, language) for each in sorted(value))
    return knowledge.option(name, value, language) if isinstance(value, str) else str(value)


def export(person: Person) -> dict[str, Any]:
    """Return everything kept of a person as JSON data."""
    return {
        "created": person.created.isoformat(),
        "language": person.language,
        "country": person.country,
        "answers": person.answers.facts,
        "decisions": [each.record for each in person.decisions.all()],
        "programmes": [
            {
                "number": e.number,
                "created": e.created.isoformat(),
                "plan": e.plan,
                "change": e.change,
            }
            for e in person.programmes.all()
        ],
        "sessions": [
            {"created": e.created.isoformat(), "results": e.results, "facts": e.facts}
            for e in person.sessions.all()
        ],
        "check_ins": [
            {"created": e.created.isoformat(), "facts": e.facts} for e in person.check_ins.all()
        ],
        "spasms": [{"on": e.on.isoformat(), "facts": e.facts} for e in person.spasms.all()],
        "medicines_screened": [e.at.isoformat() for e in Screened.objects.filter(person=person)],
        "doses": [
            {"at": e.at.isoformat(), "pack": e.pack, "count": e.count}
            for e in DoseTaken.objects.filter(person=person)
        ],
        "messages": [
            {"created": e.created.isoformat(), "text": e.text}
            for e in Message.objects.filter(person=person)
        ],
    }
