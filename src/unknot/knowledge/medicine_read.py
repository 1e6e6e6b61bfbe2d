"""Entries of the table of medicines to typed rows. Each reader refuses what it does not know."""

from typing import Literal, cast

from unknot.knowledge.medicine_schema import (
    EFFECTS,
    ROUTES,
    STATUSES,
    UNITS,
    Ceiling,
    Course,
    Door,
    Extra,
    Family,
    Fresh,
    Limits,
    Market,
    Medicine,
    Pack,
    Part,
    Screen,
    Status,
)
from unknot.knowledge.read import Both, Entry
from unknot.knowledge.tables import Shapes, condition, read_grounds

# Most pressing first: the log speaks in this order.
WARNINGS = (
    "over-day",
    "not-for-you",
    "two-sedating",
    "two-anti-inflammatories",
    "duplicate",
    "over-dose",
    "too-soon",
    "past-stop",
    "stop-day",
    "again",
    "warn-day",
    "review-day",
)


def read_screen(entry: Entry, shapes: Shapes) -> Screen:
    """Return one contraindication; it has exactly one of `do_not` and `ask`."""
    identifier = entry.identifier()
    if ("do_not" in entry.values) == ("ask" in entry.values):
        entry.fail("found both or none of do_not and ask", "write one of them")
    key = "do_not" if "do_not" in entry.values else "ask"
    screen = Screen(
        id=identifier,
        about=entry.texts("about"),
        says=cast(Literal["do-not", "ask"], key.replace("_", "-")),
        when=condition(entry, key, shapes),
        because=entry.both("because"),
        grounds=read_grounds(entry),
    )
    entry.done()
    return screen


def read_door(entry: Entry, shapes: Shapes) -> Door:
    """Return when no medicine is shown at all."""
    door = Door(condition(entry, "closed", shapes), entry.both("because"), read_grounds(entry))
    entry.done()
    return door


def read_fresh(entry: Entry) -> Fresh:
    """Return which answers grow old, and when."""
    fresh = Fresh(entry.integer("hours"), entry.texts("groups"))
    entry.done()
    return fresh


def read_told(entry: Entry) -> dict[str, str]:
    """Return which fact a dose of each effect makes true."""
    told = {effect: entry.text(effect) for effect in EFFECTS}
    entry.done()
    return told


def read_extra(entry: Entry, shapes: Shapes) -> Extra:
    """Return one thing people take besides."""
    extra = Extra(
        id=entry.identifier(),
        title=entry.both("title"),
        says=entry.boths("says"),
        unless=condition(entry, "unless", shapes),
        grounds=read_grounds(entry),
    )
    entry.done()
    return extra


def read_course(entry: Entry) -> Course:
    """Return how many days a family of medicines is taken; the days stand in order."""
    course = Course(
        id=entry.identifier(),
        plan_days=entry.integer("plan_days"),
        review_day=entry.integer("review_day"),
        warn_from=entry.integer("warn_from"),
        stop_day=entry.integer("stop_day"),
        clinician_days=entry.integer("clinician_days"),
        says=entry.both("says"),
        grounds=read_grounds(entry),
    )
    days = (course.plan_days, course.warn_from, course.stop_day, course.clinician_days)
    if list(days) != sorted(days) or not 1 <= course.review_day <= course.stop_day:
        entry.fail(f"found the days {list(days)}", "let plan, warn, stop, clinician days rise")
    entry.done()
    return course


def read_family(entry: Entry) -> Family:
    """Return one family of medicines."""
    family = Family(
        id=entry.identifier(),
        name=entry.both("name"),
        what=entry.both("what"),
        route=entry.choice("route", ROUTES),
        course=entry.text("course"),
        effects=entry.texts("effects", default=()),
        always=entry.boths("always"),
        stop_if=entry.both("stop_if"),
        grounds=read_grounds(entry),
    )
    if not set(family.effects) <= set(EFFECTS):
        entry.fail(f"found {list(family.effects)}", f"use {', '.join(EFFECTS)}", "effects")
    entry.done()
    return family


def read_medicine(entry: Entry) -> Medicine:
    """Return one medicine with its markets."""
    identifier = entry.identifier()
    markets = [read_market(each) for each in entry.entries("markets")]
    medicine = Medicine(
        id=identifier,
        family=entry.text("family"),
        ingredient=entry.text("ingredient"),
        unit=entry.choice("unit", UNITS),
        name=entry.both("name"),
        what=entry.both("what"),
        start=entry.integer("start") if entry.has("start") else None,
        strengths=entry.integers("strengths"),
        markets={each.country: each for each in markets},
    )
    if len(medicine.markets) != len(markets):
        entry.fail("found a country twice", "write each country once", "markets")
    if not medicine.strengths or min(medicine.strengths) < 1:
        entry.fail(f"found {list(medicine.strengths)}", "write amounts above 0", "strengths")
    if medicine.start is not None and medicine.start not in medicine.strengths:
        entry.fail(f"found start {medicine.start}", "write one of the strengths", "start")
    entry.done()
    return medicine


def read_market(entry: Entry) -> Market:
    """Return one market; self-care needs every number and anything else may have none."""
    entry.name = country = entry.text("in")
    status = cast(Status, entry.choice("status", STATUSES))
    market = Market(
        country=country,
        status=status,
        names=entry.texts("names", default=()),
        ceiling=_ceiling(entry) if status == "self-care" else None,
        how=entry.maybe_both("how"),
        sources=entry.texts("sources"),
        read_on=entry.day("read_on"),
        review=entry.text("review") if entry.has("review") else None,
    )
    if not market.sources:
        entry.fail("found no source", "name at least one source id", "sources")
    entry.done()
    return market


def _ceiling(entry: Entry) -> Ceiling:
    ceiling = Ceiling(
        entry.integer("per_dose"),
        entry.integer("per_day"),
        entry.integer("hours"),
        entry.integer("days"),
    )
    if not 0 < ceiling.per_dose <= ceiling.per_day or ceiling.hours < 1 or ceiling.days < 1:
        entry.fail(f"found {ceiling}", "write 0 < per_dose <= per_day, hours and days above 0")
    return ceiling


def read_pack(entry: Entry) -> Pack:
    """Return one thing taken at once that holds several medicines."""
    pack = Pack(
        id=entry.identifier(),
        name=entry.both("name"),
        country=entry.text("in"),
        parts=tuple(_part(each) for each in entry.entries("parts")),
    )
    if not pack.parts:
        entry.fail("found no parts", "list each medicine with its amount", "parts")
    entry.done()
    return pack


def _part(entry: Entry) -> Part:
    part = Part(entry.text("of"), entry.integer("amount"))
    if part.amount < 1:
        entry.fail(f"found {part.amount}", "write an amount above 0", "amount")
    entry.done()
    return part


def read_warnings(entry: Entry) -> dict[str, Both]:
    """Return the words of every warning of the log."""
    words = {kind: entry.both(kind) for kind in WARNINGS}
    entry.done()
    return words


def read_limits(entry: Entry) -> Limits:
    """Return the limits of the log."""
    names = ("window_hours", "look_back_hours", "same_minutes", "pause_days", "again_days")
    limits = Limits(*(entry.integer(name) for name in names))
    entry.done()
    return limits
