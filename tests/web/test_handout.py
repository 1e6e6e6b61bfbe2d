"""The programme on paper: a real PDF with figures, doses and a tick sheet, two exercises a page."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from tests.web.test_course import to_plan
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.countries import countries
from unknot.web.member.course import current
from unknot.web.member.handout import figures_folder, handout, handout_data
from unknot.web.member.models import Person

pytestmark = pytest.mark.django_db
TRAINING = training(load())


def pages(pdf: bytes) -> int:
    found = re.search(
        rb"/Type\s*/Pages[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages", pdf
    )
    assert found
    return int(found[1] or found[2])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_plan_comes_as_a_pdf_two_exercises_a_page(client: Client, language: str) -> None:
    to_plan(client, language)
    response = client.get(f"/{language}/plan/handout.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF-")
    programme = current(Person.objects.get())
    assert programme is not None
    assert pages(response.content) == 1 + -(-len(programme.session) // 2)


def told(name: str, language: str) -> int:
    """Return how many letters the steps and stop signs of one exercise take."""
    exercise = TRAINING.exercises[name]
    return sum(len(each.in_(language)) for each in (*exercise.steps, *exercise.stop_if))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_longest_exercises_leave_room_for_another_as_long(
    client: Client, language: str
) -> None:
    to_plan(client, language)
    programme = current(Person.objects.get())
    assert programme is not None
    longest = sorted(TRAINING.exercises, key=lambda name: told(name, language))[-12:]
    for name in longest:
        pair = tuple(replace(programme.session[0], exercise_id=name) for _ in range(2))
        sheet = replace(programme, session=pair)
        assert pages(handout(sheet, TRAINING, countries()["FR"], language)) == 2, name


def test_nobody_has_one_without_a_plan(client: Client) -> None:
    assert client.get("/en/plan/handout.pdf")["Location"] == "/en/plan/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_says_what_the_plan_says(client: Client, language: str) -> None:
    to_plan(client)
    programme = current(Person.objects.get())
    assert programme is not None
    root = figures_folder()
    data = handout_data(programme, TRAINING, countries()["FR"], language, root)
    for line, said in zip(programme.session, data["lines"], strict=True):
        exercise = TRAINING.exercises[line.exercise_id]
        assert said["name"] == exercise.name.in_(language)
        assert said["steps"] == [each.in_(language) for each in exercise.steps]
        assert said["stop_if"] == [each.in_(language) for each in exercise.stop_if]
        assert root is not None
        assert (root / said["figure"][1:]).exists()
    assert "15" in data["call"]
