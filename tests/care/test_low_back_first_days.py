"""C09: a hurt low back is eased off, never stopped; and that advice is kept to the low back (F17)."""

import re

import pytest

from tests.care.training_people import KNOWLEDGE, START, person
from unknot.care.programme import build
from unknot.care.relief import relief
from unknot.knowledge.claims import claims

SAID = claims(KNOWLEDGE)
REASON = "relief.ease-off-low-back"
STOPS_ALL = re.compile(r"stop all|stop your (usual|normal)|stay in bed|arrêtez tout|restez au lit")


def offers(*regions: str, days: int) -> dict[str, str]:
    """Return the measures offered to somebody, with the row that offers each."""
    facts = person({"age_years": 40, "regions": list(regions), "days_since_onset": days})
    return {offer.measure: offer.row for offer in relief(facts, KNOWLEDGE)}


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_fresh_low_back_is_eased_off_and_walks(days: int) -> None:
    found = offers("low_back", days=days)
    assert found["relative-rest"] == REASON
    assert "short-walks" in found


@pytest.mark.parametrize("region", ["upper_back", "mid_back", "neck", "shoulder_left"])
def test_the_advice_about_the_low_back_is_said_of_no_other_place(region: str) -> None:
    assert offers(region, days=0)["relative-rest"] == "relief.ease-off"


def test_after_the_first_days_usual_things_come_back() -> None:
    found = offers("low_back", days=3)
    assert "relative-rest" not in found
    assert "back-to-normal" in found


def test_the_reason_says_what_the_guideline_says_and_names_the_disagreement() -> None:
    row = next(each for each in KNOWLEDGE.relief if each.id == REASON)
    assert "keep moving" in row.because.en
    assert "continuer à bouger" in row.because.fr
    assert "C09" in row.grounds.conflicts
    assert {"nice-ng59", "cochrane-bed-rest-2010"} <= set(row.grounds.sources)
    assert "low back" in SAID.policies["C09"].we_do.en


def test_nothing_tells_anybody_to_stop_everything() -> None:
    said = [text for each in KNOWLEDGE.measures.values() for text in (each.title, *each.how)]
    said += [each.because for each in KNOWLEDGE.relief if each.id != REASON]
    wrong = [t.en for t in said if STOPS_ALL.search(t.en.lower()) or STOPS_ALL.search(t.fr.lower())]
    assert wrong == []


def test_the_programme_of_a_fresh_low_back_moves_it_from_the_first_day() -> None:
    facts = person(
        {
            "age_years": 40,
            "regions": ["low_back"],
            "days_since_onset": 0,
            "pain_0_10": 4,
            "can_get_into": ["lying_back", "sitting", "standing"],
            "equipment": ["mat", "chair"],
        }
    )
    programme = build(facts, KNOWLEDGE, START)
    moved = {each.exercise_id for each in programme.session}
    assert programme.pattern == "low-back"
    assert {"pelvic-tilt"} <= moved
