"""figure.css gives every variable a value, in both themes and with reduced motion."""

import re
from pathlib import Path

import unknot.movement
from unknot.movement.ink import LIGHT

CSS = (Path(unknot.movement.__file__).parent / "figure.css").read_text(encoding="utf-8")


def test_every_variable_is_given_a_value() -> None:
    used = set(re.findall(r"var\((--fig-[a-z]+)", CSS))
    given = set(re.findall(r"(--fig-[a-z]+):", CSS))
    assert used <= given


def test_the_light_colours_are_the_fallback_colours() -> None:
    light = dict(re.findall(r"--fig-([a-z]+): (#[0-9a-f]{6});", CSS.split("@media")[0]))
    shared = light.keys() & LIGHT.keys()
    assert {k: light[k] for k in shared} == {k: LIGHT[k] for k in shared}


def test_the_two_ways_to_dark_agree() -> None:
    by_system, by_choice = CSS.split('not([data-theme="light"]) {')[1], CSS.split('"dark"] {')[1]
    values = [
        re.findall(r"--fig-[a-z]+: [^;]+", part.split("}")[0]) for part in (by_system, by_choice)
    ]
    assert values[0] == values[1] != []


def test_reduced_motion_swaps_the_groups() -> None:
    reduced = CSS.split("prefers-reduced-motion: reduce")[1]
    assert re.search(r"\.fig-still { display: inline; }", reduced)
    assert re.search(r"\.fig-moving { display: none; }", reduced)
