"""Every invented person, through the real engine: the decision is the one written down for them."""

from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from unknot.care.ask import next_page
from unknot.care.causes import causes
from unknot.care.facts import Facts, check
from unknot.care.relief import relief
from unknot.care.triage import Triage, triage
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.schema import URGENCIES

KNOWLEDGE = load()
SHORT = frozenset(fact for group in KNOWLEDGE.groups_of("short") for fact in group.facts)
EXPECTED = {
    "urgency",
    "fired",
    "silent",
    "offered",
    "offered_by",
    "withheld",
    "cause_first",
    "next_group",
}


@dataclass(frozen=True)
class Case:
    """One person: what they answered and what must come out. `urgency` may be `any`."""

    id: str
    person: str
    facts: Facts
    expect: dict[str, Any]
    gate_is_short: bool

    def triaged(self) -> Triage:
        """Return the outcome of the gate this person stands before."""
        return triage(self.facts, KNOWLEDGE, "short" if self.gate_is_short else "full")


def read(raw: dict[str, Any]) -> Case:
    """Return one case; base `all-clear` answers every danger question with no."""
    assert raw["base"] in ("all-clear", "none"), raw["id"]
    assert set(raw["expect"]) <= EXPECTED, raw["id"]
    clear = raw["base"] == "all-clear"
    base = dict.fromkeys(KNOWLEDGE.danger_facts, False) if clear else {}
    return Case(
        id=raw["id"],
        person=raw["person"],
        facts=check(base | raw["facts"], KNOWLEDGE),
        expect=raw["expect"],
        gate_is_short=bool(SHORT & raw["facts"].keys()),
    )


def everybody() -> list[Case]:
    """Return the people of every case file."""
    files = sorted((ROOT / "cases").glob("*.yaml"))
    return [read(raw) for file in files for raw in yaml.safe_load(file.read_text("utf-8"))]


CASES = everybody()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_person_gets_the_decision_written_for_them(case: Case) -> None:
    outcome = case.triaged()
    fired = {row.id for row in outcome.fired}
    wanted = case.expect["urgency"]
    assert wanted in ("any", outcome.urgency), f"{case.person}: {sorted(fired)}"
    assert set(case.expect.get("fired", ())) <= fired, case.person
    assert not set(case.expect.get("silent", ())) & fired, case.person


def tagged(key: str) -> list[Any]:
    return [pytest.param(case, id=case.id) for case in CASES if key in case.expect]


@pytest.mark.parametrize("case", tagged("offered"))
def test_relief_that_must_be_offered_is_offered(case: Case) -> None:
    offered = {offer.measure for offer in relief(case.facts, KNOWLEDGE)}
    assert set(case.expect["offered"]) <= offered, case.person


@pytest.mark.parametrize("case", tagged("offered_by"))
def test_relief_is_offered_for_the_reason_written_down(case: Case) -> None:
    rows = {offer.row for offer in relief(case.facts, KNOWLEDGE)}
    assert set(case.expect["offered_by"]) <= rows, case.person


@pytest.mark.parametrize("case", tagged("withheld"))
def test_relief_that_must_be_withheld_is_withheld(case: Case) -> None:
    offered = {offer.measure for offer in relief(case.facts, KNOWLEDGE)}
    assert not set(case.expect["withheld"]) & offered, case.person


@pytest.mark.parametrize("case", tagged("cause_first"))
def test_the_cause_named_first_is_the_one_written_down(case: Case) -> None:
    found = causes(case.facts, KNOWLEDGE)
    assert found[0].id == case.expect["cause_first"], case.person


def test_the_group_asked_next_is_the_one_written_down() -> None:
    wrong = []
    for case in (case for case in CASES if "next_group" in case.expect):
        page = next_page(case.facts, KNOWLEDGE, "triage")
        asked = [group.id for group in page.groups] if page else []
        if case.expect["next_group"] not in asked:
            wrong.append((case.id, asked))
    assert wrong == []


def test_nobody_is_sent_home_who_should_be_seen() -> None:
    """Prints how many cases come out less, and how many more, urgent than written."""
    known = [case for case in CASES if case.expect["urgency"] in URGENCIES]
    steps = [
        (URGENCIES.index(case.triaged().urgency) - URGENCIES.index(case.expect["urgency"]), case.id)
        for case in known
    ]
    under = [name for step, name in steps if step < 0]
    over = [name for step, name in steps if step > 0]
    print(f"{len(known)} people: {len(under)} under-triaged, {len(over)} over-triaged")
    assert under == []


def test_there_are_people_for_every_urgency() -> None:
    counts = {each: sum(case.expect["urgency"] == each for case in CASES) for each in URGENCIES}
    assert len(CASES) >= 90
    assert min(counts.values()) >= 10, counts
