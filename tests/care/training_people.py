"""People, programmes and sessions for the tests of programmes, built from the case files."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import yaml

from unknot.care.facts import check
from unknot.care.response import ExerciseResult, Response
from unknot.knowledge.load import ROOT, load
from unknot.rules.nodes import Value

KNOWLEDGE = load()
START = date(2026, 11, 23)
POSITIONS = sorted(KNOWLEDGE.facts["can_get_into"].shape.words)
TYPICAL: dict[str, Any] = {
    "regions": ["upper_back"],
    "age_years": 38,
    "days_since_onset": 4,
    "pain_0_10": 3,
    "pain_at_rest_0_10": 2,
    "had_before": "first_time",
    "equipment": ["mat", "chair", "wall", "doorway", "band"],
    "minutes_per_session": 12,
    "days_per_week": 4,
}


def cases(prefix: str) -> list[dict[str, Any]]:
    """Return the cases of the files whose names begin with `prefix`."""
    files = sorted((ROOT / "cases" / "training").glob(f"{prefix}-*.yaml"))
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def person(facts: Mapping[str, Any], unknown: Sequence[str] = ()) -> dict[str, Value]:
    """Return a person who answers no to every yes/no question, with `facts` on top."""
    no = {each.id: False for each in KNOWLEDGE.facts.values() if each.type == "bool" and each.asked}
    known = {**no, "can_get_into": POSITIONS, **facts}
    return check({name: known[name] for name in known if name not in unknown}, KNOWLEDGE)


def response(session: Mapping[str, Any]) -> Response:
    """Return a response from its short form in a case."""
    results = tuple(ExerciseResult(**each) for each in session.get("results", ()))
    return Response(
        session_on=START + timedelta(days=session["day"]),
        completed=session.get("completed", "all"),
        new_danger=session.get("new_danger", False),
        results=results,
        pain_before=session.get("before"),
        pain_during=session.get("during"),
        pain_after=session.get("after"),
        pain_next_morning=session.get("morning"),
        effort=session.get("effort", 3),
        after_session=session.get("after_session"),
        number=session.get("number", 0),
    )
