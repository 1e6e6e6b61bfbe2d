"""A drawing in other colours: every tone exchanged, none of the old left, nothing else touched."""

import re
from pathlib import Path

import pytest

import unknot.movement
from tests.movement.catalogue import MOVEMENTS
from unknot.movement.figure import Kind, draw
from unknot.movement.ink import LIGHT, TONES, tone
from unknot.movement.look import FIRST, Look, palette
from unknot.movement.palette import DAY, NIGHT
from unknot.movement.recolour import recolour
from unknot.movement.stylesheet import stylesheet

CSS = (Path(unknot.movement.__file__).parent / "figure.css").read_text(encoding="utf-8")
COLOUR = re.compile(r' (?:fill|stroke)="(#[0-9a-f]{3,6})"')
PEOPLE = ("skin", "hair", "top", "trousers")
DRAWN = ("cat-cow", "upper-trapezius-stretch", "band-row")
OTHER = Look("7", "white", "berry")


def picture(name: str, kind: Kind = "still") -> str:
    return draw(MOVEMENTS[name], lang="en", kind=kind, prefix=f"{name}-")


def old_tones(materials: tuple[str, ...]) -> set[str]:
    return {tone(each, level) for each in materials for level in TONES}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("night", [False, True])
def test_no_old_tone_is_left(name: str, night: bool) -> None:
    drawn = picture(name)
    assert old_tones(PEOPLE) & set(COLOUR.findall(drawn))
    changed = recolour(drawn, palette(OTHER, night))
    left = old_tones(PEOPLE) & set(COLOUR.findall(changed))
    assert left == set()


@pytest.mark.parametrize("name", DRAWN)
def test_every_colour_is_one_of_the_palette(name: str) -> None:
    colours = palette(OTHER, True)
    known = {colours.tone(each, level) for each in colours.fills for level in TONES} | {"#fff"}
    assert set(COLOUR.findall(recolour(picture(name), colours))) <= known


@pytest.mark.parametrize("name", DRAWN)
def test_only_colours_change(name: str) -> None:
    drawn = picture(name)
    changed = recolour(drawn, palette(OTHER, True))
    assert COLOUR.sub(" ", changed) == COLOUR.sub(" ", drawn)


def test_the_first_look_by_day_is_the_drawing_itself() -> None:
    drawn = picture("cat-cow")
    chevron = 'stroke="#6a7e74"'
    assert recolour(drawn, DAY) == drawn.replace(chevron, f'stroke="{LIGHT["ghost"]}"')


def test_there_and_back_is_where_it_began() -> None:
    drawn = recolour(picture("upper-trapezius-stretch"), DAY)
    assert recolour(recolour(drawn, palette(OTHER, True)), DAY) == drawn


def test_a_moving_drawing_is_changed_in_both_its_groups() -> None:
    changed = recolour(picture("cat-cow", "moving"), palette(OTHER, True))
    assert old_tones(PEOPLE) & set(COLOUR.findall(changed)) == set()
    assert changed.count("<animate") == picture("cat-cow", "moving").count("<animate")


def test_print_has_no_class_and_stays_black_and_white() -> None:
    drawn = picture("cat-cow", "print")
    assert recolour(drawn, palette(OTHER, False)) == drawn
    for colour in COLOUR.findall(drawn):
        grey = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
        assert colour == "#6a7e74" or grey[:2] == grey[2:4] == grey[4:], colour


def test_a_scarf_reaches_the_neck_and_not_the_face() -> None:
    look = Look("2", "grey", "blue", "scarf", True)
    drawn = draw(MOVEMENTS["upper-trapezius-stretch"], lang="en", kind="still", form=look.form)
    colours = palette(look, False)
    svg = recolour(drawn, colours)
    fills = {
        part: set(re.findall(rf'<use href="#[^"]*-{part}" class="[^"]*-1" fill="([^"]+)"', svg))
        for part in ("neck", "hood", "head", "brow_left", "brow_right", "beard", "hair")
    }
    assert fills["neck"] == fills["hood"] == {colours.fills["hair"]}
    assert fills["head"] == {colours.fills["skin"]}
    assert fills["brow_left"] | fills["brow_right"] | fills["beard"] == {colours.fills["brow"]}
    assert fills["hair"] == set()
    assert old_tones(("hair", "brow")) & set(COLOUR.findall(svg)) == set()


def test_the_page_mixes_the_shades_the_drawing_has() -> None:
    """figure.css mixes with the same shares, so inlined and served figures look alike."""
    for level in ("2", "3", "line"):
        kept = round(100 * (1 - TONES[level]))
        assert re.search(rf"\.fig-skin-{level} {{ [a-z]+: color-mix\(in srgb, [^)]+\) {kept}%", CSS)


def test_the_style_sheet_carries_the_same_colours_by_day_and_by_night() -> None:
    sheet = stylesheet(OTHER)
    for night, mark in ((False, ":root {"), (True, '"dark"] {'), (True, '"light"]) {')):
        block = sheet.split(mark)[1].split("}")[0]
        given = dict(re.findall(r"--fig-([a-z]+): (#[0-9a-f]{6});", block))
        colours = palette(OTHER, night)
        assert {each: given[each] for each in PEOPLE} == {
            each: colours.fills[each] for each in PEOPLE
        }
        edges = dict(re.findall(r"--fig-([a-z]+)-edge: (#[0-9a-f]{6});", block))
        assert {k: v for k, v in edges.items() if v != colours.outline} == colours.edges


def test_paper_is_left_alone_by_the_style_sheet() -> None:
    assert all(
        "@media screen" in line for line in stylesheet(OTHER).splitlines() if ":root" in line
    )
    paper = CSS.split("@media print")[1]
    assert re.search(r"\.fig-still { display: inline; }", paper)
    for colour in re.findall(r"--fig-[a-z-]+: (#[0-9a-f]+);", paper):
        grey = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
        assert grey[:2] == grey[2:4] == grey[4:], colour


def test_night_is_what_the_page_shows_at_night() -> None:
    dark = CSS.split('"dark"] {')[1].split("}")[0]
    given = dict(re.findall(r"--fig-([a-z]+): (#[0-9a-f]{3,6});", dark))
    assert (given.pop("outline"), given.pop("shade")) == (NIGHT.outline, NIGHT.shade)
    assert {k: {"#000": "#000000"}.get(v, v) for k, v in given.items() if k != "card"} == {
        k: NIGHT.fills[k] for k in given if k != "card"
    }
    assert given["card"] == NIGHT.fills["halo"]
    assert palette(FIRST, True) == NIGHT
