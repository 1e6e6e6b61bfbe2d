"""One movement as shapes on screen: every part in every frame, in painting order, still in H."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement import head as face
from unknot.movement import order, props, signs, tail
from unknot.movement.body import PARTS, volume
from unknot.movement.form import PLAIN, Form
from unknot.movement.model import Movement
from unknot.movement.outline import View, closed, hulls, largest, parts
from unknot.movement.painter import Painter
from unknot.movement.shapes import Outlines, Shape, stem, track
from unknot.movement.skeleton import Array, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline, timeline


@dataclass(frozen=True)
class Scene:
    """Everything to paint, back to front, with the timeline that orders the frames."""

    movement: Movement
    view: View
    line: Timeline
    shapes: tuple[Shape, ...]
    ghost: tuple[Polygon, ...]
    shadow: Shape
    dots: tuple[Shape, ...]


def _depth_points(part: str, centres: Array) -> Array:
    a = np.array([p[0] for p in PARTS[part]])
    b = np.array([p[1] for p in PARTS[part]])
    return np.concatenate([centres[a] * (1 - t) + centres[b] * t for t in (0, 0.33, 0.67, 1)])


def _seen(body: Body, outlines: dict[str, Polygon], view: View) -> dict[str, order.Seen]:
    centres = view(volume(body.frames, body.give)[0])
    found = {}
    trunk = unit(body.joint("chest") - body.joint("pelvis"))
    for name, shape in outlines.items():
        part = "head" if name == "hairback" else name
        points = _depth_points(part, centres)
        side = name.partition("_")[2]
        under = (
            stem(name) == "thigh"
            and float(unit(body.joint(f"hip_{side}") - body.joint(f"knee_{side}")) @ trunk) > 0.54
        )
        if stem(name) == "shank":
            shape = largest(shapely.union(shape, outlines[f"foot_{side}"]))
            points = np.concatenate([points, _depth_points(f"foot_{side}", centres)])
        found[name] = order.Seen(shape, points, under)
    return found


def _shadow(line: Timeline, view: View) -> Shape:
    pairs = tuple(p for pairs in PARTS.values() for p in pairs)
    found = []
    for body in line.bodies:
        centres, axes = volume(body.frames, body.give)
        flat_axes, flat = axes.copy(), centres.copy()
        flat_axes[:, 1, :], flat[:, 1] = 0, 0
        shape = shapely.union_all(shapely.polygons(hulls(view.rows[:2], flat, flat_axes, pairs)))
        found.append(largest(closed(shape, 0.03)))
    return Shape("shadow", "shadow", track("shadow", found, line), "shadow")


def _outlines(line: Timeline, view: View) -> Outlines:
    found = []
    for body in line.bodies:
        shapes = parts(view.rows[:2], *volume(body.frames, body.give))
        shapes["hairback"] = face.hair_behind(body.frames["head"], view.rows)
        found.append(shapes)
    return found


def _dots(m: Movement, line: Timeline, view: View) -> tuple[Shape, ...]:
    """A dot that walks each trail with its landmark."""
    found = []
    for i, arrow in enumerate(a for a in m.arrows if a.kind == "trail"):
        shift = np.array([-arrow.shift[0] if view.flip else arrow.shift[0], arrow.shift[1]])
        spots = [view(b.joint(arrow.landmark))[:2] + shift for b in line.bodies]
        rings = tuple(signs.disc(spot, 0.021, 12) for spot in spots)
        found.append(Shape(f"dot{i}", "band", rings, "lined"))
    return tuple(found)


def _joints(pieces: list[props.Piece]) -> list[tuple[str, str]]:
    """Legs of a chair or table go under its seat or top, whatever the depths say."""
    names = [p.name for p in pieces if p.layer == "auto"]
    return [
        (a, b)
        for a in names
        for b in names
        if "-leg" in a and b in (a.split("-")[0] + "-seat", a.split("-")[0] + "-top")
    ]


@lru_cache(maxsize=128)
def enlarged(m: Movement) -> Movement:
    """The movement on the larger body; one and the same each time, so that it can be cached."""
    return replace(m, full=True)


@lru_cache(maxsize=128)
def scene(m: Movement, mirror: bool = False, form: Form = PLAIN) -> Scene:
    """Build the whole scene of a movement; cached, since three kinds of picture share it."""
    m = enlarged(m) if form.full else m
    view, line = View(m.camera.yaw, m.camera.pitch, mirror), timeline(m)
    outlines = _outlines(line, view)
    chosen = sorted({line.start, line.end, *range(0, len(line.bodies), 3)})
    frames = [_seen(line.bodies[i], outlines[i], view) for i in chosen]
    pieces = props.pieces(m.props)
    for piece in pieces:
        if piece.layer == "auto":
            seen = piece.seen(view)
            for frame in frames:
                frame[piece.name] = seen
    edges = order.weights(frames, (*m.order, *_joints(pieces)))
    names, joined = order.gathered(order.arrange(frames, edges), edges)
    if form.tied:
        falls = form.hair == "long" and tail.hangs(m, line.bodies, view)
        tails = [tail.seen(body, view, falls) for body in line.bodies]
        names.insert(tail.place(names, frames, [tails[i] for i in chosen], falls), "tail")
        outlines = [o | {"tail": t.shape} for o, t in zip(outlines, tails, strict=True)]
    builder = Painter(m, view, line, outlines, names, joined, form)
    shapes = builder.shapes({p.name: p for p in pieces})
    ghost = tuple(outlines[0].values())
    return Scene(m, view, line, shapes, ghost, _shadow(line, view), _dots(m, line, view))
