"""docs/rows.yaml says which test shows each row of the specification working."""

from pathlib import Path

import yaml

REPOSITORY = Path(__file__).parents[2]
ROWS = yaml.safe_load((REPOSITORY / "docs" / "rows.yaml").read_text(encoding="utf-8"))


def test_every_named_test_exists() -> None:
    missing = []
    for row, entry in ROWS.items():
        for test in entry["tests"]:
            file, _, name = test.partition("::")
            path = REPOSITORY / file
            if not path.exists() or (
                name and f"def {name}(" not in path.read_text(encoding="utf-8")
            ):
                missing.append(f"{row}: {test}")
    assert missing == []


def test_every_row_says_what_works_and_has_a_test() -> None:
    assert [row for row, entry in ROWS.items() if not entry["what"] or not entry["tests"]] == []
