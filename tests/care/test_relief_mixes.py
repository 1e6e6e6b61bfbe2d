"""What must not be combined, what waits and until when, and the numbers of every measure."""

from typing import Any

import pytest

from tests.cases.test_cases import KNOWLEDGE, Case, everybody
from unknot.care.mixing import mixes, pairs, told
from unknot.care.relief import relief, withheld
from unknot.care.waiting import waiting

PEOPLE = {case.id.removeprefix("case."): case for case in everybody()}
RELIEF = [case for name, case in PEOPLE.items() if name.startswith("relief-")]
WELL = PEOPLE["relief-well-overload"]
NEVER = None


def offered(case: Case) -> list[str]:
    return [offer.measure for offer in relief(case.facts, KNOWLEDGE)]


def apart(one: str, other: str) -> Any:
    """Return the hours between two things; None is never, and 0 that nothing keeps them apart."""
    found = {
        each.hours_apart
        for each in KNOWLEDGE.combinations
        if (one, other) in pairs(each) or (other, one) in pairs(each)
    }
    return NEVER if NEVER in found else max((each for each in found if each), default=0)


# C50 names the first four; C04, C05, C06, C26, C46, C48 and C56 the rest.
MUST_NOT_MEET = [
    ("warm-pack", "warming-cream", NEVER),
    ("ask-about-gel", "anti-inflammatory-tablet", NEVER),
    ("ask-about-gel", "aspirin", NEVER),
    ("anti-inflammatory-tablet", "aspirin", NEVER),
    ("muscle-relaxant", "sleeping-pill", NEVER),
    ("muscle-relaxant", "calming-herbs", NEVER),
    ("muscle-relaxant", "alcohol", NEVER),
    ("light-self-massage", "spine-flare", NEVER),
    ("trained-massage", "spine-flare", NEVER),
    ("light-self-massage", "warming-cream", NEVER),
    ("trained-massage", "warming-cream", NEVER),
    ("warm-pack", "medicated-patch", NEVER),
    ("cold-pack", "warming-cream", NEVER),
    ("cold-then-warm", "medicated-patch", NEVER),
    ("tens", "ask-about-gel", NEVER),
    ("tens", "warming-cream", NEVER),
    ("warm-bath", "alcohol", NEVER),
    ("warm-bath", "sleeping-pill", NEVER),
    ("warm-pack", "sleeping-pill", NEVER),
    ("cold-pack", "alcohol", NEVER),
    ("paracetamol", "second-paracetamol", NEVER),
    ("warm-pack", "ask-about-gel", 4),
    ("warm-bath", "ask-about-gel", 4),
    ("warm-bath", "warming-cream", 4),
    ("cold-then-warm", "cold-pack", 4),
    ("cold-then-warm", "warm-pack", 4),
    ("cold-then-warm", "warm-bath", 4),
    ("cold-pack", "warm-pack", 2),
    ("cold-pack", "warm-bath", 2),
    ("warm-pack", "warm-bath", 2),
    ("cold-pack", "light-self-massage", 2),
    ("cold-pack", "trained-massage", 2),
    ("tens", "warm-pack", 1),
    ("tens", "cold-pack", 1),
    ("tens", "warm-bath", 1),
    ("belly-breathing", "warm-pack", 0),
]


@pytest.mark.parametrize(("one", "other", "hours"), MUST_NOT_MEET)
def test_what_must_not_meet_is_named(one: str, other: str, hours: int | None) -> None:
    assert apart(one, other) == apart(other, one) == hours


def test_every_combination_is_held_by_a_number_here() -> None:
    named = {frozenset(each[:2]) for each in MUST_NOT_MEET}
    for combination in KNOWLEDGE.combinations:
        assert named & {frozenset(pair) for pair in pairs(combination)}, combination.id


def test_only_what_can_meet_is_told() -> None:
    seen = mixes(offered(WELL), KNOWLEDGE)
    assert {mix.measure for mix in seen} <= set(offered(WELL))
    assert {mix.other for mix in seen} <= set(offered(WELL)) | set(KNOWLEDGE.things)
    only_cold = mixes(["cold-pack"], KNOWLEDGE)
    assert "warm-pack" not in {mix.other for mix in only_cold}
    assert {"alcohol", "warming-cream"} <= {mix.other for mix in only_cold}


