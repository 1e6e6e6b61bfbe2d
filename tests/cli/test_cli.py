"""The command line as a stranger uses it: a process, files, exit codes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from unknot.knowledge.load import load

NOW = "2026-11-21T03:00:00+00:00"
CLEAR: dict[str, Any] = {
    **{name: False for name in load().danger_facts if load().facts[name].type == "bool"},
    "regions": ["upper_back"],
    "age_years": 41,
    "pregnant": False,
    "onset_trigger": "long_position",
    "days_since_onset": 1,
    "pain_0_10": 5,
    "had_before": "first_time",
}


def unknot(*arguments: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "unknot.cli", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def assess(facts: dict[str, Any], *more: str) -> dict[str, Any]:
    done = unknot("assess", "-", "--now", NOW, *more, given=json.dumps(facts))
    assert done.returncode == 0, done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    return record


def test_facts_lists_every_fact_with_what_it_takes() -> None:
    listed = json.loads(unknot("facts").stdout)
    assert listed.keys() == load().facts.keys()
    assert listed["pain_0_10"]["expected"] == "a whole number from 0 to 10, or null"


def test_an_ordinary_spasm_may_be_handled_at_home() -> None:
    record = assess(CLEAR)
    assert record["urgency"] == "self-care"
    assert record["complete"] is True
    assert record["relief"]
    assert record["causes"]
    assert record["versions"]["content"] == load().content_hash


def test_one_hard_sign_is_an_emergency_with_reason_and_source() -> None:
    record = assess({**CLEAR, "bladder_or_bowel_control_lost": True})
    assert record["urgency"] == "emergency"
    assert record["relief"] == []
    assert record["fired"][0]["sources"]
    assert record["fired"][0]["because"]


def test_nothing_answered_is_never_self_care_and_asks_for_danger_first() -> None:
    record = assess({})
    assert record["urgency"] != "self-care"
    assert record["complete"] is False
    danger = {group.id for group in load().groups_of("danger")}
    assert {group["id"] for group in record["next"]["groups"]} <= danger


def test_null_is_missing() -> None:
    assert assess(dict.fromkeys(CLEAR)) == assess({})


def test_ask_says_what_is_next_and_nothing_when_nothing_matters() -> None:
    done = unknot("ask", "-", "--language", "fr", given="{}")
    assert json.loads(done.stdout)["next"]["groups"][0]["facts"]
    done = unknot("ask", "-", given=json.dumps({"bladder_or_bowel_control_lost": True}))
    assert json.loads(done.stdout) == {"next": None}


def test_the_languages_give_one_decision() -> None:
    en, fr = assess(CLEAR), assess(CLEAR, "--language", "fr")
    assert [each["measure"] for each in en["relief"]] == [each["measure"] for each in fr["relief"]]
    assert en["relief"][0]["title"] != fr["relief"][0]["title"]


@pytest.mark.parametrize("command", ["ask", "assess", "plan"])
@pytest.mark.parametrize(
    ("given", "names"),
    [
        ('{"pain_0_10": 11}', ["pain_0_10", "found", "11", "from 0 to 10"]),
        ('{"pain_0_10": "much"}', ["pain_0_10", "'much'"]),
        ('{"pian_0_10": 1}', ["pian_0_10", "did you mean pain_0_10"]),
        ('{"pain_0_10": 1', ["-:1:", "broken JSON"]),
        ('{"pain_0_10": 1, "pain_0_10": 2}', ["pain_0_10", "twice"]),
        ("[1]", ["a map of fact ids"]),
        ("[" * 100_000, ["nested too deeply"]),
    ],
)
def test_bad_facts_are_refused_by_name(command: str, given: str, names: list[str]) -> None:
    done = unknot(command, "-", given=given)
    assert done.returncode == 2
    assert done.stdout == ""
    for name in names:
        assert name in done.stderr


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    done = unknot("assess", str(tmp_path / "none.json"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "none.json" in done.stderr


def test_a_record_replays_to_the_same_outcome(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(json.dumps(assess({**CLEAR, "fever": None})), encoding="utf-8")
    done = unknot("replay", str(record))
    assert done.returncode == 0
    assert json.loads(done.stdout)["same"] is True


def test_a_record_that_was_changed_does_not_replay(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(json.dumps({**assess(CLEAR), "urgency": "emergency"}), encoding="utf-8")
    done = unknot("replay", str(record))
    assert done.returncode == 1
    assert json.loads(done.stdout)["same"] is False


@pytest.mark.parametrize("given", ["{}", "[]", '{"facts": {}, "urgency": "x", "fired": []}'])
def test_what_is_no_record_is_refused(given: str) -> None:
    done = unknot("replay", "-", given=given)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_plan_follows_a_clear_gate_only() -> None:
    assert json.loads(unknot("plan", "-", given="{}").stdout)["plan"] is None
    done = unknot("plan", "-", "--now", NOW, given=json.dumps(CLEAR))
    assert json.loads(done.stdout)["plan"]["version"] == 1


def test_the_content_checks() -> None:
    assert json.loads(unknot("check").stdout)["content"] == load().content_hash
