"""Your figure: chosen once, worn by every picture, kept in the browser only, taken away with the rest."""

import re
from collections.abc import Iterable

import pytest
from django.test import Client

from unknot.movement.look import CLOTHES, FIRST, HAIR, SHAPES, SKINS, Look, palette
from unknot.movement.recolour import recolour
from unknot.web.looks import COOKIE, dressed, formed, source
from unknot.web.words import say

WORN = Look("6", "grey", "violet")
SHAPED = Look("6", "grey", "violet", "tied", True, True)
PAGES = (
    "/en/library/exercises/",
    "/fr/library/exercises/?region=neck",
    "/en/library/exercises/bridge/",
)

CHOICES: dict[str, Iterable[str]] = {
    "skin": SKINS,
    "shape": SHAPES,
    "hair": HAIR,
    "beard": ("none", "beard"),
    "body": ("first", "full"),
    "clothes": CLOTHES,
}


def wear(client: Client, look: Look, language: str = "en") -> str:
    sent = {"skin": look.skin, "hair": look.hair, "clothes": look.clothes, "shape": look.shape}
    sent |= {"body": "full" if look.full else "first"}
    sent |= {"beard": "beard" if look.beard else "none", "keep": "1"}
    return client.post(f"/{language}/figure/", sent, follow=True).content.decode()


def html_of(client: Client, path: str) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_choice_has_a_name_a_swatch_and_a_fieldset(client: Client, language: str) -> None:
    html = html_of(client, f"/{language}/figure/")
    for field, choices in CHOICES.items():
        block = re.search(rf'<fieldset class="look-{field}">.*?</fieldset>', html, re.S)
        assert block is not None
        assert f"<legend>{say(language, f'figure.{field}.legend')}</legend>" in block[0]
        for each in choices:
            assert f'value="{each}"' in block[0]
            assert f"<span>{say(language, f'figure.{field}.{each}')}</span>" in block[0]
        assert block[0].count('class="swatch"') == len(list(choices))
        assert block[0].count(" checked") == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("field", "choices"), CHOICES.items())
def test_names_are_all_different(language: str, field: str, choices: Iterable[str]) -> None:
    named = [say(language, f"figure.{field}.{each}") for each in choices]
    assert len(set(named)) == len(named)


def test_the_first_look_costs_nothing(client: Client) -> None:
    html = html_of(client, "/en/library/exercises/bridge/")
    assert " data-look>" not in html
    catalogue = html_of(client, "/en/library/exercises/")
    shown = re.findall(r'<img class="fig" src="([^"]+)"', catalogue)
    assert shown
    assert all(each.startswith("/static/figures/") for each in shown)


def test_a_look_is_kept_and_worn_by_every_picture(client: Client) -> None:
    said = wear(client, WORN)
    assert say("en", "figure.kept_said") in said
    kept = client.cookies[COOKIE]
    assert kept.value == WORN.code
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    for page in PAGES:
        html = html_of(client, page)
        assert f'href="/figures/{WORN.code}.css?' in html
        for src in re.findall(r'<img class="fig" src="([^"]+)"', html):
            assert src.startswith(f"/figures/{WORN.code}/day/"), page


def test_as_at_first_takes_it_back(client: Client) -> None:
    wear(client, WORN)
    client.post("/fr/figure/", {"first": "1", "skin": "6", "hair": "grey", "clothes": "violet"})
    assert client.cookies[COOKIE].value == ""
    assert " data-look>" not in html_of(client, "/fr/figure/")
    wear(client, FIRST)
    assert client.cookies[COOKIE].value == ""


def test_nonsense_changes_nothing(client: Client) -> None:
    client.post("/en/figure/", {"skin": "99", "hair": "grey", "clothes": "violet"})
    assert COOKIE not in client.cookies
    client.cookies[COOKIE] = "../../etc-x-y"
    assert " data-look>" not in html_of(client, "/en/figure/")


def test_it_is_erased_with_the_rest(client: Client) -> None:
    wear(client, WORN)
    client.post("/en/my-data/erase/")
    assert client.cookies[COOKIE].value == ""


def test_a_served_drawing_is_the_built_one_in_other_colours(client: Client) -> None:
    for time, night in (("day", False), ("night", True)):
        answer = client.get(f"/figures/{WORN.code}/{time}/bridge-one-en.svg")
        assert answer["Content-Type"] == "image/svg+xml"
        drawn = recolour(source("bridge-one-en"), palette(WORN, night))
        assert answer.content.decode() == drawn


