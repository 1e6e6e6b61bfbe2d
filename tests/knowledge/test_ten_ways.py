"""Ten ways of being wrong: each is refused with its file, its line and a remedy."""

import re
import shutil
from pathlib import Path

import pytest

from tests.knowledge.small_content import FACTS, RELIEF, SOURCES, TRIAGE, write
from unknot.knowledge.load import ROOT, load, load_from
from unknot.knowledge.read import ContentError
from unknot.knowledge.training import training_from

PLACED = re.compile(r"(?P<file>[\w/.-]+):(?P<line>\d+)\b.*?: (?P<found>.+); (?P<remedy>.+)")


def refused(root: Path, file: str, text: str | bytes) -> re.Match[str]:
    """Return the one refusal of a content in which one file is replaced, taken apart."""
    (root / file).write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ContentError) as refusal:
        load_from(root)
    placed = PLACED.fullmatch(str(refusal.value))
    assert placed, str(refusal.value)
    assert placed["file"] == file
    return placed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_one_a_missing_language(root: Path) -> None:
    text = TRIAGE.replace(", fr: La fièvre compte.", "")
    placed = refused(root, "tables/triage.yaml", text)
    assert placed["line"] == "9"
    assert "'fr' is missing" in placed["found"]
    assert placed["remedy"] == "write both en and fr"


def test_two_an_unknown_fact(root: Path) -> None:
    placed = refused(root, "tables/triage.yaml", TRIAGE.replace("fever and", "fewer and"))
    assert placed["line"] == "6"
    assert "'fewer' is not a declared fact" in placed[0]
    assert "did you mean 'fever'" in placed["remedy"]


def test_three_a_duplicate_key(root: Path) -> None:
    text = TRIAGE.replace("    then:", "    suspect: x\n    then:")
    placed = refused(root, "tables/triage.yaml", text)
    assert placed["line"] == "9"
    assert "'suspect' stands twice" in placed["found"]
    assert placed["remedy"] == "keep one"


def test_four_a_reference_that_goes_in_a_circle(tmp_path: Path) -> None:
    for folder in ("exercises", "programmes", "tables"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    easiest = tmp_path / "exercises" / "pelvic-tilt.yaml"
    text = easiest.read_text(encoding="utf-8")
    assert "\neasier:" not in text
    easiest.write_text(text.rstrip() + "\neasier: bridge\n", encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        training_from(tmp_path, load())
    lines = str(refusal.value).splitlines()
    assert all(PLACED.fullmatch(line) for line in lines), lines
    [line] = [each for each in lines if each.startswith("exercises/pelvic-tilt.yaml:")]
    assert "easier goes in a circle, pelvic-tilt, bridge, pelvic-tilt; leave one out" in line


def test_four_a_count_that_counts_itself(root: Path) -> None:
    text = FACTS.replace("of: [fever, rash]", "of: [fever, both_signs]")
    placed = refused(root, "facts/all.yaml", text)
    assert placed["line"] == "15"
    assert "'both_signs' is not a yes/no fact" in placed[0]


def test_four_a_routine_made_of_itself(root: Path) -> None:
    text = RELIEF.replace("how: [],", "how: [], sequence: [cold],")
    placed = refused(root, "tables/relief.yaml", text)
    assert placed["line"] == "3"
    assert "made of others itself" in placed[0]


def test_five_a_row_without_a_source(root: Path) -> None:
    text = TRIAGE.replace("sources: [book]", "sources: []")
    placed = refused(root, "tables/triage.yaml", text)
    assert placed["line"] == "10"
    assert placed["found"].endswith("found no source")
    assert placed["remedy"] == "name at least one source id"


def test_six_malformed_yaml(root: Path) -> None:
    placed = refused(root, "tables/triage.yaml", TRIAGE.replace("rows:", "rows: ["))
    assert int(placed["line"]) > 3
    assert "malformed YAML" in placed["found"]
    assert "mend" in placed["remedy"]


def test_seven_a_file_of_ten_megabytes(root: Path) -> None:
    placed = refused(root, "tables/triage.yaml", TRIAGE + "# " + "x" * 10_000_000)
    assert placed["line"] == "1"
    assert "bytes" in placed["found"]
    assert "split it, the limit is 1000000" in placed["remedy"]


def test_eight_a_wrong_type(root: Path) -> None:
    text = FACTS.replace("at_least: 2", "at_least: two")
    placed = refused(root, "facts/all.yaml", text)
    assert placed["line"] == "15"
    assert placed["remedy"] == "write a whole number"


def test_nine_an_id_that_points_at_nothing(root: Path) -> None:
    placed = refused(root, "tables/relief.yaml", RELIEF.replace("measure: cold", "measure: ice"))
    assert placed["line"] == "5"
    assert "'ice' is not listed" in placed[0]
    assert placed["remedy"] == "add it to measures"


def test_ten_a_text_that_is_not_utf_8(root: Path) -> None:
    text = SOURCES.encode().replace(b"A book", b"Un \xe9t\xe9")
    placed = refused(root, "sources/book.yaml", text)
    assert placed["line"] == "2"
    assert "not UTF-8" in placed["found"]
    assert placed["remedy"] == "save it as UTF-8"
