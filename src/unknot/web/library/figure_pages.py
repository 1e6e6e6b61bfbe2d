"""Presenter of the page "Your figure": each choice with its name and its swatch."""

from dataclasses import replace
from typing import Any

from django.utils.safestring import SafeString

from unknot.movement.look import CLOTHES, FIRST, HAIR, SHAPES, SKINS, Look
from unknot.web.library.swatches import clothes, head, skin
from unknot.web.words import say

PREVIEW = ("shoulder-shrug", "cat-cow")
SAID = ("kept", "first")
BEARDS = {"none": False, "beard": True}
BODIES = {"first": False, "full": True}
Swatches = dict[str, SafeString]


def figure_page(look: Look, language: str, said: str) -> dict[str, Any]:
    """Return the choices as radio buttons, the kept ones chosen; `said` names what was done."""
    kept = {
        "skin": look.skin,
        "shape": look.shape,
        "hair": look.hair,
        "beard": "beard" if look.beard else "none",
        "body": "full" if look.full else "first",
        "clothes": look.clothes,
    }
    return {
        "preview": [(each, f"{each}-one-{language}") for each in PREVIEW],
        "said": say(language, f"figure.{said}_said") if said in SAID else "",
        "choices": [
            _choice(name, swatches, kept[name], language)
            for name, swatches in _swatches(look).items()
        ],
    }


def _swatches(look: Look) -> dict[str, Swatches]:
    """Every choice on the figure as it is kept; a colour of hair is seen on hair."""
    bare = replace(look, shape=FIRST.shape)
    return {
        "skin": {each: skin(each) for each in SKINS},
        "shape": {each: head(replace(look, shape=each)) for each in SHAPES},
        "hair": {each: head(replace(bare, hair=each)) for each in HAIR},
        "beard": {each: head(replace(look, beard=worn)) for each, worn in BEARDS.items()},
        "body": {each: clothes(look.clothes, full) for each, full in BODIES.items()},
        "clothes": {each: clothes(each, look.full) for each in CLOTHES},
    }


def _choice(name: str, swatches: Swatches, now: str, language: str) -> dict[str, Any]:
    return {
        "id": name,
        "legend": say(language, f"figure.{name}.legend"),
        "options": [
            {
                "id": each,
                "words": say(language, f"figure.{name}.{each}"),
                "swatch": swatch,
                "chosen": each == now,
            }
            for each, swatch in swatches.items()
        ],
    }
