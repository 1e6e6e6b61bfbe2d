"""Every figure as SVG: words in both languages, no inline style, ids that never clash, small."""

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from xml.etree import ElementTree

import pytest

from tests.movement.catalogue import IDS, MOVEMENTS
from unknot.movement import figure
from unknot.movement.figure import Kind, sheet
from unknot.movement.model import Movement

NS = "{http://www.w3.org/2000/svg}"
KINDS: tuple[Kind, ...] = get_args(Kind)
# What is drawn once is looked at by one process: all tests of a movement go to the same one.
BY_NAME = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in IDS]
BY_KIND = [
    pytest.param(name, kind, marks=pytest.mark.xdist_group(name)) for name in IDS for kind in KINDS
]
LANGS: tuple[Literal["en", "fr"], ...] = ("en", "fr")
CSS = (Path(figure.__file__).parent / "figure.css").read_text(encoding="utf-8")
BARE = {"fig-moving-file", "fig-still-file", "fig-print-file", "fig-rim"}
BUDGET_BYTES = {"moving": 25_000, "still": 12_000, "print": 8_000}


@cache
def draw(m: Movement, **how: Any) -> str:
    """Each figure drawn once for all tests."""
    return figure.draw(m, **how)


def ids(svg: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', svg)


def references(svg: str) -> set[str]:
    return set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))


@pytest.mark.parametrize(("name", "kind"), BY_KIND)
def test_a_figure_is_well_formed_and_named_in_both_languages(name: str, kind: Kind) -> None:
    for lang in LANGS:
        root = ElementTree.fromstring(draw(MOVEMENTS[name], lang=lang, kind=kind, prefix="one-"))
        title, desc = root.find(f"{NS}title"), root.find(f"{NS}desc")
        assert title is not None
        assert title.text == MOVEMENTS[name].title[lang]
        assert desc is not None
        assert desc.text == MOVEMENTS[name].description[lang]
        assert root.get("role") == "img"
        assert root.get("lang") == lang


@pytest.mark.parametrize(("name", "kind"), BY_KIND)
def test_a_strict_policy_can_show_it(name: str, kind: Kind) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind=kind, prefix="one-")
    assert not re.search(
        r"\bstyle=|<style|<script|\bon\w+=|https?://(?!www\.w3\.org/2000/svg)", svg
    )


@pytest.mark.parametrize(("name", "kind"), BY_KIND)
def test_ids_are_unique_prefixed_and_all_found(name: str, kind: Kind) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind=kind, prefix="one-")
    assert len(ids(svg)) == len(set(ids(svg)))
    assert all(i.startswith("one-") for i in ids(svg))
    assert references(svg) <= set(ids(svg))


@pytest.mark.parametrize(("name", "kind"), BY_KIND)
def test_it_is_small_enough_for_a_phone(name: str, kind: Kind) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind=kind, prefix="one-")
    assert len(gzip.compress(svg.encode())) < BUDGET_BYTES[kind]


@pytest.mark.parametrize("name", BY_NAME)
def test_every_class_has_a_rule(name: str) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind="moving", prefix="one-")
    used = {each for classes in re.findall(r'class="([^"]+)"', svg) for each in classes.split()}
    assert {each for each in used - BARE if not re.search(rf"\.{each}\b", CSS)} == set()


@pytest.mark.parametrize("name", BY_NAME)
def test_every_frame_has_the_same_number_of_points(name: str) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind="moving", prefix="one-")
    for values in re.findall(r'attributeName="d"[^>]* values="([^"]+)"', svg):
        shapes = {re.sub(r"-?\d+", "0", frame) for frame in values.split(";")}
        assert len(shapes) == 1


@pytest.mark.parametrize("name", BY_NAME)
def test_animations_share_the_loop_and_close(name: str) -> None:
    m = MOVEMENTS[name]
    root = ElementTree.fromstring(draw(m, lang="fr", kind="moving", prefix="one-"))
    for animation in root.iter(f"{NS}animate"):
        values = str(animation.get("values")).split(";")
        times = [float(t) for t in str(animation.get("keyTimes")).split(";")]
        assert animation.get("dur") == f"{m.loop_seconds:g}s"
        assert len(values) == len(times)
        assert times[0] == 0
        assert times[-1] == 1
        assert times == sorted(times)
        if animation.get("attributeName") == "d":
            assert values[0] == values[-1]


def test_a_moving_figure_holds_a_still_one_for_reduced_motion() -> None:
    root = ElementTree.fromstring(draw(MOVEMENTS["bridge"], lang="en", kind="moving"))
    groups = {g.get("class"): g for g in root.findall(f"{NS}g")}
    assert not list(groups["fig-still"].iter(f"{NS}animate"))
    assert list(groups["fig-moving"].iter(f"{NS}animate"))
    assert groups["fig-still"].get("display") == "none"


def test_a_mirrored_figure_is_another_picture_of_the_same_size() -> None:
    m = MOVEMENTS["bird-dog"]
    one, other = (draw(m, lang="en", kind="still", mirror=flip) for flip in (False, True))
    assert one != other
    assert re.findall(r'viewBox="[^"]+"', one)[0] == re.findall(r'viewBox="[^"]+"', other)[0]


def test_one_panel_can_stand_alone() -> None:
    svg = draw(MOVEMENTS["bridge"], lang="en", kind="still", pair=False)
    assert svg.count("<svg") == 2


def test_the_sheet_shows_every_movement_once() -> None:
    chosen = [MOVEMENTS[i] for i in IDS[:4]]
    svg = sheet(chosen, "fr")
    assert len(ids(svg)) == len(set(ids(svg)))
    texts = [t.text for t in ElementTree.fromstring(svg).iter(f"{NS}text")]
    assert texts == [m.title["fr"] for m in chosen]


def test_the_sign_of_a_rest_does_not_fade() -> None:
    svg = draw(MOVEMENTS["rest-on-side"], lang="en", kind="moving")
    assert "fig-arrow" in svg
    assert 'attributeName="opacity"' not in svg
