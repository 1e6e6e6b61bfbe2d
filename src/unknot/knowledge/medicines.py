"""Puts the table of medicines together, and refuses it as a whole when anything in it is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from unknot.knowledge import medicine_read as reading
from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.medicine_schema import Medicine, Medicines, Pack, Part
from unknot.knowledge.once import Once
from unknot.knowledge.read import ContentError, as_entry, read_file
from unknot.knowledge.schema import Knowledge

FILE = "tables/medicines.yaml"


@Once
def medicines(knowledge: Knowledge) -> Medicines:
    """Return the product's medicines; read once for each content hash.

    Raises ContentError with every problem found.
    """
    return medicines_from(ROOT, knowledge)


def medicines_from(root: Path, knowledge: Knowledge) -> Medicines:
    """Return the medicines below `root`, their facts and sources declared in `knowledge`."""
    path = root / FILE
    if not path.exists():
        raise ContentError(f"{FILE}:1: the table is missing; add it")
    entry = as_entry(read_file(path, root), FILE)
    if entry.text("table") != "medicines":
        entry.fail(f"found table {entry.text('table')!r}", "write 'medicines'", "table")
    problems = Problems()
    items = problems.by_id(entry.entries("medicines"), reading.read_medicine)
    named = problems.by_id(entry.entries("packs"), reading.read_pack)
    screens = problems.by_id(
        entry.entries("screens"), lambda e: reading.read_screen(e, knowledge.shapes)
    )
    extras = problems.by_id(
        entry.entries("extras"), lambda e: reading.read_extra(e, knowledge.shapes)
    )
    courses = problems.by_id(entry.entries("courses"), reading.read_course)
    families = problems.by_id(entry.entries("families"), reading.read_family)
    problems.raise_any()
    content = Medicines(
        door=reading.read_door(entry.entry("door"), knowledge.shapes),
        told_by_log=reading.read_told(entry.entry("told_by_log")),
        fresh=reading.read_fresh(entry.entry("fresh")),
        courses=courses,
        families=families,
        medicines=items,
        screens=tuple(screens.values()),
        packs={**_plain_packs(items.values()), **named},
        extras=tuple(extras.values()),
        warnings=reading.read_warnings(entry.entry("warnings")),
        limits=reading.read_limits(entry.entry("limits")),
        countries=entry.texts("countries"),
    )
    entry.done()
    problems.place(dangling(content, knowledge))
    problems.raise_any()
    return content


def _plain_packs(medicines: Iterable[Medicine]) -> Mapping[str, Pack]:
    """Return one pack for each strength of each medicine."""
    packs = (
        Pack(f"{each.id}-{strength}", each.name, "", (Part(each.id, strength),))
        for each in medicines
        for strength in each.strengths
    )
    return {pack.id: pack for pack in packs}


def dangling(content: Medicines, knowledge: Knowledge) -> Iterator[str]:
    """Yield a problem for every name that points at nothing."""
    named = {*content.medicines, *content.families}
    for effect, fact in content.told_by_log.items():
        if fact not in content.facts:
            yield f"{FILE} told_by_log: {effect}: no row names {fact!r}; mend the id"
    groups = {each.id for each in knowledge.groups}
    for name in content.fresh.groups:
        if name not in groups:
            yield f"{FILE} fresh: {name!r} is no group of facts; mend the id"
    for family in content.families.values():
        if family.course not in content.courses:
            yield f"{FILE} {family.id}: {family.course!r} is no course; mend the id"
    for medicine in content.medicines.values():
        if medicine.family not in content.families:
            yield f"{FILE} {medicine.id}: {medicine.family!r} is no family; mend the id"
        if set(medicine.markets) != set(content.countries):
            yield f"{FILE} {medicine.id}: write a market for each of {', '.join(content.countries)}"
    for row in content.screens:
        for each in row.about:
            if each not in named:
                yield f"{FILE} {row.id}: about {each!r} is no medicine or family; mend the id"
    for pack in content.packs.values():
        for part in pack.parts:
            if part.medicine not in content.medicines:
                yield f"{FILE} {pack.id}: {part.medicine!r} is no medicine; mend the id"
    for where, sources in _cited(content):
        for source in sources:
            if source not in knowledge.sources:
                yield f"{FILE} {where}: the source {source!r} is not declared; add it to sources/"


def _cited(content: Medicines) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "door", content.door.grounds.sources
    for course in content.courses.values():
        yield course.id, course.grounds.sources
    for family in content.families.values():
        yield family.id, family.grounds.sources
    for row in content.screens:
        yield row.id, row.grounds.sources
    for extra in content.extras:
        yield extra.id, extra.grounds.sources
    for medicine in content.medicines.values():
        for market in medicine.markets.values():
            yield f"{medicine.id} in {market.country}", market.sources
