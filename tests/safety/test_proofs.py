"""The safety of the real triage table, proved for every possible person."""

from dataclasses import replace

import pytest

from tools.prove import PROPERTIES, Table, verdicts
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import And, Fact, Literal, Node, Not, Or


def test_every_property_is_proved() -> None:
    assert [v for v in verdicts(load()) if v.failures] == []


def faulty(knowledge: Knowledge, fault: str) -> Knowledge:
    """Return the knowledge with one planted fault."""
    table = Table(knowledge, "full")
    stop = table.hard_stops[0]
    alone = {row.when for row in table.rows}
    other = next(sign for sign in table.signs if Fact(sign) not in alone)
    faults: dict[str, Node] = {
        "a hard stop that another sign switches off": And((stop.when, Not(Fact(other)))),
        "a row that holds for nobody": And((stop.when, Not(stop.when), Literal(True))),
        "a row that holds for everybody": Or((stop.when, Literal(True))),
    }
    when = faults[fault]
    rows = tuple(replace(r, when=when) if r.id == stop.id else r for r in knowledge.triage)
    return replace(knowledge, triage=rows)


@pytest.mark.parametrize(
    ("fault", "property_"),
    [
        (
            "a hard stop that another sign switches off",
            "one more danger sign never lowers the urgency",
        ),
        ("a row that holds for nobody", "no row that holds for nobody"),
        ("a row that holds for everybody", "somebody reaches self-care"),
    ],
)
def test_a_planted_fault_is_found_and_printed_as_a_person(fault: str, property_: str) -> None:
    table = Table(faulty(load(), fault), "full")
    failures = list(PROPERTIES[property_](table))
    assert failures
    if "danger sign" in property_:
        assert "a person with {" in failures[0]
