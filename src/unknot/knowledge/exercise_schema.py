"""The typed shapes of exercises, programmes and adaptation. Times in seconds, pain 0–10.

Their readers stand in `exercise_read`, their files are put together in `training`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from unknot.knowledge.read import Both
from unknot.knowledge.schema import Grounds
from unknot.rules.code import Reading, reading
from unknot.rules.nodes import Node

Kind = Literal["breathing", "mobility", "stretch", "strength", "aerobic"]
Sides = Literal["both", "each"]
Phase = Literal["calm", "restore", "strengthen", "keep"]
Role = Literal["settle", "warm_up", "strengthen", "stretch", "close"]
Variable = Literal["repetitions", "sets", "hold_seconds"]
Light = Literal["green", "amber", "red", "waiting", "not_done"]
ChangeKind = Literal["progress", "hold", "regress", "deload", "flare", "stop"]
Action = Literal[
    "nothing",
    "stop",
    "calm_down",
    "step_back",
    "step_down",
    "step_up",
    "next_phase",
    "put_aside",
    "smaller_range",
    "full_range",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
PHASES: tuple[Phase, ...] = get_args(Phase)
ROLES: tuple[Role, ...] = get_args(Role)
VARIABLES: tuple[Variable, ...] = get_args(Variable)
LIGHTS: tuple[Light, ...] = get_args(Light)
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
ACTIONS: tuple[Action, ...] = get_args(Action)
IRRITABILITIES = ("low", "moderate", "high")
DOSE_SOURCES = ("stated", "inferred", "programme-default")
EXTRA_REGIONS = frozenset({"hips", "breathing"})
MUSCLES = frozenset(
    {
        "rhomboids",
        "trapezius_upper",
        "trapezius_middle",
        "trapezius_lower",
        "levator_scapulae",
        "erector_spinae",
        "latissimus",
        "pectorals",
        "serratus",
        "deep_neck",
        "deltoids",
        "rotator_cuff",
        "abdominals",
        "glutes",
        "hamstrings",
        "hip_flexors",
        "diaphragm",
        "adductors",
        "calves",
        "quadriceps",
    }
)


@dataclass(frozen=True)
class Dose:
    """How much of one exercise: `hold_seconds` each repetition, `rest_seconds` between sets."""

    sets: int
    repetitions: int
    hold_seconds: int
    rest_seconds: int


@dataclass(frozen=True)
class Bounds:
    """What a dose may never pass, whatever the responses."""

    sets: int
    repetitions: int
    hold_seconds: int

    def of(self, variable: Variable) -> int:
        """Return the highest value of one dose variable."""
        return {
            "sets": self.sets,
            "repetitions": self.repetitions,
            "hold_seconds": self.hold_seconds,
        }[variable]


@dataclass(frozen=True)
class Exercise:
    """One exercise. Allowed only while `avoid_if` is known to be false.

    `irritability` is the highest level at which it may be used: a `low` one is for calm days only.
    `repetition_seconds` is one repetition at its slow pace, without the hold.
    """

    id: str
    name: Both
    summary: Both
    regions: tuple[str, ...]
    kind: Kind
    position: str
    other_positions: tuple[str, ...]
    steps: tuple[Both, ...]
    feel: Both
    mistakes: tuple[Both, ...]
    purpose: Both
    targets: tuple[str, ...]
    opposes: tuple[str, ...]
    sides: Sides
    load: int
    irritability: str
    phases: tuple[Phase, ...]
    repetition_seconds: int
    doses: Mapping[Phase, Dose]
    bounds: Bounds
    dose_source: str
    dose_sources: tuple[str, ...]
    equipment: tuple[str, ...]
    avoid_if: Node
    condition: str
    stop_if: tuple[Both, ...]
    easier: str | None
    harder: str | None
    partner: str | None
    alternative: str | None
    movement: str
    grounds: Grounds


@dataclass(frozen=True)
class Slot:
    """A place in a session: the first exercise of `choose` that is allowed takes it."""

    role: Role
    choose: tuple[str, ...]
    because: Both


@dataclass(frozen=True)
class Goal:
    """A slot more for people who want something of their own, when `when` is known to hold."""

    id: str
    when: Node
    slot: Slot
    grounds: Grounds


@dataclass(frozen=True)
class PhasePlan:
    """One phase of a programme: its length in weeks, its sessions, most important slot first."""

    id: Phase
    weeks: int
    max_sessions: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Pattern:
    """The twelve weeks for one kind of trouble."""

    id: str
    name: Both
    summary: Both
    phases: tuple[PhasePlan, ...]
    grounds: Grounds

    def phase(self, phase: Phase) -> PhasePlan:
        """Return the plan of one phase."""
        return next(each for each in self.phases if each.id == phase)

    def exercises(self) -> tuple[str, ...]:
        """Return every exercise the pattern can choose, in order, each once."""
        return self._exercises

    @cached_property
    def _exercises(self) -> tuple[str, ...]:
        found = (name for phase in self.phases for slot in phase.slots for name in slot.choose)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class PatternRow:
    """Chooses `pattern` when it is the first row that holds."""

    id: str
    when: Node
    pattern: str
    because: Both
    grounds: Grounds


@dataclass(frozen=True)
class Holds:
    """What a lock keeps shut. Any one match is enough."""

    kinds: tuple[str, ...] = ()
    min_load: int | None = None
    equipment: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    irritability: tuple[str, ...] = ()

    def match(self, exercise: Exercise) -> bool:
        """Return whether this exercise is behind the lock."""
        return (
            exercise.kind in self.kinds
            or (self.min_load is not None and exercise.load >= self.min_load)
            or any(each in self.equipment for each in exercise.equipment)
            or exercise.id in self.exercises
            or exercise.irritability in self.irritability
        )


@dataclass(frozen=True)
class Lock:
    """Keeps exercises out of a session unless `when` is known to be false.

    A `calm` lock that holds also makes the programme begin in its calm phase.
    """

    id: str
    when: Node
    holds: Holds
    calm: bool
    reason: Both
    unlocks: Both
    grounds: Grounds


@dataclass(frozen=True)
class Standing:
    """A reason that comes from the profile or the calendar, not from a condition."""

    id: str
    reason: Both
    unlocks: Both


@dataclass(frozen=True)
class Defaults:
    """What is assumed, at the careful end, when the profile is silent.

    `floor` are the positions on the floor, where getting down and up again takes strength.
    """

    minutes: int
    days_per_week: int
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    change_over_seconds: int
    weeks: int
    more_weeks: int
    goals_at_once: int
    floor: tuple[str, ...]


@dataclass(frozen=True)
class LightRow:
    """The light of one session, when it is the first row that holds."""

    id: str
    when: Node
    light: Light
    grounds: Grounds


@dataclass(frozen=True)
class StepRow:
    """One way a line of `kind` may rise by `by`, up to `until` or the exercise's own bound."""

    kind: Kind
    variable: Variable
    by: int
    until: int | None
    phases: tuple[Phase, ...]


