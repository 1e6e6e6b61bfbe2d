"""The typed shapes of what is known about medicines. Amounts are in mg, or in applications."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from unknot.knowledge.read import Both
from unknot.knowledge.schema import Grounds
from unknot.rules.nodes import Node, facts_in

Status = Literal["self-care", "pharmacist", "prescription", "not-sold"]
STATUSES: tuple[Status, ...] = ("self-care", "pharmacist", "prescription", "not-sold")
UNITS = ("mg", "application")
ROUTES = ("mouth", "skin")
EFFECTS = ("anti-inflammatory", "sedating")
STRICTEST = "strictest"


@dataclass(frozen=True)
class Ceiling:
    """The most a person may take without a clinician, and for how many days."""

    per_dose: int
    per_day: int
    hours: int
    days: int


@dataclass(frozen=True)
class Market:
    """How one country treats a medicine. A ceiling stands only where status is self-care."""

    country: str
    status: Status
    names: tuple[str, ...]
    ceiling: Ceiling | None
    how: Both | None
    sources: tuple[str, ...]
    read_on: date
    review: str | None


@dataclass(frozen=True)
class Course:
    """How many days in a row: planned, looked at again, warned about, and the last one."""

    id: str
    plan_days: int
    review_day: int
    warn_from: int
    stop_day: int
    clinician_days: int
    says: Both
    grounds: Grounds


@dataclass(frozen=True)
class Family:
    """Medicines that work alike. `always` is shown with every one of them."""

    id: str
    name: Both
    what: Both
    route: str
    course: str
    effects: tuple[str, ...]
    always: tuple[Both, ...]
    stop_if: Both
    grounds: Grounds


@dataclass(frozen=True)
class Medicine:
    """One generic medicine, with its status in each country. `start` is the dose to begin with;
    it is shown with a ceiling only."""

    id: str
    family: str
    ingredient: str
    unit: str
    name: Both
    what: Both
    start: int | None
    strengths: tuple[int, ...]
    markets: Mapping[str, Market]

    def market(self, country: str) -> Market:
        """Return how a country treats it; the strictest of each number when it is not listed."""
        return self.markets.get(country) or self.strictest

    @cached_property
    def strictest(self) -> Market:
        """Return the strictest reading over the countries: of the status, and of each number."""
        sold = [each for each in self.markets.values() if each.status != "not-sold"]
        among = sold or list(self.markets.values())
        status = max((each.status for each in among), key=STATUSES.index)
        return Market(
            country=STRICTEST,
            status=status,
            names=(),
            ceiling=self.lowest if status == "self-care" else None,
            how=None,
            sources=tuple(dict.fromkeys(s for each in among for s in each.sources)),
            read_on=min(each.read_on for each in among),
            review=None,
        )

    @cached_property
    def lowest(self) -> Ceiling | None:
        """Return the strictest of each number over all countries, or None when there is none."""
        known = [each.ceiling for each in self.markets.values() if each.ceiling]
        if not known:
            return None
        return Ceiling(
            per_dose=min(each.per_dose for each in known),
            per_day=min(each.per_day for each in known),
            hours=max(each.hours for each in known),
            days=min(each.days for each in known),
        )


@dataclass(frozen=True)
class Screen:
    """One contraindication of families or medicines: `do-not` or `ask` when it holds."""

    id: str
    about: tuple[str, ...]
    says: Literal["do-not", "ask"]
    when: Node
    because: Both
    grounds: Grounds

    def concerns(self, medicine: Medicine) -> bool:
        """Return whether this row is about the medicine, by its id or its family."""
        return medicine.id in self.about or medicine.family in self.about


@dataclass(frozen=True)
class Part:
    medicine: str
    amount: int


@dataclass(frozen=True)
class Pack:
    """One thing that is taken at once, such as one tablet. `country` is "" for the generic."""

    id: str
    name: Both
    country: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Door:
    """When no medicine is shown at all: an organ may be the cause."""

    closed: Node
    because: Both
    grounds: Grounds


@dataclass(frozen=True)
class Fresh:
    """Groups whose answers are asked again after so many hours."""

    hours: int
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Extra:
    """Something people take besides, such as a calming drink; hidden unless `unless` is false."""

    id: str
    title: Both
    says: tuple[Both, ...]
    unless: Node
    grounds: Grounds


@dataclass(frozen=True)
class Limits:
    """Of the log: the rolling window, how far back it looks, what counts as taken at once, how
    many days without a dose end a course, and how soon another one is worth a word."""

    window_hours: int
    look_back_hours: int
    same_minutes: int
    pause_days: int
    again_days: int


@dataclass(frozen=True)
class Medicines:
    """Everything known about medicines; maps are by id, in the order they are shown.

    `told_by_log` maps an effect to the fact that a dose of it in the log makes true.
    """

    door: Door
    told_by_log: Mapping[str, str]
    fresh: Fresh
    courses: Mapping[str, Course]
    families: Mapping[str, Family]
    medicines: Mapping[str, Medicine]
    screens: tuple[Screen, ...]
    packs: Mapping[str, Pack]
    extras: tuple[Extra, ...]
    warnings: Mapping[str, Both]
    limits: Limits
    countries: tuple[str, ...]

    def screens_of(self, medicine: Medicine) -> tuple[Screen, ...]:
        """Return the contraindications of one medicine, in table order."""
        return tuple(row for row in self.screens if row.concerns(medicine))

    @cached_property
    def facts(self) -> frozenset[str]:
        """Return every fact the screen needs."""
        conditions = [self.door.closed, *(row.when for row in self.screens)]
        conditions += [each.unless for each in self.extras]
        return frozenset(name for each in conditions for name in facts_in(each))
