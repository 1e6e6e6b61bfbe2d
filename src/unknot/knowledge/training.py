"""Puts exercises, programmes and adaptation together, and refuses them as a whole when wrong."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from unknot.knowledge import exercise_read as reading
from unknot.knowledge.exercise_read import Names
from unknot.knowledge.exercise_schema import (
    IRRITABILITIES,
    PHASES,
    Defaults,
    Exercise,
    Instead,
    Training,
)
from unknot.knowledge.load import ROOT, Problems
from unknot.knowledge.once import Once
from unknot.knowledge.read import Both, ContentError, Entry, as_entry, read_file
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate


@Once
def training(knowledge: Knowledge) -> Training:
    """Return the product's training content; read once for each content hash.

    Raises ContentError with every problem found.
    """
    return training_from(ROOT, knowledge)


def training_from(root: Path, knowledge: Knowledge) -> Training:
    """Return the training content below `root`, its facts and sources declared in `knowledge`."""
    problems = Problems()
    names = Names(knowledge.shapes, knowledge.sources)
    choosing = _file(root / "tables" / "programme.yaml", root)
    adapting = _file(root / "tables" / "adapt.yaml", root)
    for table, entry in (("programme", choosing), ("adapt", adapting)):
        if entry.text("table") != table:
            entry.fail(f"found table {entry.text('table')!r}", f"write {table!r}", "table")
    exercises = problems.by_id(
        _folder(root, "exercises"), lambda entry: reading.read_exercise(entry, names)
    )
    patterns = problems.by_id(
        _folder(root, "programmes"), lambda entry: reading.read_pattern(entry, names)
    )
    rows = problems.by_id(
        choosing.entries("patterns"), lambda entry: reading.read_pattern_row(entry, names)
    )
    goals = problems.by_id(choosing.entries("goals"), lambda entry: reading.read_goal(entry, names))
    locks = problems.by_id(choosing.entries("locks"), lambda entry: reading.read_lock(entry, names))
    lights = problems.by_id(
        adapting.entries("lights"), lambda entry: reading.read_light(entry, names)
    )
    adapt = problems.by_id(
        adapting.entries("rows"), lambda entry: reading.read_adapt_row(entry, names)
    )
    standing = problems.by_id(choosing.entries("standing"), reading.read_standing)
    steps = problems.each(adapting.entries("steps"), reading.read_step)
    downs = problems.each(adapting.entries("downs"), reading.read_down)
    problems.raise_any()
    limits = adapting.entry("limits")
    content = Training(
        exercises=exercises,
        similar={each.id: similar(each, exercises.values()) for each in exercises.values()},
        patterns=patterns,
        phases=dict(_phase(entry) for entry in choosing.entries("phases")),
        pattern_rows=tuple(rows.values()),
        goals=tuple(goals.values()),
        locks=tuple(locks.values()),
        standing=standing,
        defaults=_defaults(choosing, names),
        lights=tuple(lights.values()),
        steps=tuple(steps),
        downs=tuple(downs),
        rows=tuple(adapt.values()),
        ceiling=_instead(adapting, "ceiling", names),
        variety=_instead(adapting, "variety", names),
        goes_on=_instead(adapting, "goes_on", names),
        other_days=_instead(adapting, "other_days", names),
        way_back=reading.read_way_back(adapting.entry("way_back"), names),
        words=_words(adapting.entry("words")),
        lines_per_step=limits.integer("lines_per_step"),
        aside_days=limits.integer("aside_days"),
        vary_days=limits.integer("vary_days"),
        careful_from=limits.integer("careful_from"),
        strong_from=limits.integer("strong_from"),
        noticed_change=limits.integer("noticed_change"),
        gate_open_hours=limits.integer("gate_open_hours"),
        morning_hours=limits.integer("morning_hours"),
        away_days=limits.integers("away_days"),
    )
    for entry in (limits, choosing, adapting):
        entry.done()
    problems.place(dangling(content))
    problems.raise_any()
    return content


def similar(exercise: Exercise, among: Iterable[Exercise]) -> tuple[str, ...]:
    """Return what can stand in for an exercise, nearest first.

    Of the same kind and side of the body, for one muscle of the same at least, no heavier, and
    usable while the pain is as easily stirred.
    """
    found = [
        each
        for each in among
        if each.id != exercise.id
        and each.kind == exercise.kind
        and each.load <= exercise.load
        and IRRITABILITIES.index(each.irritability) >= IRRITABILITIES.index(exercise.irritability)
        and set(each.targets) & set(exercise.targets)
        and set(each.regions) & set(exercise.regions)
    ]
    return tuple(each.id for each in sorted(found, key=lambda each: _distance(each, exercise)))


def _distance(one: Exercise, other: Exercise) -> tuple[int, int, str]:
    shared = set(one.targets) & set(other.targets)
    places = set(one.regions) & set(other.regions)
    return -len(shared), -len(places), one.id


def dangling(content: Training) -> Iterator[str]:
    """Yield a problem for every name that points at nothing, and for tables without an end."""
    known = content.exercises
    for exercise in known.values():
        for field in ("easier", "harder", "partner", "alternative"):
            other = getattr(exercise, field)
            if other is not None and other not in known:
                yield f"exercises/{exercise.id}.yaml: {field} {other!r} is no exercise; mend the id"
    for field in ("easier", "harder"):
        yield from _circles(known, field)
    for pattern in content.patterns.values():
        for name in pattern.exercises():
            if name not in known:
                yield f"programmes/{pattern.id}.yaml: {name!r} is no exercise; mend the id"
        for phase in pattern.phases:
            for slot in phase.slots:
                for name in slot.choose:
                    if name in known and phase.id not in known[name].phases:
                        yield (
                            f"programmes/{pattern.id}.yaml: {name!r} has no dose in {phase.id!r}; "
                            "choose another or give it the phase"
                        )
    for goal in content.goals:
        for name in goal.slot.choose:
            if name not in known:
                yield f"{goal.id}: {name!r} is no exercise; mend the id"
    for row in content.pattern_rows:
        if row.pattern not in content.patterns:
            yield f"{row.id}: {row.pattern!r} is no programme; mend the id"
    for lock in content.locks:
        for name in lock.holds.exercises:
            if name not in known:
                yield f"{lock.id}: {name!r} is no exercise; mend the id"
    if tuple(content.phases) != PHASES:
        yield f"tables/programme.yaml: list the phases {', '.join(PHASES)}"
    for end in (content.pattern_rows[-1], content.rows[-1]):
        if evaluate(end.when, {}) is not True:
            yield f"{end.id}: the last row must always hold; write when: true"


def _circles(known: Mapping[str, Exercise], field: str) -> Iterator[str]:
    """Yield a problem for every exercise that is easier (or harder) than itself."""
    for name in known:
        chain = [name]
        while (other := getattr(known[chain[-1]], field)) in known and other not in chain:
            chain.append(other)
        if other == name:
            ring = ", ".join([*chain, name])
            yield f"exercises/{name}.yaml: {field} goes in a circle, {ring}; leave one out"


def _defaults(entry: Entry, names: Names) -> Defaults:
    return reading.read_defaults(entry.entry("defaults"), names)


def _instead(entry: Entry, key: str, names: Names) -> Instead:
    return reading.read_instead(entry.entry(key), names)


def _phase(entry: Entry) -> tuple[str, Both]:
    phase = (entry.identifier(), Both(entry.text("en"), entry.text("fr")))
    entry.done()
    return phase


def _words(entry: Entry) -> dict[str, Both]:
    return {key: entry.both(key) for key in entry.values}


def _file(path: Path, root: Path) -> Entry:
    shown = str(path.relative_to(root))
    if not path.exists():
        raise ContentError(f"{shown}:1: the table is missing; add it")
    return as_entry(read_file(path, root), shown)


def _folder(root: Path, folder: str) -> Iterator[Entry]:
    for path in sorted((root / folder).glob("*.yaml")):
        entry = _file(path, root)
        if entry.text("id") != path.stem:
            entry.fail(f"found id {entry.text('id')!r}", f"write {path.stem!r}", "id")
        yield entry
