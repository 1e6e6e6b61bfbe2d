"""What is kept of a person: a key without a name, the answers, and what was said on them.

Decision records and programme versions are only ever added. A trigger in the database refuses
their change; erasing a person removes them.
"""

import uuid
from typing import Any

from django.db import models


class AppendOnly(models.Model):
    """A row that is written once. Saving it again raises RuntimeError."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not self._state.adding:
            raise RuntimeError(f"{type(self).__name__} {self.pk} is append-only; add a new one")
        super().save(*args, **kwargs)


class Person(models.Model):
    """One browser's person. Only a hash of the key in its cookie is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key_hash = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField()
    language = models.CharField(max_length=2)
    country = models.CharField(max_length=8, blank=True)

    def __str__(self) -> str:
        return "a person"


class Answers(models.Model):
    """The facts as they stand now, as JSON {fact_id: value}; missing means unknown."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="answers", primary_key=True)
    facts = models.JSONField(default=dict)
    changed = models.DateTimeField()


class DecisionRecord(AppendOnly):
    """One decision as told: `record` is the engine's JSON. `gate` is full or short."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="decisions")
    gate = models.CharField(max_length=5)
    urgency = models.CharField(max_length=12)
    record = models.JSONField()
    created = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class ProgrammeVersion(AppendOnly):
    """One version of the programme as JSON, with the change that led to it (`{}` for the first)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="programmes")
    number = models.PositiveIntegerField()
    plan = models.JSONField()
    change = models.JSONField(default=dict)
    created = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="one_programme_per_number")
        ]


class SessionLog(models.Model):
    """One session as done. `client_id` makes sending it twice harmless. Pain and effort 0–10."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sessions")
    client_id = models.CharField(max_length=64)
    programme = models.PositiveIntegerField()
    results = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    created = models.DateTimeField()

    class Meta:
        ordering = ["created"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client_id"], name="one_log_per_session")
        ]


class CheckIn(models.Model):
    """One check-in as answered, facts as JSON."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="check_ins")
    client_id = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    created = models.DateTimeField()

    class Meta:
        ordering = ["created"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client_id"], name="one_check_in_per_id")
        ]


class Spasm(models.Model):
    """One line of the diary, facts as JSON; `on` is the day it came."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="spasms")
    client_id = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    on = models.DateField()
    created = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-created"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client_id"], name="one_spasm_per_id")
        ]
