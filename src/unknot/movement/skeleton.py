"""The skeleton: joints, rest lengths, forward kinematics and two-bone inverse kinematics.

Axes of the world and of every segment: x = the person's left, y = up towards the head,
z = the person's front. Lengths are fractions of stature (H), angles are degrees.
Lengths follow Drillis & Contini 1966 as reproduced in Winter; the split of the spine is our fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")

UPPER_ARM, FOREARM, HAND = 0.186, 0.146, 0.108
THIGH, SHANK, SOLE = 0.245, 0.246, 0.039
HIP_X = 0.052
LUMBAR, THORAX, NECK = (3, 0.035), (4, 0.0425), (2, 0.026)
NECK_LEAN = 14.0
REACH = 0.9985

BONES: dict[tuple[str, str], float] = {
    **{(f"shoulder_{s}", f"elbow_{s}"): UPPER_ARM for s in SIDES},
    **{(f"elbow_{s}", f"wrist_{s}"): FOREARM for s in SIDES},
    **{(f"hip_{s}", f"knee_{s}"): THIGH for s in SIDES},
    **{(f"knee_{s}", f"ankle_{s}"): SHANK for s in SIDES},
}


@dataclass(frozen=True)
class Frame:
    """A segment's origin (H) and axes (columns of a rotation matrix)."""

    at: Array
    axes: Array

    def point(self, local: tuple[float, float, float] | Array) -> Array:
        """The world position of a point given in this frame."""
        moved: Array = self.at + self.axes @ np.asarray(local, dtype=float)
        return moved


def vec(*values: float) -> Array:
    """A float vector."""
    return np.array(values, dtype=float)


def unit(v: Array) -> Array:
    """The vector scaled to length 1; a zero vector stays zero."""
    length = float(np.linalg.norm(v))
    return np.divide(v, length if length > 1e-9 else 1.0)


def turn(axis: int, degrees: float) -> Array:
    """The rotation matrix about x (0), y (1) or z (2)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    i, j = (axis + 1) % 3, (axis + 2) % 3
    m = np.eye(3)
    m[i, i] = m[j, j] = c
    m[i, j], m[j, i] = -s, s
    return m


def about(axis: Array, degrees: float) -> Array:
    """The rotation matrix about any unit axis (Rodrigues)."""
    x, y, z = unit(axis)
    k = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    a = np.radians(degrees)
    result: Array = np.eye(3) + np.sin(a) * k + (1 - np.cos(a)) * (k @ k)
    return result


def sign(side: Side) -> float:
    """+1 on the person's left, -1 on the right."""
    return 1.0 if side == "left" else -1.0


def root_axes(yaw: float, pitch: float, roll: float, spin: float) -> Array:
    """Pelvis axes: yaw, pitch (forward +), roll (to the right +), then spin about the long axis."""
    return turn(1, yaw) @ turn(0, pitch) @ turn(2, roll) @ turn(1, spin)


def _bend(flexion: float, side: float, twist: float) -> Array:
    return turn(1, twist) @ turn(0, flexion) @ turn(2, side)


def _column(
    frames: dict[str, Frame], name: str, start: Frame, joints: tuple[int, float], bend: Array
) -> Frame:
    """Spread one authored bend evenly over the joints of a part of the spine."""
    count, length = joints
    at, axes = start.at, start.axes
    share = _bend(*(bend / count))
    for i in range(count):
        axes = axes @ share
        frames[f"{name}{i + 1}"] = Frame(at, axes)
        at = at + axes @ vec(0, length, 0)
    return Frame(at, axes)


def trunk(
    root: Frame, lumbar: Array, thorax: Array, neck: Array, head: Array, chin: float
) -> dict[str, Frame]:
    """Frames of pelvis, spine, neck and head. Triples: flexion, side-bend right, turn left."""
    frames = {"pelvis": root}
    base = Frame(root.point((0, 0.055, -0.008)), root.axes)
    top = _column(frames, "lumbar", base, LUMBAR, lumbar)
    c7 = _column(frames, "thorax", top, THORAX, thorax)
    frames["c7"] = c7
    lean = Frame(c7.at, c7.axes @ turn(0, NECK_LEAN - chin))
    skull = _column(frames, "neck", lean, NECK, neck)
    frames["head"] = Frame(skull.at, skull.axes @ turn(0, 1.15 * chin - NECK_LEAN) @ _bend(*head))
    return frames


def scapula(c7: Frame, side: Side, elevation: float, protraction: float) -> Frame:
    """The shoulder joint with the girdle's axes; elevation up +, protraction forward +."""
    s = sign(side)
    axes = c7.axes @ turn(1, -s * protraction) @ turn(2, s * elevation)
    pivot = c7.point((s * 0.014, -0.052, 0.02))
    return Frame(pivot + axes @ vec(s * 0.088, -0.010, -0.022), axes)


def arm(
    shoulder: Array, chest: Array, side: Side, angles: Array, elbow: float
) -> tuple[Frame, Frame]:
    """Upper arm and forearm from plane (0 side, 90 front), elevation and outward turn."""
    s = sign(side)
    plane, raised, outward = angles
    a = np.radians(plane)
    way = vec(s * np.cos(a), 0, np.sin(a))
    axes = chest @ about(np.cross(vec(0, -1, 0), way), raised) @ turn(1, s * outward)
    upper = Frame(shoulder, axes)
    return upper, Frame(upper.point((0, -UPPER_ARM, 0)), axes @ turn(0, -elbow))


def leg(hip: Array, pelvis: Array, side: Side, angles: Array, knee: float) -> tuple[Frame, Frame]:
    """Thigh and shank from hip flexion, abduction, outward turn and knee flexion."""
    s = sign(side)
    flexion, abduction, outward = angles
    axes = pelvis @ turn(2, s * abduction) @ turn(0, -flexion) @ turn(1, s * outward)
    thigh = Frame(hip, axes)
    return thigh, Frame(thigh.point((0, -THIGH, 0)), axes @ turn(0, knee))


def two_bone(
    start: Array, target: Array, upper: float, lower: float, pole: Array, fold: float
) -> tuple[Frame, Frame]:
    """Two frames that reach from start to target with the middle joint towards the pole.

    `fold` is +1 when the lower bone folds away from its front (knee), -1 towards it (elbow).
    A target out of reach is pulled in along the line; callers test the distance left.
    """
    line = target - start
    far = float(np.clip(np.linalg.norm(line), abs(upper - lower) + 1e-4, REACH * (upper + lower)))
    along = unit(line)
    side = unit(pole - along * float(pole @ along))
    x = (upper**2 - lower**2 + far**2) / (2 * far)
    middle = start + along * x + side * np.sqrt(max(upper**2 - x**2, 0.0))
    end = start + along * far
    return _aligned(start, middle, fold * side), _aligned(middle, end, fold * side)


def _aligned(start: Array, end: Array, front: Array) -> Frame:
    """A frame whose -y runs from start to end and whose z is as close to front as can be."""
    y = unit(start - end)
    z = unit(front - y * float(front @ y))
    return Frame(start, np.column_stack([np.cross(y, z), y, z]))


def facing(at: Array, back: Array, front: Array) -> Frame:
    """A frame with y along `back` exactly and z near `front` (hands and feet)."""
    y = unit(back)
    z = unit(front - y * float(front @ y))
    return Frame(at, np.column_stack([np.cross(y, z), y, z]))
