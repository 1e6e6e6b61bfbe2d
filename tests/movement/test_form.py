"""Hair and beard in every view: what is worked stays in sight, the drawing stays sound and small."""

import gzip
import re
from itertools import product

import numpy as np
import pytest
from shapely.geometry import Polygon

from tests.movement.catalogue import IDS, MOVEMENTS
from unknot.movement import tail
from unknot.movement.figure import draw
from unknot.movement.form import PLAIN, Form
from unknot.movement.outline import View
from unknot.movement.scene import Scene, scene
from unknot.movement.timeline import timeline

# From the front, the side, behind and above; standing, sitting, on hands and knees, lying.
VIEWS = (
    "shoulder-shrug",
    "neck-look-up",
    "scapular-squeeze",
    "cat-cow",
    "open-book",
)
FORMS = (Form("tied"), Form("long", True), Form("scarf", True), Form("shaved"))
MOVING_BYTES = 25_000
SUNK = 0.015  # as for the body on its mat


def hangs(name: str) -> bool:
    m = MOVEMENTS[name]
    return tail.hangs(m, timeline(m).bodies, View(m.camera.yaw, m.camera.pitch))


def painted(name: str, form: Form) -> Scene:
    return scene(MOVEMENTS[name], False, form)


@pytest.mark.parametrize(("name", "form"), list(product(VIEWS, FORMS)))
def test_a_drawing_in_a_form_is_sound_and_small(name: str, form: Form) -> None:
    svg = draw(MOVEMENTS[name], lang="fr", kind="moving", prefix="one-", form=form)
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg)) <= set(ids)
    assert len(gzip.compress(svg.encode())) < MOVING_BYTES
    for values in re.findall(r'attributeName="d"[^>]* values="([^"]+)"', svg):
        assert len({re.sub(r"-?\d+", "0", frame) for frame in values.split(";")}) == 1


@pytest.mark.parametrize("name", VIEWS)
def test_hair_and_beard_change_the_head_alone(name: str) -> None:
    """The body, its parts and their order are those of the plain drawing."""
    own = {"head", "hood", "hair", "ear", "brow", "eye", "beard", "tail", "neck"}
    plain = [s for s in painted(name, PLAIN).shapes if s.id.split("_")[0] not in own]
    for form in FORMS:
        other = [s for s in painted(name, form).shapes if s.id.split("_")[0] not in own]
        assert [s.id for s in other] == [s.id for s in plain]
        assert all(
            np.array_equal(x, y)
            for a, b in zip(plain, other, strict=True)
            for x, y in zip(a.frames, b.frames, strict=True)
        )


def test_long_hair_is_down_only_where_it_hides_nothing() -> None:
    assert all(hangs(name) for name in ("shoulder-shrug", "walking", "neck-rotation"))
    lying, bent, behind = ("bridge", "prone-y", "open-book"), ("cat-cow",), ("scapular-squeeze",)
    neck_from_the_side = ("chin-tuck",)
    assert not any(hangs(name) for name in (*lying, *bent, *behind, *neck_from_the_side))


@pytest.mark.parametrize("name", ["shoulder-shrug", "neck-side-bend", "band-row", "box-breathing"])
def test_long_hair_leaves_the_worked_muscle_in_sight(name: str) -> None:
    s = painted(name, Form("long"))
    index = [x.id for x in s.shapes].index("tail")
    hair = Polygon(s.shapes[index].frames[s.line.end]).buffer(0)
    for shape in s.shapes[:index]:
        if shape.style == "muscle":
            band = Polygon(shape.frames[s.line.end]).buffer(0)
            assert band.intersection(hair).area < 0.15 * band.area


@pytest.mark.parametrize("name", IDS)
def test_tied_hair_is_not_in_the_floor(name: str) -> None:
    for body in timeline(MOVEMENTS[name]).bodies:
        spots, axes = tail.bun(body)
        assert float((spots[:, 1] - np.linalg.norm(axes[:, 1, :], axis=1)).min()) > -SUNK


@pytest.mark.parametrize("name", ["walking", "neck-rotation", "seated-side-bend"])
def test_long_hair_hangs_down_and_does_not_jump(name: str) -> None:
    line = timeline(MOVEMENTS[name])
    before = None
    for _, index, _ in line.marks:
        body = line.bodies[index]
        spots = tail.long(body)[0]
        assert spots[-1, 1] < spots[0, 1] - 0.05
        now = spots - body.joint("head")
        assert before is None or np.abs(now - before).max() < 0.05
        before = now


def test_a_scarf_covers_ears_and_leaves_the_face() -> None:
    names = {x.id for x in painted("shoulder-shrug", Form("scarf")).shapes}
    assert {"hood", "head", "eye_left", "brow_left"} <= names
    assert not {"hair", "ear_left", "ear_right"} & names
    face = {x.id: Polygon(x.frames[0]).area for x in painted("shoulder-shrug", FORMS[2]).shapes}
    assert 0.4 < face["head"] / face["hood"] < 0.9
    hidden = {x.id: x.frames for x in painted("scapular-squeeze", FORMS[2]).shapes}
    assert Polygon(hidden["head"][0]).buffer(0).area < 1e-5
