"""Answers about what a spasm is and means: danger is said before comfort, figures keep their study."""

import pytest

from unknot.knowledge.claims import claims
from unknot.knowledge.load import load

CONTENT = claims(load())
# What may only be said once the danger signs have been.
COMFORT = {
    "home-care-without-signs",
    "mostly-not-serious-without-signs",
    "usual-causes-can-be-eased",
    "no-proof-it-harms-organs",
    "pain-is-an-alarm",
    "numb-can-be-a-nerve",
}
ALARMING = ("Q10", "Q21", "Q23", "Q30", "Q44", "Q59", "Q60", "Q61", "Q65")


def answer(question: str) -> tuple[str, ...]:
    return CONTENT.questions[question].answer


def is_danger(claim: str) -> bool:
    return claim.startswith("danger-") or claim == "sciatica-danger"


@pytest.mark.parametrize("question", ALARMING)
def test_an_alarming_question_begins_with_the_danger_signs(question: str) -> None:
    assert is_danger(answer(question)[0])


@pytest.mark.parametrize("question", ALARMING)
def test_no_danger_sign_comes_after_comfort(question: str) -> None:
    said = answer(question)
    first = min((said.index(each) for each in COMFORT & {*said}), default=len(said))
    assert [each for each in said[first:] if is_danger(each)] == []


def test_a_question_about_seriousness_names_heart_nerves_and_the_slow_signs() -> None:
    for question in ("Q44", "Q65"):
        assert {
            "danger-call-now",
            "danger-bladder-saddle",
            "danger-feeling-sick",
            "danger-same-day",
            "danger-within-days",
        } <= {*answer(question)}


def test_pain_on_a_deep_breath_is_never_said_to_be_a_muscle_first() -> None:
    for question in CONTENT.questions.values():
        if "breath-pain-then-muscle" in question.answer:
            place = question.answer.index("breath-pain-then-muscle")
            assert "breath-pain-check-first" in question.answer[:place]


@pytest.mark.parametrize("question", ["Q36", "Q43"])
def test_what_cannot_be_answered_as_asked_says_why_and_gives_something(question: str) -> None:
    found = CONTENT.questions[question]
    assert found.status == "declined"
    assert found.because is not None
    assert found.answer


def test_how_many_have_upper_back_pain_keeps_up_to_its_region_and_its_study() -> None:
    figure = CONTENT.claims["upper-back-how-many"]
    assert "up to 10" in figure.says.en
    assert "jusqu’à 10" in figure.says.fr
    assert figure.regions == ("upper_back",)
    assert "thoracic-workers-2015" in figure.grounds.sources
    assert "C66" in figure.grounds.conflicts


def test_what_belongs_to_a_leg_or_the_low_back_says_so() -> None:
    assert CONTENT.questions["Q49"].regions == ("limb",)
    assert CONTENT.questions["Q61"].regions == ("low_back", "limb")


def test_no_claim_is_cut_off() -> None:
    texts = [
        (claim.id, text)
        for claim in CONTENT.claims.values()
        for text in (claim.says.en, claim.says.fr)
    ]
    assert [name for name, text in texts if text[-1] not in ".?!»"] == []


def test_wrong_words_of_the_seeds_are_not_passed_on() -> None:
    said = " ".join(
        f"{claim.says.en} {claim.says.fr}" for claim in CONTENT.claims.values()
    ).casefold()
    for word in ("tonic-clonic", "tonico-clonique", "bone marrow", "moelle osseuse", "striated"):
        assert word not in said
    for seed in ("muscle-types", "type-tonic-clonic", "cervicalgia-misdefined"):
        assert CONTENT.ledger[seed].why == "wrong-term"


def test_an_examination_is_told_in_its_order_and_pictures_are_for_doubt() -> None:
    said = answer("Q31")
    steps = ("exam-story-then-hands", "images-for-doubt", "blood-urine-tests-when")
    places = [said.index(each) for each in steps]
    assert places == sorted(places)
    assert CONTENT.ledger["dx-mri-final"].fate == "corrected"


def test_frightening_consequences_of_the_seeds_are_answered_without_fear() -> None:
    for seed in ("untreated-effects", "neck-spasm-many-consequences", "old-age-hunched"):
        fate = CONTENT.ledger[seed]
        assert fate.fate == "corrected"
        assert {*fate.into} & {"no-proof-it-harms-organs", "no-bent-back-from-spasm"}


def test_chest_pain_is_the_heart_first_and_never_tested_with_medicine() -> None:
    for seed in ("left-chest-mimics-heart", "heart-drug-no-effect", "dx-ecg-clear"):
        assert CONTENT.ledger[seed].why == "unsafe"
        assert "chest-pain-is-the-heart-first" in CONTENT.ledger[seed].into
