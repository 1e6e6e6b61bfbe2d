"""What may be changed by hand is read whole, or refused with its place."""

from pathlib import Path

import pytest

from unknot.knowledge.by_hand import ORDERS, by_hand_from
from unknot.knowledge.exercise_schema import PHASES
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError

TABLE = (ROOT / "tables" / "by-hand.yaml").read_text(encoding="utf-8")


def read(text: str, root: Path) -> object:
    (root / "tables").mkdir()
    (root / "tables" / "by-hand.yaml").write_text(text, encoding="utf-8")
    return by_hand_from(root, load())


def test_each_phase_has_its_number_and_each_order_its_words() -> None:
    content = by_hand_from(ROOT, load())
    assert tuple(content.catch_up.in_a_row) == PHASES
    assert tuple(content.taken_back.reasons) == ORDERS
    for grounds in (content.catch_up.grounds, content.taken_back.grounds):
        assert grounds.sources
        assert set(grounds.sources) <= set(load().sources)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("table: by-hand", "table: by-foot", "write 'by-hand'"),
        ("strengthen: 1", "strengthen: 0", "write 1 or more"),
        ("strengthen: 1, ", "", "strengthen"),
        ("keep: 1}", "keep: 1, later: 1}", "later"),
        ("  phase: {en:", "  page: {en:", "phase"),
        ("[acsm-2009, general-knowledge]", "[nobody-2020]", "undeclared source 'nobody-2020'"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in TABLE
    with pytest.raises(ContentError, match=says):
        read(TABLE.replace(right, wrong), tmp_path)