def test_a_pair_is_told_once_the_strictest_way() -> None:
    seen = mixes(offered(WELL), KNOWLEDGE)
    assert len({(mix.measure, mix.other) for mix in seen}) == len(seen)
    for mix in seen:
        assert mix.hours_apart == apart(mix.measure, mix.other)


def test_mixes_of_medicines_are_told_to_everybody() -> None:
    always = {"mix.relaxant-sedative", "mix.paracetamol-twice"}
    assert {each.id for each in told([], KNOWLEDGE)} == always
    assert "mix.cold-warmth" in {each.id for each in told(offered(WELL), KNOWLEDGE)}


@pytest.mark.parametrize("case", RELIEF, ids=lambda case: case.id)
def test_what_waits_says_until_when(case: Case) -> None:
    held = waiting(case.facts, KNOWLEDGE)
    assert [each.measure for each in held] == [
        each.measure for each in withheld(case.facts, KNOWLEDGE)
    ]
    assert [each.measure for each in held if not each.unlocks and not each.unknown] == []


# Person, measure, the unlocks that are told, and the hours that time alone still takes.
UNTIL = [
    ("relief-injury-day-2", "warm-pack", ["unlock.two-days"], 24),
    ("relief-cause-injury", "warm-pack", ["unlock.two-days"], 72),
    ("relief-cause-injury", "seated-turn", ["unlock.two-days"], 72),
    ("relief-injury-day-2", "light-self-massage", ["unlock.hands-after-injury"], 120),
    ("relief-injury-day-2", "trained-massage", ["unlock.hands-after-injury"], 120),
    ("relief-injury-day-6", "trained-massage", ["unlock.hands-after-injury"], 24),
    ("relief-no-reason-day-2", "warm-pack", ["unlock.two-days"], 24),
    ("relief-routine-day-2", "cold-then-warm", ["unlock.third-day"], 24),
    ("relief-pain-5", "light-self-massage", ["unlock.pain-four"], None),
    ("relief-pain-7", "trained-massage", ["unlock.pain-six"], None),
    ("relief-swollen-all", "warm-pack", ["unlock.swelling"], None),
    ("relief-touchy-all", "warm-pack", ["unlock.touchy"], None),
    ("relief-wound-all", "tens", ["unlock.skin"], None),
    ("relief-fever-all", "cold-pack", ["unlock.fever"], None),
    ("relief-organ-jaundice", "ask-pharmacist", ["unlock.organ"], None),
    ("relief-overdose", "ask-pharmacist", ["unlock.taken-too-much"], None),
    ("relief-heart-all", "warm-pack", ["unlock.clinician"], None),
    ("relief-implant", "tens", ["unlock.clinician"], None),
    ("relief-pregnant-all", "warm-bath", ["unlock.pregnant"], None),
    ("relief-takes-ibuprofen", "ask-about-gel", ["unlock.medicine"], None),
    ("relief-gel-heart-aspirin", "ask-about-gel", ["unlock.medicine"], None),
    ("relief-gel-asthma", "ask-about-gel", ["unlock.clinician"], None),
    ("relief-chest", "cold-pack", ["unlock.place"], None),
    ("relief-low-back-too", "tens", ["unlock.tens-low-back"], None),
    ("relief-age-12", "cold-pack", ["unlock.age"], None),
    ("relief-shoulder-problem", "shoulder-roll", ["unlock.shoulder"], None),
    ("relief-cannot-lie-back", "rest-knees-on-chair", ["unlock.get-into"], None),
]


@pytest.mark.parametrize(("person", "measure", "unlocks", "hours"), UNTIL)
def test_a_lock_names_what_opens_it(
    person: str, measure: str, unlocks: list[str], hours: int | None
) -> None:
    held = {each.measure: each for each in waiting(PEOPLE[person].facts, KNOWLEDGE)}
    assert list(held[measure].unlocks) == unlocks
    assert held[measure].hours == hours


def test_every_unlock_is_told_to_somebody() -> None:
    assert {each.id for each in KNOWLEDGE.unlocks} == {name for row in UNTIL for name in row[2]}


