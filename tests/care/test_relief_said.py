"""What is said of relief: cards, lists, cautions, answers, and what became of the seed claims."""

import pytest

from tests.cases.test_cases import KNOWLEDGE, everybody
from unknot.care.relief import relief, returns
from unknot.knowledge.claims import claims

SAID = claims(KNOWLEDGE)
PEOPLE = {case.id.removeprefix("case.relief-"): case for case in everybody()}
LANGUAGES = ("en", "fr")
QUESTIONS = [
    *("Q01", "Q02", "Q03", "Q04", "Q05", "Q06", "Q08", "Q11", "Q16"),
    *("Q17", "Q18", "Q26", "Q29", "Q32", "Q40", "Q42", "Q46"),
]


def how(measure: str, language: str = "en") -> str:
    """Return everything a measure says, in one string."""
    found = KNOWLEDGE.measures[measure]
    texts = [found.title, *found.how, *((found.stop_if,) if found.stop_if else ())]
    return " ".join(each.in_(language) for each in texts)


def answer(question: str, language: str = "en") -> str:
    """Return the answer to a question, read aloud."""
    return " ".join(
        SAID.claims[each].says.in_(language) for each in SAID.questions[question].answer
    )


def offered(name: str) -> set[str]:
    return {offer.measure for offer in relief(PEOPLE[name].facts, KNOWLEDGE)}


def test_warmth_has_three_sources_and_its_burn_cautions() -> None:
    words = how("warm-pack")
    for each in ("water bottle", "gel pack", "heat wrap", "never hot", "cloth", "awake", "skin"):
        assert each in words


def test_current_is_explained_and_its_theories_are_called_theories() -> None:
    what = SAID.claims["tens-what-it-is"].says
    assert all(each in what.en for each in ("battery", "Wires", "pads"))
    for name in ("tens-theory-signals", "tens-theory-own-painkillers"):
        theory = SAID.claims[name].says
        assert "theory" in theory.en
        assert "not proved" in theory.en
        assert "théorie" in theory.fr
    assert "do not agree" in how("tens")


def test_current_is_screened_and_kept_off_where_it_harms() -> None:
    for name in ("implant", "epilepsy", "pregnant-all", "wound-all", "chest", "throat"):
        assert "tens" not in offered(name), name
    assert "front of the neck" in how("tens")
    assert "chest" in how("tens")
    assert "danger sign" in how("tens")


def test_food_lists_stand_and_a_pill_is_a_doctors_matter() -> None:
    magnesium, vitamins, pills = (each.en for each in KNOWLEDGE.measures["eat-varied"].how)
    for each in ("leafy greens", "beans and lentils", "nuts", "seeds", "whole grains"):
        assert each in magnesium
    foods = ("salmon", "chicken", "beef", "eggs", "leafy greens", "beans", "milk", "yoghurt")
    assert all(each in vitamins for each in foods)
    assert "Ask your doctor" in pills
    assert "eat-varied" not in offered("well-overload")


def test_sleep_towel_and_heels_have_their_cards() -> None:
    assert "On your side with a pillow" in how("sleep-by-comfort")
    assert "sleep-by-comfort" in offered("well-overload")
    assert "rolled towel" in how("towel-roll")
    assert "heels-are-a-matter-of-comfort" in SAID.claims


def test_the_six_home_measures_are_all_on_offer() -> None:
    six = {"light-self-massage", "warm-pack", "cold-pack", "warm-bath", "vary-position"}
    assert six | {"short-walks"} <= offered("well-overload")
    assert len(SAID.claims["six-home-measures"].says.en.split(",")) == 6


def test_massage_is_light_short_and_stops_on_pain() -> None:
    own, trained = how("light-self-massage"), how("trained-massage")
    assert "Stop as soon as it hurts" in own
    assert "firm mat" in own
    assert "rolled towel under the head" in own
    assert KNOWLEDGE.measures["light-self-massage"].max_minutes == 10
    assert "medical training" in trained
    assert "say stop" in trained
    assert "light-self-massage" not in offered("pain-5")


def test_techniques_of_massage_are_for_trained_hands() -> None:
    said = SAID.claims["massage-ice-trained"].says.en
    assert "therapists" in said
    assert "ice" in said
    assert "warm towel" in said


def test_gels_are_a_pharmacists_matter_and_never_meet_heat() -> None:
    words = how("ask-about-gel")
    for each in ("pharmacist", "wound", "No warm pack", "counts as an anti-inflammatory"):
        assert each in words


def test_a_bath_is_warm_never_hot_and_short() -> None:
    for language, warm in (("en", "never hot"), ("fr", "jamais brûlant")):
        assert warm in how("warm-bath", language)
    assert "slowly" in how("warm-bath")
    assert KNOWLEDGE.measures["warm-bath"].max_minutes == 15


def test_nothing_hot_is_ever_offered() -> None:
    for measure in KNOWLEDGE.measures.values():
        words = measure.title.en.casefold() + " ".join(each.en.casefold() for each in measure.how)
        for phrase in ("hot bath", "hot pack", "hot water bottle", "as hot as"):
            assert phrase not in words, measure.id


def test_a_spasm_in_exercise_is_eased_without_force() -> None:
    words = how("stop-and-ease")
    assert "Stop." in words
    assert "No pulling, no holding" in words
    assert "stop-and-ease" not in offered("touchy-all")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("often-same", "return.long-cramps"),
        ("cause-spine-flare", "return.spine-flare"),
        ("well-overload", "return.right-blade"),
        ("place-low-back", "return.low-back-organs"),
    ],
)
def test_who_is_told_to_see_somebody(name: str, told: str) -> None:
    assert told in {each.id for each in returns(PEOPLE[name].facts, KNOWLEDGE)}


def test_who_is_not() -> None:
    told = {each.id for each in returns(PEOPLE["place-low-back"].facts, KNOWLEDGE)}
    assert not told & {"return.long-cramps", "return.spine-flare", "return.right-blade"}


def test_pain_from_inside_gets_no_painkiller() -> None:
    for name in ("organ-jaundice", "organ-urine-change", "organ-chest-pain"):
        assert "leave-painkillers" in offered(name)
        assert not {"ask-pharmacist", "ask-about-gel"} & offered(name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_in_full(question: str, language: str) -> None:
    asked = SAID.questions[question]
    assert 2 <= len(asked.answer) <= 7
    assert 4 <= len(asked.also_in(language)) <= 8
    assert 20 <= len(answer(question, language).split()) <= 160
    assert asked.doors


def test_answers_keep_to_the_policies() -> None:
    assert "48 hours" in answer("Q17")
    assert "15 minutes" in answer("Q11")
    assert "2 hours" in answer("Q11")
    assert "Nothing is known to stop" in answer("Q03")
    assert "never hot" in answer("Q42").casefold()
    assert "blood thinner" in answer("Q16")
    assert "pacemaker" in answer("Q40")
    assert SAID.questions["Q29"].status == "declined"


def test_every_seed_claim_on_relief_has_its_fate() -> None:
    fates = [each for each in SAID.ledger.values() if set(each.into) & set(SAID.claims)]
    assert len(fates) > 100
    assert SAID.ledger["rule-severe-stress-tincture"].why == "unsafe"
    assert SAID.ledger["hot-bath"].why == "safer-policy"
    assert SAID.ledger["rule-intolerable-light-massage"].why == "unsafe"
    assert SAID.ledger["device-enso-minutes"].why == "borrowed-figure"
    assert SAID.ledger["spinal-traction-may-help"].why == "clinical-overrides"
