"""Proves the safety of the real tables for every possible person, or prints one."""

from collections.abc import Callable, Iterator
from functools import partial

from tools.prove import exercises, gate, medicines, relief, tables
from tools.prove.verdict import Verdict
from tools.prove.world import World
from unknot.care.triage import Gate
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.medicine_schema import Medicines
from unknot.knowledge.schema import Knowledge

Proof = Callable[[], Iterator[str]]
GATES: tuple[Gate, ...] = ("full", "short")
ROOMS = {"relief": relief, "exercises": exercises, "tables": tables}


def proofs(knowledge: Knowledge, training: Training, screen: Medicines) -> dict[str, Proof]:
    """Return every property of every table, each with what looks for people it fails for."""
    found: dict[str, Proof] = {}
    for name in GATES:
        table = gate.Table(knowledge, name)
        found |= {f"{name} gate: {k}": partial(v, table) for k, v in gate.PROPERTIES.items()}
    world = World(knowledge, training)
    for room, module in ROOMS.items():
        found |= {f"{room}: {k}": partial(v, world) for k, v in module.PROPERTIES.items()}
    cards = medicines.Screening(knowledge, screen)
    found |= {f"medicines: {k}": partial(v, cards) for k, v in medicines.PROPERTIES.items()}
    return found


def verdicts(knowledge: Knowledge, training: Training, screen: Medicines) -> Iterator[Verdict]:
    """Yield what came of each property."""
    for name, proof in proofs(knowledge, training, screen).items():
        yield Verdict(name, tuple(proof()))
