"""Every invented person of the medicines, through the real engine."""

from datetime import datetime, timedelta

import pytest

from tests.care.medicine_people import (
    KNOWLEDGE,
    PLAIN,
    Keeper,
    Person,
    differences,
    keepers,
    log_differences,
    people,
)
from unknot.care.facts import check
from unknot.care.medicine_doses import Dose
from unknot.care.medicine_log import taken_lately
from unknot.care.medicines import card, next_page, screen, without_old
from unknot.knowledge.medicines import medicines

CONTENT = medicines(KNOWLEDGE)
PEOPLE, KEEPERS = people(), keepers()
NOW = datetime(2026, 11, 21, 12)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda each: each.id)
def test_the_person_gets_the_cards_written_for_them(person: Person) -> None:
    assert differences(person, CONTENT) == [], person.person


@pytest.mark.parametrize("keeper", KEEPERS, ids=lambda each: each.id)
def test_the_log_says_what_is_written_for_them(keeper: Keeper) -> None:
    assert log_differences(keeper, CONTENT) == [], keeper.person


def test_there_are_enough_people_each_with_an_id() -> None:
    ids = [each.id for each in PEOPLE] + [each.id for each in KEEPERS]
    assert len(set(ids)) == len(ids) >= 60


def test_every_contraindication_is_met_by_somebody() -> None:
    met = {
        row for each in PEOPLE for rows in each.expect.get("because", {}).values() for row in rows
    }
    assert [row.id for row in CONTENT.screens if row.id not in met] == []


def test_questions_are_put_before_a_card_and_none_twice() -> None:
    facts = check(
        dict.fromkeys(KNOWLEDGE.danger_facts, False) | {"regions": ["upper_back"]}, KNOWLEDGE
    )
    asked: list[str] = []
    while page := next_page(facts, KNOWLEDGE, CONTENT):
        asked.append(page.id)
        facts |= {
            name: PLAIN.get(name, 4) if KNOWLEDGE.facts[name].type == "int" else False
            for group in page.groups
            for name in group.facts
            if KNOWLEDGE.facts[name].type in ("bool", "int")
        }
    assert asked == ["story-1", "story-history", "story-medicines", "medicines-1", "medicines-2"]
    cards = screen(facts, KNOWLEDGE, CONTENT, "GB")
    assert all(each.unknown == () for each in cards)
    assert [each.medicine for each in cards][:2] == ["diclofenac-gel", "ibuprofen-gel"]


def test_two_names_of_one_medicine_are_one_ingredient() -> None:
    ingredients = {each.id: each.ingredient for each in CONTENT.medicines.values()}
    assert ingredients["ketoprofen"] == ingredients["ketoprofen-gel"]
    words = CONTENT.medicines["ketoprofen"].what
    assert "Ketonal" in words.en
    assert "Fleksen" in words.fr


def test_no_dose_of_a_relaxant_or_of_what_needs_a_prescription() -> None:
    for medicine in CONTENT.medicines.values():
        for market in (*medicine.markets.values(), medicine.strictest):
            if medicine.family in ("relaxant", "opioid") or market.status != "self-care":
                assert market.ceiling is None, (medicine.id, market.country)


def test_a_relaxant_always_says_drowsy_and_no_driving() -> None:
    family = CONTENT.families["relaxant"]
    assert "drive" in " ".join(each.en for each in family.always)
    assert "conduisez" in " ".join(each.fr for each in family.always)
    clear = next(each for each in PEOPLE if each.id == "med-clear-us").facts
    assert card(CONTENT.medicines["tizanidine"], clear, CONTENT, "US").verdict == "ask-pharmacist"


def test_answers_about_today_are_asked_again_after_a_day() -> None:
    clear = next(each for each in PEOPLE if each.id == "med-clear-gb").facts
    put = frozenset({"medicine-now", "medicine-lately", "medicine-history", "story-medicines"})
    facts = {**clear, "asked_groups": put}
    for hours, old in ((23.5, False), (24.5, True)):
        when = NOW - timedelta(hours=hours)
        after = without_old(facts, KNOWLEDGE, CONTENT, when, NOW)
        assert ("dehydrated" not in after) is old
        assert ("takes_cold_remedy" not in after) is old
        assert "asthma" in after
        left = put - {"medicine-now", "medicine-lately", "story-medicines"} if old else put
        assert after["asked_groups"] == left


def test_the_log_closes_another_medicine_of_the_same_effect() -> None:
    clear = next(each for each in PEOPLE if each.id == "med-clear-gb").facts

    def verdicts(*lately: str) -> dict[str, str]:
        cards = screen(clear, KNOWLEDGE, CONTENT, "GB", frozenset(lately))
        return {each.medicine: each.verdict for each in cards}

    after = verdicts("ibuprofen")
    assert (after["ibuprofen"], after["ibuprofen-gel"], after["paracetamol"]) == ("may",) * 3
    assert (after["aspirin"], after["diclofenac-gel"]) == ("do-not", "do-not")
    assert after["tizanidine"] == "ask-pharmacist"
    assert verdicts("codeine")["tizanidine"] == "do-not"
    assert verdicts("warming-cream")["ibuprofen"] == "do-not"


def test_a_dose_counts_for_a_day() -> None:
    for hours, there in ((23.5, True), (24.5, False)):
        dose = Dose("nurofen-plus", 1, NOW - timedelta(hours=hours))
        assert (taken_lately([dose], CONTENT, NOW) == {"ibuprofen", "codeine"}) is there
