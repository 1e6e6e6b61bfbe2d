"""Tables read from the top: exactly one outcome for everybody, and no row that is never reached."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import z3

from tools.prove.verdict import failures, nobody
from tools.prove.world import World
from unknot.knowledge.followup import FollowUpRow, followup
from unknot.rules.nodes import Node
from unknot.rules.prove import Formula, Person


class Row(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def when(self) -> Node: ...


def one_programme(world: World) -> Iterator[str]:
    """Yield people for whom no programme, no change of it, or no answer is chosen."""
    yield from _nothing_chosen(world, world.training.pattern_rows, "no programme")
    yield from _nothing_chosen(world, world.training.rows, "no change")
    checks = followup(world.knowledge)
    yield from _nothing_chosen(world, checks.rows, "no answer to a check-in")
    yield from _nothing_chosen(world, checks.diary, "no answer to a diary")


def reached(world: World) -> Iterator[str]:
    """Yield rows of first-match tables that an earlier row always hides."""
    training, checks = world.training, followup(world.knowledge)
    tables: tuple[Sequence[Row], ...] = (
        *(training.pattern_rows, training.lights, training.rows),
        *(checks.rows, checks.diary),
    )
    for rows in tables:
        yield from _hidden(world.person(), rows)


def evidence_of_causes(world: World) -> Iterator[str]:
    """Yield evidence that can be true of nobody who hurts where the cause lies."""
    person = world.person()
    regions = person.facts["regions"]
    for cause in world.knowledge.causes:
        here = z3.And(regions.known, z3.Or(*(regions.words[each] for each in cause.regions)))
        for number, each in enumerate((*cause.for_, *cause.against), 1):
            said = person.holds(each.when).true
            yield from nobody(person, z3.And(here, said), f"{cause.id}, evidence {number}")


def therapy_rows(world: World) -> Iterator[str]:
    """Yield rows about physical therapy that are told to nobody at home."""
    person = world.person()
    home = world.at_home(person)
    for row in world.knowledge.therapy:
        yield from nobody(person, z3.And(home, person.holds(row.when).true), row.id)


def _nothing_chosen(world: World, rows: Sequence[Row], about: str) -> Iterator[str]:
    person = world.person()
    some = z3.Or(*(person.holds(row.when).true for row in rows))
    yield from failures(person, some, z3.BoolVal(True), about)


def _hidden(person: Person, rows: Sequence[Row]) -> Iterator[str]:
    earlier: list[Formula] = []
    for row in rows:
        said = _decides(row, person)
        yield from nobody(person, z3.And(said, z3.Not(z3.Or(*earlier))), row.id)
        earlier.append(said)


def _decides(row: Row, person: Person) -> Formula:
    """Return where a row decides when it is reached; a check-in also minds what may be true."""
    truths = person.holds(row.when)
    in_doubt = isinstance(row, FollowUpRow) and row.then != "self-care"
    return z3.Not(truths.false) if in_doubt else truths.true


PROPERTIES: dict[str, Callable[[World], Iterator[str]]] = {
    "programme, adaptation and check-ins: exactly one outcome for everybody": one_programme,
    "programme, lights, adaptation and check-ins: no row that is never reached": reached,
    "causes: no evidence that speaks for nobody": evidence_of_causes,
    "therapy: no row that is told to nobody": therapy_rows,
}
