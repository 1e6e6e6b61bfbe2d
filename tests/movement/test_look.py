"""Every look a person may choose can be seen: on light and dark cards, limb against clothing."""

import itertools

import pytest

from unknot.movement.contrast import contrast, distance, lab, luminance
from unknot.movement.ink import mix
from unknot.movement.look import (
    CLOTHES,
    FIRST,
    HAIR,
    NEIGHBOURS,
    SHAPES,
    SKINS,
    Look,
    apart,
    look_of,
    palette,
)
from unknot.movement.palette import DAY, NIGHT, Palette

COLOURED = ("short", "scarf", "shaved")  # shapes that differ in colour; the others are as short
LOOKS = [Look(*each) for each in itertools.product(SKINS, HAIR, CLOTHES, COLOURED)]
BOTH = [(look, night) for look in LOOKS for night in (False, True)]
TINT = 0.83  # what three layers of 28, 42 and 60 % leave of the colour below: 17 %
SHAPES_SEEN = 3.0  # WCAG 1.4.11: what is needed to understand a picture


def seen_on_card(colours: Palette, material: str) -> float:
    """The better of fill and outline against the card."""
    card = colours.fills["halo"]
    return max(contrast(colours.tone(material, level), card) for level in ("1", "line"))


def test_there_is_enough_to_choose_from() -> None:
    assert len(SKINS) >= 6
    assert len(HAIR) >= 7
    assert {"grey", "white"} <= set(HAIR)
    assert {"short", "tied", "long", "scarf", "shaved"} == set(SHAPES)
    assert len(CLOTHES) >= 5


def test_skin_goes_from_light_to_dark_in_even_steps() -> None:
    lightness = [lab(each)[0] for each in SKINS.values()]
    steps = [a - b for a, b in itertools.pairwise(lightness)]
    assert min(steps) > 8
    assert max(steps) < 13
    assert lightness[0] > 85
    assert lightness[-1] < 30


@pytest.mark.parametrize("night", [False, True])
def test_the_whole_figure_stands_out_from_its_card(night: bool) -> None:
    for look in LOOKS:
        colours = palette(look, night)
        found = {each: seen_on_card(colours, each) for each in NEIGHBOURS}
        low = {each: value for each, value in found.items() if value < SHAPES_SEEN - 0.2}
        assert low == {}, f"{look.code} by {'night' if night else 'day'}: {low}"


def test_each_part_is_told_from_its_neighbours() -> None:
    """By lightness alone, so that it holds for whoever sees no hue: 1.6 at least, 2 for most."""
    found = {
        (look.code, night, each): apart(palette(look, night), each)
        for look, night in BOTH
        for each in NEIGHBOURS
    }
    least = min(found, key=found.__getitem__)
    assert found[least] >= 1.6, (least, found[least])
    assert sum(value >= 1.9 for value in found.values()) / len(found) > 0.95


def test_the_first_look_has_the_outlines_it_always_had() -> None:
    assert palette(FIRST, False) == DAY
    assert palette(FIRST, True) == NIGHT


@pytest.mark.parametrize("night", [False, True])
def test_a_worked_muscle_shows_on_every_shirt_and_every_skin(night: bool) -> None:
    for look in LOOKS:
        colours = palette(look, night)
        tinted = {
            each: mix(colours.fills[each], colours.fills["muscle"], TINT)
            for each in ("top", "trousers", "skin")
        }
        first = contrast(mix(DAY.fills["top"], DAY.fills["muscle"], TINT), DAY.fills["top"])
        for each in ("top", "trousers"):
            assert contrast(tinted[each], colours.fills[each]) >= first - 0.01, look.code
            assert distance(tinted[each], colours.fills[each]) >= 35, look.code
        assert distance(tinted["skin"], colours.fills["skin"]) >= 15, look.code


def test_the_eye_shows_in_every_face() -> None:
    for look, night in BOTH:
        colours = palette(look, night)
        assert contrast(colours.fills["eye"], colours.fills["skin"]) >= SHAPES_SEEN, look.code


@pytest.mark.parametrize("shape", ["scarf", "shaved"])
def test_brows_and_beard_keep_the_colour_of_the_hair(shape: str) -> None:
    for hair, (day, night) in HAIR.items():
        for dark, own in ((False, day), (True, night)):
            fills = palette(Look(hair=hair, shape=shape), dark).fills
            assert fills["brow"] == own
            assert fills["hair"] != own


def test_skin_is_the_same_by_day_and_by_night() -> None:
    for look in LOOKS:
        assert palette(look, False).fills["skin"] == palette(look, True).fills["skin"]


def test_a_code_names_one_look() -> None:
    every = [
        Look(*each)
        for each in itertools.product(SKINS, HAIR, CLOTHES, SHAPES, (False, True), (False, True))
    ]
    assert len({each.code for each in every}) == len(every)
    assert all(look_of(each.code) == each for each in every)


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "3",
        "3-dark",
        "9-dark-pine",
        "3-dark-pine-x",
        "../../x",
        "3-dark-Pine",
        "3-dark-pine-beard-tied",
        "3-dark-pine-full-beard",
        "3-dark-pine-tied-long",
        "3-dark-pine-",
        "3-dark-pine-tied-beard-beard",
    ],
)
def test_what_is_no_code_names_none(nonsense: str) -> None:
    assert look_of(nonsense) is None


def test_codes_of_before_are_still_read() -> None:
    """A shaved head and a scarf were colours of hair; such codes stand in people's browsers."""
    assert look_of("3-scarf-pine") == Look(shape="scarf")
    assert look_of("6-shaved-berry") == Look("6", clothes="berry", shape="shaved")
    assert look_of("6-grey-violet") == Look("6", "grey", "violet")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0005)
    assert lab("#ffffff") == pytest.approx((100, 0, 0), abs=0.05)
    assert distance("#123456", "#123456") == 0
