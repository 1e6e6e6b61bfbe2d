"""Target muscles as shapes on the body."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement.model import Movement
from unknot.movement.muscles import MUSCLES, Band
from unknot.movement.outline import View, hulls, largest
from unknot.movement.shapes import Shape, track
from unknot.movement.solve import Body
from unknot.movement.timeline import Timeline


def _muscle(band: Band, line: Timeline, view: View) -> list[Polygon]:
    found = []
    for body in line.bodies:
        centres = np.stack([body.spot(s, p) for s, p in band.spots])
        axes = np.repeat(np.eye(3)[None] * band.radius, len(centres), axis=0)
        pairs = tuple((i, i + 1) for i in range(len(centres) - 1))
        found.append(
            largest(shapely.union_all(shapely.polygons(hulls(view.rows[:2], centres, axes, pairs))))
        )
    return found


def shows(band: Band, body: Body, view: View) -> bool:
    """Whether the patch's side of the body can be seen."""
    return float(view.rows[2] @ body.frames[band.segment].axes @ np.array(band.normal)) > -0.35


def bands(m: Movement, line: Timeline, view: View, clips: dict[str, str]) -> list[Shape]:
    """The visible muscles of a movement, each clipped to the part it lies on."""
    end = line.bodies[line.end]
    found: list[Shape] = []
    for name in m.muscles:
        for band in MUSCLES[name]:
            if shows(band, end, view) and band.part in clips:
                found.append(
                    Shape(
                        f"m{len(found)}",
                        "muscle",
                        track("band", _muscle(band, line, view), line),
                        "muscle",
                        clip=clips[band.part],
                    )
                )
    return found
