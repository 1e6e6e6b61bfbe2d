"""The pages of the long texts: contents, sources, picture, status, date and disclaimer."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from tests.web.test_course import short, to_plan
from unknot.knowledge.articles import Person, articles
from unknot.knowledge.load import load
from unknot.knowledge.movements import load_movements
from unknot.knowledge.training import training
from unknot.web import looks
from unknot.web.library import views
from unknot.web.words import say

FOUND = articles(load())
EVERY = [(language, name) for language in FOUND for name in sorted(FOUND[language])]
RELIEF = {
    "en": (
        "cold-and-warmth",
        "medicine-from-the-pharmacy",
        "muscle-relaxants",
        "physical-therapy",
        "electrotherapy",
    ),
    "fr": (
        "froid-et-chaleur",
        "les-médicaments-de-la-pharmacie",
        "les-relaxants-musculaires",
        "la-kinésithérapie",
        "l-électrothérapie",
    ),
}

pytestmark = pytest.mark.django_db


def page(client: Client, language: str, name: str) -> str:
    """Return an article's page."""
    response = client.get(f"/{language}/library/articles/{name}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_has_its_parts(client: Client, language: str, name: str) -> None:
    html, article = page(client, language, name), FOUND[language][name]
    assert html.count("<h1") == 1
    assert say(language, "library.not_reviewed") in html
    assert say(language, "library.education") in html
    assert "2026" in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert [each for each in re.findall(r'href="#([^"]+)"', html) if each not in ids] == []
    contents = html.split('class="contents"')[1].split("</nav>")[0]
    linked = re.findall(r'href="#([^"]+)"', contents)
    assert linked == [each.id for each in article.headings]


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_each_source_stands_below_and_is_linked(client: Client, language: str, name: str) -> None:
    html = page(client, language, name)
    for source in FOUND[language][name].sources:
        assert f'id="source-{source}"' in html
        assert f'href="#source-{source}"' in html
    body = html.split("<article")[1].split("</article>")[0]
    assert "[^" not in body
    assert "(page:" not in body
    assert "[!" not in body


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_the_picture_at_the_top_says_what_it_shows(
    client: Client, language: str, name: str
) -> None:
    html, article = page(client, language, name), FOUND[language][name]
    found = re.search(r'<div class="hero" role="img" aria-label="([^"]+)">', html)
    assert (found is not None) == (article.figure is not None)
    if found:
        assert len(found[1]) > 10


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_links_to_our_pages_open(client: Client, language: str, name: str) -> None:
    body = page(client, language, name).split("<article")[1].split("</article>")[0]
    for address in set(re.findall(r'href="(/[^"]+)"', body)):
        assert address.startswith(f"/{language}/")
        assert client.get(address).status_code in (200, 302), address


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_five_ways_of_relief_can_be_linked(client: Client, language: str) -> None:
    html = page(client, language, "relief-at-home")
    for each in RELIEF[language]:
        assert f'<h2 id="{each}">' in html
        assert f'href="#{each}"' in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_boxes_are_one_part_used_again(client: Client, language: str) -> None:
    assert 'class="note fact"' in page(client, language, "what-therapy-does")
    assert 'class="note tip"' in page(client, language, "food-and-minerals")
    assert 'class="note warning"' in page(client, language, "when-to-worry")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_circle_is_drawn_with_a_title_and_a_description(client: Client, language: str) -> None:
    html = page(client, language, "pain-and-spasm-circle")
    drawing = html.split('class="diagram"')[1].split("</figure>")[0]
    for word in ("title", "desc", "pain", "caption"):
        assert say(language, f"articles.circle.{word}") in drawing
    assert "style=" not in drawing


@pytest.mark.parametrize("language", ["en", "fr"])
def test_when_to_worry_opens_the_danger_list_before_anything_else(
    client: Client, language: str
) -> None:
    body = page(client, language, "when-to-worry").split("<article")[1]
    assert body.index(f'href="/{language}/emergency/"') < body.index("<ul>")
    assert f'href="/{language}/danger/danger-1/"' in body


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_exercise_picture_has_the_disclaimer_beside_it(client: Client, language: str) -> None:
    note = say(language, "articles.picture_note")
    for name in training(load()).exercises:
        html = client.get(f"/{language}/library/exercises/{name}/").content.decode()
        picture, after = html.index('class="exercise-figure"'), html.index(note)
        assert picture < after < html.index("<section")
        assert say(language, "library.education") in html


def test_the_player_shows_the_disclaimer_below_its_pictures(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    html = client.get("/en/session/play/").content.decode()
    assert say("en", "articles.picture_note") in html
    assert html.index('id="player"') < html.index("picture-note")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["scapular-squeeze", "scapular-clock", "assisted-head-rotation"])
def test_the_three_featured_exercises_have_page_picture_steps_and_sources(
    client: Client, language: str, name: str
) -> None:
    html = client.get(f"/{language}/library/exercises/{name}/").content.decode()
    exercise = training(load()).exercises[name]
    assert name in load_movements()
    assert looks.source(f"{name}-still-{language}") in html
    assert all(step.in_(language) in html for step in exercise.steps)
    assert set(exercise.grounds.sources) - {"seed-000", "general-knowledge"}


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_where_sources_disagree_is_shown(client: Client, language: str, name: str) -> None:
    html = page(client, language, name)
    for each in FOUND[language][name].conflicts:
        assert f'href="/{language}/library/disagreements/{each}/"' in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_library_lists_guides_and_topics(client: Client, language: str) -> None:
    html = client.get(f"/{language}/library/").content.decode()
    for name in FOUND[language]:
        assert f'href="/{language}/library/articles/{name}/"' in html
    assert all(say(language, f"articles.shelf.{kind}") in html for kind in ("guide", "topic"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_author_and_a_reviewer_are_shown_with_name_profession_and_place(
    client: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Nobody has written or reviewed ours yet; when somebody does, they stand on the page."""
    person = Person("Ada Probe", "kiné", "Lyon")
    named = replace(FOUND[language]["lifting"], author=person, reviewer=person, status="reviewed")
    monkeypatch.setattr(views, "articles", lambda _: {language: {"lifting": named}})
    html = page(client, language, "lifting")
    assert html.count("Ada Probe, kiné, Lyon") == 2
    assert say(language, "library.reviewed_by") in html
    assert say(language, "library.not_reviewed") not in html.split("<article")[1]
