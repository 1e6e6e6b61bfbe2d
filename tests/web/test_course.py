"""From the plan through a session and a check-in to a plan that changed, with its reason."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.walk import begin, go_on, to_now
from unknot.care.decision import replay
from unknot.care.programme import Programme
from unknot.knowledge.load import load
from unknot.web.member import course
from unknot.web.member.models import (
    CheckIn,
    DecisionRecord,
    Person,
    ProgrammeVersion,
    SessionLog,
)

pytestmark = pytest.mark.django_db


@contextmanager
def days_later(days: int) -> Iterator[None]:
    later = timezone.now() + timedelta(days=days)
    with patch("django.utils.timezone.now", return_value=later):
        yield


def to_plan(client: Client, language: str = "en") -> str:
    to_now(client, language)
    for _ in range(10):
        response = client.get(f"/{language}/plan/")
        if response.status_code == 200:
            return f"/{language}/plan/"
        go_on(client, response["Location"])
    raise AssertionError("the plan keeps asking")


def short(*true: str) -> dict[str, str]:
    """Return what is sent for the short gate."""
    groups = load().groups_of("short")
    none = {} if true else {f"none-{each.id}": "1" for each in groups}
    return none | {f"f-{each}": "yes" for each in true}


def report(client: Client, **changes: Any) -> dict[str, Any]:
    """Return what the player sends of a calm session."""
    session = client.get("/en/session/play.json").json()
    exercises = [
        {"id": each["id"], "outcome": "done", "reason": "", "new_or_same_pain": ""}
        for each in session["exercises"]
    ]
    calm = {"pain_before": 3, "pain_during": 2, "pain_after": 2, "effort": 3, "completed": "all"}
    sent = {"session_id": session["session_id"], "client_id": "a" * 32, "exercises": exercises}
    return sent | calm | changes


def send(client: Client, body: dict[str, Any]) -> Any:
    return client.post("/en/session/done/", json.dumps(body), content_type="application/json")


def test_the_plan_comes_after_its_questions(client: Client) -> None:
    assert to_plan(client) == "/en/plan/"
    html = client.get("/en/plan/").content.decode()
    assert "Week 1 of 12" in html
    assert ProgrammeVersion.objects.get().number == 1
    assert client.get("/en/resume/")["Location"] == "/en/plan/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_of_the_course(client: Client, language: str) -> None:
    from tests.web.test_pages import check_page

    to_plan(client, language)
    for path in ("plan/", "session/", "check-in/", "progress/", "my-data/"):
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        check_page(response.content.decode(), language)


def test_no_session_without_the_short_gate(client: Client) -> None:
    to_plan(client)
    assert client.get("/en/session/play/")["Location"] == "/en/session/"
    assert client.get("/en/session/play.json").status_code == 403
    assert client.post("/en/session/", {}).status_code == 422
    assert client.post("/en/session/", short())["Location"] == "/en/session/play/"
    assert client.get("/en/session/play/").status_code == 200


def test_a_new_sign_stops_the_programme(client: Client) -> None:
    to_plan(client)
    url = client.post("/en/session/", short("new_bladder_or_saddle"))["Location"]
    assert url == "/en/emergency/"
    for path in ("plan/", "session/", "check-in/", "now/"):
        assert client.get(f"/en/{path}")["Location"] in ("/en/emergency/", "/en/plan/")
    assert client.get("/en/plan/")["Location"] == "/en/emergency/"
    html = client.get(url).content.decode()
    said = load().facts["new_bladder_or_saddle"].say
    if said:
        assert said.en.split("'")[0][:20] in html
    url = client.post("/en/recheck/")["Location"]
    assert client.get("/en/resume/")["Location"] == url
    assert go_on(client, url) == "/en/now/"
    client.get("/en/plan/")
    assert ProgrammeVersion.objects.count() == 2


@pytest.mark.parametrize("way_in", ["treatment_exercises", "expert_care", "other"])
def test_only_a_whole_new_gate_lifts_a_stop(client: Client, way_in: str) -> None:
    to_plan(client)
    client.post("/en/session/", short("new_bladder_or_saddle"))
    assert begin(client, way_in=way_in)["Location"] == "/en/emergency/"
    client.post("/en/country/", {"country": "CA", "back": "/en/"})
    for path in ("now/", "why/", "plan/", "check-in/", "care/", "message/", "suits/", "resume/"):
        assert client.get(f"/en/{path}")["Location"] == "/en/emergency/", path


def test_another_day_asks_the_danger_signs_anew(client: Client) -> None:
    to_plan(client)
    assert begin(client)["Location"] in ("/en/now/", "/en/plan/")
    with days_later(1):
        assert begin(client)["Location"] == "/en/danger/danger-1/"


def test_another_place_begins_another_programme(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    with days_later(3):
        go_on(client, client.post("/en/", {"regions": ["low_back"]})["Location"])
        client.get("/en/plan/")
    plans = ProgrammeVersion.objects.order_by("number").values_list("plan__pattern", flat=True)
    assert list(plans) == ["upper-back-acute", "low-back"]


def test_a_session_is_kept_once_and_the_plan_answers_it(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    body = report(client)
    assert send(client, body).json()["next_url"] == "/en/plan/?saved=1"
    assert send(client, body).status_code == 200
    assert SessionLog.objects.count() == 1
    assert "done" in client.get("/en/plan/").content.decode()


def test_pain_in_the_session_makes_the_next_one_easier(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    send(client, report(client, pain_during=6, pain_after=6))
    newest = ProgrammeVersion.objects.order_by("-number").first()
    assert newest is not None
    assert newest.change["kind"] in ("regress", "flare")
    html = client.get("/en/plan/").content.decode()
    assert newest.change["reason"]["en"].split("’")[0] in html


def test_a_change_for_the_worse_asks_the_danger_signs_again(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    send(client, report(client, pain_during=8, pain_after=8))
    with days_later(1):
        assert client.get("/en/session/")["Location"] == "/en/danger/danger-1/"


def test_a_calm_next_morning_counts_only_the_day_after(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    send(client, report(client))
    calm = short() | {"f-pain_next_morning_0_10": "2", "f-after_session": "same"}
    client.post("/en/check-in/", calm | {"client_id": "b" * 32})
    newest = ProgrammeVersion.objects.order_by("-number").first()
    assert newest is not None
    assert newest.change.get("rule") == "adapt.waiting"
    with days_later(1):
        client.post("/en/check-in/", calm | {"client_id": "c" * 32})
        client.post("/en/check-in/", calm | {"client_id": "c" * 32})
    assert CheckIn.objects.count() == 2
    newest = ProgrammeVersion.objects.order_by("-number").first()
    assert newest is not None
    assert newest.change["rule"] == "adapt.first-green"


def test_a_check_in_with_a_new_sign_stops_before_the_rest(client: Client) -> None:
    to_plan(client)
    response = client.post("/en/check-in/", short("new_chest_or_breath"))
    assert response["Location"] == "/en/emergency/"
    assert CheckIn.objects.count() == 0
    newest = DecisionRecord.objects.order_by("-id").first()
    assert newest is not None
    assert newest.gate == "short"


def test_a_check_in_needs_its_pain(client: Client) -> None:
    to_plan(client)
    assert client.post("/en/check-in/", short()).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"exercises": [{"id": "nothing", "outcome": "done"}]},
        {"exercises": [{"id": "cat-cow", "outcome": "flown"}]},
        {"pain_after": 11},
        {"client_id": "x"},
        {"completed": "maybe"},
    ],
)
def test_a_report_that_is_not_ours_is_refused(client: Client, wrong: dict[str, Any]) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    assert send(client, report(client) | wrong).status_code == 422
    assert SessionLog.objects.count() == 0


def test_progress_always_has_its_table(client: Client) -> None:
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/session/", short())
    send(client, report(client))
    html = client.get("/en/progress/").content.decode()
    assert "<table>" in html
    assert 'class="chart"' in html


def test_erasing_takes_the_course_along(client: Client) -> None:
    begin(client)
    to_plan(client)
    client.get("/en/plan/")
    client.post("/en/my-data/erase/")
    assert ProgrammeVersion.objects.count() == 0


def test_a_session_sent_late_is_dated_when_it_ended(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    ended = timezone.now() + timedelta(hours=1)
    with days_later(12):
        send(client, {**body, "ended_at": ended.isoformat()})
    assert SessionLog.objects.get().created == ended
    assert "adapt.away" in {each.change.get("rule") for each in ProgrammeVersion.objects.all()}


@pytest.mark.parametrize(
    "said", [None, "yesterday", "2999-01-01T00:00:00+00:00", "2020-01-01T00:00:00Z"]
)
def test_an_impossible_end_counts_as_now(client: Client, said: object) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    before = timezone.now()
    send(client, {**report(client), "ended_at": said})
    assert SessionLog.objects.get().created >= before


def test_no_session_ended_before_its_version_was_made(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    ended = ProgrammeVersion.objects.get().created - timedelta(seconds=1)
    send(client, {**report(client), "ended_at": ended.isoformat()})
    assert SessionLog.objects.get().created > ended + timedelta(seconds=1)


def test_a_record_of_the_short_gate_replays(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short("new_weak_or_numb"))
    record = DecisionRecord.objects.filter(gate="short").latest("created").record
    assert record["gate"] == "short"
    assert record["urgency"] == "emergency"
    assert replay(record, load())["same"]


def test_two_devices_that_begin_at_once_make_one_plan(client: Client) -> None:
    to_plan(client)
    real, seen = course.current, []

    def late(person: Person) -> Programme | None:
        """Return what the second device reads first: the plan of the first is not there yet."""
        seen.append(person)
        return None if len(seen) == 1 else real(person)

    with patch("unknot.web.member.course.current", late):
        assert client.get("/en/plan/").status_code == 200
    assert ProgrammeVersion.objects.count() == 1


def test_two_devices_that_come_back_at_once_bring_the_plan_down_once(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    send(client, report(client))
    person = Person.objects.get()
    before = course.current(person)
    assert before is not None
    later = timezone.now() + timedelta(days=9)
    for _ in ("one", "other"):
        assert course.programme_of(person, load(), later).version == before.version + 1


def test_marked_exercises_are_kept_with_the_plan(client: Client) -> None:
    client.cookies["marks"] = "wall-angel.nobody-knows-this.open-book"
    to_plan(client)
    assert ProgrammeVersion.objects.get().plan["liked"] == ["wall-angel", "open-book"]
    client.cookies["marks"] = "long-exhale"
    client.post("/en/session/", short())
    send(client, report(client, pain_after=6))
    assert ProgrammeVersion.objects.last().plan["liked"] == ["long-exhale"]  # type: ignore[union-attr]
