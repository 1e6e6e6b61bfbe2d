"""Invented people led through twelve weeks: seven temperaments, every step held to the invariants.

Everything is drawn from a seed, so that a person with a broken promise can be met again.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Literal, get_args

from unknot.care.adapt import adapt
from unknot.care.facts import Facts, with_derived
from unknot.care.invariants import broken_session, broken_step
from unknot.care.programme import START, Programme, build
from unknot.care.response import OUTCOMES, ExerciseResult, Response
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.training import training as training_of
from unknot.rules.nodes import Value

Temperament = Literal[
    "steady", "flaring", "over-eager", "fearful", "irregular", "worsening", "hostile"
]
TEMPERAMENTS: tuple[Temperament, ...] = get_args(Temperament)
BEGIN = date(2026, 11, 23)
WEEKS = 12
READ = (
    "regions", "age_years", "pain_0_10", "pain_at_rest_0_10", "days_since_onset", "had_before",
    "minutes_per_session", "days_per_week", "equipment", "can_get_into", "goals",
)  # fmt: skip


@dataclass
class Course:
    """What became of one person: the phase at the end of each week, changes, broken promises."""

    seed: int
    temperament: Temperament
    pattern: str
    phases: list[str] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    sessions: int = 0
    exercises: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


def simulate(seed: int, knowledge: Knowledge) -> Course:
    """Return the twelve weeks of the person drawn from this seed."""
    random = Random(seed)
    training = training_of(knowledge)
    temperament = TEMPERAMENTS[seed % len(TEMPERAMENTS)]
    facts = answers(random, temperament, knowledge)
    programme = build(facts, knowledge, BEGIN)
    course = Course(seed, temperament, programme.pattern)
    begun = with_derived({**facts, **START}, knowledge)
    course.broken += [f"first day: {each}" for each in broken_session(programme, begun, training)]
    responses: list[Response] = []
    pain = facts.get("pain_0_10")
    state = State(random, temperament, float(pain) if isinstance(pain, int) else 5.0)
    for day in range(WEEKS * 7):
        today = BEGIN + timedelta(days=day)
        state.night(today)
        if state.comes(programme, today) and not programme.stopped:
            state.sends(state.responds(programme, today, training), today)
            course.sessions += 1
            course.exercises |= {line.exercise_id for line in programme.session}
        for arrived in state.arrive(today):
            responses.append(replace(arrived, number=len(responses) + 1))
            responses.sort(key=lambda each: each.session_on)
            known = {**facts, **state.told(today)}
            programme = _step(programme, responses, known, knowledge, training, today, course)
        if day % 7 == 6:
            course.phases.append("stopped" if programme.stopped else programme.phase)
    return course


def _step(
    programme: Programme,
    responses: list[Response],
    facts: Facts,
    knowledge: Knowledge,
    training: Training,
    today: date,
    course: Course,
) -> Programme:
    morning = today + timedelta(days=1)
    after = adapt(programme, responses, facts, knowledge, morning)
    found = broken_step(programme, after, responses, facts, knowledge, training, morning)
    course.broken += [f"{today}: {each}" for each in found]
    if after.change is not None:
        course.changes[after.change.kind] += 1
    return after


def answers(random: Random, temperament: Temperament, knowledge: Knowledge) -> dict[str, Value]:
    """Return somebody's answers to all the programme reads; the hostile leave out or say yes."""
    hostile = temperament == "hostile"
    asked = [
        each
        for each in knowledge.facts.values()
        if each.asked and each.type == "bool" and not each.id.startswith("new_")
    ]
    weights = (70, 15, 15) if hostile else (96, 3, 1)
    facts: dict[str, Value] = {}
    for each in asked:
        said = random.choices((False, True, None), weights)[0]
        if said is not None:
            facts[each.id] = said
    for name in READ:
        if random.random() < (0.3 if hostile else 0.03):
            continue
        facts[name] = _answer(random, name, knowledge)
    return facts


def _answer(random: Random, name: str, knowledge: Knowledge) -> Value:
    fact = knowledge.facts[name]
    words = sorted(fact.shape.words)
    if fact.type == "int":
        low, high = fact.low or 0, fact.high or 0
        top = {"days_since_onset": 60, "minutes_per_session": 40, "pain_0_10": 8}.get(name, high)
        bottom = {"age_years": 16}.get(name, low)
        return random.randint(bottom, top)
    if fact.type == "word":
        return random.choice(words)
    most = 2 if name == "regions" else len(words)
    return frozenset(random.sample(words, random.randint(1, most)))


