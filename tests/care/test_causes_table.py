"""The lists of causes and risks of the seed documents, each in its row, corrected and in words."""

from typing import Any

import pytest

from tests.care.test_causes_evidence import BY_ID, KNOWLEDGE, fits
from unknot.knowledge.articles import articles
from unknot.knowledge.claims import claims


def told(place: str, **facts: Any) -> list[str]:
    """Return the ids of the causes of one place that the answers speak for."""
    return [fit.id for fit in fits({"regions": [place], **facts}).values() if fit.for_]


def named(row: str) -> set[str]:
    return {cause.id for cause in KNOWLEDGE.causes if row in cause.grounds.rows}


def test_the_six_causes_of_the_first_seed() -> None:
    six = {"upper-back-strain", "overuse", "injury", "long-position", "thoracic-disc", "fluids"}
    assert {f"cause.{each}" for each in six} <= named("A08")
    for each in six:
        cause = BY_ID[f"cause.{each}"]
        assert "upper_back" in cause.regions
        assert "" not in (cause.mechanism.en, cause.how_common.en)
        assert cause.for_


NINE = {
    "injury": "Common",
    "infection": "Rare",
    "long-position": "Common",
    "lifting": "Common",
    "rib-joint": "Less common",
    "thoracic-disc": "Uncommon",
    "bone": "Rare",
    "worn-disc": "uncommon",
    "rounded-back": "less common",
}


@pytest.mark.parametrize(("name", "how_often"), NINE.items())
def test_the_nine_causes_of_the_guide_say_how_common_they_are(name: str, how_often: str) -> None:
    cause = BY_ID[f"cause.{name}"]
    assert "D02" in cause.grounds.rows
    assert how_often in cause.how_common.en


@pytest.mark.parametrize("name", ["thoracic-disc", "worn-disc"])
def test_disc_cards_say_uncommon_in_the_upper_back(name: str) -> None:
    cause = BY_ID[f"cause.{name}"]
    assert "uncommon" in cause.how_common.en.lower()
    assert "peu fréquent" in cause.how_common.fr.lower()
    assert {"C42"} <= set(cause.grounds.conflicts)


def test_a_bad_injury_that_lasts_or_returns_goes_to_a_doctor() -> None:
    assert "D03" in BY_ID["cause.injury"].grounds.rows
    assert "lasts or returns: see a doctor" in BY_ID["cause.injury"].what_to_do.en


def test_a_desk_leads_to_changing_position_and_blames_no_posture() -> None:
    desk = {"onset_trigger": "long_position", "sitting_hours_per_day": 9, "eases": ["movement"]}
    first = next(iter(fits({"regions": ["upper_back"], **desk})))
    assert first == "cause.long-position"
    assert "30 minutes" in BY_ID[first].what_to_do.en
    assert "No posture is the wrong one" in BY_ID[first].how_common.en
    assert "D05" in BY_ID[first].grounds.rows


def test_a_lift_leads_to_the_lesson_on_lifting() -> None:
    lift = {"onset_trigger": "overload", "hurts_on": ["lifting"], "feels": ["sharp"]}
    for place in ("low_back", "mid_back", "upper_back"):
        assert next(iter(fits({"regions": [place], **lift}))) == "cause.lifting"
    assert "load close, less at a time" in BY_ID["cause.lifting"].what_to_do.en
    lesson = {"lift-close-and-less", "lift-without-rush", "lifting-lessons-not-enough"}
    assert lesson <= claims(KNOWLEDGE).claims.keys()
    assert all("lifting" in articles(KNOWLEDGE)[language] for language in ("en", "fr"))


def test_a_rib_joint_is_shown_to_a_clinician() -> None:
    rib = {"hurts_on": ["breathing", "turning"], "feels": ["sharp"]}
    first = next(iter(fits({"regions": ["upper_back"], **rib})))
    assert first == "cause.rib-joint"
    assert "Show it to a clinician" in BY_ID[first].what_to_do.en
    assert "Get help now" in BY_ID[first].what_would_change.en


FIVE = {
    "injury": {"onset_trigger": "injury"},
    "stress-tension": {"onset_trigger": "stress"},
    "thoracic-disc": {"spine_condition": True},
    "overuse": {"onset_trigger": "overload"},
    "long-position": {"onset_trigger": "long_position"},
}


