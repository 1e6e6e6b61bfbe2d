"""The counting angle: told apart at the two ends, continuous, the same every loop."""

import numpy as np
import pytest

from tests.movement.catalogue import IDS, MOVEMENTS
from unknot.movement import reps

MOVING = [i for i in IDS if len(MOVEMENTS[i].poses) > 1]


@pytest.mark.parametrize("name", MOVING)
def test_a_repetition_can_be_seen(name: str) -> None:
    m = MOVEMENTS[name]
    values = [reps.angle(m, float(t)) for t in np.linspace(0, m.loop_seconds, 40)]
    least = 8 if m.rep.kind in ("angle", "tilt") else 1.5
    assert max(values) - min(values) > least


@pytest.mark.parametrize("name", MOVING)
def test_the_angle_repeats_every_loop(name: str) -> None:
    m = MOVEMENTS[name]
    assert reps.angle(m, 0.3) == pytest.approx(reps.angle(m, 0.3 + m.loop_seconds), abs=1e-6)


def test_a_straight_arm_reads_near_180_degrees_and_a_row_bends_it() -> None:
    m = MOVEMENTS["band-row"]
    assert reps.angle(m, 0.0) > 150
    assert reps.angle(m, m.phases[1].end_s) < 110
