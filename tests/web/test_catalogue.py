"""The catalogue: every field narrows it, marks stay in the browser, an exercise says all in words."""

import re
from html import unescape

import pytest
from django.test import Client

from unknot.knowledge.exercise_schema import MUSCLES, PHASES
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.library.catalogue import Wish
from unknot.web.library.exercises import minutes_of
from unknot.web.words import say, words

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
    assert "Aucun exercice ne réunit tous ces choix." in html


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


def text_of(html: str) -> str:
    """Return what can be read on a page when nothing is drawn."""
    without = re.sub(r"<(svg|script|style|img)[ >].*?(</\1>|/?>)", " ", html, flags=re.S)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", without)))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["bridge", "towel-row", "walking", "abdominal-curl", "neck-nod"])
def test_the_page_says_everything_without_its_picture(
    client: Client, language: str, name: str
) -> None:
    exercise = TRAINING.exercises[name]
    said = text_of(client.get(f"/{language}/library/exercises/{name}/").content.decode())
    whole = [exercise.name, exercise.summary, exercise.feel, exercise.purpose]
    whole += [*exercise.steps, *exercise.mistakes, *exercise.stop_if]
    whole += [TRAINING.phases[phase] for phase in exercise.phases]
    wanted = [each.in_(language) for each in whole]
    wanted += [say(language, f"stance.{exercise.position}")]
    wanted += [say(language, f"muscle.{each}") for each in exercise.targets]
    wanted += [say(language, f"catalogue.load_{exercise.load}")]
    wanted += [say(language, f"catalogue.days_{exercise.irritability}")]
    beside = [exercise.easier, exercise.harder, exercise.partner, exercise.alternative]
    wanted += [TRAINING.exercises[each].name.in_(language) for each in beside if each]
    assert [each for each in wanted if each not in said] == []


def test_the_doses_stand_there_by_phase_with_their_bound_and_their_source(client: Client) -> None:
    said = text_of(client.get("/en/library/exercises/bridge/").content.decode())
    assert "Build strength 6 times, hold 3 seconds" in said
    assert "Keep it 2 sets, 8 times, hold 4 seconds 30 seconds of rest between sets" in said
    assert "Never more than 3 sets, 12 times, hold 10 seconds" in said
    assert "Worked out from sources on exercises like it." in said
    assert "Mayo Clinic" in said


def test_what_needs_a_thing_leads_to_one_that_needs_none(client: Client) -> None:
    html = client.get("/fr/library/exercises/one-arm-row/").content.decode()
    said = text_of(html)
    assert "Une petite bouteille d’eau" in said or "une petite bouteille d’eau" in said
    assert "Sans ce matériel" in said
    assert "/fr/library/exercises/scapular-squeeze/" in html


def test_place_and_muscle_lead_to_those_like_it(client: Client) -> None:
    html = client.get("/en/library/exercises/bridge/").content.decode()
    assert 'href="/en/library/exercises/?region=low_back"' in html
    assert 'href="/en/library/exercises/?muscle=glutes"' in html


def test_each_choice_says_how_many_it_leaves(client: Client) -> None:
    for query, field in (("", "region"), ("?kind=stretch", "region"), ("?minutes=1", "position")):
        page = client.get(f"/en/library/exercises/{query}").context
        options = next(each for each in page["fields"] if each["id"] == field)["options"]
        for option in options:
            joined = f"{query}&" if query else "?"
            assert option["n"] == len(shown(client, f"{joined}{field}={option['id']}")), option


def test_a_choice_is_taken_away_by_its_own_link_and_the_number_is_in_the_title(
    client: Client,
) -> None:
    response = client.get("/en/library/exercises/?region=neck&kind=stretch")
    html = response.content.decode()
    found = len(shown(client, "?region=neck&kind=stretch"))
    assert f"<title>Exercises · {found} found" in " ".join(html.split())
    chips = {each["words"]: each["url"] for each in response.context["chips"]}
    assert chips == {
        "Neck": "/en/library/exercises/?kind=stretch",
        "Stretch": "/en/library/exercises/?region=neck",
    }
    assert 'aria-label="Take away: Neck"' in html


def test_nothing_wished_for_keeps_all() -> None:
    assert all(Wish().fits(each, TRAINING, ()) for each in EVERY)


def test_many_neighbours_are_folded_and_none_is_left_out(client: Client) -> None:
    response = client.get("/en/library/exercises/shoulder-roll/")
    harder = {each.id for each in EVERY if each.easier == "shoulder-roll"}
    relation = next(each for each in response.context["beside"] if each["label"] == "Harder")
    assert len(relation["exercises"]) == 4
    assert {each["id"] for each in (*relation["exercises"], *relation["rest"])} >= harder
    assert f"{len(relation['rest'])} more" in response.content.decode()
