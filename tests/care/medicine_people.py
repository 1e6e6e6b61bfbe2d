"""The invented people of the medicines, and how a test judges them against any content."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from unknot.care.facts import check, with_derived
from unknot.care.medicine_doses import Dose, amounts
from unknot.care.medicine_log import check as check_log
from unknot.care.medicines import extras, is_open, screen
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.medicine_schema import Medicines
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Value

KNOWLEDGE = load()
FOLDER = ROOT / "cases" / "medicines"
KINDS = ("danger", "story", "profile", "medicine")
PLAIN: dict[str, Any] = {
    "age_years": 40,
    "pain_0_10": 4,
    "days_since_onset": 2,
    "onset_trigger": "long_position",
    "had_before": "first_time",
    "regions": ["upper_back"],
}


@dataclass(frozen=True)
class Person:
    """Somebody who asks about medicines, and what must come out."""

    id: str
    person: str
    country: str
    facts: dict[str, Value]
    expect: dict[str, Any]


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps a log, and what it must say."""

    id: str
    person: str
    country: str
    now: datetime
    doses: tuple[Dose, ...]
    refused: frozenset[str]
    expect: dict[str, Any]


def base(name: str) -> dict[str, Any]:
    """Return the answers every case of this base starts from."""
    kinds = {"clear": KINDS, "gate": ("danger",), "none": ()}[name]
    asked = [fact for group in KNOWLEDGE.groups_of(*kinds) for fact in group.facts]
    no = {fact: False for fact in asked if KNOWLEDGE.facts[fact].type == "bool"}
    plain = {"clear": PLAIN, "gate": {"regions": ["upper_back"]}, "none": {}}[name]
    return no | plain


def raw(*files: str) -> Iterator[dict[str, Any]]:
    for file in files:
        yield from yaml.safe_load((FOLDER / f"{file}.yaml").read_text("utf-8"))


def people() -> list[Person]:
    return [
        Person(
            each["id"],
            each["person"],
            each["country"],
            check(base(each["base"]) | each["facts"], KNOWLEDGE),
            each["expect"],
        )
        for each in raw("one-answer", "countries", "door-and-doubt", "extras")
    ]


def keepers() -> list[Keeper]:
    return [
        Keeper(
            each["id"],
            each["person"],
            each["country"],
            datetime.fromisoformat(each["now"]),
            tuple(Dose(p, n, datetime.fromisoformat(at)) for p, n, at in each["doses"]),
            frozenset(each.get("refused", ())),
            each["expect"],
        )
        for each in raw("log")
    ]


def differences(person: Person, content: Medicines) -> list[str]:
    """Return where the screen says something else than was written for this person."""
    wrong = []
    expect = person.expect
    opened = is_open(person.facts, KNOWLEDGE, content)
    if opened is not expect.get("open", True):
        wrong.append(f"open {opened}")
    door = evaluate(content.door.closed, with_derived(person.facts, KNOWLEDGE))
    if "door" in expect and ("unknown" if door is None else door) != expect["door"]:
        wrong.append(f"door {door}")
    beside = [each.id for each in extras(person.facts, KNOWLEDGE, content)]
    if beside != expect.get("extras", beside):
        wrong.append(f"extras {beside}")
    cards = {
        each.medicine: each for each in screen(person.facts, KNOWLEDGE, content, person.country)
    }
    if not opened and cards:
        wrong.append("cards behind a closed door")
    found: dict[str, Any] = {
        "verdicts": {name: each.verdict for name, each in cards.items()},
        "statuses": {name: each.status for name, each in cards.items()},
        "because": {name: sorted(row.id for row in each.because) for name, each in cards.items()},
        "unknown": {name: list(each.unknown) for name, each in cards.items()},
    }
    for key, values in found.items():
        for name, value in expect.get(key, {}).items():
            wanted = sorted(value) if isinstance(value, list) else value
            if values.get(name) != wanted:
                wrong.append(f"{key} {name}: {values.get(name)} for {wanted}")
    return wrong + _ceilings(person, content, cards)


def _ceilings(person: Person, content: Medicines, cards: dict[str, Any]) -> list[str]:
    if "ceilings" not in person.expect:
        return []
    shown = {
        name: [c.per_dose, c.per_day, c.hours, c.days]
        for name, each in cards.items()
        if (c := each.ceiling)
    }
    starts = {name: each.start for name, each in cards.items() if each.start}
    if starts != person.expect.get("starts", starts):
        return [f"starts {starts}"]
    label = {
        name: market.ceiling.days
        for name, each in content.medicines.items()
        if (market := each.market(person.country)).ceiling
    }
    wrong = [] if shown == person.expect["ceilings"] else [f"ceilings {shown}"]
    days = person.expect.get("label_days", label)
    return wrong + ([] if label == days else [f"label days {label}"])


def log_differences(keeper: Keeper, content: Medicines) -> list[str]:
    """Return where the log says something else than was written for this person."""
    expect = keeper.expect
    log = check_log(keeper.doses, content, keeper.country, keeper.now, keeper.refused)
    by_kind = {each.kind: each for each in log.warnings}
    courses = {each.course: each for each in log.courses}
    found: dict[str, Any] = {
        "kinds": [each.kind for each in log.warnings],
        "numbers": {k: [w.taken, w.limit] for k, w in by_kind.items() if w.taken},
        "hours": {k: w.hours for k, w in by_kind.items() if k == "too-soon"},
        "medicines": {k: list(w.medicines) for k, w in by_kind.items()},
        "days": {k: [c.day, c.stop_day] for k, c in courses.items()},
        "review_on": {k: _iso(c.review_on) for k, c in courses.items()},
        "stop_on": {k: _iso(c.stop_on) for k, c in courses.items()},
        "next": {k: at.isoformat(timespec="minutes") for k, at in log.next_after.items()},
        "sedated": log.sedated,
        "no_more": sorted(log.no_more),
        "courses": {
            k: [c.plan_days, c.review_day, c.warn_from, c.stop_day, c.clinician_days]
            for k, c in content.courses.items()
        },
        "packs": {k: amounts(Dose(k, 1, keeper.now), content) for k in content.packs},
    }
    return [
        f"{key}: {found[key]} for {wanted}"
        for key, wanted in expect.items()
        if found[key] != wanted
    ]


def _iso(day: date) -> str:
    return day.isoformat()
