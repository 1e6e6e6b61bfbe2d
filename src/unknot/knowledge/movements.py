"""Reads the movements: how the body moves in each exercise and resting position."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import cast

from unknot.knowledge.load import ROOT
from unknot.knowledge.read import ContentError, as_entry, as_plain, read_file
from unknot.movement.pose import Movement, MovementError, parse


@cache
def load_movements() -> dict[str, Movement]:
    """Return every movement by id. Raises ContentError with every problem found."""
    return read_movements(sorted((ROOT / "movements").glob("*.yaml")))


def read_movements(paths: Iterable[Path]) -> dict[str, Movement]:
    """Return the movements of these files; the file's name is the movement's id."""
    movements: dict[str, Movement] = {}
    problems: list[str] = []
    for path in paths:
        try:
            movements[path.stem] = _read(path)
        except (ContentError, MovementError) as error:
            problems.append(str(error))
    if problems:
        raise ContentError("\n".join(problems))
    return movements


def _read(path: Path) -> Movement:
    shown = f"movements/{path.name}"
    node = read_file(path, path.parents[1])
    as_entry(node, shown)
    movement = parse(cast(dict[str, object], as_plain(node)), shown)
    if movement.id != path.stem:
        raise ContentError(f"{shown}:1: found id {movement.id!r}; write {path.stem!r}, as the file")
    return movement
