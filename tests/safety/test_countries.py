"""Whom to call: every country that can be chosen has a number, a name and a source."""

from typing import Any

import pytest
import yaml

from unknot.knowledge.load import ROOT, load

KNOWLEDGE = load()
COUNTRIES = yaml.safe_load((ROOT / "countries.yaml").read_text(encoding="utf-8"))


def test_every_country_that_can_be_chosen_is_there_once() -> None:
    chosen = [option.id for option in KNOWLEDGE.facts["country"].options]
    assert sorted(each["id"] for each in COUNTRIES) == sorted(chosen)


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda each: each["id"])
def test_each_number_can_be_dialled_and_has_a_source(country: dict[str, Any]) -> None:
    assert country["call"]
    for line in ("call", "also", "text", "soon", "poison", "crisis", "abuse"):
        assert set(country[line]) <= set("0123456789 -"), line
    assert set(country["sources"]) <= KNOWLEDGE.sources.keys()
    assert country["text_note"].keys() == {"en", "fr"}


def test_a_text_straight_to_911_is_not_offered_in_canada() -> None:
    """The centre opens the exchange after a call; a text sent first reaches nobody."""
    [canada] = [each for each in COUNTRIES if each["id"] == "CA"]
    assert canada["text"] == ""