def test_what_nobody_answered_is_asked_for() -> None:
    held = {each.measure: each for each in waiting(PEOPLE["relief-open-epilepsy"].facts, KNOWLEDGE)}
    assert held["tens"].unknown == ("epilepsy",)
    assert held["tens"].unlocks == ()


# Timer, ceiling and hours between, of every measure that has any. C02 cold, C04 and C06 warmth,
# C46 massage; what no policy names is ours and marked for review.
NUMBERS = {
    "cold-pack": (15, 20, 2),
    "warm-pack": (15, 20, 2),
    "warm-bath": (10, 15, 4),
    "cold-then-warm": (None, 40, 4),
    "light-self-massage": (5, 10, 4),
    "trained-massage": (None, 30, 48),
    "tens": (20, 30, 4),
    "belly-breathing": (3, 5, None),
    "relax-with-music": (15, 30, None),
    "rest-knees-on-chair": (2, 15, None),
    "rest-on-side": (2, 15, None),
    "rest-lean-on-table": (2, 15, None),
    "rest-half-sitting": (2, 15, None),
    "short-walks": (5, 10, 1),
    "shoulder-roll": (1, 2, 2),
    "seated-turn": (1, 2, 2),
}


def test_every_number_is_the_one_of_the_policy() -> None:
    found = {
        each.id: (each.timer_minutes, each.max_minutes, each.min_hours_between)
        for each in KNOWLEDGE.measures.values()
        if each.timer_minutes or each.max_minutes or each.min_hours_between
    }
    assert found == NUMBERS


def test_the_routine_is_cold_then_a_pause_then_warmth() -> None:
    routine = KNOWLEDGE.measures["cold-then-warm"]
    assert (routine.sequence, routine.pause_minutes) == (("cold-pack", "warm-pack"), 5)
    steps = [KNOWLEDGE.measures[each] for each in routine.sequence]
    longest = sum(step.timer_minutes or 0 for step in steps) + (routine.pause_minutes or 0)
    assert routine.max_minutes is not None
    assert longest <= routine.max_minutes
    assert all((step.timer_minutes or 99) <= (step.max_minutes or 0) <= 20 for step in steps)


def test_no_timer_runs_past_its_ceiling() -> None:
    for each in KNOWLEDGE.measures.values():
        assert (each.timer_minutes or 0) <= (each.max_minutes or 0)
        if each.timer_minutes and each.kind in ("cold", "warmth", "bath", "massage", "device"):
            assert each.stop_if is not None


def test_numbers_told_in_words_are_the_numbers_of_the_timer() -> None:
    for name in ("cold-pack", "warm-pack", "warm-bath", "light-self-massage"):
        measure = KNOWLEDGE.measures[name]
        words = " ".join(each.en for each in measure.how)
        assert f"{measure.timer_minutes} minutes" in words, name


# E401: what came before, and what is offered for it alone.
CAUSES = {
    "relief-cause-overload": {"warm-bath", "stop-and-ease"},
    "relief-cause-forced-pose": {"warm-bath", "towel-roll"},
    "relief-cause-stress": {"warm-bath", "relax-with-music", "warm-drink", "leave-tinctures"},
    "relief-cause-spine-flare": {"own-set-only", "leave-warmth"},
    "relief-cause-injury": {"cold-pack", "leave-warmth"},
    "relief-organ-jaundice": {"leave-painkillers"},
}


def test_six_causes_give_six_answers() -> None:
    answers = {name: frozenset(offered(PEOPLE[name])) for name in CAUSES}
    assert len(set(answers.values())) == len(CAUSES)
    for name, wanted in CAUSES.items():
        assert wanted <= answers[name], name


def test_an_unknown_cause_gets_no_more_than_any_known_one() -> None:
    """C39: without a cause only what every cause is offered remains, cold by choice included."""
    unknown = set(offered(PEOPLE["relief-trigger-unknown"]))
    for trigger in KNOWLEDGE.facts["onset_trigger"].options:
        facts = {**PEOPLE["relief-trigger-unknown"].facts, "onset_trigger": trigger.id}
        known = {offer.measure for offer in relief(facts, KNOWLEDGE)}
        extra = {each for each in unknown - known if not each.startswith("leave-")}
        assert extra == set(), trigger.id
