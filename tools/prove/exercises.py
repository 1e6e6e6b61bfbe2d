"""No exercise past its `avoid_if` or a lock, in any programme and phase, for every person."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml
import z3

from tools.prove.verdict import failures, nobody
from tools.prove.world import World, closing, open_or_no
from unknot.knowledge.exercise_schema import PHASES, Exercise
from unknot.knowledge.load import ROOT
from unknot.rules.prove import Formula, Person

FILES = sorted((ROOT / "cases" / "training").glob("contraindications-*.yaml"))


def past_avoid_if(world: World) -> Iterator[str]:
    """Yield people who may meet an exercise although its `avoid_if` is true or unknown."""
    person = world.person()
    for name, exercise, may in _meetings(world, person):
        claim = person.holds(exercise.avoid_if).false
        yield from failures(person, claim, may, name)


def past_an_answer(world: World) -> Iterator[str]:
    """Yield people who may meet an exercise although one answer against it is yes or missing."""
    person = world.person()
    for name, exercise, may in _meetings(world, person):
        for part in closing(exercise.avoid_if):
            claim = open_or_no(part, person)
            if claim is not None:
                yield from failures(person, claim, may, f"{name}, {part}")


def past_the_cases(world: World) -> Iterator[str]:
    """Yield people who may meet an exercise although a case forbids it to their one answer.

    The cases were written for one person each; here they hold for everybody who shares the answer,
    and for everybody who has not given it.
    """
    person = world.person()
    cases = (case for file in FILES for case in yaml.safe_load(file.read_text(encoding="utf-8")))
    for case in cases:
        exercise = world.training.exercises[case["exercise"]]
        for about, said in _against(case, person):
            for phase in exercise.phases:
                may = world.may(exercise, phase, person)
                yield from failures(person, z3.Not(said), may, f"{exercise.id}, {about}, {phase}")


def in_fresh_pain(world: World) -> Iterator[str]:
    """Yield people who may load or stretch in the first two days of pain, or not knowing."""
    person = world.person()
    days, pain = person.facts["days_since_onset"], person.facts["pain_0_10"]
    settled = z3.And(days.known, days.value > 2)
    calm = z3.Or(settled, z3.And(pain.known, pain.value < 1))
    for name, exercise, may in _meetings(world, person):
        if exercise.load > 0 or exercise.kind == "stretch":
            yield from failures(person, calm, may, name)


def in_strong_pain(world: World) -> Iterator[str]:
    """Yield people in strong or unknown pain who may meet more than the gentlest exercises."""
    person = world.person()
    pain = person.facts["pain_0_10"]
    bearable = z3.And(pain.known, pain.value < 7)
    for name, exercise, may in _meetings(world, person):
        if exercise.irritability != "high":
            yield from failures(person, bearable, may, name)


def reachable(world: World) -> Iterator[str]:
    """Yield exercises nobody may ever do, and locks that never close."""
    person = world.person()
    for name, _, may in _meetings(world, person):
        yield from nobody(person, may, name)
    for lock in world.training.locks:
        yield from nobody(person, person.holds(lock.when).true, lock.id)
        if not any(lock.holds.match(each) for each in world.training.exercises.values()):
            yield f"{lock.id}: holds no exercise"


def _meetings(world: World, person: Person) -> Iterator[tuple[str, Exercise, Formula]]:
    """Yield every exercise in every phase in which some programme can choose it."""
    known = world.training.exercises
    for phase in PHASES:
        slots = [s for p in world.training.patterns.values() for s in p.phase(phase).slots]
        chosen = {name for slot in slots for name in slot.choose}
        others = {each for n in chosen for each in (known[n].alternative, known[n].easier) if each}
        for name in sorted(chosen | others):
            if phase in known[name].phases:
                yield f"{name} in {phase}", known[name], world.may(known[name], phase, person)


def _against(case: dict[str, Any], person: Person) -> Iterator[tuple[str, Formula]]:
    """Yield each answer that forbids the exercise of a case, or its lack."""
    for fact in case["never_with"]:
        yield fact, z3.Or(person.is_(fact, True), person.is_unknown(fact))
    if "from_age" in case:
        age = person.facts["age_years"]
        old = z3.Or(z3.Not(age.known), age.value >= case["from_age"])
        yield f"from {case['from_age']} years", old


PROPERTIES: dict[str, Callable[[World], Iterator[str]]] = {
    "no exercise past its avoid_if, true or unknown, in any programme and phase": past_avoid_if,
    "no exercise past a single answer against it, yes or missing": past_an_answer,
    "no exercise that a case forbids to anybody with the same answer, or without": past_the_cases,
    "nothing loaded and no stretch in the first two days of pain": in_fresh_pain,
    "only the gentlest exercises in strong pain, or unknown": in_strong_pain,
    "no exercise and no lock that is for nobody": reachable,
}