@pytest.mark.parametrize(("name", "answers"), FIVE.items())
def test_the_five_causes_of_the_long_article(name: str, answers: dict[str, Any]) -> None:
    assert "E102" in BY_ID[f"cause.{name}"].grounds.rows
    assert f"cause.{name}" in told("upper_back", **answers)


# The eleven causes and seven diseases of the same article, and where each is said now.
ELEVEN = {
    "uncomfortable position": "cause.long-position",
    "bag on one shoulder": "cause.one-shoulder-load",
    "stress": "cause.stress-tension",
    "hypothermia": "cause.cold",
    "draughts": "cause.cold",
    "spine disease": "cause.worn-disc",
    "metabolic disease": "cause.fluids",
    "injury": "cause.injury",
    "internal organs": "cause.organ-upper",
    "static load": "cause.long-position",
    "overstrain": "cause.overuse",
}
SEVEN = {
    "spondylosis": "cause.worn-disc",
    "lordosis": "curve-of-the-back-is-build",
    "osteochondrosis": "grave-names-often-mean-wear",
    "kyphosis": "cause.rounded-back",
    "hernia": "cause.thoracic-disc",
    "arthritis": "worn-joints-tighten-muscles",
    "diabetes": "cause.diabetes",
}


@pytest.mark.parametrize("where", [*ELEVEN.values(), *SEVEN.values()])
def test_every_cause_and_disease_of_the_list_is_said_somewhere(where: str) -> None:
    assert where in BY_ID or where in claims(KNOWLEDGE).claims


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("one-shoulder-load", {"hurts_on": ["lifting"]}),
        ("cold", {"onset_trigger": "no_clear_reason", "eases": ["warmth"]}),
        ("diabetes", {"diabetes": True}),
        ("fluids", {"takes_water_tablets": True}),
    ],
)
def test_bag_cold_diabetes_and_salts_are_asked_by_what_the_story_holds(
    name: str, answers: dict[str, Any]
) -> None:
    assert "E501" in BY_ID[f"cause.{name}"].grounds.rows
    assert f"cause.{name}" in told("shoulder_left", **answers)


def test_age_alone_is_a_small_part_of_it_and_never_all() -> None:
    older = fits({"regions": ["low_back"], "age_years": 80})["cause.worn-disc"]
    assert [each.en for each in older.for_] == ["You are 50 or older"]
    assert older.low == 0
    assert "age-alone-is-no-cause" in claims(KNOWLEDGE).claims


SIGNS = [
    ("neck", {"mild_tingling": True}, "cause.neck-nerve"),
    ("neck", {"hurts_on": ["turning"]}, "cause.neck-muscle"),
    ("mid_back", {"feels": ["burning"], "hurts_on": ["turning"]}, "cause.rib-nerve"),
    ("low_back", {"onset_trigger": "overload"}, "cause.low-back-muscle"),
    ("low_back", {"feels": ["tingling"]}, "cause.low-back-nerve"),
]


@pytest.mark.parametrize(("place", "answers", "name"), SIGNS)
def test_each_place_reads_its_own_signs(place: str, answers: dict[str, Any], name: str) -> None:
    assert "E203" in BY_ID[name].grounds.rows
    assert name in told(place, **answers)
    others = {"neck", "mid_back", "low_back"} - {place}
    assert all(name not in fits({"regions": [other], **answers}) for other in others)


def test_a_nerve_along_a_rib_goes_to_a_clinician_after_the_heart() -> None:
    cause = BY_ID["cause.rib-nerve"]
    assert "the heart first" in cause.how_common.en
    assert "Show it to a clinician" in cause.what_to_do.en
    assert "medicine" in cause.what_to_do.en


def test_four_risks_can_be_changed_and_none_is_a_fault() -> None:
    said = claims(KNOWLEDGE).claims
    four = said["four-things-you-can-change"].says.en
    assert all(each in four for each in ("change", "smoking", "weight", "sitting", "stress"))
    assert "None of them is a fault" in four
    each_alone = {
        "smoking-help-to-stop",
        "weight-move-at-any-size",
        "slouching-may-bother-some",
        "stress-and-worry-raise-odds",
    }
    assert each_alone <= said.keys()
