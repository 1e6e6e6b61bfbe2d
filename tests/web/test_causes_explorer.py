"""The cause explorer: a map of links, drawn muscles, every cause of a place with its grounds."""

import re

import pytest
from django.test import Client

from unknot.knowledge.load import load
from unknot.knowledge.muscles import muscles
from unknot.web.library.musclemap import SHAPES
from unknot.web.member.pages.bodymap import regions

KNOWLEDGE = load()


def page(client: Client, query: str = "", language: str = "en") -> str:
    response = client.get(f"/{language}/library/causes/{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_causes_stand_there_with_both_sides(client: Client, language: str) -> None:
    html = page(client, language=language)
    for cause in KNOWLEDGE.causes:
        assert f'id="{cause.id}"' in html
        assert cause.title.in_(language) in html
        assert cause.what_would_change.in_(language) in html


@pytest.mark.parametrize("region", regions("back"))
def test_a_place_has_its_causes_and_its_muscles(client: Client, region: str) -> None:
    html = page(client, f"?region={region}")
    shown = set(re.findall(r'<details class="panel cause" id="([^"]+)"', html))
    assert shown == {each.id for each in KNOWLEDGE.causes if region in each.regions}
    assert len(shown) >= 5
    assert [
        m.id for m in muscles(KNOWLEDGE) if region in m.regions and f'id="{m.id}"' not in html
    ] == []


def test_every_muscle_is_drawn_and_named(client: Client) -> None:
    html = page(client)
    assert {m.id for m in muscles(KNOWLEDGE)} == set(SHAPES)
    assert html.count('class="muscle"') == 2 * len(SHAPES)
    for muscle in muscles(KNOWLEDGE):
        assert muscle.name.en in html


def test_the_map_is_made_of_links_that_say_where(client: Client) -> None:
    html = page(client, "?region=neck")
    for region in regions("back"):
        assert f'?region={region}" aria-label="{KNOWLEDGE.option("regions", region, "en")}"' in html
    assert 'region=neck" aria-label="Neck" aria-current="true"' in html


def test_danger_comes_before_the_causes_and_graver_ones_are_marked(client: Client) -> None:
    html = page(client)
    assert html.index("Do not read on.") < html.index('class="panel cause"')
    graver = sum(each.never_zero for each in KNOWLEDGE.causes)
    assert html.count('<b class="badge">') == graver > 0


def test_an_unknown_place_shows_everything(client: Client) -> None:
    assert page(client, "?region=toe").count("panel cause") == len(KNOWLEDGE.causes)
