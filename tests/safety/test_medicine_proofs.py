"""No medicine past a contraindication, proved for every possible person."""

from dataclasses import replace

import z3

from tools.prove.medicines import PROPERTIES, Screening, verdicts
from unknot.care.facts import check
from unknot.care.medicines import card
from unknot.knowledge.load import load
from unknot.knowledge.medicine_schema import Medicines
from unknot.knowledge.medicines import medicines
from unknot.rules.nodes import And, Fact, Node, Not
from unknot.rules.prove import counterexample

KNOWLEDGE = load()
CONTENT = medicines(KNOWLEDGE)


def test_every_property_is_proved() -> None:
    assert [v for v in verdicts(KNOWLEDGE, CONTENT) if v.failures] == []


def changed(name: str, when: Node) -> Medicines:
    rows = tuple(replace(row, when=when) if row.id == name else row for row in CONTENT.screens)
    return replace(CONTENT, screens=rows)


def test_a_planted_fault_is_found_and_printed_as_a_person() -> None:
    hole = And((Fact("pregnant_20_weeks"), Not(Fact("asthma"))))
    faulty = Screening(KNOWLEDGE, changed("medicine.pregnant-20-weeks", hole))
    only = Screening(
        KNOWLEDGE,
        replace(
            faulty.content,
            screens=tuple(r for r in faulty.content.screens if r.id != "medicine.asthma"),
        ),
    )
    failures = list(PROPERTIES["no anti-inflammatory from 20 weeks of pregnancy"](only))
    assert failures
    assert '"pregnant_20_weeks": true' in failures[0]
    assert '"asthma": true' in failures[0]


def test_a_lost_row_is_found() -> None:
    rows = tuple(r for r in CONTENT.screens if r.id != "medicine.pain-reliever-reaction")
    faulty = Screening(KNOWLEDGE, replace(CONTENT, screens=rows))
    assert list(PROPERTIES["no anti-inflammatory after a bad reaction"](faulty))


def test_the_formulas_say_what_the_engine_says() -> None:
    """A person the proof calls clear is clear for the engine too."""
    table = Screening(KNOWLEDGE, CONTENT)
    person = table.person("p")
    for medicine, country in table.places:
        if medicine.market(country).status != "self-care":
            continue
        model = counterexample(z3.Not(table.may(medicine, country, person)), person.legal)
        assert model is not None
        facts = check(
            {
                name: sorted(value) if isinstance(value, frozenset) else value
                for name, value in person.read(model).items()
            },
            KNOWLEDGE,
        )
        assert card(medicine, facts, CONTENT, country).verdict == "may"
