"""Why each line of the plan is there and why it changed; every version with who decided."""

import re

import pytest
from django.test import Client

from tests.web.test_calendar import plan_now
from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.test_pages import check_page
from unknot.care.lineage import exercises_of
from unknot.web.member.models import Person, ProgrammeVersion
from unknot.web.member.versions import versions_of
from unknot.web.words import say

pytestmark = pytest.mark.django_db


def after_a_red_session(client: Client, language: str = "en") -> None:
    to_plan(client, language)
    client.post(f"/{language}/session/", short())
    send(client, report(client, pain_during=6, pain_after=6))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_there_ever_was_tells_its_story(client: Client, language: str) -> None:
    after_a_red_session(client, language)
    names = exercises_of(versions_of(Person.objects.get()))
    assert len(names) > len(plan_now().session)
    for name in names:
        response = client.get(f"/{language}/plan/line/{name}/")
        assert response.status_code == 200, name
        html = response.content.decode()
        check_page(html, language)
        assert say(language, "line.dose_source.title") in html


def test_each_line_of_the_plan_leads_to_its_story(client: Client) -> None:
    to_plan(client)
    html = client.get("/en/plan/").content.decode()
    programme = plan_now()
    assert programme.walk is not None
    for line in (*programme.session, programme.walk):
        assert f'href="/en/plan/line/{line.exercise_id}/"' in html
    assert say("en", "line.why_changed") not in html
    for locked in programme.locked:
        assert f'href="/en/plan/line/{locked.exercise_id}/"' in html


def test_a_change_shows_before_and_after_what_was_seen_and_why(client: Client) -> None:
    after_a_red_session(client)
    newest = ProgrammeVersion.objects.order_by("-number").first()
    assert newest is not None
    change = newest.change
    told = next(each for each in change["lines"] if each["before"] is not None)
    html = client.get(f"/en/plan/line/{told['exercise_id']}/").content.decode()
    assert f'data-rule="{change["rule"]}"' in html
    assert f"from {told['before']} to {told['after']}" in html or "Minutes: from" in html
    assert change["seen"]["en"] in html
    assert change["reason"]["en"].split("’")[0] in html
    assert say("en", "line.author.programme") in html
    assert say("en", "line.why_changed") in client.get("/en/plan/").content.decode()


def test_what_hurt_says_why_it_left_and_what_brings_it_back(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    body["exercises"][1] |= {"outcome": "hurt", "new_or_same_pain": "same"}
    send(client, body)
    html = client.get(f"/en/plan/line/{body['exercises'][1]['id']}/").content.decode()
    for key in ("line.waits", "line.what.left", "line.aside.hurt", "line.unlocks"):
        assert say("en", key) in html


def test_an_exercise_nobody_knows_is_no_page(client: Client) -> None:
    to_plan(client)
    assert client.get("/en/plan/line/handstand/").status_code == 404


def test_one_that_never_was_in_the_plan_says_so(client: Client) -> None:
    to_plan(client)
    known = exercises_of(versions_of(Person.objects.get()))
    from unknot.knowledge.load import load
    from unknot.knowledge.training import training

    other = next(each for each in training(load()).exercises if each not in known)
    html = client.get(f"/en/plan/line/{other}/").content.decode()
    assert say("en", "line.not_in") in html
    assert say("en", "line.no_story") in html


@pytest.mark.parametrize("path", ["plan/line/cat-cow/", "plan/changes/"])
def test_the_gate_stands_before_both(client: Client, path: str) -> None:
    assert client.get(f"/en/{path}")["Location"] == "/en/"
    to_plan(client)
    client.post("/en/session/", short("new_chest_or_breath"))
    assert client.get(f"/en/{path}")["Location"] == "/en/emergency/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_version_newest_first_with_who_and_why(client: Client, language: str) -> None:
    after_a_red_session(client, language)
    html = client.get(f"/{language}/plan/changes/").content.decode()
    check_page(html, language)
    numbers = [int(each) for each in re.findall(r'id="version-(\d+)"', html)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == ProgrammeVersion.objects.count()
    assert say(language, "changes.began") in html
    assert say(language, "changes.gate") in html
    assert html.count('data-rule="') == len(numbers)


def test_a_moved_day_was_decided_by_the_person(client: Client) -> None:
    to_plan(client)
    week = plan_now().weeks[2].days
    one = next(day.on for day in week if day.kind == "session")
    other = next(day.on for day in week if day.kind != "session")
    client.post("/en/plan/move/", {"one": one.isoformat(), "other": other.isoformat()})
    html = client.get("/en/plan/changes/").content.decode()
    assert say("en", "line.author.person") in html
    assert "A day changed its place" in html


def test_the_story_goes_on_over_days(client: Client) -> None:
    after_a_red_session(client)
    with days_later(2):
        html = client.get("/en/plan/changes/").content.decode()
    assert "/danger/" not in html
