"""Medicines over drawn people and drawn logs: whatever they answer or take, this stays true.

`test_medicine_proofs` proves the screen for every possible person; here real values go through the
real functions.
"""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.medicine_people import KNOWLEDGE, base
from tests.safety.test_triage_properties import values
from unknot.care.facts import check, with_derived
from unknot.care.medicine_doses import Dose, amounts, ceiling_for
from unknot.care.medicine_log import check as check_log
from unknot.care.medicines import is_open, screen
from unknot.knowledge.medicines import medicines
from unknot.rules.evaluate import evaluate

CONTENT = medicines(KNOWLEDGE)
CLEAR = base("clear")
COUNTRIES = [*CONTENT.countries, "BE", "CH", "other", ""]
NOW = datetime(2026, 11, 21, 12)
drawn = settings(max_examples=200, deadline=None)


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """Return a healthy person with a few answers changed or taken away."""
    names = draw(st.lists(st.sampled_from(sorted(CONTENT.facts)), unique=True, max_size=4))
    return CLEAR | {name: draw(values(KNOWLEDGE.facts[name])) for name in names}


@st.composite
def logs(draw: st.DrawFn) -> list[Dose]:
    """Return a few days of doses, often of the same pack."""
    packs = draw(st.lists(st.sampled_from(sorted(CONTENT.packs)), min_size=1, max_size=3))
    minutes = st.integers(0, 6 * 24 * 60)
    dose = st.builds(
        lambda pack, count, ago: Dose(pack, count, NOW - timedelta(minutes=ago)),
        st.sampled_from(packs),
        st.integers(1, 3),
        minutes,
    )
    return draw(st.lists(dose, max_size=14))


@drawn
@given(person=people(), country=st.sampled_from(COUNTRIES))
def test_no_card_past_a_contraindication_true_or_unknown(
    person: dict[str, Any], country: str
) -> None:
    facts = check(person, KNOWLEDGE)
    known = with_derived(facts, KNOWLEDGE)
    for card in screen(facts, KNOWLEDGE, CONTENT, country):
        rows = CONTENT.screens_of(CONTENT.medicines[card.medicine])
        clear = all(evaluate(row.when, known) is False for row in rows)
        assert card.verdict != "may" or clear
        assert (card.ceiling is not None) == (card.verdict == "may")
        assert card.start is None or card.verdict == "may"


@drawn
@given(person=people(), country=st.sampled_from(COUNTRIES))
def test_nothing_behind_a_closed_door(person: dict[str, Any], country: str) -> None:
    facts = check(person, KNOWLEDGE)
    cards = screen(facts, KNOWLEDGE, CONTENT, country)
    assert bool(cards) == is_open(facts, KNOWLEDGE, CONTENT)


@drawn
@given(person=people(), data=st.data())
def test_an_answer_taken_away_never_opens_a_card(person: dict[str, Any], data: Any) -> None:
    name = data.draw(st.sampled_from(sorted(CONTENT.facts)))
    before = {
        c.medicine: c.verdict for c in screen(check(person, KNOWLEDGE), KNOWLEDGE, CONTENT, "GB")
    }
    after = screen(check(person | {name: None}, KNOWLEDGE), KNOWLEDGE, CONTENT, "GB")
    assert all(each.verdict != "may" or before[each.medicine] == "may" for each in after)


@given(country=st.sampled_from(COUNTRIES))
def test_no_ceiling_above_the_strictest_source(country: str) -> None:
    facts = check(CLEAR, KNOWLEDGE)
    for card in screen(facts, KNOWLEDGE, CONTENT, country):
        medicine = CONTENT.medicines[card.medicine]
        course = CONTENT.courses[CONTENT.families[medicine.family].course]
        if card.ceiling is None:
            continue
        own = medicine.markets.get(country)
        known = [own] if own else list(medicine.markets.values())
        label = [market.ceiling for market in known if market.ceiling]
        assert card.ceiling.per_day <= min(each.per_day for each in label)
        assert card.ceiling.per_dose <= min(each.per_dose for each in label)
        assert card.ceiling.hours >= max(each.hours for each in label)
        assert card.ceiling.days <= min([course.stop_day, *(each.days for each in label)])


@drawn
@given(doses=logs(), country=st.sampled_from(COUNTRIES))
def test_the_log_never_misses_too_much_in_a_rolling_day(doses: list[Dose], country: str) -> None:
    log = check_log(doses, CONTENT, country, NOW)
    warned = {each.medicines[0] for each in log.warnings if each.kind == "over-day"}
    assert warned <= log.no_more
    window = timedelta(hours=CONTENT.limits.window_hours)
    recent = NOW - timedelta(hours=CONTENT.limits.look_back_hours)
    for medicine in CONTENT.medicines.values():
        ceiling = ceiling_for(medicine, country)
        for end in (dose.at for dose in doses if dose.at > recent):
            within = [dose for dose in doses if end - window < dose.at <= end]
            total = sum(amounts(dose, CONTENT).get(medicine.id, 0) for dose in within)
            if ceiling and total > ceiling.per_day:
                assert medicine.id in warned


@drawn
@given(doses=logs(), country=st.sampled_from(COUNTRIES))
def test_the_next_dose_never_breaks_the_limits(doses: list[Dose], country: str) -> None:
    log = check_log(doses, CONTENT, country, NOW)
    taken = {name for dose in doses for name in amounts(dose, CONTENT)}
    for name in taken:
        medicine = CONTENT.medicines[name]
        ceiling = ceiling_for(medicine, country)
        if ceiling is None:
            continue
        at = log.next_after.get(name, NOW)
        mine = [dose for dose in doses if name in amounts(dose, CONTENT)]
        begin = at - timedelta(hours=CONTENT.limits.window_hours)
        total = sum(amounts(dose, CONTENT)[name] for dose in mine if dose.at > begin)
        assert total + min(medicine.strengths) <= ceiling.per_day
        assert at - max(dose.at for dose in mine) >= timedelta(hours=ceiling.hours)


@drawn
@given(doses=logs(), more=logs(), country=st.sampled_from(COUNTRIES))
def test_more_doses_never_silence_too_much(
    doses: list[Dose], more: list[Dose], country: str
) -> None:
    def over(taken: list[Dose]) -> set[str]:
        notices = check_log(taken, CONTENT, country, NOW).warnings
        return {each.medicines[0] for each in notices if each.kind == "over-day"}

    assert over(doses) <= over([*doses, *more])


@drawn
@given(doses=logs())
def test_the_order_of_telling_does_not_matter(doses: list[Dose]) -> None:
    kinds = [each.kind for each in check_log(doses, CONTENT, "GB", NOW).warnings]
    assert kinds == [each.kind for each in check_log(doses[::-1], CONTENT, "GB", NOW).warnings]


@drawn
@given(person=people(), lately=st.sets(st.sampled_from(sorted(CONTENT.medicines))))
def test_what_was_taken_never_opens_a_card(person: dict[str, Any], lately: set[str]) -> None:
    facts = check(person, KNOWLEDGE)
    before = {c.medicine: c.verdict for c in screen(facts, KNOWLEDGE, CONTENT, "GB")}
    after = screen(facts, KNOWLEDGE, CONTENT, "GB", frozenset(lately))
    assert all(each.verdict != "may" or before[each.medicine] == "may" for each in after)
