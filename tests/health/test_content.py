"""The content as a whole: nothing orphaned, nothing without a case, a source or a control."""

from pathlib import Path

import yaml

from unknot.knowledge.followup import followup
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.training import training
from unknot.rules.nodes import facts_in

KNOWLEDGE = load()
TRAINING = training(KNOWLEDGE)
REPOSITORY = Path(__file__).parents[2]


def cases() -> list[dict[str, object]]:
    files = sorted((ROOT / "cases").glob("*.yaml"))
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def test_every_triage_row_is_met_by_a_case() -> None:
    met: set[str] = set()
    for case in cases():
        expect = case["expect"]
        assert isinstance(expect, dict)
        met |= set(expect.get("fired", []))
    assert [row.id for row in KNOWLEDGE.triage if row.id not in met] == []


def test_every_case_has_an_id_of_its_own_and_a_source() -> None:
    ids = [case["id"] for case in cases()]
    assert len(set(ids)) == len(ids)
    unsourced = [
        case["id"]
        for case in cases()
        if not case["sources"] or not set(case["sources"]) <= KNOWLEDGE.sources.keys()  # type: ignore[call-overload]
    ]
    assert unsourced == []


def test_every_danger_fact_is_used_and_can_be_said_on_the_phone() -> None:
    used = {name for row in KNOWLEDGE.triage for name in facts_in(row.when)}
    used |= {name for each in KNOWLEDGE.derived if each.id in used for name in each.of}
    danger = [KNOWLEDGE.facts[name] for name in KNOWLEDGE.danger_facts]
    assert [fact.id for fact in danger if fact.id not in used] == []
    assert [fact.id for fact in danger if fact.say is None] == []


def test_every_hazard_has_a_control_that_exists() -> None:
    hazards = yaml.safe_load((ROOT / "hazards.yaml").read_text(encoding="utf-8"))
    named = {each["id"] for each in hazards}
    rows = {row.id for row in KNOWLEDGE.triage} | {row.id for row in KNOWLEDGE.relief}
    rows |= {row.id for row in followup(KNOWLEDGE).rows}
    rows |= {row.id for row in TRAINING.rows} | {lock.id for lock in TRAINING.locks}
    assert [each["id"] for each in hazards if not each["controls"]] == []
    controls = {control for each in hazards for control in each["controls"]}
    assert {c for c in controls if "::" not in c} - rows == set()
    tests = [c.split("::") for c in controls if "::" in c]
    named_tests = ((REPOSITORY / file, name) for file, name in tests)
    assert [n for f, n in named_tests if f"def {n}(" not in f.read_text(encoding="utf-8")] == []
    used = {hazard for row in KNOWLEDGE.triage for hazard in row.grounds.hazards}
    used |= {hazard for row in KNOWLEDGE.relief for hazard in row.grounds.hazards}
    assert used - named == set()


def test_every_source_is_used() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for path in ROOT.rglob("*")
        if path.suffix in (".yaml", ".md") and "sources" not in path.parts
    )
    assert [name for name in KNOWLEDGE.sources if name not in text] == []
