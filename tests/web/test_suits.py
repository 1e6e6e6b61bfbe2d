"""An exercise page says to the reader whether it suits them: after the gate, and unknown is never no."""

import pytest
from django.test import Client

from tests.web.walk import begin, go_on
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member.models import Person, ProgrammeVersion

pytestmark = pytest.mark.django_db
TRAINING = training(load())
HERE = "/en/library/exercises/{}/"


def told(client: Client, name: str) -> dict[str, object]:
    """Return what the page of an exercise says to the person of this browser."""
    context = client.get(HERE.format(name)).context
    assert context is not None
    return dict(context["you"])


def through(client: Client, *true: str) -> None:
    """Answer everything up to the plan, with these answers ticked."""
    go_on(client, begin(client)["Location"], *true)
    while "Location" in (response := client.get("/en/plan/")).headers:
        go_on(client, response["Location"], *true)


def test_a_stranger_is_asked_first(client: Client) -> None:
    assert told(client, "bridge")["state"] == "ask"
    assert told(client, "bridge")["url"] == "/en/"
    assert "First the danger questions." in client.get(HERE.format("bridge")).content.decode()


def test_half_a_danger_list_is_no_answer(client: Client) -> None:
    begin(client)
    page = told(client, "belly-breathing")
    assert page["state"] == "ask"
    assert str(page["url"]).startswith("/en/danger/")


def test_a_danger_sign_stands_before_every_exercise(client: Client) -> None:
    go_on(client, begin(client)["Location"], "bladder_or_bowel_control_lost")
    for name in ("belly-breathing", "bridge"):
        assert told(client, name)["state"] == "wait"


def test_missing_answers_of_the_programme_are_asked_for(client: Client) -> None:
    go_on(client, begin(client)["Location"])
    page = told(client, "belly-breathing")
    assert page["state"] == "profile"
    assert "plan=1" in str(page["url"])


def test_somebody_well_may_breathe_and_learns_why_strength_waits(client: Client) -> None:
    through(client)
    assert told(client, "belly-breathing")["state"] in ("open", "there")
    page = told(client, "bridge")
    assert page["state"] == "shut"
    assert page["reason"]
    assert page["unlocks"]


def test_what_speaks_against_it_is_named(client: Client) -> None:
    through(client, "knee_pain")
    page = told(client, "childs-pose")
    assert page["state"] == "shut"
    assert page["said"] == ["Knee pain, or kneeling hurts"]
    html = client.get(HERE.format("childs-pose")).content.decode()
    assert "You told us:" in html


def test_a_missing_thing_leads_to_the_question_about_things(client: Client) -> None:
    through(client)
    person = Person.objects.get()
    person.answers.facts["equipment"] = ["chair"]
    person.answers.save()
    page = told(client, "heel-slide")
    assert page["state"] == "shut"
    assert page["url"] == "/en/story/story-goals/?plan=1"
    assert client.get(str(page["url"])).status_code == 200


def test_looking_stores_nothing(client: Client) -> None:
    through(client)
    before = ProgrammeVersion.objects.count()
    told(client, "bridge")
    assert ProgrammeVersion.objects.count() == before


@pytest.mark.parametrize("name", ["bridge", "walking", "childs-pose", "neck-nod"])
def test_nobody_is_told_yes_whom_the_programme_tells_no(client: Client, name: str) -> None:
    through(client, "knee_pain", "spine_condition", "pregnant")
    exercise = TRAINING.exercises[name]
    page = told(client, name)
    if page["state"] in ("open", "there"):
        assert exercise.load < 2
        assert exercise.kind != "stretch"
        assert exercise.position not in ("kneeling", "hands_knees")
