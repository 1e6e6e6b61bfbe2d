"""The values a key pose may name, how many numbers each takes, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unknot.movement.skeleton import SIDES


class MovementError(ValueError):
    """A movement that cannot be read: says where, what was found and what was expected."""

    def __init__(self, where: str, found: object, expected: str) -> None:
        super().__init__(f"{where}: found {found!r}, expected {expected}")
        self.where, self.found, self.expected = where, found, expected


ROOT = {"at": 3, "yaw": 1, "pitch": 1, "roll": 1, "spin": 1, "knees": 1}
SPINE = {"lumbar": 3, "thorax": 3, "neck": 3, "head": 3, "chin": 1, "belly": 1, "ribs": 1}
LIMB = {
    "scapula": 2,
    "shoulder": 3,
    "elbow": 1,
    "forearm": 1,
    "wrist": 2,
    "hip": 3,
    "knee": 1,
    "ankle": 1,
    "fist": 1,
}
HAND = {"at": 3, "pole": 3, "fingers": 3, "palm": 3, "arc": 3}
FOOT = {"at": 3, "pole": 3, "toe": 3, "up": 3, "arc": 3}
MIRRORED = {"at", "pole", "fingers", "palm", "toe", "up", "arc"}
FRAMES = (
    "world",
    "pelvis",
    "lumbar2",
    "thorax3",
    "c7",
    "head",
    "thigh_left",
    "thigh_right",
    "shank_left",
    "shank_right",
)

REST: dict[str, tuple[float, ...]] = {
    "root.at": (0, 0.527, 0),
    "root.yaw": (0,),
    "root.pitch": (0,),
    "root.roll": (0,),
    "root.spin": (0,),
    **{f"spine.{k}": (0.0,) * n for k, n in SPINE.items()},
    **{f"{s}.{k}": (0.0,) * n for s in SIDES for k, n in LIMB.items()},
    **{f"{s}.shoulder": (10, 6, 0) for s in SIDES},
    **{f"{s}.elbow": (10,) for s in SIDES},
}


def mapping(raw: object, where: str) -> Mapping[str, Any]:
    """The value as a mapping, or an error."""
    if not isinstance(raw, Mapping):
        raise MovementError(where, raw, "a mapping")
    return raw


def only(raw: Mapping[str, Any], allowed: tuple[str, ...] | dict[str, Any], where: str) -> None:
    """Refuse keys nobody reads."""
    for key in raw:
        if key not in allowed:
            raise MovementError(f"{where}.{key}", key, "one of " + ", ".join(allowed))


def number(raw: object, where: str, low: float = -1e6, high: float = 1e6) -> float:
    """A number within bounds, or an error."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not low <= raw <= high:
        bounds = "" if high > 1e5 else f" from {low:g} to {high:g}"
        raise MovementError(where, raw, f"a number{bounds}")
    return float(raw)


def numbers(raw: object, where: str, count: int) -> tuple[float, ...]:
    """Exactly `count` numbers; a single number stands for the first of three."""
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return (float(raw),) + (0.0,) * (count - 1)
    if not isinstance(raw, (list, tuple)) or len(raw) != count:
        raise MovementError(where, raw, f"{count} numbers" if count > 1 else "a number")
    return tuple(number(v, f"{where}[{i}]") for i, v in enumerate(raw))


def words(raw: object, where: str) -> dict[str, str]:
    """A text in both languages."""
    found = mapping(raw, where)
    only(found, ("en", "fr"), where)
    for lang in ("en", "fr"):
        if not isinstance(found.get(lang), str) or not found[lang].strip():
            raise MovementError(f"{where}.{lang}", found.get(lang), "a text")
    return {lang: str(found[lang]).strip() for lang in ("en", "fr")}


def _group(
    raw: object, where: str, fields: dict[str, int], prefix: str
) -> dict[str, tuple[float, ...]]:
    found = mapping(raw, where)
    only(found, fields, where)
    return {f"{prefix}.{k}": numbers(v, f"{where}.{k}", fields[k]) for k, v in found.items()}


def _mirror(key: str, value: tuple[float, ...]) -> tuple[float, ...]:
    return (-value[0], *value[1:]) if key.rsplit(".", 1)[1] in MIRRORED else value


def _side(
    raw: object, where: str, side: str, frames: dict[str, str]
) -> dict[str, tuple[float, ...]]:
    found = dict(mapping(raw, where))
    values: dict[str, tuple[float, ...]] = {}
    for limb, fields in (("hand", HAND), ("foot", FOOT)):
        if limb in found:
            inner = dict(mapping(found.pop(limb), f"{where}.{limb}"))
            frame = inner.pop("in", None)
            if frame is not None:
                if frame not in FRAMES:
                    raise MovementError(f"{where}.{limb}.in", frame, "one of " + ", ".join(FRAMES))
                if frames.setdefault(f"{side}.{limb}", frame) != frame:
                    raise MovementError(f"{where}.{limb}.in", frame, "the same frame in every pose")
            values |= _group(inner, f"{where}.{limb}", fields, f"{side}.{limb}")
    return values | _group(found, where, LIMB, side)


def pose_values(
    raw: Mapping[str, Any], where: str, frames: dict[str, str]
) -> dict[str, tuple[float, ...]]:
    """The joint values of one pose mapping; `both` writes the left and mirrors it."""
    values: dict[str, tuple[float, ...]] = {}
    if "root" in raw:
        values |= _group(raw["root"], f"{where}.root", ROOT, "root")
    if "spine" in raw:
        values |= _group(raw["spine"], f"{where}.spine", SPINE, "spine")
    if "both" in raw:
        values |= _side(raw["both"], f"{where}.both", "left", frames)
        other = _side(raw["both"], f"{where}.both", "right", frames)
        values |= {k: _mirror(k, v) for k, v in other.items()}
    for side in SIDES:
        if side in raw:
            values |= _side(raw[side], f"{where}.{side}", side, frames)
    return values
