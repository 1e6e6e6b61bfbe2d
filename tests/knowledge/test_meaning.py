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
