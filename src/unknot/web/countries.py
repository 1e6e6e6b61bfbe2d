"""Whom to call, by country: the rows of knowledge/countries.yaml, and which one is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from unknot.knowledge.load import ROOT
from unknot.knowledge.read import Both, Entry, as_entries, read_file

FILE = ROOT / "countries.yaml"
LINES = ("soon", "poison", "crisis", "abuse")
OTHER = "other"


@dataclass(frozen=True)
class Country:
    """Numbers as dialled; "" where none is known. `lines` are those of LINES that are known."""

    id: str
    name: Both
    call: str
    also: str
    text: str
    text_note: Both | None
    lines: Mapping[str, str]
    sources: tuple[str, ...]

    @property
    def tel(self) -> str:
        """Return the number to call as a tel: address dials it."""
        return dialled(self.call)


def dialled(number: str) -> str:
    """Return a number without spaces and hyphens."""
    return number.replace(" ", "").replace("-", "")


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
        text_note=entry.maybe_both("text_note"),
        lines={each: _maybe(entry, each) for each in LINES if _maybe(entry, each)},
        sources=entry.texts("sources"),
    )
    entry.taken.add("review")
    entry.done()
    return row


def _maybe(entry: Entry, key: str) -> str:
    return str(entry.scalar(key) or "")
