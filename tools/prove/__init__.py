"""Proves the safety of the real tables for every possible person, or prints one."""

from collections.abc import Callable, Iterator
from functools import partial

from tools.prove import exercises, gate, relief, tables
from tools.prove.verdict import Verdict
from tools.prove.world import World
from unknot.care.triage import Gate
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.schema import Knowledge

Proof = Callable[[], Iterator[str]]
GATES: tuple[Gate, ...] = ("full", "short")
ROOMS = {"relief": relief, "exercises": exercises, "tables": tables}


def proofs(knowledge: Knowledge, training: Training) -> dict[str, Proof]:
    """Return every property of every table, each with what looks for people it fails for."""
    found: dict[str, Proof] = {}
    for name in GATES:
        table = gate.Table(knowledge, name)
        found |= {f"{name} gate: {k}": partial(v, table) for k, v in gate.PROPERTIES.items()}
    world = World(knowledge, training)
    for room, module in ROOMS.items():
        found |= {f"{room}: {k}": partial(v, world) for k, v in module.PROPERTIES.items()}
    return found


def verdicts(knowledge: Knowledge, training: Training) -> Iterator[Verdict]:
    """Yield what came of each property."""
    for name, proof in proofs(knowledge, training).items():
        yield Verdict(name, tuple(proof()))
