"""Presenter of an alarm: what to do first when the words typed may mean danger."""

from typing import Any

from unknot.care.alarm import Heard
from unknot.knowledge.schema import Knowledge
from unknot.web.countries import Country
from unknot.web.member.pages.stops import lines
from unknot.web.words import say

MOST = 3  # reasons shown


def alarm_part(
    heard: Heard, here: Country, knowledge: Knowledge, language: str
) -> dict[str, Any] | None:
    """Return the alarm to draw above everything else; None when nothing alarming was typed."""
    if not heard.alarms:
        return None
    rows = [row for row in knowledge.triage if row.id in heard.rows]
    urgent, title = heard.urgency == "emergency", _title(heard)
    number = (here.also or here.call) if title == "abuse" else here.call  # the one for police too
    told = sorted(rows, key=lambda row: (row.then != heard.urgency, heard.rows.index(row.id)))
    return {
        "urgent": urgent,
        "title": say(language, f"questions.alarm.{title}", number=number),
        "tel": here.tel,
        "call": say(language, "emergency.call", number=here.call),
        "because": [row.because.in_(language) for row in told[:MOST]],
        "advice": next((row.advice.in_(language) for row in told if row.advice), ""),
        "lines": _lines_for(heard, here, language),
        "facts": heard.facts,
    }


def _title(heard: Heard) -> str:
    """Return which title stands above: distress and violence are spoken to in their own words."""
    told = {each.line for each in heard.alarms}
    if "crisis" in told:
        return "crisis"
    if heard.urgency == "emergency":
        return "emergency"
    return "abuse" if "abuse" in told else "same_day"


def _lines_for(heard: Heard, here: Country, language: str) -> list[dict[str, str]]:
    """Return the lines of this country that are there for what was heard."""
    wanted = {each.line for each in heard.alarms}
    return [each for each in lines(here, language) if each["id"] in wanted]
