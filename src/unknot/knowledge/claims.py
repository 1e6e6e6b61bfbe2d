"""Puts claims, questions, policies and the ledger together; refuses what points at nothing.

The ledger says for each of the 851 claims of the seed documents what became of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.claims_read import (
    Claim,
    Fate,
    Policy,
    Question,
    read_claim,
    read_fate,
    read_policy,
    read_question,
)
from unknot.knowledge.followup import followup
from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.medicines import medicines
from unknot.knowledge.once import Once
from unknot.knowledge.options import options
from unknot.knowledge.read import Both, ContentError, Entry, as_entries, read_file
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training

PAGE = re.compile(r"page:[a-z-]+\Z")


@dataclass(frozen=True)
class Claims:
    """Everything that is said in words of claims. Maps are by id, in the order of the files."""

    claims: Mapping[str, Claim]
    questions: Mapping[str, Question]
    policies: Mapping[str, Policy]
    ledger: Mapping[str, Fate]
    reasons: Mapping[str, Both]


@Once
def claims(knowledge: Knowledge) -> Claims:
    """Return the product's claims; read once for each content hash.

    Raises ContentError with every problem found.
    """
    return claims_from(ROOT, knowledge)


def claims_from(root: Path, knowledge: Knowledge, ours: Iterable[str] | None = None) -> Claims:
    """Return the claims below `root`; `ours` are the ids, other than claims, a fate may name."""
    problems = Problems()
    content = Claims(
        claims=problems.by_id(_folder(problems, root, "claims"), read_claim),
        questions=problems.by_id(_folder(problems, root, "faq"), read_question),
        policies=problems.by_id(_folder(problems, root, "policies"), read_policy),
        ledger=problems.by_id(_folder(problems, root, "ledger"), read_fate),
        reasons=dict(_reason(entry) for entry in _entries(problems, root / "reasons.yaml", root)),
    )
    said = set(ours) if ours is not None else said_ids(knowledge)
    problems.place(dangling(content, knowledge, said))
    problems.raise_any()
    return content


def said_ids(knowledge: Knowledge) -> set[str]:
    """Return the id of everything that tells a person something, claims and policies aside."""
    content, cabinet = training(knowledge), medicines(knowledge)
    tables = (
        knowledge.triage,
        knowledge.relief,
        knowledge.combinations,
        knowledge.unlocks,
        knowledge.returns,
        knowledge.combinations,
        knowledge.unlocks,
        knowledge.causes,
        knowledge.therapy,
        content.rows,
        content.lights,
        content.locks,
        content.pattern_rows,
        followup(knowledge).rows,
        cabinet.screens,
    )
    ids = {row.id for table in tables for row in table}
    ids |= {*knowledge.measures, *content.exercises, *content.patterns, *_articles()}
    return ids | {*cabinet.families, *cabinet.medicines, *options(knowledge).options}


def dangling(content: Claims, knowledge: Knowledge, said: set[str]) -> Iterator[str]:
    """Yield a problem for every name that points at nothing."""
    for claim in content.claims.values():
        yield from _missing(f"claim {claim.id}: source", claim.grounds.sources, knowledge.sources)
        yield from _missing(f"claim {claim.id}: policy", claim.grounds.conflicts, content.policies)
    for question in content.questions.values():
        yield from _missing(f"question {question.id}: claim", question.answer, content.claims)
        yield from _missing(f"question {question.id}: policy", question.conflicts, content.policies)
        yield from _missing(f"question {question.id}: question", question.see, content.questions)
    for policy in content.policies.values():
        yield from _missing(f"policy {policy.id}: source", policy.sources, knowledge.sources)
    named = said | {*content.claims, *content.questions, *content.policies}
    for fate in content.ledger.values():
        into = [each for each in fate.into if not PAGE.match(each)]
        yield from _missing(f"ledger {fate.id}: into", into, named)
        if fate.why is not None:
            yield from _missing(f"ledger {fate.id}: reason", (fate.why,), content.reasons)


def _missing(what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    there = frozenset(known)
    for name in names:
        if name not in there:
            yield f"{what} {name!r} is not declared; mend the id or add it"


def _articles() -> Iterator[str]:
    for path in (ROOT / "articles").glob("*.en.md"):
        yield path.name.split(".")[0]


def _folder(problems: Problems, root: Path, folder: str) -> Iterator[Entry]:
    for path in sorted((root / folder).glob("*.yaml")):
        yield from _entries(problems, path, root)


def _entries(problems: Problems, path: Path, root: Path) -> tuple[Entry, ...]:
    try:
        return as_entries(read_file(path, root), str(path.relative_to(root)))
    except ContentError as error:
        problems.found.append(str(error))
        return ()


def _reason(entry: Entry) -> tuple[str, Both]:
    reason = entry.identifier(), Both(entry.text("en"), entry.text("fr"))
    entry.done()
    return reason
