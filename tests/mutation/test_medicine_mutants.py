"""Every small slip in the table of medicines is noticed by a case."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from tests.care.medicine_people import (
    KNOWLEDGE,
    Keeper,
    Person,
    differences,
    keepers,
    log_differences,
    people,
)
from unknot.knowledge.medicine_schema import (
    STATUSES,
    Ceiling,
    Course,
    Limits,
    Market,
    Medicine,
    Medicines,
    Pack,
    Part,
)
from unknot.knowledge.medicines import medicines
from unknot.rules.analyse import mutants

CONTENT = medicines(KNOWLEDGE)
PEOPLE, KEEPERS = people(), keepers()
Slip = tuple[str, Medicines]


def changed_screens() -> Iterator[Slip]:
    """Yield the table with one contraindication one slip away: its condition, what it is about,
    what it says."""
    for place, row in enumerate(CONTENT.screens):
        others = [replace(row, when=other) for other in mutants(row.when)]
        others += [
            replace(row, about=row.about[:i] + row.about[i + 1 :]) for i in range(len(row.about))
        ]
        others.append(replace(row, says="ask" if row.says == "do-not" else "do-not"))
        for number, other in enumerate(others):
            rows = (*CONTENT.screens[:place], other, *CONTENT.screens[place + 1 :])
            yield f"{row.id} #{number}", replace(CONTENT, screens=rows)


def changed_door() -> Iterator[Slip]:
    """Yield the table with the door one slip away."""
    for number, other in enumerate(mutants(CONTENT.door.closed)):
        yield f"door #{number}", replace(CONTENT, door=replace(CONTENT.door, closed=other))


def changed_extras() -> Iterator[Slip]:
    """Yield the table with the gate of one thing besides one slip away."""
    for place, extra in enumerate(CONTENT.extras):
        for number, other in enumerate(mutants(extra.unless)):
            changed = replace(extra, unless=other)
            extras = (*CONTENT.extras[:place], changed, *CONTENT.extras[place + 1 :])
            yield f"{extra.id} #{number}", replace(CONTENT, extras=extras)


def nudged(thing: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield a copy of a frozen thing for each number one off."""
    for name in names:
        for step in (-1, 1):
            yield f"{name} {step:+}", replace(thing, **{name: getattr(thing, name) + step})


def numbers(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.type in (int, "int"))


def with_market(medicine: Medicine, market: Market) -> Medicines:
    markets = {**medicine.markets, market.country: market}
    other = replace(medicine, markets=markets)
    return replace(CONTENT, medicines={**CONTENT.medicines, medicine.id: other})


def changed_markets() -> Iterator[Slip]:
    """Yield the table with one ceiling or one status one slip away."""
    for medicine in CONTENT.medicines.values():
        if medicine.start:
            for name, other in nudged(medicine, ("start",)):
                changed = {**CONTENT.medicines, medicine.id: other}
                yield f"{medicine.id} {name}", replace(CONTENT, medicines=changed)
        for market in medicine.markets.values():
            where = f"{medicine.id} {market.country}"
            if market.ceiling:
                for name, ceiling in nudged(market.ceiling, numbers(Ceiling)):
                    yield f"{where} {name}", with_market(medicine, replace(market, ceiling=ceiling))
            place = STATUSES.index(market.status)
            for status in STATUSES[max(0, place - 1) : place] + STATUSES[place + 1 : place + 2]:
                yield f"{where} {status}", with_market(medicine, replace(market, status=status))


def changed_days() -> Iterator[Slip]:
    """Yield the table with one day of a course, or one limit of the log, one off."""
    for course in CONTENT.courses.values():
        for name, other in nudged(course, numbers(Course)):
            yield (
                f"{course.id} {name}",
                replace(CONTENT, courses={**CONTENT.courses, course.id: other}),
            )
    for name, limits in nudged(CONTENT.limits, numbers(Limits)):
        yield f"limits {name}", replace(CONTENT, limits=limits)


def changed_packs() -> Iterator[Slip]:
    """Yield the table with one amount of one pack one off."""
    for pack in CONTENT.packs.values():
        for place, part in enumerate(pack.parts):
            for step in (-1, 1):
                parts = list(pack.parts)
                parts[place] = Part(part.medicine, part.amount + step)
                other = Pack(pack.id, pack.name, pack.country, tuple(parts))
                yield (
                    f"{pack.id} {part.medicine} {step:+}",
                    replace(CONTENT, packs={**CONTENT.packs, pack.id: other}),
                )


def concerned(name: str) -> list[Person]:
    """Return the people, those first whom a slip of this name may touch."""
    row = name.split(" ")[0]
    return sorted(PEOPLE, key=lambda p: row not in str(p.expect) and "ceilings" not in p.expect)


def noticed(name: str, content: Medicines, log_first: bool) -> bool:
    by_people = (bool(differences(each, content)) for each in concerned(name))
    by_log = (bool(_log(each, content)) for each in KEEPERS)
    one, other = (by_log, by_people) if log_first else (by_people, by_log)
    return any(one) or any(other)


def _log(keeper: Keeper, content: Medicines) -> list[str]:
    return log_differences(keeper, content)


def survivors(slips: Iterator[Slip], log_first: bool = False) -> list[str]:
    return [name for name, content in slips if not noticed(name, content, log_first)]


def test_no_slip_in_a_contraindication_survives() -> None:
    assert survivors(changed_screens()) == []


def test_no_slip_in_the_door_survives() -> None:
    assert survivors(changed_door()) == []


def test_no_slip_in_what_is_taken_besides_survives() -> None:
    assert survivors(changed_extras()) == []


def test_no_slip_in_a_ceiling_or_a_status_survives() -> None:
    assert survivors(changed_markets()) == []


def test_no_slip_in_the_days_and_limits_survives() -> None:
    assert survivors(changed_days(), log_first=True) == []


def test_no_slip_in_an_amount_survives() -> None:
    assert survivors(changed_packs(), log_first=True) == []
