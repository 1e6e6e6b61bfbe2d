"""Whom to call, by country: the rows of emergency.yaml, and which one is meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unknot.knowledge.read import Both, Entry, as_entries, read_file

FILE = Path(__file__).parent / "emergency.yaml"
OTHER = "other"


@dataclass(frozen=True)
class Country:
    """Numbers as dialled. `also`, `text` and `soon` are "" where there is none that we know."""

    id: str
    name: Both
    call: str
    also: str
    text: str
    soon: str
    sources: tuple[str, ...]

    @property
    def tel(self) -> str:
        """Return the number without spaces, for a tel: address."""
        return self.call.replace(" ", "")

    @property
    def soon_tel(self) -> str:
        """Return the advice line without spaces."""
        return self.soon.replace(" ", "")


@cache
def countries() -> dict[str, Country]:
    """Return every country by id, in the order they are offered."""
    rows = (_read(entry) for entry in as_entries(read_file(FILE, FILE.parent), FILE.name))
    return {each.id: each for each in rows}


def country(identifier: str) -> Country:
    """Return one country; the general row when it is not in the list."""
    return countries().get(identifier) or countries()[OTHER]


def guess(accepted: Iterable[str]) -> str:
    """Return the country the browser's languages name, such as fr-CA; `other` when none does."""
    for tag in accepted:
        region = tag.replace("_", "-").partition("-")[2].upper()
        if region in countries():
            return region
    return OTHER


def _read(entry: Entry) -> Country:
    row = Country(
        id=entry.identifier(),
        name=entry.both("name"),
        call=entry.text("call"),
        also=_maybe(entry, "also"),
        text=_maybe(entry, "text"),
        soon=_maybe(entry, "soon"),
        sources=entry.texts("sources"),
    )
    entry.done()
    return row


def _maybe(entry: Entry, key: str) -> str:
    return str(entry.scalar(key) or "")