@dataclass(frozen=True)
class DownRow:
    """One way a line of `kind` comes down by `by`, never under `floor`."""

    kind: Kind
    variable: Variable
    by: int
    floor: int


@dataclass(frozen=True)
class AdaptRow:
    """The one change of a programme, when it is the first row that holds.

    `reason` says what we do; `seen` what we saw, and may name a fact as {fact}.
    """

    id: str
    when: Node
    then: ChangeKind
    does: Action
    reason: Both
    seen: Both
    grounds: Grounds


@dataclass(frozen=True)
class Instead:
    """What is said when a step was earned but none can be taken."""

    id: str
    reason: Both
    grounds: Grounds


@dataclass(frozen=True)
class WayBack:
    """What follows a flare: gentle days, then the steps; `help` says when to see somebody."""

    gentle_days: int
    steps: tuple[Both, ...]
    help: Both
    grounds: Grounds


@dataclass(frozen=True)
class Training:
    """Everything that is known of exercises, programmes and how they adapt.

    `similar` gives, for each exercise, those that can stand in for it: as gentle, same purpose.
    """

    exercises: Mapping[str, Exercise]
    similar: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, Pattern]
    phases: Mapping[str, Both]
    pattern_rows: tuple[PatternRow, ...]
    goals: tuple[Goal, ...]
    locks: tuple[Lock, ...]
    standing: Mapping[str, Standing]
    defaults: Defaults
    lights: tuple[LightRow, ...]
    steps: tuple[StepRow, ...]
    downs: tuple[DownRow, ...]
    rows: tuple[AdaptRow, ...]
    ceiling: Instead
    variety: Instead
    goes_on: Instead
    other_days: Instead
    way_back: WayBack
    words: Mapping[str, Both]
    lines_per_step: int
    aside_days: int
    vary_days: int
    careful_from: int
    strong_from: int
    noticed_change: int
    gate_open_hours: int
    morning_hours: int
    away_days: tuple[int, ...]

    @cached_property
    def locks_on(self) -> Mapping[str, tuple[Lock, ...]]:
        """Return the locks each exercise is behind, by its id."""
        return {
            name: tuple(lock for lock in self.locks if lock.holds.match(each))
            for name, each in self.exercises.items()
        }

    @cached_property
    def light_truths(self) -> Reading:
        """Return what reads every light at once, in the order of the rows."""
        return reading([row.when for row in self.lights])

    @cached_property
    def row_truths(self) -> Reading:
        """Return the same for the rows of adaptation, over facts with the derived ones counted."""
        return reading([row.when for row in self.rows])
