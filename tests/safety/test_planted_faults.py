"""A fault planted in a copy of the tables is found, and printed as a person one can picture."""

from itertools import islice

import pytest

from tests.safety import planted_medicines
from tests.safety.planted import worlds
from tools.prove import ROOMS, gate, medicines

PLANTED = worlds()
PROPERTIES = {"gate": gate.PROPERTIES} | {room: each.PROPERTIES for room, each in ROOMS.items()}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_printed_as_a_person(fault: str) -> None:
    room, _, name = fault.partition(": ")
    prove = PROPERTIES[room][name]
    found = list(islice(prove(PLANTED[fault]()), 1))
    assert found
    assert all("a person with {" in each or "nobody" in each for each in found), found[0]


@pytest.mark.parametrize("name", planted_medicines.PLANTED)
def test_a_planted_fault_in_the_screen_of_medicines_is_found(name: str) -> None:
    found = list(islice(medicines.PROPERTIES[name](planted_medicines.PLANTED[name]()), 1))
    assert found
    assert all("a person with {" in each or "nobody" in each for each in found), found[0]


def test_every_property_has_a_planted_fault() -> None:
    every = {f"{room}: {name}" for room, each in PROPERTIES.items() for name in each}
    assert every == PLANTED.keys()
    assert medicines.PROPERTIES.keys() == planted_medicines.PLANTED.keys()
