"""Cue words a person can read from the floor."""

import pytest

from tests.movement.catalogue import IDS, MOVEMENTS


@pytest.mark.parametrize("name", IDS)
def test_cue_words_are_short_and_sentences_too(name: str) -> None:
    for cue in MOVEMENTS[name].cues.values():
        for lang in ("en", "fr"):
            assert len(cue.word[lang]) <= 9
            assert all(len(s.split()) <= 15 for s in cue.say[lang].split("."))


@pytest.mark.parametrize("name", IDS)
def test_each_phase_has_a_cue(name: str) -> None:
    m = MOVEMENTS[name]
    assert m.phases[0].start_s == 0
    assert m.phases[-1].end_s == pytest.approx(m.loop_seconds)
    assert {p.cue_key for p in m.phases} <= set(m.cues)
