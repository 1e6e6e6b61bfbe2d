"""Things around the body: mat, chair, wall, doorway, pillow, roller, ball, table.

Each is made of boxes or bars whose faces are projected like the body. Positions and sizes in H:
`at` is the middle of the foot print (x, height of the underside, z).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement.ball import RADIUS, skin
from unknot.movement.held import HELD
from unknot.movement.model import Prop
from unknot.movement.order import Seen
from unknot.movement.outline import View, hull
from unknot.movement.skeleton import Array, turn, vec

BEHIND = ("mat", "wall")


@dataclass(frozen=True)
class Piece:
    """One solid of a prop: corner points of its faces (faces, 4, 3), material and layer.

    A `round` one has a middle and a radius too; its faces only stand for its depth.
    """

    name: str
    material: str
    faces: tuple[Array, ...]
    layer: str
    round: tuple[Array, float] | None = None

    def seen(self, view: View) -> Seen:
        """Outline and sampled surface of the piece."""
        flat = [view(f) for f in self.faces]
        shape = shapely.union_all([Polygon(f[:, :2]) for f in flat if _area(f) > 1e-9])
        visible = [f for f in flat if _area(f) * (-1 if view.flip else 1) > 1e-7] or flat
        return Seen(hull(shape), np.concatenate([_grid(f) for f in visible]))


def _area(face: Array) -> float:
    x, y = face[:, 0], face[:, 1]
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def _grid(face: Array) -> Array:
    u = np.linspace(0, 1, 9)
    a, b = np.meshgrid(u, u)
    corners = [(1 - a) * (1 - b), a * (1 - b), a * b, (1 - a) * b]
    spread = [w.reshape(-1, 1) * c for w, c in zip(corners, face[:4], strict=True)]
    result: Array = np.sum(spread, axis=0)
    return result


def box(
    at: tuple[float, float, float],
    size: tuple[float, float, float],
    angle: float,
    pivot: tuple[float, float, float] | None = None,
) -> tuple[Array, ...]:
    """Six faces, each anticlockwise seen from outside; `angle` turns about the upright."""
    x, y, z = size[0] / 2, size[1], size[2] / 2
    corner = [vec(sx * x, sy * y, sz * z) for sy in (0, 1) for sz in (-1, 1) for sx in (-1, 1)]
    quads = ((0, 1, 3, 2), (4, 6, 7, 5), (2, 3, 7, 6), (1, 0, 4, 5), (3, 1, 5, 7), (0, 2, 6, 4))
    spin = turn(1, angle)
    middle = vec(*(pivot or at))
    off = vec(*at) - middle
    return tuple(np.array([middle + spin @ (off + corner[i]) for i in q]) for q in quads)


def tube(
    at: tuple[float, float, float], radius: float, half: float, steps: int = 20
) -> tuple[Array, ...]:
    """A lying roller along x: the two round ends and the mantle."""
    a = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    ring = np.column_stack([np.zeros(steps), radius * np.sin(a), radius * np.cos(a)])
    middle = vec(*at) + vec(0, radius, 0)
    right, left = middle + ring + vec(-half, 0, 0), middle + ring + vec(half, 0, 0)
    mantle = [
        np.array([right[i], right[(i + 1) % steps], left[(i + 1) % steps], left[i]])
        for i in range(steps)
    ]
    return (left[::-1], right, *mantle)


def _turned(
    faces: tuple[Array, ...], at: tuple[float, float, float], angle: float
) -> tuple[Array, ...]:
    spin, middle = turn(1, angle), vec(*at)
    return tuple(middle + (face - middle) @ spin.T for face in faces)


def _three(
    values: tuple[float, ...], default: tuple[float, float, float]
) -> tuple[float, float, float]:
    return (values[0], values[1], values[2]) if len(values) == 3 else default


def _mat(p: Prop) -> list[Piece]:
    x, y, z = _three(p.at, (0, 0, 0))
    w, h, d = _three(p.size, (0.5, 0.012, 1.1))
    return [Piece("mat", "mat", box((x, y - h, z), (w, h, d), p.turn), "behind")]


def _chair(p: Prop) -> list[Piece]:
    """`at` is the middle of the seat on the floor; size is seat width, seat height, depth."""
    x, y, z = _three(p.at, (0, 0, 0))
    w, h, d = _three(p.size, (0.24, 0.235, 0.23))
    leg, pivot, found = 0.022, (x, y, z), []
    for i, (sx, sz) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        spot = (x + sx * (w / 2 - leg / 2), y, z + sz * (d / 2 - leg / 2))
        found.append(
            Piece(f"leg{i}", "prop", box(spot, (leg, h - 0.02, leg), p.turn, pivot), p.layer)
        )
    seat = box((x, y + h - 0.024, z), (w, 0.024, d), p.turn, pivot)
    found.append(Piece("seat", "prop", seat, p.layer))
    for i, sx in enumerate((-1, 1)):
        spot = (x + sx * (w / 2 - leg / 2), y + h, z - d / 2 + leg / 2)
        found.append(Piece(f"post{i}", "prop", box(spot, (leg, 0.22, leg), p.turn, pivot), p.layer))
    rest = (x, y + h + 0.13, z - d / 2 + 0.008)
    found.append(Piece("rest", "prop", box(rest, (w, 0.11, 0.016), p.turn, pivot), p.layer))
    return found


def _wall(p: Prop) -> list[Piece]:
    x, y, z = _three(p.at, (0, 0, 0))
    w, h, d = _three(p.size, (0.7, 1.15, 0.02))
    return [Piece("wall", "wall", box((x, y, z), (w, h, d), p.turn), p.layer)]


def _doorway(p: Prop) -> list[Piece]:
    """Two wall strips, two posts and a lintel; size is opening width, height, strip width."""
    x, y, z = _three(p.at, (0, 0, 0))
    w, h, strip = _three(p.size, (0.5, 1.12, 0.16))
    post, found = 0.04, []
    for i, s in enumerate((-1, 1)):
        side = x + s * (w / 2 + post + strip / 2)
        found.append(
            Piece(f"strip{i}", "wall", box((side, y, z), (strip, h + 0.1, 0.02), p.turn), "behind")
        )
        edge = x + s * (w / 2 + post / 2)
        found.append(
            Piece(f"jamb{i}", "prop", box((edge, y, z), (post, h, 0.05), p.turn), "behind")
        )
    top = box((x, y + h, z), (w + 2 * post, 0.04, 0.05), p.turn)
    found.append(Piece("lintel", "prop", top, "behind"))
    over = box((x, y + h + 0.04, z - 0.01), (w + 2 * post, 0.06, 0.02), p.turn)
    found.append(Piece("over", "wall", over, "behind"))
    return found


def _table(p: Prop) -> list[Piece]:
    x, y, z = _three(p.at, (0, 0, 0))
    w, h, d = _three(p.size, (0.5, 0.40, 0.3))
    leg, found = 0.025, []
    for i, (sx, sz) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        spot = (x + sx * (w / 2 - leg), y, z + sz * (d / 2 - leg))
        found.append(Piece(f"leg{i}", "prop", box(spot, (leg, h - 0.02, leg), p.turn), p.layer))
    top = box((x, y + h - 0.025, z), (w, 0.025, d), p.turn)
    return [*found, Piece("top", "prop", top, p.layer)]


def _roller(p: Prop) -> list[Piece]:
    at = _three(p.at, (0, 0, 0))
    radius, half = (p.size[0], p.size[1]) if len(p.size) == 2 else (0.055, 0.17)
    if p.turn:
        return [Piece("whole", "roller", _turned(tube(at, radius, half), at, p.turn), p.layer)]
    far = tube((at[0] + half * 0.25, at[1], at[2]), radius, half * 0.75)
    near = tube((at[0] - half * 0.75, at[1], at[2]), radius, half * 0.25)
    return [Piece("far", "roller", far, "auto"), Piece("near", "roller", near, "front")]


def _ball(p: Prop) -> list[Piece]:
    x, y, z = _three(p.at, (0, 0, 0))
    radius = p.size[0] if p.size else RADIUS
    middle = vec(x, y + radius, z)
    return [Piece("round", "band", skin(middle, radius), p.layer, (middle, radius))]


def _plain(p: Prop) -> list[Piece]:
    material = "pillow" if p.kind == "pillow" else "prop"
    size = _three(p.size, (0.24, 0.05, 0.16))
    return [Piece(p.kind, material, box(_three(p.at, (0, 0, 0)), size, p.turn), p.layer)]


_MAKERS = {
    "mat": _mat,
    "chair": _chair,
    "wall": _wall,
    "doorway": _doorway,
    "table": _table,
    "roller": _roller,
    "ball": _ball,
    "pillow": _plain,
    "box": _plain,
}


def pieces(props: tuple[Prop, ...]) -> list[Piece]:
    """Every solid of every prop but what a hand holds, names made unique."""
    found = []
    for i, prop in enumerate(props):
        if prop.kind in HELD or prop.tie:
            continue
        for piece in _MAKERS[prop.kind](prop):
            layer = "behind" if prop.kind in BEHIND and prop.layer == "auto" else piece.layer
            found.append(replace(piece, name=f"{prop.kind}{i}-{piece.name}", layer=layer))
    return found


_LIGHT = np.array([-0.45, 0.75, 0.5])


def faces_seen(piece: Piece, view: View) -> list[tuple[Array, str, bool]]:
    """Faces towards the viewer: outline with depth, tone, and whether its edges stay unseen."""
    found = []
    for face in piece.faces:
        flat = view(face)
        if _area(flat) * (-1 if view.flip else 1) <= 1e-7:
            continue
        normal = np.cross(face[1] - face[0], face[2] - face[0])
        towards = view(normal / np.linalg.norm(normal))
        share = float(towards @ _LIGHT)
        lit = 0.35 if piece.material != "wall" else -0.2
        level = "1" if share > lit else "2" if share > 0.15 else "3"
        found.append((flat, level, piece.material == "roller" and len(face) == 4))
    return found
