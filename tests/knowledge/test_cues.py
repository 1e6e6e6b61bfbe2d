"""What the player says to keep a movement gentle: with sources, in both languages."""

from pathlib import Path

import pytest

from unknot.knowledge.cues import FILE, at_start, before, cues, cues_from
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError

KNOWLEDGE = load()


def test_a_session_begins_with_slowly_a_slight_pull_and_stop() -> None:
    assert at_start(KNOWLEDGE, "en") == ["Move slowly. A slight pull is enough. If it hurts, stop."]
    assert "tiraillement" in at_start(KNOWLEDGE, "fr")[0]


def test_a_stretch_is_said_to_stop_at_a_slight_pull_and_nothing_else_is() -> None:
    assert "slight pull" in before("stretch", KNOWLEDGE, "en")[0]
    assert before("strength", KNOWLEDGE, "en") == []


def test_each_rests_on_the_source_of_its_row() -> None:
    for each in cues(KNOWLEDGE).values():
        assert "seed-004" in each.grounds.sources
        assert each.grounds.rows == ("F08",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kinds: [stretch]", "kinds: [yoga]", "found kind 'yoga'"),
        ("seed-004", "no-such-source", "undeclared source 'no-such-source'"),
        ("id: slow-stretch", "id: slow", "stands already"),
        ("start: true", "start: true\n  tone: calm", "unknown key 'tone'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        cues_from(tmp_path, KNOWLEDGE)
    assert said in str(refusal.value)
