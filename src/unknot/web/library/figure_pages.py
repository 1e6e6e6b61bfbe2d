"""Presenter of the page "Your figure": each choice with its name and its swatch."""

from typing import Any

from unknot.movement.look import CLOTHES, HAIR, SKINS, Look
from unknot.web.library.swatches import clothes, hair, skin
from unknot.web.words import say

PREVIEW = ("upper-trapezius-stretch", "cat-cow")
SAID = ("kept", "first")


def figure_page(look: Look, language: str, said: str) -> dict[str, Any]:
    """Return the choices as radio buttons, the kept ones chosen; `said` names what was done."""
    return {
        "preview": PREVIEW,
        "said": say(language, f"figure.{said}_said") if said in SAID else "",
        "choices": [
            _choice("skin", {each: skin(each) for each in SKINS}, look.skin, language),
            _choice("hair", {each: hair(each, look.skin) for each in HAIR}, look.hair, language),
            _choice("clothes", {each: clothes(each) for each in CLOTHES}, look.clothes, language),
        ],
    }


def _choice(name: str, swatches: dict[str, str], now: str, language: str) -> dict[str, Any]:
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
