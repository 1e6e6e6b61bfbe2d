"""The head as painted shapes, in any form: face and features, hair or scarf, ears, beard."""

from __future__ import annotations

import shapely

from unknot.movement import head as face
from unknot.movement import hood
from unknot.movement.beard import beard
from unknot.movement.form import Form
from unknot.movement.model import Movement
from unknot.movement.outline import View
from unknot.movement.shapes import Outlines, Shape, track
from unknot.movement.skeleton import Array, Frame
from unknot.movement.timeline import Timeline


def portrait(
    m: Movement, line: Timeline, view: View, outlines: Outlines, form: Form
) -> list[Shape]:
    """The head back to front; what faces away shrinks to nothing."""
    heads = [b.frames["head"] for b in line.bodies]
    found = _covered(heads, view, line) if form.hair == "scarf" else _bare(outlines, line)
    features = ((face.lids if m.eyes_closed else face.eyes, "eye"), (face.brows, form.brow))
    for feature, material in features:
        found += _each([feature(h, view.rows) for h in heads], material, "plain", "head")
    if form.beard:
        hiding = [shapely.union(o["neck"], o["hairback"]) for o in outlines]
        beards = [beard(h, view, o) for h, o in zip(heads, hiding, strict=True)]
        found.append(Shape("beard", form.brow, track("beard", beards, line), "shaded"))
    if form.hair == "scarf":
        return found
    caps = tuple(face.hair(h, view.rows) for h in heads)
    found.append(Shape("hair", "hair", caps, "shaded"))
    return found + _each([face.ears(h, view.rows) for h in heads], "skin", "lined")


def _each(sets: list[dict[str, Array]], material: str, style: str, clip: str = "") -> list[Shape]:
    return [Shape(n, material, tuple(s[n] for s in sets), style, clip=clip) for n in sets[0]]


def _bare(outlines: Outlines, line: Timeline) -> list[Shape]:
    return [Shape("head", "skin", track("head", [o["head"] for o in outlines], line), "shaded")]


def _covered(heads: list[Frame], view: View, line: Timeline) -> list[Shape]:
    cloth = track("hood", [hood.cloth(h, view) for h in heads], line)
    bare = track("head", [hood.face(h, view) for h in heads], line)
    return [Shape("hood", "hair", cloth, "shaded"), Shape("head", "skin", bare, "shaded")]
