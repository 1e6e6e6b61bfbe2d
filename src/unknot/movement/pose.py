"""Read a movement mapping into a Movement, with errors that name the place, found and expected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unknot.movement import muscles as muscle_names
from unknot.movement.body import PARTS
from unknot.movement.fields import (
    REST,
    MovementError,
    mapping,
    number,
    numbers,
    only,
    pose_values,
    words,
)
from unknot.movement.model import Arrow, Camera, Cue, KeyPose, Movement, Prop, Rep
from unknot.movement.solve import LANDMARKS

__all__ = ["Movement", "MovementError", "parse"]

LANDMARK_NAMES = tuple(LANDMARKS)
KEYS = (
    "id",
    "title",
    "description",
    "camera",
    "base",
    "poses",
    "props",
    "muscles",
    "arrows",
    "rep",
    "ground",
    "settle",
    "ease",
    "ghost",
    "order",
    "eyes",
    "blades",
    "start",
    "end",
    "sources",
    "review",
)
POSE_KEYS = (
    "id",
    "cue",
    "move_seconds",
    "hold_seconds",
    "root",
    "spine",
    "both",
    "left",
    "right",
    "like",
)
PROP_KINDS = (
    "mat",
    "chair",
    "wall",
    "doorway",
    "pillow",
    "roller",
    "ball",
    "band",
    "towel",
    "stick",
    "bottle",
    "bag",
    "cloth",
    "table",
    "box",
)
ARROW_KINDS = (
    "path",
    "straight",
    "around",
    "arc",
    "forward",
    "swell",
    "press",
    "breath-out",
    "breath-in",
    "pause",
    "strain",
    "compass",
    "dots",
    "trail",
)
BLADES = {"none": (), "both": ("left", "right"), "left": ("left",), "right": ("right",)}
REP_KINDS = {"angle": 3, "tilt": 2, "gap": 2}


def parse(raw: Mapping[str, Any], where: str) -> Movement:
    """A Movement from its mapping. Raises MovementError; `where` starts every message."""
    found = mapping(raw, where)
    only(found, KEYS, where)
    for key in ("id", "title", "description", "camera", "poses", "rep"):
        if key not in found:
            raise MovementError(f"{where}.{key}", None, "a value: the key is missing")
    frames: dict[str, str] = {}
    poses = _poses(found, where, frames)
    ids = [p.id for p in poses]
    return Movement(
        id=str(found["id"]),
        title=words(found["title"], f"{where}.title"),
        description=words(found["description"], f"{where}.description"),
        camera=_camera(found["camera"], f"{where}.camera"),
        poses=poses,
        props=tuple(_prop(p, f"{where}.props[{i}]") for i, p in _items(found, "props", where)),
        muscles=_muscles(found, where),
        arrows=tuple(
            _arrow(a, f"{where}.arrows[{i}]", ids) for i, a in _items(found, "arrows", where)
        ),
        rep=_rep(found["rep"], f"{where}.rep"),
        ground=tuple(
            _choice(p, tuple(PARTS), f"{where}.ground[{i}]")
            for i, p in _items(found, "ground", where)
        ),
        settle=number(found["settle"], f"{where}.settle", 0.1, 0.34) if "settle" in found else None,
        frames=frames,
        linear=_choice(found.get("ease", "smooth"), ("smooth", "linear"), f"{where}.ease")
        == "linear",
        ghost=bool(found.get("ghost", True)),
        order=tuple((str(p[0]), str(p[1])) for _, p in _items(found, "order", where)),
        eyes_closed=_choice(found.get("eyes", "open"), ("open", "closed"), f"{where}.eyes")
        == "closed",
        blades=BLADES[_choice(found.get("blades", "none"), tuple(BLADES), f"{where}.blades")],
        start=_choice(found.get("start", ids[0]), ids, f"{where}.start"),
        end=_choice(found.get("end", ids[min(1, len(ids) - 1)]), ids, f"{where}.end"),
    )


def _items(found: Mapping[str, Any], key: str, where: str) -> list[tuple[int, Any]]:
    raw = found.get(key, [])
    if not isinstance(raw, (list, tuple)):
        raise MovementError(f"{where}.{key}", raw, "a list")
    return list(enumerate(raw))


def _choice(raw: object, allowed: list[str] | tuple[str, ...], where: str) -> str:
    if raw not in allowed:
        raise MovementError(where, raw, "one of " + ", ".join(allowed))
    return str(raw)


def _poses(found: Mapping[str, Any], where: str, frames: dict[str, str]) -> tuple[KeyPose, ...]:
    base = REST | pose_values(
        mapping(found.get("base", {}), f"{where}.base"), f"{where}.base", frames
    )
    items = _items(found, "poses", where)
    if not items:
        raise MovementError(f"{where}.poses", [], "at least one pose")
    done: dict[str, KeyPose] = {}
    for i, raw in items:
        here = f"{where}.poses[{i}]"
        pose = mapping(raw, here)
        only(pose, POSE_KEYS, here)
        pose_id = pose.get("id")
        if not isinstance(pose_id, str) or pose_id in done:
            raise MovementError(f"{here}.id", pose_id, "a new id")
        start = dict(base)
        if "like" in pose:
            start = dict(done[_choice(pose["like"], list(done), f"{here}.like")].values)
        values = start | pose_values(pose, here, frames)
        done[pose_id] = KeyPose(
            pose_id,
            values,
            number(pose.get("move_seconds", 0), f"{here}.move_seconds", 0, 30),
            number(pose.get("hold_seconds", 0), f"{here}.hold_seconds", 0, 60),
            _cue(pose.get("cue"), f"{here}.cue"),
        )
    return tuple(done.values())


def _cue(raw: object, where: str) -> Cue:
    found = mapping(raw, where)
    only(found, ("word", "say"), where)
    return Cue(words(found.get("word"), f"{where}.word"), words(found.get("say"), f"{where}.say"))


def _camera(raw: object, where: str) -> Camera:
    found = mapping(raw, where)
    only(found, ("yaw", "pitch", "crop"), where)
    crop = None
    if "crop" in found:
        a, b, c, d = numbers(found["crop"], f"{where}.crop", 4)
        crop = (a, b, c, d)
    return Camera(
        number(found.get("yaw"), f"{where}.yaw", -360, 360),
        number(found.get("pitch"), f"{where}.pitch", -90, 90),
        crop,
    )


def _prop(raw: object, where: str) -> Prop:
    found = mapping(raw, where)
    only(found, ("kind", "at", "size", "turn", "layer", "tie"), where)
    kind = _choice(found.get("kind"), PROP_KINDS, f"{where}.kind")
    size = found.get("size", [])
    return Prop(
        kind,
        numbers(found.get("at", [0, 0, 0]), f"{where}.at", 3),
        numbers(size, f"{where}.size", len(size)) if isinstance(size, (list, tuple)) else (),
        number(found.get("turn", 0), f"{where}.turn", -360, 360),
        _choice(found.get("layer", "auto"), ("auto", "behind", "front"), f"{where}.layer"),
        tuple(_choice(j, LANDMARK_NAMES, f"{where}.tie") for j in found.get("tie", [])),
    )


def _arrow(raw: object, where: str, poses: list[str]) -> Arrow:
    found = mapping(raw, where)
    known = ("kind", "pose", "landmark", "shift", "along", "size", "radius", "through")
    only(found, known, where)
    shift = numbers(found.get("shift", [0, 0]), f"{where}.shift", 2)
    along = numbers(found.get("along", [0, 0]), f"{where}.along", 2)
    return Arrow(
        _choice(found.get("kind"), ARROW_KINDS, f"{where}.kind"),
        _choice(found.get("pose"), poses, f"{where}.pose"),
        _choice(found.get("landmark"), LANDMARK_NAMES, f"{where}.landmark"),
        (shift[0], shift[1]),
        (along[0], along[1]),
        number(found.get("size", 1), f"{where}.size", 0, 3),
        number(found.get("radius", 0.215), f"{where}.radius", 0, 1),
        tuple(
            _choice(n, LANDMARK_NAMES, f"{where}.through[{i}]")
            for i, n in _items(found, "through", where)
        ),
    )


def _muscles(found: Mapping[str, Any], where: str) -> tuple[str, ...]:
    return tuple(
        _choice(name, list(muscle_names.MUSCLES), f"{where}.muscles[{i}]")
        for i, name in _items(found, "muscles", where)
    )


def _rep(raw: object, where: str) -> Rep:
    found = mapping(raw, where)
    only(found, REP_KINDS, where)
    if len(found) != 1:
        raise MovementError(where, dict(found), "one of angle, tilt, gap")
    kind, joints = next(iter(found.items()))
    if not isinstance(joints, (list, tuple)) or len(joints) != REP_KINDS[kind]:
        raise MovementError(f"{where}.{kind}", joints, f"{REP_KINDS[kind]} joint names")
    places = (_choice(j, LANDMARK_NAMES, f"{where}.{kind}") for j in joints)
    return Rep(str(kind), tuple(places))
