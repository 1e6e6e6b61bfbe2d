"""The shoulder blades drawn on the back, so that one can see them glide."""

from __future__ import annotations

import numpy as np

from unknot.movement.model import Movement
from unknot.movement.outline import View
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import SIDES, Array, Side, sign, unit
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline

# Corners from the spine's edge, in the frame of the third chest joint (H); then its depth.
CORNERS = ((0.0, 0.046), (0.040, 0.040), (0.050, 0.022), (0.014, -0.046), (0.004, -0.020))
DEPTH, MIDDLE, NEAREST = -0.060, 0.036, 0.008
PER_DEGREE = (0.0012, 0.0011)


def glide(body: Body, side: Side) -> tuple[float, float]:
    """How far (H) a blade has glid from the middle: away from the spine, and up."""
    s = sign(side)
    turn = body.frames["c7"].axes.T @ body.frames[f"scapula_{side}"].axes
    forward = -s * np.degrees(np.arctan2(turn[0, 2], turn[2, 2]))
    raised = s * np.degrees(np.arctan2(turn[1, 0], turn[1, 1]))
    return float(forward * PER_DEGREE[0]), float(raised * PER_DEGREE[1])


def outline(body: Body, side: Side) -> Array:
    """Points of one blade's outline in the world (n, 3), more than its corners."""
    out, up = glide(body, side)
    edge = max(MIDDLE + out, NEAREST)
    corners = np.array([(sign(side) * (edge + x), y + up, DEPTH) for x, y in CORNERS])
    ahead = np.roll(corners, -1, axis=0)
    points = np.concatenate([[a, a * 0.5 + b * 0.5] for a, b in zip(corners, ahead, strict=True)])
    return np.stack([body.frames["thorax3"].point(p) for p in points])


def shapes(m: Movement, line: Timeline, view: View) -> list[Shape]:
    """The blades a movement wants drawn, when its end shows the back."""
    back = -line.bodies[line.end].frames["thorax3"].axes[:, 2]
    if float(unit(view.rows[2]) @ back) < 0.1:
        return []
    return [
        Shape(
            f"blade_{side}",
            "top",
            tuple(view(outline(body, side))[:, :2] for body in line.bodies),
            "blade",
            clip="shirt",
        )
        for side in SIDES
        if side in m.blades
    ]
