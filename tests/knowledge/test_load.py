from pathlib import Path

import pytest

from tests.knowledge.small_content import FACTS, RELIEF, SOURCES, TRIAGE, write
from unknot.knowledge.load import load_from
from unknot.knowledge.read import ContentError


def test_the_smallest_content_loads(tmp_path: Path) -> None:
    knowledge = load_from(write(tmp_path))
    assert knowledge.danger_facts == ("fever", "rash")
    assert knowledge.triage[0].unsure == "appointment"
    assert len(knowledge.content_hash) == 12


def test_the_hash_changes_with_the_content(tmp_path: Path) -> None:
    before = load_from(write(tmp_path / "a")).content_hash
    after = load_from(write(tmp_path / "b", triage=TRIAGE.replace("5", "6"))).content_hash
    assert before != after


def test_a_bare_no_is_a_word(tmp_path: Path) -> None:
    facts = FACTS.replace("en: neck, fr: cou", "en: no, fr: non")
    assert load_from(write(tmp_path, facts=facts)).option("regions", "neck", "en") == "no"


WRONG = {
    "a missing language": ("triage", TRIAGE.replace(", fr: La fièvre compte.", ""), "'fr' is missing"),
    "an empty language": ("triage", TRIAGE.replace("fr: La fièvre compte.", "fr: ''"), "found no text"),
    "an unknown fact": ("triage", TRIAGE.replace("fever and", "fewer and"), "did you mean 'fever'"),
    "a duplicate key": ("triage", TRIAGE.replace("    then:", "    suspect: x\n    then:"), "stands twice"),
    "a duplicate id": ("sources", SOURCES + SOURCES, "stands already at"),
    "an unknown key": ("triage", TRIAGE.replace("then:", "than: x\n    then:"), "unknown key 'than'"),
    "a row without a source": ("triage", TRIAGE.replace("sources: [book]", "sources: []"), "no source"),
    "a source nobody declared": ("triage", TRIAGE.replace("[book]", "[bok]"), "'bok' is not declared"),
    "a source without a link": ("sources", SOURCES.replace("https://example.org/book", "none"), "no link"),
    "malformed YAML": ("triage", TRIAGE.replace("rows:", "rows: ["), "malformed YAML"),
    "a file over the limit": ("triage", TRIAGE + "# " + "x" * 10_000_000, "split it"),
    "an alias": ("triage", TRIAGE.replace("[book]", "&s [book]\n    hazards: *s"), "found an alias"),
    "an urgency nobody knows": ("triage", TRIAGE.replace("same-day", "soon"), "write one of"),
    "unsure above then": (
        "triage",
        TRIAGE.replace("then: same-day", "then: same-day\n    unsure: emergency"),
        "at most the urgency",
    ),
    "a wrong date": ("sources", SOURCES.replace("2027-11-21", "next year"), "YYYY-MM-DD"),
    "an integer without range": ("facts", FACTS.replace("range: [0, 10], ", ""), "'range' is missing"),
    "a fact in no group": ("facts", FACTS.replace("group: story-one, type: int", "group: x, type: int"), "'x' is not declared"),
    "a count of what is no yes/no": ("facts", FACTS.replace("of: [fever, rash]", "of: [fever, pain]"), "yes/no fact"),
    "a measure nobody lists": ("relief", RELIEF.replace("measure: cold", "measure: ice"), "'ice' is not listed"),
    "a suspect nobody lists": ("triage", TRIAGE.replace("suspect: infection", "suspect: flu"), "'flu' is not listed"),
    "a list where a map belongs": ("triage", "- a\n- b\n", "found no map"),
    "an empty file": ("triage", "", "the file is empty"),
    "a text that is not UTF-8": ("triage", "table: \ud800", "not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("way", WRONG)
def test_wrong_content_is_refused_with_file_and_remedy(way: str, tmp_path: Path) -> None:
    stem, text, says = WRONG[way]
    root = write(tmp_path)
    name = {"sources": "sources/book.yaml", "facts": "facts/all.yaml"}.get(
        stem, f"tables/{stem}.yaml"
    )
    (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ContentError) as refusal:
        load_from(root)
    message = str(refusal.value)
    assert says in message
    assert ";" in message, "a remedy follows the problem"


def test_every_problem_is_named_in_one_run(tmp_path: Path) -> None:
    broken = SOURCES.replace("strength: moderate", "strength: huge")
    root = write(
        tmp_path,
        sources=broken,
        facts=FACTS.replace("type: bool, label: {en: Rash", "type: boolean, label: {en: Rash"),
    )
    with pytest.raises(ContentError) as refusal:
        load_from(root)
    lines = str(refusal.value).splitlines()
    assert any(line.startswith("sources/book.yaml:5 (book, field 'strength')") for line in lines)
    assert any(line.startswith("facts/all.yaml:6 (rash, field 'type')") for line in lines)
