"""Invented people through twelve weeks: no promise broken, and a planted fault is noticed."""

import json
from pathlib import Path

import pytest

from unknot.care import barrier
from unknot.cli import main
from unknot.knowledge.load import load
from unknot.people import TEMPERAMENTS, simulate

KNOWLEDGE = load()


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_no_promise_is_broken(temperament: str) -> None:
    first = TEMPERAMENTS.index(temperament)
    several = [simulate(seed, KNOWLEDGE) for seed in range(first, first + 7 * 12, 7)]
    assert {each.temperament for each in several} == {temperament}
    assert [(each.seed, each.broken) for each in several if each.broken] == []
    assert sum(each.sessions for each in several) > 12


def test_the_same_seed_is_the_same_person() -> None:
    one, other = simulate(41, KNOWLEDGE), simulate(41, KNOWLEDGE)
    assert one == other


def test_a_door_left_open_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(barrier, "evaluate", lambda *_: False)
    broken = [what for seed in range(14) for what in simulate(seed, KNOWLEDGE).broken]
    assert any("past its avoid_if" in each for each in broken)
    assert any("past a lock" in each for each in broken)


def test_a_dose_that_jumps_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from unknot.care import plan
    from unknot.care.session import Line
    from unknot.knowledge.exercise_schema import StepRow

    def twice(line: Line, row: StepRow) -> Line:
        return line.with_dose(row.variable, line.dose(row.variable) + 9 * row.by)

    monkeypatch.setattr(plan, "_raised", twice)
    broken = [what for seed in range(21) for what in simulate(seed, KNOWLEDGE).broken]
    assert any("more than one step" in each or "bounds" in each for each in broken)


def test_the_command_writes_a_summary_and_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "--people", "14", "--jobs", "1", "--out", str(tmp_path)]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["people"] == 14
    assert summary["broken_invariants"] == 0
    assert summary == {
        **json.loads((tmp_path / "summary.json").read_text()),
        "folder": str(tmp_path),
    }
    for name in ("phases", "changes"):
        assert "<svg" in (tmp_path / f"{name}.svg").read_text()


def test_nobody_is_refused_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--people", "0"]) == 2
    assert "expected 1 or more" in capsys.readouterr().err
