"""Entries of exercise, programme and adaptation files to typed rows; what is unknown is refused."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from unknot.knowledge.exercise_schema import (
    ACTIONS,
    CHANGE_KINDS,
    DOSE_SOURCES,
    EXTRA_REGIONS,
    IRRITABILITIES,
    KINDS,
    LIGHTS,
    MUSCLES,
    PHASES,
    ROLES,
    VARIABLES,
    Action,
    AdaptRow,
    Bounds,
    ChangeKind,
    Defaults,
    Dose,
    DownRow,
    Exercise,
    Goal,
    Holds,
    Instead,
    Kind,
    Light,
    LightRow,
    Lock,
    Pattern,
    PatternRow,
    Phase,
    PhasePlan,
    Role,
    Sides,
    Slot,
    Standing,
    StepRow,
    Variable,
    WayBack,
)
from unknot.knowledge.read import Entry
from unknot.knowledge.schema import Grounds
from unknot.knowledge.tables import Shapes, condition, read_grounds


@dataclass(frozen=True)
class Names:
    """What a reader may refer to: declared facts with their words, and sources."""

    shapes: Shapes
    sources: Collection[str]

    def words(self, fact: str) -> frozenset[str]:
        """Return the options of a fact."""
        return self.shapes[fact].words if fact in self.shapes else frozenset()


def read_exercise(entry: Entry, names: Names) -> Exercise:
    """Return one exercise."""
    identifier = entry.identifier()
    phases = cast(tuple[Phase, ...], known(entry, "phases", PHASES))
    bounds = _bounds(entry.entry("bounds"))
    exercise = Exercise(
        id=identifier,
        name=entry.both("name"),
        summary=entry.both("summary"),
        regions=known(entry, "regions", names.words("regions") | EXTRA_REGIONS),
        kind=cast(Kind, entry.choice("kind", KINDS)),
        position=entry.choice("position", tuple(sorted(names.words("can_get_into")))),
        other_positions=known(entry, "other_positions", names.words("can_get_into")),
        steps=entry.boths("steps"),
        feel=entry.both("feel"),
        mistakes=entry.boths("mistakes"),
        purpose=entry.both("purpose"),
        targets=known(entry, "targets", MUSCLES),
        opposes=known(entry, "opposes", MUSCLES),
        sides=cast(Sides, entry.choice("sides", ("both", "each"))),
        load=_between(entry, "load", 0, 3),
        irritability=entry.choice("irritability", IRRITABILITIES),
        phases=phases,
        repetition_seconds=_between(entry, "repetition_seconds", 0, 30),
        doses=_doses(entry.entry("doses"), phases, bounds),
        bounds=bounds,
        dose_source=entry.choice("dose_source", DOSE_SOURCES),
        dose_sources=_sources(entry, "dose_sources", names),
        equipment=known(entry, "equipment", names.words("equipment")),
        avoid_if=condition(entry, "avoid_if", names.shapes),
        condition=entry.text("avoid_if"),
        stop_if=entry.boths("stop_if"),
        easier=_maybe(entry, "easier"),
        harder=_maybe(entry, "harder"),
        partner=_maybe(entry, "partner"),
        alternative=_maybe(entry, "alternative"),
        movement=entry.text("movement"),
        grounds=grounds(entry, names),
    )
    entry.done()
    return exercise


def read_pattern(entry: Entry, names: Names) -> Pattern:
    """Return one programme: all four phases, in order, of twelve weeks together."""
    pattern = Pattern(
        id=entry.identifier(),
        name=entry.both("name"),
        summary=entry.both("summary"),
        phases=tuple(_phase(each) for each in entry.entries("phases")),
        grounds=grounds(entry, names),
    )
    if tuple(each.id for each in pattern.phases) != PHASES:
        entry.fail("found other phases", f"list {', '.join(PHASES)}, in this order", "phases")
    if sum(each.weeks for each in pattern.phases) != 12:
        entry.fail("the phases are not 12 weeks together", "mend the weeks", "phases")
    entry.done()
    return pattern


def read_pattern_row(entry: Entry, names: Names) -> PatternRow:
    """Return one row that chooses a programme."""
    row = PatternRow(
        id=entry.identifier(),
        when=condition(entry, "when", names.shapes),
        pattern=entry.text("pattern"),
        because=entry.both("because"),
        grounds=grounds(entry, names),
    )
    entry.done()
    return row


def read_goal(entry: Entry, names: Names) -> Goal:
    """Return what one goal adds to a session."""
    goal = Goal(
        id=entry.identifier(),
        when=condition(entry, "when", names.shapes),
        slot=_slot(entry.entry("slot")),
        grounds=grounds(entry, names),
    )
    entry.done()
    return goal


def read_lock(entry: Entry, names: Names) -> Lock:
    """Return one lock."""
    lock = Lock(
        id=entry.identifier(),
        when=condition(entry, "when", names.shapes),
        holds=_holds(entry.entry("holds"), names),
        calm=entry.truth("calm"),
        reason=entry.both("reason"),
        unlocks=entry.both("unlocks"),
        grounds=grounds(entry, names),
    )
    entry.done()
    return lock


def read_standing(entry: Entry) -> Standing:
    """Return one standing reason."""
    standing = Standing(entry.identifier(), entry.both("reason"), entry.both("unlocks"))
    entry.done()
    return standing


def read_defaults(entry: Entry, names: Names) -> Defaults:
    """Return what is assumed when the profile is silent."""
    defaults = Defaults(
        minutes=entry.integer("minutes"),
        days_per_week=_between(entry, "days_per_week", 1, 7),
        positions=known(entry, "positions", names.words("can_get_into")),
        equipment=known(entry, "equipment", names.words("equipment")),
        change_over_seconds=entry.integer("change_over_seconds"),
        weeks=entry.integer("weeks"),
        more_weeks=_between(entry, "more_weeks", 1, 12),
        goals_at_once=entry.integer("goals_at_once"),
        floor=known(entry, "floor", names.words("can_get_into")),
    )
    entry.done()
    return defaults


def read_light(entry: Entry, names: Names) -> LightRow:
    """Return one row of the traffic light."""
    row = LightRow(
        id=entry.identifier(),
        when=condition(entry, "when", names.shapes),
        light=cast(Light, entry.choice("light", LIGHTS)),
        grounds=grounds(entry, names),
    )
    entry.done()
    return row


def read_step(entry: Entry) -> StepRow:
    """Return one way a dose may rise."""
    row = StepRow(
        kind=cast(Kind, entry.choice("kind", KINDS)),
        variable=cast(Variable, entry.choice("variable", VARIABLES)),
        by=_between(entry, "by", 1, 60),
        until=entry.integer("until") if entry.has("until") else None,
        phases=cast(
            tuple[Phase, ...],
            known(entry, "phases", PHASES) if "phases" in entry.values else PHASES,
        ),
    )
    entry.done()
    return row


def read_down(entry: Entry) -> DownRow:
    """Return one way a dose comes down."""
    row = DownRow(
        kind=cast(Kind, entry.choice("kind", KINDS)),
        variable=cast(Variable, entry.choice("variable", VARIABLES)),
        by=_between(entry, "by", 1, 300),
        floor=_between(entry, "floor", 1, 900),
    )
    entry.done()
    return row


def read_adapt_row(entry: Entry, names: Names) -> AdaptRow:
    """Return one row of adaptation; `seen` may name declared facts in braces."""
    row = AdaptRow(
        id=entry.identifier(),
        when=condition(entry, "when", names.shapes),
        then=cast(ChangeKind, entry.choice("then", CHANGE_KINDS)),
        does=cast(Action, entry.choice("does", ACTIONS)),
        reason=entry.both("reason"),
        seen=entry.both("seen"),
        grounds=grounds(entry, names),
    )
    if row.then != "progress" and row.does in ("step_up", "next_phase"):
        entry.fail(f"found {row.does!r} under {row.then!r}", "only progress may rise", "does")
    entry.done()
    return row


def read_instead(entry: Entry, names: Names) -> Instead:
    """Return what is done and said at the top of a phase."""
    instead = Instead(entry.identifier(), entry.both("reason"), grounds(entry, names))
    entry.done()
    return instead


def read_way_back(entry: Entry, names: Names) -> WayBack:
    """Return the way back after a flare."""
    way = WayBack(
        gentle_days=_between(entry, "gentle_days", 1, 14),
        steps=entry.boths("steps"),
        help=entry.both("help"),
        grounds=grounds(entry, names),
    )
    entry.done()
    return way


def grounds(entry: Entry, names: Names) -> Grounds:
    """Return what the entry rests on; an undeclared source is refused."""
    _sources(entry, "sources", names)
    return read_grounds(entry)


def known(entry: Entry, key: str, among: Collection[str]) -> tuple[str, ...]:
    """Return a list of words out of `among`; empty when the field is absent."""
    words = entry.texts(key, default=())
    for word in words:
        if word not in among:
            entry.fail(f"found {word!r}", f"write one of {', '.join(sorted(among))}", key)
    return words


def _sources(entry: Entry, key: str, names: Names) -> tuple[str, ...]:
    sources = entry.texts(key)
    for source in sources:
        if source not in names.sources:
            entry.fail(f"found the undeclared source {source!r}", "add it to sources/", key)
    if not sources:
        entry.fail("found no source", "name at least one source id", key)
    return sources


def _phase(entry: Entry) -> PhasePlan:
    plan = PhasePlan(
        id=cast(Phase, entry.choice("id", PHASES)),
        weeks=_between(entry, "weeks", 0, 12),
        max_sessions=_between(entry, "max_sessions", 1, 7),
        slots=tuple(_slot(each) for each in entry.entries("slots")),
    )
    entry.done()
    return plan


def _slot(entry: Entry) -> Slot:
    slot = Slot(
        role=cast(Role, entry.choice("role", ROLES)),
        choose=entry.texts("choose"),
        because=entry.both("because"),
    )
    entry.done()
    return slot


def _holds(entry: Entry, names: Names) -> Holds:
    holds = Holds(
        kinds=known(entry, "kinds", KINDS),
        min_load=_between(entry, "min_load", 1, 3) if "min_load" in entry.values else None,
        equipment=known(entry, "equipment", names.words("equipment")),
        exercises=entry.texts("exercises", default=()),
        irritability=known(entry, "irritability", IRRITABILITIES),
    )
    if holds == Holds():
        entry.fail("found nothing to hold", "name kinds, min_load, equipment or exercises")
    entry.done()
    return holds


def _bounds(entry: Entry) -> Bounds:
    bounds = Bounds(
        sets=_between(entry, "max_sets", 1, 3),
        repetitions=_between(entry, "max_repetitions", 1, 15),
        hold_seconds=_between(entry, "max_hold_seconds", 0, 900),
    )
    entry.done()
    return bounds


def _doses(entry: Entry, phases: tuple[Phase, ...], bounds: Bounds) -> dict[Phase, Dose]:
    if set(entry.values) != set(phases):
        entry.fail("found doses for other phases", f"give one for each of {', '.join(phases)}")
    return {phase: _dose(entry.entry(phase), bounds) for phase in phases}


def _dose(entry: Entry, bounds: Bounds) -> Dose:
    dose = Dose(
        sets=_between(entry, "sets", 1, bounds.sets),
        repetitions=_between(entry, "repetitions", 1, bounds.repetitions),
        hold_seconds=_between(entry, "hold_seconds", 0, bounds.hold_seconds),
        rest_seconds=_between(entry, "rest_seconds", 0, 120),
    )
    entry.done()
    return dose


def _between(entry: Entry, key: str, low: int, high: int) -> int:
    value = entry.integer(key)
    if not low <= value <= high:
        entry.fail(f"found {value}", f"write {low} to {high}", key)
    return value


def _maybe(entry: Entry, key: str) -> str | None:
    return entry.text(key) if key in entry.values else None
