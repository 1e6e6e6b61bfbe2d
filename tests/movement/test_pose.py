"""A movement is read exactly, or refused with the place, what was found and what was expected."""

from copy import deepcopy
from typing import Any

import pytest

from unknot.movement.pose import MovementError, parse

WORDS = {"en": "Up", "fr": "Haut"}
CUE = {"word": WORDS, "say": WORDS}
NOD: dict[str, Any] = {
    "id": "nod",
    "title": WORDS,
    "description": WORDS,
    "camera": {"yaw": -80, "pitch": 6},
    "poses": [
        {"id": "up", "move_seconds": 1, "hold_seconds": 2, "cue": CUE},
        {
            "id": "down",
            "move_seconds": 1.5,
            "hold_seconds": 0.5,
            "cue": CUE,
            "spine": {"neck": 20},
            "both": {"shoulder": [90, 20, 0]},
        },
    ],
    "rep": {"tilt": ["c7", "crown"]},
}


def changed(path: str, value: object) -> dict[str, Any]:
    """A copy of the movement with one value changed; `None` takes the key away."""
    copy = deepcopy(NOD)
    spot: Any = copy
    *way, last = (int(k) if k.isdigit() else k for k in path.split("/"))
    for key in way:
        spot = spot[key]
    if value is None:
        del spot[last]
    else:
        spot[last] = value
    return copy


def test_a_movement_is_read() -> None:
    m = parse(NOD, "nod.yaml")
    assert m.loop_seconds == 5
    assert m.poses[1].values["spine.neck"] == (20, 0, 0)
    assert m.end == "down"
    assert m.cues["up"].word["fr"] == "Haut"


def test_phases_cover_the_loop_and_name_their_cue() -> None:
    m = parse(NOD, "nod.yaml")
    assert list(m.phases) == [("up", 0, 2, "up"), ("down", 2, 4, "down"), ("up", 4, 5, "up")]


def test_both_sides_mirror_places_and_keep_angles() -> None:
    raw = changed("poses/1/both", {"elbow": 30, "hand": {"at": [0.2, 0.5, 0.1]}})
    values = parse(raw, "nod").poses[1].values
    assert values["left.hand.at"] == (0.2, 0.5, 0.1)
    assert values["right.hand.at"] == (-0.2, 0.5, 0.1)
    assert values["left.elbow"] == values["right.elbow"] == (30,)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("rep", None, "nod.yaml.rep: found None, expected a value: the key is missing"),
        ("poses/1/spine/neck", "far", "poses[1].spine.neck: found 'far', expected 3 numbers"),
        ("poses/1/spine/neck", [1, 2], "poses[1].spine.neck: found [1, 2], expected 3 numbers"),
        ("poses/1/spine/tail", 3, "poses[1].spine.tail: found 'tail', expected one of lumbar"),
        ("poses/1/id", "up", "poses[1].id: found 'up', expected a new id"),
        ("poses/0/hold_seconds", -1, "hold_seconds: found -1, expected a number from 0 to 60"),
        ("poses/0/cue/word", {"en": "Up"}, "cue.word.fr: found None, expected a text"),
        ("camera/pitch", 120, "camera.pitch: found 120, expected a number from -90 to 90"),
        ("muscles", ["tongue"], "muscles[0]: found 'tongue', expected one of back-extensors"),
        ("props", [{"kind": "horse"}], "props[0].kind: found 'horse', expected one of mat"),
        ("rep", {"angle": ["c7"]}, "rep.angle: found ['c7'], expected 3 joint names"),
        ("rep", {"tilt": ["c7", "tail"]}, "rep.tilt: found 'tail', expected one of"),
        ("arrows", [{"kind": "path", "pose": "x"}], "arrows[0].pose: found 'x', expected one of"),
        ("colour", 1, "nod.yaml.colour: found 'colour', expected one of id"),
        ("end", "sideways", "nod.yaml.end: found 'sideways', expected one of up, down"),
    ],
)
def test_a_mistake_is_named(path: str, value: object, says: str) -> None:
    with pytest.raises(MovementError) as caught:
        parse(changed(path, value), "nod.yaml")
    assert says in str(caught.value)


def test_a_limb_has_one_frame_through_the_whole_movement() -> None:
    raw = changed("poses/0/left", {"hand": {"in": "head", "at": [0, 0, 0]}})
    raw["poses"][1]["left"] = {"hand": {"in": "pelvis", "at": [0, 0, 0]}}
    with pytest.raises(MovementError, match="the same frame in every pose"):
        parse(raw, "nod.yaml")
