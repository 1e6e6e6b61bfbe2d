"""What we say and why: shapes of claims, questions, policies and the ledger, and their readers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from unknot.knowledge.read import Both, Entry
from unknot.knowledge.schema import STRENGTHS, Grounds
from unknot.knowledge.tables import read_grounds

REGIONS = ("any", "upper_back", "neck", "shoulder", "low_back", "chest", "limb")
TOPICS = (
    "overview",
    "causes",
    "significance",
    "risks",
    "treatment",
    "benefits",
    "prevention",
    "symptoms",
)
FLAGS = ("ok", "mismatch", "cut", "region", "advert", "malformed", "trivia", "dup", "wrong")
DOORS = (
    "relief",
    "plan",
    "exercises",
    "causes",
    "medicines",
    "sources",
    "visit",
    "options",
    "prevention",
    "emergency",
    "therapy",
)
POLICY_KINDS = ("contradiction", "condition", "gap", "doubtful")
STATUSES = ("answered", "declined")
FATES = ("taken", "merged", "corrected", "set-aside")
NEEDS_REASON = ("corrected", "set-aside")


@dataclass(frozen=True)
class Claim:
    """One statement of ours, complete on its own. `strength` is that of the evidence."""

    id: str
    says: Both
    regions: tuple[str, ...]
    strength: str
    grounds: Grounds


@dataclass(frozen=True)
class Question:
    """A question as people ask it, answered by claims in reading order, or declined."""

    id: str
    ask: Both
    also: tuple[tuple[str, ...], tuple[str, ...]]
    topic: str
    regions: tuple[str, ...]
    flag: str
    status: Literal["answered", "declined"]
    because: Both | None
    answer: tuple[str, ...]
    conflicts: tuple[str, ...]
    see: tuple[str, ...]
    doors: tuple[str, ...]
    date: date

    def also_in(self, language: str) -> tuple[str, ...]:
        """Return the other ways it is asked in "en" or "fr"."""
        return self.also[language == "fr"]


@dataclass(frozen=True)
class Policy:
    """Where sources disagree: what they say, and the one answer we keep to."""

    id: str
    title: Both
    kind: str
    they_say: Both
    we_do: Both
    overrides: Both | None
    sources: tuple[str, ...]
    seeds: tuple[str, ...]
    review: str | None


@dataclass(frozen=True)
class Fate:
    """What became of one claim of the seed documents. `at` names document:line."""

    id: str
    at: tuple[str, ...]
    fate: str
    into: tuple[str, ...]
    why: str | None
    note: str | None


def read_claim(entry: Entry) -> Claim:
    """Return one claim."""
    claim = Claim(
        id=entry.identifier(),
        says=entry.both("says"),
        regions=_among(entry, "regions", REGIONS),
        strength=entry.choice("strength", STRENGTHS),
        grounds=read_grounds(entry),
    )
    entry.done()
    return claim


def read_question(entry: Entry) -> Question:
    """Return one question; a declined one says why."""
    identifier = entry.identifier()
    status = cast(Literal["answered", "declined"], entry.choice("status", STATUSES))
    question = Question(
        id=identifier,
        ask=entry.both("ask"),
        also=_also(entry.entry("also")),
        topic=entry.choice("topic", TOPICS),
        regions=_among(entry, "regions", REGIONS),
        flag=entry.choice("flag", FLAGS),
        status=status,
        because=entry.both("because") if status == "declined" else None,
        answer=entry.texts("answer"),
        conflicts=entry.texts("conflicts", default=()),
        see=entry.texts("see", default=()),
        doors=_among(entry, "doors", DOORS) if entry.has("doors") else (),
        date=entry.day("date"),
    )
    if not question.answer:
        entry.fail("found no claim", "name at least one claim", "answer")
    entry.done()
    return question


def read_policy(entry: Entry) -> Policy:
    """Return one policy."""
    policy = Policy(
        id=entry.identifier(),
        title=entry.both("title"),
        kind=entry.choice("kind", POLICY_KINDS),
        they_say=entry.both("they_say"),
        we_do=entry.both("we_do"),
        overrides=entry.maybe_both("overrides"),
        sources=entry.texts("sources"),
        seeds=entry.texts("seeds", default=()),
        review=entry.text("review") if entry.has("review") else None,
    )
    if not policy.sources:
        entry.fail("found no source", "name at least one source id", "sources")
    entry.done()
    return policy


def read_fate(entry: Entry) -> Fate:
    """Return one line of the ledger; what is corrected or set aside names its reason."""
    identifier = entry.identifier("seed")
    fate = entry.choice("fate", FATES)
    if fate in NEEDS_REASON and not entry.has("why"):
        entry.fail(f"found {fate!r} without a reason", "name one of reasons.yaml", "fate")
    found = Fate(
        id=identifier,
        at=entry.texts("at"),
        fate=fate,
        into=entry.texts("into", default=()),
        why=entry.text("why") if entry.has("why") else None,
        note=entry.text("note") if entry.has("note") else None,
    )
    if fate != "set-aside" and not found.into:
        entry.fail(f"found {fate!r} into nothing", "name what says it now", "into")
    entry.taken.update(("why", "note"))
    entry.done()
    return found


def _among(entry: Entry, key: str, among: tuple[str, ...]) -> tuple[str, ...]:
    chosen = entry.texts(key)
    for each in chosen:
        if each not in among:
            entry.fail(f"found {each!r}", f"write one of {', '.join(among)}", key)
    if not chosen:
        entry.fail("found none", f"write one of {', '.join(among)}", key)
    return chosen


def _also(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    both = entry.texts("en"), entry.texts("fr")
    entry.done()
    return both
