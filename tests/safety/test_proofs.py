"""The safety of the real tables, proved for every possible person.

The screen of medicines is proved in `test_medicine_proofs`.
"""

import pytest

from tools.prove import proofs
from unknot.knowledge.load import load
from unknot.knowledge.medicines import medicines
from unknot.knowledge.training import training

PROOFS = proofs(load(), training(load()), medicines(load()))


@pytest.mark.parametrize("name", [each for each in PROOFS if not each.startswith("medicines")])
def test_every_property_is_proved(name: str) -> None:
    assert list(PROOFS[name]()) == []
