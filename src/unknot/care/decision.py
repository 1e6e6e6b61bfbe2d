"""One decision, whole: urgency, why, causes, relief, what to ask next, and the versions.

A decision record is this as JSON. It is only ever appended, and replays to the same outcome.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from unknot import __version__
from unknot.care.ask import Page, next_page
from unknot.care.ask import to_json as questions
from unknot.care.causes import Fit, causes
from unknot.care.facts import Facts, check, to_json
from unknot.care.relief import Offer, relief
from unknot.care.triage import Gate, Triage, triage
from unknot.knowledge.schema import Knowledge, TriageRow
from unknot.rules.explain import Language, reasons

RECORD_VERSION = 1


@dataclass(frozen=True)
class Decision:
    """Everything one person is told at one moment. Relief and causes only below same-day."""

    facts: Facts
    triage: Triage
    causes: tuple[Fit, ...]
    relief: tuple[Offer, ...]
    next: Page | None
    content: str
    engine: str
    at: datetime
    language: Language
    gate: Gate = "full"

    @property
    def urgency(self) -> str:
        """Return one of emergency, same-day, appointment, self-care."""
        return self.triage.urgency

    @property
    def complete(self) -> bool:
        """Return whether no unasked question can change the urgency any more."""
        return self.next is None


def decide(
    facts: Facts, knowledge: Knowledge, now: datetime, language: Language, gate: Gate = "full"
) -> Decision:
    """Return the decision for these facts at `now`. Pure: the same in, the same out.

    The short gate, asked before a session and at a check-in, gives an urgency and nothing else.
    """
    outcome = triage(facts, knowledge, gate)
    at_home = gate == "full" and outcome.urgency in ("self-care", "appointment")
    return Decision(
        facts=facts,
        triage=outcome,
        causes=causes(facts, knowledge) if at_home else (),
        relief=relief(facts, knowledge) if at_home else (),
        next=next_page(facts, knowledge, "triage") if gate == "full" else None,
        content=knowledge.content_hash,
        engine=__version__,
        at=now,
        language=language,
        gate=gate,
    )


def to_record(decision: Decision, knowledge: Knowledge) -> dict[str, Any]:
    """Return the decision as JSON data: stored, printed by `unknot assess`, and replayed."""
    language = decision.language
    return {
        "record": RECORD_VERSION,
        "at": decision.at.isoformat(),
        "language": language,
        "gate": decision.gate,
        "versions": {"engine": decision.engine, "content": decision.content},
        "facts": to_json(decision.facts),
        "urgency": decision.urgency,
        "complete": decision.complete,
        "by_doubt": decision.triage.by_doubt,
        "fired": [_row(row, decision, knowledge) for row in decision.triage.fired],
        "unsure": [row.id for row in decision.triage.unsure],
        "unanswered": list(decision.triage.unanswered),
        "causes": [_cause(fit) for fit in decision.causes],
        "relief": [_offer(offer, knowledge, language) for offer in decision.relief],
        "next": questions(decision.next, knowledge, language),
    }


def replay(record: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """Return whether the record's facts still give the record's outcome, and where they differ.

    Raises ValueError (FactErrors for its facts) when the record is not one of ours.
    """
    for field in ("facts", "urgency", "fired", "at", "language", "versions"):
        if field not in record:
            raise ValueError(
                f"record: the field {field!r} is missing; give a whole decision record"
            )
    if record["language"] not in ("en", "fr"):
        raise ValueError(f"record: found language {record['language']!r}; expected en or fr")
    gate = record.get("gate", "full")
    if gate not in ("full", "short"):
        raise ValueError(f"record: found gate {gate!r}; expected full or short")
    facts, at = check(record["facts"], knowledge), datetime.fromisoformat(record["at"])
    decision = decide(facts, knowledge, at, record["language"], gate)
    again = to_record(decision, knowledge)
    before, after = _outcome(record), _outcome(again)
    return {
        "same": before == after,
        "same_versions": record["versions"] == again["versions"],
        "before": {"versions": record["versions"], **before},
        "now": {"versions": again["versions"], **after},
    }


def _outcome(record: dict[str, Any]) -> dict[str, Any]:
    return {
        "urgency": record["urgency"],
        "fired": sorted(row["id"] for row in record["fired"]),
        "causes": [each["id"] for each in record.get("causes", [])],
        "relief": [each["measure"] for each in record.get("relief", [])],
    }


def _row(row: TriageRow, decision: Decision, knowledge: Knowledge) -> dict[str, Any]:
    language = decision.language
    return {
        "id": row.id,
        "urgency": row.then,
        "suspect": knowledge.suspects[row.suspect].in_(language),
        "because": row.because.in_(language),
        "advice": row.advice.in_(language) if row.advice else None,
        "answers": list(reasons(row.when, decision.facts, knowledge, language)),
        "sources": list(row.grounds.sources),
        "review": row.grounds.review,
    }


def _cause(fit: Fit) -> dict[str, Any]:
    return {"id": fit.id, "fits": fit.fits, "sure": fit.sure, "low": fit.low, "high": fit.high}


def _offer(offer: Offer, knowledge: Knowledge, language: Language) -> dict[str, Any]:
    return {
        "measure": offer.measure,
        "because_of": offer.row,
        "title": knowledge.measures[offer.measure].title.in_(language),
    }
