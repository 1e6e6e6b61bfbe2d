"""From joint values to a solved body: grounding, settled hands, planted hands and feet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from unknot.movement import fuller
from unknot.movement import skeleton as sk
from unknot.movement.body import Give, lowest
from unknot.movement.model import Movement, Values
from unknot.movement.skeleton import SIDES, Array, Frame, Side, sign, vec

KNEE_HEIGHT = 0.035
# Hanging arms of the larger body: how far they lie aside, and up to what elevation (degrees).
ASIDE, HANGING = 8.0, 40.0
TRUNK = ("shirt", "pelvis")
POLES = {"hand": (0.6, -0.4, -0.6), "foot": (0.0, 0.0, 1.0)}


@dataclass(frozen=True)
class Body:
    """A solved pose: every segment's frame, and what is soft in it."""

    frames: Mapping[str, Frame]
    give: Give

    def joint(self, name: str) -> Array:
        """The world position (H) of a joint or landmark named as in LANDMARKS."""
        segment, local = LANDMARKS[name]
        return self.spot(segment, local) if any(local) else self.frames[segment].at

    def spot(self, segment: str, local: tuple[float, float, float]) -> Array:
        """The world position (H) of a place on the body, given for the first body."""
        return self.frames[segment].point(_placed(self.give.full, segment, vec(*local)))


LANDMARKS: dict[str, tuple[str, tuple[float, float, float]]] = {
    "pelvis": ("pelvis", (0, 0, 0)),
    "c7": ("c7", (0, 0, 0)),
    "waist": ("lumbar2", (0, 0, 0)),
    "chest": ("thorax3", (0, 0, 0)),
    "crown": ("head", (0, 0.095, 0.012)),
    "nose": ("head", (0, 0.02, 0.085)),
    "head": ("head", (0, 0.036, 0.012)),
    "back": ("thorax2", (0, 0, -0.06)),
    "loin": ("lumbar2", (0, 0, -0.05)),
    "belly": ("lumbar2", (0, 0, 0.06)),
    "seat": ("pelvis", (0, -0.02, -0.065)),
    "breastbone": ("thorax3", (0, 0, 0.065)),
    "neck": ("neck1", (0, 0, 0)),
    **{f"shoulder_{s}": (f"upperarm_{s}", (0, 0, 0)) for s in SIDES},
    **{f"elbow_{s}": (f"forearm_{s}", (0, 0, 0)) for s in SIDES},
    **{f"wrist_{s}": (f"hand_{s}", (0, 0, 0)) for s in SIDES},
    **{f"fingers_{s}": (f"hand_{s}", (0, -0.1, 0)) for s in SIDES},
    **{f"grip_{s}": (f"hand_{s}", (0, -0.05, 0)) for s in SIDES},
    **{f"hip_{s}": (f"thigh_{s}", (0, 0, 0)) for s in SIDES},
    **{f"knee_{s}": (f"shank_{s}", (0, 0, 0)) for s in SIDES},
    **{f"ankle_{s}": (f"foot_{s}", (0, 0, 0)) for s in SIDES},
    **{f"toes_{s}": (f"foot_{s}", (0, -0.02, 0.12)) for s in SIDES},
}


def _placed(full: bool, segment: str, local: Array) -> Array:
    return fuller.place(segment, local) if full else local


def _root(values: Values) -> Frame:
    at = vec(*values["root.at"])
    if "root.knees" in values:
        lean = np.radians(values["root.knees"][0])
        at = vec(at[0], KNEE_HEIGHT + sk.THIGH * np.cos(lean), -sk.THIGH * np.sin(lean))
    angles = [values[f"root.{k}"][0] for k in ("yaw", "pitch", "roll", "spin")]
    return Frame(at, sk.root_axes(*angles))


def _trunk(values: Values) -> dict[str, Frame]:
    part = {k: vec(*values[f"spine.{k}"]) for k in ("lumbar", "thorax", "neck", "head")}
    frames = sk.trunk(
        _root(values),
        part["lumbar"],
        part["thorax"],
        part["neck"],
        part["head"],
        values["spine.chin"][0],
    )
    for side in SIDES:
        frames[f"scapula_{side}"] = sk.scapula(frames["c7"], side, *values[f"{side}.scapula"])
    return frames


def _moved(values: Values, pitch: float, lean: float) -> dict[str, tuple[float, ...]]:
    return {
        **values,
        "root.pitch": (values["root.pitch"][0] + pitch,),
        "root.knees": (values["root.knees"][0] + lean,),
    }


