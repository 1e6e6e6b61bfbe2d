"""The catalogue: every field narrows it, marks stay in the browser, an exercise says all in words."""

import pytest
from django.test import Client

from unknot.knowledge.exercise_schema import MUSCLES, PHASES
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.library.catalogue import Wish, minutes_of
from unknot.web.words import words

TRAINING = training(load())
EVERY = TRAINING.exercises.values()


def shown(client: Client, query: str = "", language: str = "en") -> set[str]:
    html = client.get(f"/{language}/library/exercises/{query}").content.decode()
    return {each.id for each in EVERY if f'id="e-{each.id}"' in html}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_of_them_stand_there(client: Client, language: str) -> None:
    assert shown(client, language=language) == set(TRAINING.exercises)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("?region=neck", lambda e: "neck" in e.regions),
        ("?kind=stretch", lambda e: e.kind == "stretch"),
        ("?phase=calm", lambda e: "calm" in e.phases),
        ("?position=standing", lambda e: "standing" in (e.position, *e.other_positions)),
        ("?muscle=rhomboids", lambda e: "rhomboids" in e.targets),
        ("?equipment=band", lambda e: "band" in e.equipment),
        ("?equipment=nothing", lambda e: not e.equipment),
        ("?minutes=1", lambda e: minutes_of(e, TRAINING) <= 1),
        ("?region=low_back&kind=strength", lambda e: "low_back" in e.regions and e.kind == "strength"),
    ],
)  # fmt: skip
def test_each_field_narrows_the_list(client: Client, query: str, kept: object) -> None:
    wanted = {each.id for each in EVERY if kept(each)}  # type: ignore[operator]
    assert wanted
    assert wanted != set(TRAINING.exercises)
    assert shown(client, query) == wanted


def test_what_nobody_has_says_so(client: Client) -> None:
    html = client.get("/fr/library/exercises/?region=neck&equipment=roller").content.decode()
    assert "Aucun ne remplit tout cela." in html


def test_a_mark_is_set_and_taken_away_in_the_browser_only(client: Client) -> None:
    client.post(
        "/en/library/exercises/bridge/mark/", {"back": "/en/library/exercises/?kind=strength"}
    )
    assert shown(client, "?marked=1") == {"bridge"}
    html = client.get("/en/library/exercises/bridge/").content.decode()
    assert 'aria-pressed="true"' in html
    client.post("/en/library/exercises/bridge/mark/")
    assert shown(client, "?marked=1") == set()


def test_a_mark_leads_back_and_never_away(client: Client) -> None:
    path = "/en/library/exercises/bridge/mark/"
    back = "/en/library/exercises/?kind=strength#e-bridge"
    assert client.post(path, {"back": back})["Location"] == back
    away = client.post(path, {"back": "https://example.org/"})["Location"]
    assert away == "/en/library/exercises/bridge/"
    assert client.post("/en/library/exercises/nothing/mark/").status_code == 404


def test_an_odd_cookie_marks_nothing(client: Client) -> None:
    client.cookies["marks"] = "<script>.bridge"
    assert shown(client, "?marked=1") == {"bridge"}


def test_erasing_takes_the_marks_too(client: Client) -> None:
    client.post("/en/library/exercises/bridge/mark/")
    client.post("/en/my-data/erase/")
    assert client.cookies["marks"].value == ""


def test_every_muscle_and_phase_has_words() -> None:
    for language in ("en", "fr"):
        named = words(language)["muscle"]
        assert not isinstance(named, str)
        assert named.keys() >= MUSCLES
    assert set(TRAINING.phases) == set(PHASES)


def test_the_page_of_an_exercise_names_muscles_position_and_phase(client: Client) -> None:
    html = client.get("/en/library/exercises/bridge/").content.decode()
    assert "buttocks, back of the thigh" in html
    assert "Lying on my back" in html
    assert "Build strength" in html


def test_nothing_wished_for_keeps_all() -> None:
    assert all(Wish().fits(each, TRAINING, ()) for each in EVERY)
