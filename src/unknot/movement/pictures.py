"""The pictures that are drawn of every movement, and how one is told from its file's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unknot.movement.figure import Kind, draw
from unknot.movement.form import PLAIN, Form
from unknot.movement.model import Movement

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, Language] = ("en", "fr")


@dataclass(frozen=True)
class Picture:
    """How one picture is drawn."""

    kind: Kind
    pair: bool = True
    mirror: bool = False


PICTURES: dict[str, Picture] = {
    "moving": Picture("moving"),
    "moving-mirrored": Picture("moving", mirror=True),
    "still": Picture("still"),
    "one": Picture("still", pair=False),
    "print": Picture("print"),
}


def named(movement: str, picture: str, language: Language) -> str:
    """A picture's name, such as cat-cow-still-en."""
    return f"{movement}-{picture}-{language}"


def told_apart(name: str) -> tuple[str, str, Language]:
    """Movement, picture and language of a picture's name. Raises ValueError for any other name."""
    whole, _, said = name.rpartition("-")
    for language in LANGUAGES:
        for each in PICTURES:
            movement = whole.removesuffix(f"-{each}")
            if said == language and movement != whole:
                return movement, each, language
    raise ValueError(f"{name}: expected a movement, one of {', '.join(PICTURES)}, and a language")


def picture(m: Movement, name: str, language: Language, form: Form = PLAIN) -> str:
    """One of the pictures of a movement as SVG; KeyError for a name that is none."""
    how = PICTURES[name]
    return draw(
        m,
        lang=language,
        kind=how.kind,
        prefix=f"{m.id}-{name}-",
        mirror=how.mirror,
        pair=how.pair,
        form=form,
    )
