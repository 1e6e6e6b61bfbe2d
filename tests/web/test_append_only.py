"""Decision records are only ever added: the model refuses, and so does the database."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from tests.web.walk import to_now
from unknot.care.decision import replay
from unknot.knowledge.load import load
from unknot.web.member.models import DecisionRecord

pytestmark = pytest.mark.django_db


def test_the_model_refuses(client: Client) -> None:
    to_now(client)
    record = DecisionRecord.objects.get()
    with pytest.raises(RuntimeError, match="append-only"):
        record.save()


def test_the_database_refuses(client: Client) -> None:
    to_now(client)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        DecisionRecord.objects.update(urgency="self-care")


def test_the_record_replays_to_the_same_outcome(client: Client) -> None:
    to_now(client)
    outcome = replay(DecisionRecord.objects.get().record, load())
    assert outcome["same"]
    assert outcome["same_versions"]
