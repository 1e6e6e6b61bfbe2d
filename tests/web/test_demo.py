"""The invented people, and the shape of what the player is handed."""

import pytest
from django.core.management import call_command
from django.test import Client

from tests.web.test_course import short
from unknot.web.member.models import Person

pytestmark = pytest.mark.django_db


def test_three_people_are_made_once() -> None:
    call_command("demo")
    call_command("demo")
    assert Person.objects.count() == 3


@pytest.mark.parametrize(("name", "language"), [("amina", "en"), ("jonas", "en"), ("claire", "fr")])
def test_an_invented_person_has_a_plan_and_a_line(client: Client, name: str, language: str) -> None:
    call_command("demo")
    client.get(f"/{language}/demo/{name}/")
    assert client.get(f"/{language}/resume/")["Location"] == f"/{language}/plan/"
    assert client.get(f"/{language}/plan/").status_code == 200
    assert 'class="chart"' in client.get(f"/{language}/progress/").content.decode()


def test_nobody_is_invented_by_asking(client: Client) -> None:
    assert client.get("/en/demo/amina/").status_code == 404


def test_the_player_is_handed_what_it_reads(client: Client) -> None:
    call_command("demo")
    client.get("/fr/demo/claire/")
    client.post("/fr/session/", short())
    data = client.get("/fr/session/play.json").json()
    assert {"lang", "session_id", "done_url", "plan_url", "gate_url", "csrf", "words"} <= set(data)
    assert data["lang"] == "fr"
    for exercise in data["exercises"]:
        assert exercise["name"]
        assert exercise["steps"]
        assert exercise["stop_if"]
        assert exercise["sides"] in ("both", "each")
        ends = [phase["end_s"] for phase in exercise["phases"]]
        assert ends == sorted(ends)
        assert all(phase["cue"] and phase["sentence"] for phase in exercise["phases"])
        assert any(phase["held"] for phase in exercise["phases"]) or not exercise["phases"]
