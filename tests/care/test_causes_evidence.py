"""What the sentences of the causes table mean, where each weight turns the wording, what stays."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from unknot.care.causes import Fit, causes
from unknot.care.facts import check
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.schema import Cause, Evidence
from unknot.rules.evaluate import evaluate
from unknot.rules.nodes import Node

KNOWLEDGE = load()
BY_ID = {cause.id: cause for cause in KNOWLEDGE.causes}
PLACES_ALONE = ("neck", "shoulder", "low-back", "upper-back")
GRAVE = {"cause.infection", "cause.cancer", "cause.bone", "cause.organ-upper", "cause.organ-lower"}
ONLY_THE_LIST = (
    "The danger list asks about this. "
    "If you said yes to one of its questions, do what it told you first."
)


def read(path: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


SENTENCES = {each["says"]: each for each in read(ROOT / "cases" / "causes" / "sentences.yaml")}
EDGES = read(ROOT / "cases" / "causes" / "edges.yaml")
PLACES = {each["place"]: each["causes"] for each in read(ROOT / "cases" / "causes" / "places.yaml")}
PEOPLE = [case for place in PLACES_ALONE for case in read(ROOT / "cases" / f"causes-{place}.yaml")]


def evidence() -> Iterator[Evidence]:
    for cause in KNOWLEDGE.causes:
        yield from (*cause.for_, *cause.against)


CONDITIONS: dict[str, set[Node]] = defaultdict(set)
FRENCH: dict[str, set[str]] = defaultdict(set)
for one in evidence():
    CONDITIONS[one.words.en].add(one.when)
    FRENCH[one.words.en].add(one.words.fr)


def fits(raw: dict[str, Any]) -> dict[str, Fit]:
    clear: dict[str, Any] = dict.fromkeys(KNOWLEDGE.danger_facts, False)
    return {fit.id: fit for fit in causes(check(clear | raw, KNOWLEDGE), KNOWLEDGE)}


def text(cause: Cause) -> str:
    return " ".join(
        each.en
        for each in (cause.mechanism, cause.how_common, cause.what_would_change, cause.what_to_do)
    )


# What the sentences mean.


def test_one_sentence_means_one_thing() -> None:
    assert {said for said, nodes in CONDITIONS.items() if len(nodes) > 1} == set()
    assert {said for said, french in FRENCH.items() if len(french) > 1} == set()


def test_every_sentence_has_examples() -> None:
    assert SENTENCES.keys() == CONDITIONS.keys()


@pytest.mark.parametrize("says", SENTENCES)
def test_a_sentence_is_said_when_it_is_so_and_only_then(says: str) -> None:
    for node in CONDITIONS[says]:
        for answers in SENTENCES[says]["said"]:
            assert evaluate(node, check(answers, KNOWLEDGE)) is True, answers
        for answers in SENTENCES[says]["unsaid"]:
            assert evaluate(node, check(answers, KNOWLEDGE)) is False, answers
        assert evaluate(node, {}) is None


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: f"{edge['cause']}-{edge['fits']}")
def test_people_at_the_edge(edge: dict[str, Any]) -> None:
    facts = check(edge["facts"], KNOWLEDGE)
    found = {fit.id: fit for fit in causes(facts, KNOWLEDGE)}
    assert found[edge["cause"]].fits == edge["fits"]


# Which causes for which place.


def test_each_place_has_its_causes() -> None:
    places = {
        option.id: [cause.id for cause in KNOWLEDGE.causes if option.id in cause.regions]
        for option in KNOWLEDGE.facts["regions"].options
    }
    assert {place: found for place, found in places.items() if found} == PLACES


@pytest.mark.parametrize("place", ["neck", "shoulder_left", "shoulder_right", "low_back"])
def test_a_place_alone_has_many_causes_and_never_loses_the_grave_ones(place: str) -> None:
    found = causes(check({"regions": [place]}, KNOWLEDGE), KNOWLEDGE)
    assert len(found) >= 10
    assert {"cause.infection", "cause.cancer"} <= {fit.id for fit in found}


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: str(case["id"]))
def test_answers_speak_for_several_causes_in_order(case: dict[str, Any]) -> None:
    found = list(fits(case["facts"]).values())
    assert len([fit for fit in found if fit.for_]) >= 5
    assert len([fit for fit in found if fit.for_ or fit.against]) >= 8
    assert found[0].for_
    assert found[0].low >= found[4].low


def test_there_are_people_for_every_row() -> None:
    first = {case["expect"]["cause_first"] for case in [*PEOPLE, *_older()]}
    assert BY_ID.keys() - first == {"cause.rounded-back", "cause.cold"}, "never the whole reason"


def _older() -> list[dict[str, Any]]:
    return read(ROOT / "cases" / "causes-what-fits.yaml")


# The grave ones.


def test_the_grave_ones_never_drop_out_of_view() -> None:
    assert {cause.id for cause in KNOWLEDGE.causes if cause.never_zero} == GRAVE
    for case in PEOPLE:
        for cause, fit in fits(case["facts"]).items():
            assert cause not in GRAVE or fit.high >= 0.1


def test_infection_cancer_and_fracture_lead_to_the_danger_list_and_to_no_home_remedy() -> None:
    for name in ("cause.infection", "cause.cancer"):
        assert BY_ID[name].what_to_do.en == ONLY_THE_LIST
    assert BY_ID["cause.bone"].what_to_do.en.startswith("The danger list asks about this.")
    for name in ("cause.infection", "cause.cancer", "cause.bone"):
        words = text(BY_ID[name]).lower()
        assert not any(each in words for each in ("ice", "warmth", "massage", "stretch", "tablet"))


def test_fever_puts_infection_first_and_a_cancer_the_other() -> None:
    for place in ("neck", "low_back", "mid_back", "upper_back"):
        ill = {"fever": True, "recent_infection_or_injection": True, "weak_immune_system": True}
        wasting = {"cancer_history": True, "weight_loss": True, "constant_pain": True}
        assert next(iter(fits({"regions": [place], **ill}))) == "cause.infection"
        assert next(iter(fits({"regions": [place], **wasting}))) == "cause.cancer"


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: str(case["id"]))
def test_no_danger_sign_makes_a_grave_cause_less_likely(case: dict[str, Any]) -> None:
    before = fits(case["facts"])
    for sign in KNOWLEDGE.danger_facts:
        after = fits(case["facts"] | {sign: True})
        for cause in GRAVE & before.keys():
            assert after[cause].low >= before[cause].low, (cause, sign)
            assert after[cause].high >= before[cause].high, (cause, sign)


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: str(case["id"]))
def test_an_answer_taken_away_only_widens(case: dict[str, Any]) -> None:
    clear: dict[str, Any] = dict.fromkeys(KNOWLEDGE.danger_facts, False)
    facts = check(clear | case["facts"], KNOWLEDGE)
    whole = {fit.id: fit for fit in causes(facts, KNOWLEDGE)}
    for name in facts.keys() - {"regions"}:
        others = {key: value for key, value in facts.items() if key != name}
        for fit in causes(others, KNOWLEDGE):
            assert fit.low <= whole[fit.id].low, (fit.id, name)
            assert fit.high >= whole[fit.id].high, (fit.id, name)
