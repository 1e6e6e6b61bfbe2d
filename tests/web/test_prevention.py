"""Prevention: cards made of sourced claims, a calendar file a real parser reads."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.knowledge.prevention import prevention

PAGE = prevention(load())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_card_says_its_claims_with_sources(client: Client, language: str) -> None:
    html = client.get(f"/{language}/prevention/").content.decode().replace("&#x27;", "'")
    for card in PAGE.cards:
        assert f'id="{card.id}"' in html
        for name in card.claims:
            assert claims(load()).claims[name].says.in_(language) in html
            assert claims(load()).claims[name].grounds.sources


@pytest.mark.parametrize(
    "row",
    ["A10", "A29", "A30", "A31", "A32", "A33", "D05", "D06", "D13", "E211", "E309", "E313",
     "E316", "E509", "E511", "E512", "E514", "QS11", "QS24", "QS25"],
)  # fmt: skip
def test_what_must_be_there_is_there(row: str) -> None:
    assert [card.id for card in PAGE.cards if row in card.rows]


def test_the_reminder_is_set_to_thirty_minutes(client: Client) -> None:
    html = client.get("/en/prevention/").content.decode()
    assert '<option value="30" selected>' in html
    assert "data-breaks-button hidden" in html


def test_a_plan_becomes_a_calendar_file(client: Client) -> None:
    sent = {"days": ["1", "5"], "minutes": "15", "at": "07:15"}
    response = client.get("/en/prevention/plan.ics", sent)
    assert response["Content-Type"] == "text/calendar"
    event: Any = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Walk, 15 minutes"
    assert event["RRULE"]["BYDAY"] == ["TU", "SA"]
    assert event["RRULE"]["COUNT"] == [24]
    assert event["DTSTART"].dt.strftime("%H:%M") == "07:15"
    assert event["DTSTART"].dt.weekday() in (1, 5)
    assert event["DURATION"].dt == timedelta(minutes=15)
    assert event.walk("VALARM")


@pytest.mark.parametrize(
    "sent",
    [
        {"minutes": "15", "at": "07:15"},
        {"days": ["9"], "minutes": "15", "at": "07:15"},
        {"days": ["1"], "minutes": "999", "at": "07:15"},
        {"days": ["1"], "minutes": "15", "at": "later"},
        {},
    ],
)
def test_an_odd_plan_is_refused_and_kept(client: Client, sent: dict[str, Any]) -> None:
    response = client.get("/fr/prevention/plan.ics", sent)
    assert response.status_code == 422
    assert "Choisissez au moins un jour" in response.content.decode()
