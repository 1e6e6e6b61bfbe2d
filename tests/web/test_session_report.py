"""What came of a session reaches the right person, once, however late; what is refused says why."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.test_course import days_later, report, send, short, to_plan
from unknot.web.member.models import Person, ProgrammeVersion, SessionLog

pytestmark = pytest.mark.django_db


def played(client: Client) -> dict[str, Any]:
    to_plan(client)
    client.post("/en/session/", short())
    return report(client)


def test_a_report_sent_twice_is_stored_and_answered_once(client: Client) -> None:
    body = played(client)
    first = send(client, body)
    versions = ProgrammeVersion.objects.count()
    with days_later(2):
        again = send(client, body)
    assert [first.status_code, again.status_code] == [200, 200]
    assert SessionLog.objects.count() == 1
    assert ProgrammeVersion.objects.count() == versions


def test_the_report_of_a_person_who_was_erased_is_refused_with_its_reason(client: Client) -> None:
    body = played(client)
    client.post("/en/my-data/erase/")
    refused = send(client, body)
    assert (refused.status_code, refused.json()) == (409, {"error": "nobody"})


def test_it_never_reaches_the_person_who_begins_after_them(client: Client) -> None:
    body = played(client)
    client.post("/en/my-data/erase/")
    to_plan(client)
    refused = send(client, body)
    assert (refused.status_code, refused.json()) == (409, {"error": "session"})
    assert SessionLog.objects.count() == 0


@pytest.mark.parametrize("number", ["999", "-1", "one", ""])
def test_a_session_nobody_was_given_is_refused(client: Client, number: str) -> None:
    body = played(client)
    whose = Person.objects.get().id.hex[:12]
    refused = send(client, body | {"session_id": f"{whose}.{number}"})
    assert (refused.status_code, refused.json()) == (409, {"error": "session"})


def test_what_cannot_be_read_is_refused_with_its_reason(client: Client) -> None:
    body = played(client)
    assert send(client, body | {"pain_after": 11}).json() == {"error": "unreadable"}
    del body["session_id"]
    assert send(client, body).json() == {"error": "unreadable"}


def test_two_reports_that_waited_for_days_are_both_kept_under_the_plan_they_were_done_by(
    client: Client,
) -> None:
    first = played(client)
    now = timezone.now()
    ended = [now - timedelta(days=2), now - timedelta(days=1)]
    second = {**first, "client_id": "b" * 32, "ended_at": ended[1].isoformat()}
    begun = ProgrammeVersion.objects.get().number
    assert send(client, {**first, "ended_at": ended[0].isoformat()}).status_code == 200
    assert send(client, second).status_code == 200
    kept = SessionLog.objects.order_by("created")
    assert [each.programme for each in kept] == [begun, begun]


def test_a_token_from_before_is_refused_as_no_answer_of_ours() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, {}).status_code == 403
