"""Hair beyond the short cap, as a part of the body: a bun high on the head, or long hair behind.

Long hair is worn down only where it hangs freely and hides nothing, swept behind ears and neck:
lying, bent over or seen from behind it is up in the bun, so that neck and shoulder blades show.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement import order
from unknot.movement.body import PARTS, volume
from unknot.movement.model import Movement
from unknot.movement.muscles import MUSCLES
from unknot.movement.outline import View, closed, hulls, largest
from unknot.movement.skeleton import Array, unit, vec
from unknot.movement.solve import Body

# Place on the head (H) and radius of each ball. A bun this high touches no floor when lying.
BUN = (((0, 0.082, -0.011), 0.017), ((0, 0.097, -0.025), 0.023))
ROOTS, STEP, THICK = vec(0, 0.030, -0.034), 0.023, 0.017
# Half widths down the hair, and how far each step has turned from the head's own down to the floor.
WIDE = (0.0475, 0.0500, 0.0510, 0.0500, 0.0460, 0.0390, 0.0270)
DROP = (0.2, 0.6, 0.9, 1.0, 1.0, 1.0)
UPRIGHT, NODDED = 0.5, 0.5
FROM_FRONT, FROM_SIDE = 0.3, -0.3  # how far the trunk's front must face the viewer
SHOULDERS = ("neck", "shirt")


def hangs(m: Movement, bodies: Sequence[Body], view: View) -> bool:
    """Whether long hair falls behind the neck in every pose and hides nothing that is worked."""
    worked = any(
        band.part == "neck" or (band.part == "shirt" and band.normal[2] < 0)
        for name in m.muscles
        for band in MUSCLES[name]
    )
    least = FROM_FRONT if worked else FROM_SIDE
    return all(
        body.frames["head"].axes[1, 1] > UPRIGHT
        and -body.frames["head"].axes[1, 2] < NODDED
        and float(view.rows[2] @ body.frames["c7"].axes[:, 2]) > least
        for body in bodies
    )


def bun(body: Body) -> tuple[Array, Array]:
    """Centres (n, 3) and axes (n, 3, 3) of the bun's balls."""
    head = body.frames["head"]
    axes = np.stack([np.eye(3) * radius for _, radius in BUN])
    return np.stack([head.point(at) for at, _ in BUN]), axes


def long(body: Body) -> tuple[Array, Array]:
    """Centres and axes of long hair: wide, thin, hanging down and lying on the shoulders."""
    head = body.frames["head"]
    spots, aside = [head.point(ROOTS)], head.axes[:, 0]
    for drop in DROP:
        way = unit((1 - drop) * -head.axes[:, 1] + drop * vec(0, -1, 0))
        spots.append(_clear(body, spots[-1] + STEP * way))
    axes = []
    for i, wide in enumerate(WIDE):
        down = unit(spots[min(i + 1, len(spots) - 1)] - spots[max(i - 1, 0)])
        across = unit(aside - down * float(aside @ down))
        sizes = vec(wide, STEP, THICK)
        axes.append(np.column_stack([across, down, np.cross(across, down)]) * sizes)
    return np.stack(spots), np.stack(axes)


def _clear(body: Body, spot: Array) -> Array:
    """The spot, moved out of neck and shoulders."""
    centres, axes = volume(body.frames, body.give)
    for i in sorted({i for part in SHOULDERS for pair in PARTS[part] for i in pair}):
        sizes = np.linalg.norm(axes[i], axis=0)
        grown = axes[i] * (sizes + 0.5 * THICK) / sizes
        inside = np.linalg.solve(grown, spot - centres[i])
        if float(inside @ inside) < 1:
            spot = centres[i] + grown @ unit(inside)
    return spot


def seen(body: Body, view: View, falls: bool) -> order.Seen:
    """The bun or the long hair on screen in one pose."""
    spots, axes = long(body) if falls else bun(body)
    pairs = tuple((i, i + 1) for i in range(len(spots) - 1))
    shapes = shapely.polygons(hulls(view.rows[:2], spots, axes, pairs))
    outline: Polygon = largest(closed(shapely.union_all(shapes), 0.006))
    return order.Seen(outline, view(spots))


def place(
    names: list[str],
    frames: Sequence[order.Frameful],
    tails: Sequence[order.Seen],
    falls: bool,
) -> int:
    """Where among the ordered parts it is painted: long hair from under the cap, a bun on it."""
    verdicts = [
        0.0
        if name == "hairback" or name.startswith(("sleeve_", "foot_"))
        else sum(order.verdict(f[name], t) for f, t in zip(frames, tails, strict=True) if name in f)
        for name in names
    ]
    beside = names.index("head") + (0 if falls else 1)
    last = beside if falls else len(names)

    def wrong(spot: int) -> tuple[float, int]:
        early = sum(max(v, 0.0) for v in verdicts[spot:])
        late = sum(max(-v, 0.0) for v in verdicts[:spot])
        return early + late, abs(spot - beside)

    return min(range(names.index("hairback") + 1, last + 1), key=wrong)
