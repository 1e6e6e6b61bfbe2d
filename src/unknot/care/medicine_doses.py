"""Doses as taken, and the medicines in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from unknot.knowledge.medicine_schema import Ceiling, Medicine, Medicines


@dataclass(frozen=True)
class Dose:
    """Some packs taken at one moment, such as 2 tablets."""

    pack: str
    count: int
    at: datetime


@dataclass(frozen=True)
class Taken:
    """An amount of one medicine taken at one moment, and the product it came from."""

    medicine: Medicine
    amount: int
    product: str
    at: datetime


@dataclass(frozen=True)
class Notice:
    """One thing to say. Numbers that do not belong to its kind are 0."""

    kind: str
    medicines: tuple[str, ...]
    taken: int = 0
    limit: int = 0
    hours: int = 0
    day: int = 0


def taken_of(doses: Iterable[Dose], content: Medicines, now: datetime) -> Iterator[Taken]:
    """Yield each amount of each medicine taken up to `now`; unknown products are left out."""
    for dose in doses:
        if dose.at > now or dose.pack not in content.packs:
            continue
        parts = content.packs[dose.pack].parts
        plain = content.packs[dose.pack].country == ""
        for part in parts:
            product = part.medicine if plain else dose.pack
            medicine = content.medicines[part.medicine]
            yield Taken(medicine, part.amount * dose.count, product, dose.at)


def amounts(dose: Dose, content: Medicines) -> dict[str, int]:
    """Return how much of each medicine a dose holds."""
    pack = content.packs[dose.pack]
    return {part.medicine: part.amount * dose.count for part in pack.parts}


def ceiling_for(medicine: Medicine, country: str) -> Ceiling | None:
    """Return the ceiling the log holds to: the country's, else the strictest of any country."""
    return medicine.market(country).ceiling or medicine.lowest