def test_hair_and_beard_are_drawn_where_the_built_drawing_has_none(client: Client) -> None:
    name = "bridge-one-en"
    drawn = client.get(f"/figures/{SHAPED.code}/day/{name}.svg").content.decode()
    assert "-tail" in drawn
    assert "-beard" in drawn
    assert "-tail" not in source(name)
    assert drawn == recolour(formed(SHAPED.form, name), palette(SHAPED, False))


def test_hair_and_beard_are_worn_inside_a_page_on_paper_and_when_moving(client: Client) -> None:
    wear(client, SHAPED)
    html = html_of(client, "/en/library/exercises/bridge/")
    assert formed(SHAPED.form, "bridge-still-en") in html
    assert f'data-moving="/figures/{SHAPED.code}/day/bridge-moving-en.svg?' in html
    paper = re.search(r'on-paper" src="([^"]+)"', html_of(client, "/en/library/exercises/"))
    assert paper is not None
    assert paper[1].startswith("/figures/3-dark-pine-tied-beard-full/day/")
    assert client.get(paper[1].replace("&amp;", "&")).status_code == 200


def test_a_session_is_led_in_the_chosen_form() -> None:
    data = {"figure_svg_url": "/static/figures/bridge-moving-en.svg", "plan_url": "/en/plan/"}
    assert dressed(data, WORN) == data
    led = dressed(data, SHAPED)
    assert led["figure_svg_url"].startswith(f"/figures/{SHAPED.code}/day/bridge-moving-en.svg?")
    assert led["plan_url"] == "/en/plan/"


def test_marked_addresses_are_stored_for_good_and_others_are_not(client: Client) -> None:
    wear(client, WORN)
    html = html_of(client, "/en/library/exercises/")
    marked = re.search(r'<img class="fig" src="([^"]+)"', html)
    assert marked is not None
    assert "immutable" in client.get(marked[1])["Cache-Control"]
    assert client.get(marked[1].split("?")[0])["Cache-Control"] == "no-cache"
    assert client.get(marked[1] + "0")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/figures/3-dark-mink.css",
        "/figures/3-dark-pine/noon/bridge-one-en.svg",
        "/figures/9-dark-pine/day/bridge-one-en.svg",
        "/figures/3-dark-pine/day/no-such-move-en.svg",
        "/figures/3-dark-pine/day/..%2Fbridge-one-en.svg",
    ],
)
def test_what_is_no_drawing_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_pictures_follow_the_theme(client: Client) -> None:
    """By the device: one picture for each. By choice: the chosen one, whatever the device says."""
    by_device = html_of(client, "/en/library/exercises/?region=neck")
    assert (
        '<source media="(prefers-color-scheme: dark)" srcset="/figures/3-dark-pine/night/'
        in by_device
    )
    client.cookies["theme"] = "dark"
    dark = html_of(client, "/en/library/exercises/?region=neck")
    assert "<source" not in dark
    assert '<img class="fig" src="/figures/3-dark-pine/night/' in dark
    client.cookies["theme"] = "light"
    light = html_of(client, "/en/library/exercises/?region=neck")
    assert "<source" not in light
    assert '<img class="fig" src="/static/figures/' in light


def test_paper_has_its_own_drawing_in_every_theme_and_look(client: Client) -> None:
    for theme, look in (("light", ""), ("dark", WORN.code)):
        client.cookies["theme"], client.cookies[COOKIE] = theme, look
        html = html_of(client, "/en/library/exercises/?region=neck")
        shown, paper = html.count('<img class="fig" '), html.count('<img class="fig on-paper" ')
        assert shown == paper > 0
        assert re.search(r'on-paper" src="/static/figures/[a-z-]+-print-en\.svg\?', html)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_moving_figure_has_a_button_and_without_script_a_still_one(
    client: Client, language: str
) -> None:
    html = html_of(client, f"/{language}/library/exercises/bridge/")
    assert f'data-moving="/static/figures/bridge-moving-{language}.svg' in html
    assert re.search(r"<button[^>]* data-pause hidden>", html)
    assert say(language, "figure.pause") in html
    bare = html.split("<noscript>")[1].split("</noscript>")[0]
    assert re.search(r'media="\(prefers-reduced-motion: reduce\)" srcset="[^"]*-still-', bare)


def test_no_page_shows_a_moving_picture_that_nothing_can_stop(client: Client) -> None:
    for page in ("/en/library/exercises/", "/en/prevention/", "/en/figure/"):
        assert "-moving-" not in html_of(client, page)


@pytest.mark.parametrize(
    "path",
    ["/en/library/exercises/", "/en/library/exercises/bridge/", "/fr/about/", "/fr/my-data/"],
)
def test_the_page_is_linked(client: Client, path: str) -> None:
    html = html_of(client, path)
    assert f'href="{path[:3]}/figure/"' in html