def _settled(values: Values, reach: float) -> dict[str, tuple[float, ...]]:
    """Turn the pelvis and lean the thighs until the shoulders stand over planted hands."""
    hand = vec(*values["right.hand.at"])

    def miss(x: Array) -> Array:
        at = _trunk(_moved(values, x[0], x[1]))["scapula_right"].at
        return vec(at[2] - hand[2] + 0.02, float(np.linalg.norm(at - hand)) - reach)

    x = vec(0, 0)
    for _ in range(8):
        now = miss(x)
        if float(np.abs(now).max()) < 1e-5:
            break
        slope = np.column_stack([(miss(x + d) - now) / 0.5 for d in (vec(0.5, 0), vec(0, 0.5))])
        x = x - np.clip(np.linalg.solve(slope, now), -15, 15)
    return _moved(values, float(x[0]), float(x[1]))


def _home(frames: Mapping[str, Frame], name: str) -> Frame:
    return frames[name] if name != "world" else Frame(vec(0, 0, 0), np.eye(3))


def _hand(values: Values, side: Side, forearm: Frame, home: Frame, planted: bool) -> Frame:
    at, s = forearm.point((0, -sk.FOREARM, 0)), sign(side)
    if planted and f"{side}.hand.fingers" in values:
        fingers = home.axes @ vec(*values[f"{side}.hand.fingers"])
        palm = home.axes @ vec(*values[f"{side}.hand.palm"])
        return sk.facing(at, -fingers, s * np.cross(palm, fingers))
    flexion, aside = values[f"{side}.wrist"]
    twist = sk.turn(1, s * values[f"{side}.forearm"][0])
    return Frame(at, forearm.axes @ twist @ sk.turn(2, -s * flexion) @ sk.turn(0, -aside))


def _foot(values: Values, side: Side, shank: Frame, home: Frame, planted: bool) -> Frame:
    at = shank.point((0, -sk.SHANK, 0))
    if planted:
        toe = home.axes @ vec(*values.get(f"{side}.foot.toe", (0, 0, 1)))
        up = home.axes @ vec(*values.get(f"{side}.foot.up", (0, 1, 0)))
        return sk.facing(at, up - toe * float(toe @ up) / float(toe @ toe), toe)
    return Frame(at, shank.axes @ sk.turn(0, -values[f"{side}.ankle"][0]))


def _arm(values: Values, side: Side, frames: dict[str, Frame], where: str, full: bool) -> None:
    shoulder, home = frames[f"scapula_{side}"], _home(frames, where)
    planted = f"{side}.hand.at" in values
    if planted:
        x, y, z = POLES["hand"]
        pole = home.axes @ vec(*values.get(f"{side}.hand.pole", (sign(side) * x, y, z)))
        target = home.point(_placed(full, where, values_point(values, f"{side}.hand.at")))
        upper, fore = sk.two_bone(shoulder.at, target, sk.UPPER_ARM, sk.FOREARM, pole, -1)
    else:
        chest = frames["c7"].axes @ sk.turn(2, sign(side) * 0.1 * values[f"{side}.scapula"][0])
        plane, raised, outward = values[f"{side}.shoulder"]
        raised += ASIDE * max(0.0, 1 - raised / HANGING) if full else 0.0
        angles = vec(plane, raised, outward)
        upper, fore = sk.arm(shoulder.at, chest, side, angles, values[f"{side}.elbow"][0])
    frames[f"upperarm_{side}"], frames[f"forearm_{side}"] = upper, fore
    frames[f"hand_{side}"] = _hand(values, side, fore, home, planted)


def values_point(values: Values, key: str) -> Array:
    """The three numbers under a key as a point."""
    return vec(*values[key])


def _leg(values: Values, side: Side, frames: dict[str, Frame], where: str) -> None:
    pelvis, home = frames["pelvis"], _home(frames, where)
    hip = pelvis.point((sign(side) * sk.HIP_X, 0, 0))
    planted = f"{side}.foot.at" in values
    if planted:
        pole = home.axes @ vec(*values.get(f"{side}.foot.pole", POLES["foot"]))
        target = home.point(values_point(values, f"{side}.foot.at"))
        thigh, shank = sk.two_bone(hip, target, sk.THIGH, sk.SHANK, pole, 1)
    else:
        thigh, shank = sk.leg(
            hip, pelvis.axes, side, vec(*values[f"{side}.hip"]), values[f"{side}.knee"][0]
        )
    frames[f"thigh_{side}"], frames[f"shank_{side}"] = thigh, shank
    frames[f"foot_{side}"] = _foot(values, side, shank, home, planted)


