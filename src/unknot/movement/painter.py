"""Ordered part names to painted shapes: limbs joined or patched at the joints, head, tints."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from unknot.movement import blades, props, tint
from unknot.movement.ball import ball
from unknot.movement.form import PLAIN, Form
from unknot.movement.held import held
from unknot.movement.model import Movement
from unknot.movement.outline import View, closed, largest
from unknot.movement.portrait import portrait
from unknot.movement.shapes import MATERIAL, Outlines, Shape, stem, track
from unknot.movement.skeleton import SIDES, Side, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline

PATCH = {"shoulder": 0.050, "hip": 0.066, "knee": 0.040, "elbow": 0.028}
ENDS = {"arm": ("shoulder", "elbow", "wrist"), "leg": ("hip", "knee", "ankle")}
HALVES = {"arm": ("upperarm", "forearm"), "leg": ("thigh", "shank")}


def far(bodies: list[Body], view: View, joint: str, side: str) -> float:
    """How much a limb is the far one, 0 to 1, over the clip."""
    other = "left" if side == "right" else "right"
    shares = []
    for body in bodies:
        a, b = (view(body.joint(f"{joint}_{s}")) for s in (side, other))
        gap = float(np.linalg.norm(body.joint(f"{joint}_{side}") - body.joint(f"{joint}_{other}")))
        shares.append((b[2] - a[2]) / gap)
    return float(np.clip((np.mean(shares) - 0.3) / 0.45, 0, 1))


def _bent(bodies: tuple[Body, ...], view: View, ends: tuple[str, str, str]) -> bool:
    """Whether the joint folds so far on screen that its two halves must stay apart."""
    for body in bodies:
        a, b, c = (view(body.joint(e))[:2] for e in ends)
        u, v = b - a, c - b
        short = min(np.linalg.norm(u), np.linalg.norm(v)) < 0.075
        if short or float(unit(u) @ unit(v)) < -0.10:
            return True
    return False


def _whole(a: Polygon, b: Polygon, k: float) -> Polygon:
    return largest(closed(shapely.union(a, b), k))


def _patch(
    whole: list[Polygon], bodies: tuple[Body, ...], view: View, joint: str, radius: float
) -> list[Polygon]:
    found = []
    for shape, body in zip(whole, bodies, strict=True):
        x, y, _ = view(body.joint(joint))
        disc = Point(x, y).buffer(radius, quad_segs=6)
        cut = largest(shapely.intersection(disc, shapely.buffer(shape, -0.0022)))
        found.append(cut if not cut.is_empty else Point(x, y).buffer(1e-4))
    return found


def _halves(name: str) -> tuple[str, Side]:
    half, _, side = name.partition("_")
    return half, "left" if side == "left" else "right"


def _ends(limb: str, side: str) -> tuple[str, str, str]:
    a, b, c = ENDS[limb]
    return f"{a}_{side}", f"{b}_{side}", f"{c}_{side}"


class Painter:
    """Turns ordered part names into painted shapes (one clip)."""

    def __init__(
        self,
        m: Movement,
        view: View,
        line: Timeline,
        outlines: Outlines,
        names: list[str],
        joined: set[tuple[str, str]],
        form: Form = PLAIN,
    ) -> None:
        self.m, self.view, self.line, self.outlines = m, view, line, outlines
        self.names, self.form = names, form
        key = [line.bodies[line.start], line.bodies[line.end]]
        self.far = {
            (limb, s): far(key, view, {"arm": "shoulder", "leg": "hip"}[limb], s)
            for limb in ("arm", "leg")
            for s in SIDES
        }
        self.merged = {
            (limb, s)
            for limb, (u, w) in HALVES.items()
            for s in SIDES
            if (f"{u}_{s}", f"{w}_{s}") in joined and not _bent(line.bodies, view, _ends(limb, s))
        }
        self.clips = {"shirt": "shirt", "pelvis": "pelvis", "neck": "neck", "head": "head"}

    def all(self, name: str) -> list[Polygon]:
        """One part's outline in every body."""
        return [o[name] for o in self.outlines]

    def union(self, a: str, b: str, k: float = 0.008) -> list[Polygon]:
        """Two parts' common outline in every body."""
        return [_whole(o[a], o[b], k) for o in self.outlines]

    def part(self, name: str, polygons: list[Polygon] | None = None, shade: float = 0.0) -> Shape:
        """A shaded part of the body."""
        material = MATERIAL.get(stem(name), "skin")
        if name == "neck" and self.form.hair == "scarf":
            material = "hair"
        frames = track(name, polygons or self.all(name), self.line)
        return Shape(name, material, frames, "shaded", shade)

    def patch(self, joint: str, side: str, a: str, b: str, shade: float) -> list[Shape]:
        """Hides the seam at a joint: both parts as one shaded outline, seen through a disc."""
        whole = self.union(a, b, 0.012)
        disc = _patch(whole, self.line.bodies, self.view, f"{joint}_{side}", PATCH[joint])
        material, name = MATERIAL.get(stem(a), "skin"), f"{joint}_{side}"
        return [
            Shape(f"{name}-cut", "", track("patch", disc, self.line), "cut"),
            Shape(
                name,
                material,
                track("union", whole, self.line),
                "patch",
                shade,
                clip=f"{name}-cut",
                key=f"{self.clips.get(a, '')} {self.clips.get(b, '')}",
            ),
        ]

    def shoulder(self, side: Side) -> list[Shape]:
        """The seam between shirt and sleeve, unless the arm is the far one behind the trunk."""
        late = self.names.index("shirt") < self.names.index(f"upperarm_{side}")
        if not late and self.far["arm", side] > 0.5:
            return []
        return self.patch("shoulder", side, "shirt", f"sleeve_{side}", 0.0)

    def hip(self, side: Side) -> list[Shape]:
        """The seam between pelvis and thigh, unless the leg is the far one behind it."""
        late = self.names.index("pelvis") < self.names.index(f"thigh_{side}")
        if not late and self.far["leg", side] > 0.5:
            return []
        return self.patch("hip", side, "pelvis", f"thigh_{side}", 0.0)

    def arm(self, name: str) -> list[Shape]:
        """Upper arm, sleeve and forearm, joined where the elbow does not fold on screen."""
        half, side = _halves(name)
        shade, merged = self.far["arm", side], ("arm", side) in self.merged
        upper, fore, sleeve = (f"{p}_{side}" for p in ("upperarm", "forearm", "sleeve"))
        self.clips[sleeve] = sleeve
        cover = [self.part(sleeve, shade=shade)]
        if self.names.index("shirt") < self.names.index(upper):
            cover += self.shoulder(side)
        if merged:
            if name != [n for n in self.names if n in (upper, fore)][-1]:
                return []
            return [self.part(f"arm_{side}", self.union(upper, fore, 0.006), shade), *cover]
        if half == "upperarm":
            return [self.part(upper, shade=shade), *cover]
        found = [self.part(fore, shade=shade)]
        if self.names.index(upper) == self.names.index(fore) - 1:
            found += self.patch("elbow", side, upper, fore, shade)
        return found

    def leg(self, name: str) -> list[Shape]:
        """Foot, shank and thigh; the foot lies under the trouser leg."""
        half, side = _halves(name)
        shade, merged = self.far["leg", side], ("leg", side) in self.merged
        thigh, shank, foot = (f"{p}_{side}" for p in ("thigh", "shank", "foot"))
        self.clips[thigh] = f"leg_{side}" if merged else thigh
        self.clips[shank] = f"leg_{side}" if merged else shank
        seam: list[Shape] = []
        if self.names.index("pelvis") < self.names.index(thigh):
            seam += self.hip(side)
        if merged:
            if name != [n for n in self.names if n in (thigh, shank)][-1]:
                return []
            return [
                self.part(foot, shade=shade),
                self.part(f"leg_{side}", self.union(thigh, shank, 0.010), shade),
                *seam,
            ]
        if half == "thigh":
            found = [self.part(thigh, shade=shade), *seam]
        else:
            found = [self.part(foot, shade=shade), self.part(shank, shade=shade)]
        last = [n for n in self.names if n in (thigh, shank)][-1]
        if name == last and abs(self.names.index(thigh) - self.names.index(shank)) == 1:
            found += self.patch("knee", side, thigh, shank, shade)
        return found

    def held(self, side: str) -> list[Shape]:
        """What this hand holds: a band, a towel, a bottle."""
        return held(self.m, self.line, self.view, side)

    def thing(self, piece: props.Piece) -> list[Shape]:
        """A piece among the parts of the body; a round one is painted like them."""
        if piece.round:
            middle, radius = piece.round
            return ball(piece.name, [middle], radius, self.view)
        return [Shape(piece.name, "piece", (), "piece")]

    def shapes(self, pieces: dict[str, props.Piece]) -> tuple[Shape, ...]:
        """Every shape back to front; muscles follow the part they are clipped to."""
        found: list[Shape] = []
        for name in self.names:
            if name in pieces:
                found += self.thing(pieces[name])
            elif stem(name) in ("upperarm", "forearm"):
                found += self.held(name.split("_")[1]) if stem(name) == "forearm" else []
                found += self.arm(name)
            elif stem(name) in ("thigh", "shank"):
                found += self.leg(name)
            elif stem(name) in ("sleeve", "foot"):
                continue
            elif name == "head":
                found += portrait(self.m, self.line, self.view, self.outlines, self.form)
            else:
                found.append(self.part(name))
            if name in ("shirt", "pelvis"):
                found += self._late_seams(name)
        return tuple(self._tinted(found))

    def _late_seams(self, trunk: str) -> list[Shape]:
        """Seams to limbs painted before the trunk, which would hide them."""
        limb, seam = {"shirt": ("upperarm", self.shoulder), "pelvis": ("thigh", self.hip)}[trunk]
        done = self.names[: self.names.index(trunk)]
        return [x for s in SIDES if f"{limb}_{s}" in done for x in seam(s)]

    def _tinted(self, shapes: list[Shape]) -> list[Shape]:
        """Add each muscle after its part, and again on any patch that would cover it."""
        bands = tint.bands(self.m, self.line, self.view, self.clips)
        back = ("shirt", "shoulder_left", "shoulder_right")
        late = max(i for i, s in enumerate(shapes) if s.id in back)
        found: list[Shape] = []
        for i, shape in enumerate(shapes):
            found.append(shape)
            if shape.style == "shaded":
                found += [b for b in bands if b.clip == shape.id]
            elif shape.style == "patch":
                under = [b for b in bands if b in found and b.clip in shape.key.split()]
                found += [replace(b, style="again", clip=shape.clip) for b in under]
            if i == late:
                found += blades.shapes(self.m, self.line, self.view)
        return found