class State:
    """How one person's days go: pain that drifts by temperament, what they tell of a session."""

    def __init__(self, random: Random, temperament: Temperament, pain: float) -> None:
        self.random, self.temperament, self.pain = random, temperament, pain
        self.flare_days = 0
        self.under_way: list[tuple[date, Response]] = []
        self.told_on: date | None = None

    def told(self, today: date) -> dict[str, Value]:
        """Return when this person last told of a flare, if they did."""
        if self.told_on is None:
            return {}
        days = (today - self.told_on).days + 1  # the answer comes on the morning after
        return {"days_since_flare_told": days, "flare_pain_0_10": round(self.pain)}

    def night(self, today: date) -> None:
        """Let the pain drift to the next day; half of the flares are told of."""
        drift = {"steady": -0.06, "worsening": 0.09, "over-eager": 0.0}.get(self.temperament, -0.04)
        self.pain += drift + self.random.gauss(0, 0.25)
        chance = {"flaring": 0.04, "over-eager": 0.02}.get(self.temperament, 0.004)
        if self.flare_days:
            self.flare_days -= 1
            if not self.flare_days:
                self.pain -= 3
        elif self.random.random() < chance:
            self.flare_days = self.random.randint(2, 5)
            self.pain += 3
            if self.random.random() < 0.5:
                self.told_on = today
        self.pain = min(10.0, max(0.0, self.pain))

    def comes(self, programme: Programme, today: date) -> bool:
        """Return whether there is a session today and the person does it."""
        planned = any(
            day.on == today and day.kind == "session"
            for week in programme.weeks
            for day in week.days
        )
        if self.temperament in ("over-eager", "hostile"):
            return planned or self.random.random() < 0.4
        chance = {"fearful": 0.6, "irregular": 0.3}.get(self.temperament, 0.92)
        return planned and self.random.random() < chance

    def sends(self, response: Response, today: date) -> None:
        """Send a session: it arrives the same day, or days later from a phone without a line."""
        chance = {"irregular": 0.3, "hostile": 0.2}.get(self.temperament, 0.02)
        days = self.random.randint(1, 6) if self.random.random() < chance else 0
        self.under_way.append((today + timedelta(days=days), response))

    def arrive(self, today: date) -> list[Response]:
        """Return the sessions that arrive on this day."""
        found = [response for on, response in self.under_way if on <= today]
        self.under_way = [each for each in self.under_way if each[0] > today]
        return found

    def responds(self, programme: Programme, today: date, training: Training) -> Response:
        """Return what the person tells of the session of this day."""
        if self.temperament == "hostile":
            return self._anything(programme, today, training)
        before = self._score(0.0)
        extra = {"over-eager": 1.2, "fearful": 0.8}.get(self.temperament, 0.1)
        danger = 0.02 if self.temperament == "worsening" else 0.001
        done = "part" if self.temperament == "fearful" and self.random.random() < 0.5 else "all"
        return Response(
            session_on=today,
            completed=done,
            new_danger=self.random.random() < danger,
            results=tuple(self._results(programme)),
            pain_before=before,
            pain_during=self._score(extra),
            pain_after=self._score(extra / 2),
            pain_next_morning=self._score(extra / 3),
            effort=min(10, max(0, round(self.random.gauss(4 + 2 * extra, 1)))),
            phase=programme.phase,
        )

    def _score(self, more: float) -> int:
        return min(10, max(0, round(self.pain + more + self.random.gauss(0, 0.4))))

    def _results(self, programme: Programme) -> Iterator[ExerciseResult]:
        chance = {"fearful": 0.1, "over-eager": 0.02}.get(self.temperament, 0.015)
        for line in programme.session:
            if self.random.random() < chance:
                outcome: Any = self.random.choice([each for each in OUTCOMES if each != "done"])
                reason: Any = self.random.choice([None, "too_hard", "dislike", "no_equipment"])
                yield ExerciseResult(line.exercise_id, outcome, reason)

    def _anything(self, programme: Programme, today: date, training: Training) -> Response:
        """Return contradictory, missing and extreme answers, about exercises nobody gave them."""
        pick: Any = self.random.choice
        names = sorted(training.exercises)
        told = tuple(
            ExerciseResult(pick(names), pick(OUTCOMES), pick([None, "too_hard", "dislike"]))
            for _ in range(self.random.randint(0, 3))
        )
        scores: list[int | None] = [None, 0, 3, 7, 10]
        return Response(
            session_on=today,
            completed=pick([None, "all", "part", "none"]),
            new_danger=pick([True, *[False] * 30]),
            results=told,
            pain_before=pick(scores),
            pain_during=pick(scores),
            pain_after=pick(scores),
            pain_next_morning=pick(scores),
            effort=pick(scores),
            after_session=pick([None, "worse", "same", "better"]),
            phase=programme.phase,
        )
