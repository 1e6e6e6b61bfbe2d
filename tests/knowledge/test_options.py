"""The reader of the options refuses what is wrong; what stands in the file is complete."""

from pathlib import Path

import pytest

from unknot.knowledge.load import ROOT, load
from unknot.knowledge.options import options, options_from
from unknot.knowledge.read import ContentError, as_entry, compose

KNOWLEDGE = load()
OPTIONS = options(KNOWLEDGE)
TEXT = (Path(ROOT) / "options.yaml").read_text(encoding="utf-8")
ASKED_FOR = {
    "physio-in-person",
    "physio-by-video",
    "water",
    "manipulation",
    "needles",
    "trained-massage",
    "traction",
    "ultrasound",
    "laser",
    "cryotherapy",
    "injections",
    "electrophoresis",
    "surgery",
}


def refused(old: str, new: str) -> str:
    assert old in TEXT
    with pytest.raises(ContentError) as error:
        options_from(as_entry(compose(TEXT.replace(old, new, 1), "o.yaml"), "o.yaml"), KNOWLEDGE)
    return str(error.value)


def test_every_treatment_outside_the_home_is_there() -> None:
    assert OPTIONS.options.keys() >= ASKED_FOR


def test_every_option_has_proof_and_a_source_beside_the_seeds() -> None:
    for option in OPTIONS.options.values():
        assert [each for each in option.grounds.sources if not each.startswith("seed-")], option.id
        assert option.grounds.conflicts or option.id == "water", option.id


def test_no_option_is_praised() -> None:
    for option in OPTIONS.options.values():
        for text in (option.evidence, *option.what):
            assert "recommend" not in text.en
            assert "recommandé" not in text.fr


def test_what_is_wrong_is_refused_with_its_place() -> None:
    assert "no exclusion" in refused("unless: [nerve-signs, possible-break]", "unless: [moon]")
    assert "not listed" in refused("kind: movement", "kind: magic")
    assert "not declared" in refused("sources: [telerehab-2017", "sources: [nobody")
    assert "o.yaml:" in refused('when: "age_years < 16"', 'when: "no_such_fact"')
    assert "unknown key" in refused("strength: moderate", "strength: moderate\n    price: 3")
    assert "no option uses it" in refused(", bladder, pregnancy", ", pregnancy")
    assert "write one of" in refused("    decides: doctor", "    decides: moon")
