"""The typed shape of one movement: key poses, timing, camera, props, muscles, arrows, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

Words = Mapping[str, str]
Values = Mapping[str, tuple[float, ...]]


class Phase(NamedTuple):
    """A stretch of the loop that leads to, and holds, one key pose (seconds)."""

    name: str
    start_s: float
    end_s: float
    cue_key: str


@dataclass(frozen=True)
class Cue:
    """What the player says for a key pose: one big word and one short sentence, per language."""

    word: Words
    say: Words


@dataclass(frozen=True)
class Camera:
    """Where we look from (degrees) and, when cropped, the lowest and highest height shown (H)."""

    yaw: float
    pitch: float
    crop: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class KeyPose:
    """One key pose: joint values, seconds to reach it, seconds to hold it."""

    id: str
    values: Values
    move_seconds: float
    hold_seconds: float
    cue: Cue


@dataclass(frozen=True)
class Prop:
    """A thing in the picture; numbers in H, meaning by kind (see props.py)."""

    kind: str
    at: tuple[float, ...]
    size: tuple[float, ...]
    turn: float
    layer: str
    tie: tuple[str, ...]


@dataclass(frozen=True)
class Arrow:
    """An arrow or sign at a landmark; shift and along in H on screen, meaning by kind."""

    kind: str
    pose: str
    landmark: str
    shift: tuple[float, float]
    along: tuple[float, float]
    size: float
    radius: float
    through: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rep:
    """The angle that counts a repetition: `angle` at the middle of three joints, `tilt` of a
    line against the vertical, or `gap` between two joints in hundredths of H."""

    kind: str
    joints: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Movement:
    """One exercise's movement. Pure data; see pose.parse for the YAML it comes from.

    Compared by identity, so that what is worked out from it can be cached.
    """

    id: str
    title: Words
    description: Words
    camera: Camera
    poses: tuple[KeyPose, ...]
    props: tuple[Prop, ...]
    muscles: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    rep: Rep
    ground: tuple[str, ...]
    settle: float | None
    frames: Mapping[str, str]
    linear: bool
    ghost: bool
    order: tuple[tuple[str, str], ...]
    eyes_closed: bool
    blades: tuple[str, ...]
    start: str
    end: str
    full: bool = False

    @property
    def loop_seconds(self) -> float:
        """Seconds of one loop: every move and every hold."""
        return sum(p.move_seconds + p.hold_seconds for p in self.poses)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The loop as phases; the first pose appears twice when the loop returns to it."""
        first = self.poses[0]
        clock = first.hold_seconds
        found = [Phase(first.id, 0.0, clock, first.id)]
        for pose in self.poses[1:]:
            start, clock = clock, clock + pose.move_seconds + pose.hold_seconds
            found.append(Phase(pose.id, start, clock, pose.id))
        if first.move_seconds:
            found.append(Phase(first.id, clock, clock + first.move_seconds, first.id))
        return tuple(p for p in found if p.end_s > p.start_s)

    @property
    def cues(self) -> dict[str, Cue]:
        """Cue word and sentence by key pose id."""
        return {pose.id: pose.cue for pose in self.poses}

    def pose(self, pose_id: str) -> KeyPose:
        """The key pose with this id; KeyError names it when there is none."""
        return next((p for p in self.poses if p.id == pose_id), self.poses[0])

    @property
    def last(self) -> KeyPose:
        """The pose shown as the end of the movement."""
        return self.pose(self.end)
