"""The short danger gate, asked before every session and with every check-in."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member import forms
from unknot.web.member.answers import latest, record_short
from unknot.web.member.models import DecisionRecord, Person
from unknot.web.member.person import language_of


def open_for() -> timedelta:
    """Return how long the answers to a danger gate hold."""
    return timedelta(hours=training(load()).gate_open_hours)


def short_forms(
    request: HttpRequest, errors: forms.Reading | None = None
) -> tuple[forms.GroupForm, ...]:
    """Return the fieldsets of the short gate, always empty at first: it is asked anew."""
    groups = load().groups_of("short")
    sent = sent_of(request) if request.method == "POST" else None
    found = errors.errors if errors else {}
    return forms.shown(groups, load(), language_of(request), {}, sent, found)


def read_short(request: HttpRequest) -> forms.Reading:
    """Return what was sent for the short gate."""
    return forms.read(sent_of(request), load().groups_of("short"), load(), language_of(request))


def sent_of(request: HttpRequest) -> dict[str, list[str]]:
    """Return the sent fields as lists."""
    return {key: request.POST.getlist(key) for key in request.POST}


def settle_short(request: HttpRequest, person: Person, reading: forms.Reading) -> DecisionRecord:
    """Record what the short gate says."""
    return record_short(person, reading.facts, load(), timezone.now(), language_of(request))


def asked_since(person: Person, when: datetime) -> bool:
    """Return whether the short gate was answered after this moment."""
    return person.decisions.filter(gate="short", created__gt=when).exists()


def is_open(person: Person) -> bool:
    """Return whether the short gate was passed lately, with nothing recorded since."""
    newest = latest(person)
    return (
        newest is not None
        and newest.gate == "short"
        and newest.urgency == "self-care"
        and newest.created > timezone.now() - open_for()
    )