def solve(m: Movement, values: Values) -> Body:
    """The body in one pose: root, spine, girdle, ground contact, then legs and arms."""
    if m.settle is not None:
        values = _settled(values, m.settle)
    frames = _trunk(values)
    if rise := _rise(m, frames):
        at = values["root.at"]
        frames = _trunk({**values, "root.at": (at[0], at[1] + rise, at[2])})
    for side in SIDES:
        _leg(values, side, frames, m.frames.get(f"{side}.foot", "world"))
    for side in SIDES:
        _arm(values, side, frames, m.frames.get(f"{side}.hand", "world"), m.full)
    soft = ("spine.belly", "spine.ribs", "left.fist", "right.fist")
    belly, ribs, left, right = (values[k][0] for k in soft)
    return Body(frames, Give(belly, ribs, left, right, m.full))


def _rise(m: Movement, frames: Mapping[str, Frame]) -> float:
    """How far (H) the trunk must rise to rest on the floor, the larger one as the first."""
    rise = -lowest(frames, m.ground) if m.ground else 0.0
    if not m.full:
        return rise
    parts = (*TRUNK, *m.ground)
    rest = min(lowest(frames, parts) + rise, 0.0) - lowest(frames, parts, True)
    return rest if m.ground else max(rest, 0.0)


def _filled(m: Movement, values: Values) -> Values:
    """Give a pose the targets that another pose of the movement authors, from its own body."""
    named = {k for p in m.poses for k in p.values}
    missing = [k for k in named if k not in values and k != "root.knees"]
    if not missing:
        return values
    body = solve(m, values)
    found = {k: _measured(m, body, k) for k in missing}
    return {**values, **{k: tuple(float(x) for x in v) for k, v in found.items()}}


def _measured(m: Movement, body: Body, key: str) -> Array:
    side, limb, what = key.split(".")
    home = _home(body.frames, m.frames.get(f"{side}.{limb}", "world"))
    ends = ("shoulder", "elbow", "wrist") if limb == "hand" else ("hip", "knee", "ankle")
    start, middle, end = (body.joint(f"{e}_{side}") for e in ends)
    axes = body.frames[f"{limb}_{side}"].axes
    s = 1.0 if side == "left" else -1.0
    upper, way = ("upperarm", -1) if limb == "hand" else ("thigh", 1)
    # A straight limb has no elbow to point to: the front of its upper bone decides.
    hint = 1e-3 * way * body.frames[f"{upper}_{side}"].axes[:, 2]
    world = {
        "pole": sk.unit(middle - (start + end) / 2) + hint,
        "fingers": -axes[:, 1],
        "palm": -s * axes[:, 0],
        "toe": axes[:, 2],
        "up": axes[:, 1],
    }
    if what == "arc":
        return vec(0, 0, 0)
    if what == "at":
        local: Array = home.axes.T @ (end - home.at)
        where = m.frames.get(f"{side}.{limb}", "world")
        return fuller.first_place(where, local) if m.full and limb == "hand" else local
    return home.axes.T @ world[what]


@lru_cache(maxsize=512)
def keys(m: Movement) -> tuple[Values, ...]:
    """The key poses' values, completed so that all name the same things."""
    return tuple(_filled(m, p.values) for p in m.poses)


def mixed(a: Values, b: Values, share: float) -> dict[str, tuple[float, ...]]:
    """The values between two poses; share 0 is the first, 1 the second.

    A target's `arc` bends its way: at half way it is that far off the straight line.
    """
    found = {
        k: tuple(x + (y - x) * share for x, y in zip(v, b[k], strict=True)) for k, v in a.items()
    }
    swell = 4 * share * (1 - share)
    for key in [k for k in found if k.endswith(".arc")]:
        at = key.replace(".arc", ".at")
        off = (p + q for p, q in zip(a[key], b[key], strict=True))
        found[at] = tuple(x + swell * o for x, o in zip(found[at], off, strict=True))
    return found


def place(m: Movement, seconds: float) -> tuple[int, int, float]:
    """Which two key poses a moment lies between, and how far along (0 to 1, eased)."""
    t = seconds % m.loop_seconds if m.loop_seconds else 0.0
    clock = m.poses[0].hold_seconds
    if t <= clock or len(m.poses) == 1:
        return 0, 0, 0.0
    count = len(m.poses)
    for i in range(1, count + 1):
        pose = m.poses[i % count]
        if pose.move_seconds and t < clock + pose.move_seconds:
            share = (t - clock) / pose.move_seconds
            return i - 1, i % count, share if m.linear else share * share * (3 - 2 * share)
        clock += pose.move_seconds + (pose.hold_seconds if i < count else 0)
        if t <= clock:
            return i % count, i % count, 0.0
    return 0, 0, 0.0


def at_time(m: Movement, seconds: float) -> Body:
    """The body at a moment of the loop (seconds; wraps round)."""
    i, j, share = place(m, seconds)
    known = keys(m)
    return solve(m, mixed(known[i], known[j], share) if share else known[i])
