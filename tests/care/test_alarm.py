"""Alarming words are heard in both languages, misspelt too; ordinary questions are left alone."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import yaml

from unknot.care.alarm import hear
from unknot.knowledge.alarms import alarms, alarms_from
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError

ALARMS = alarms(load())


def cases(language: str, kind: str) -> list[Any]:
    """Return the cases of one language; they were written before the alarms."""
    text = (ROOT / "cases" / "alarms" / f"{language}.yaml").read_text(encoding="utf-8")
    found: list[Any] = yaml.safe_load(text)[kind]
    return found


def missed(case: dict[str, str]) -> str | None:
    heard = hear(case["typed"], ALARMS)
    named = {*heard.facts, *(each.id for each in heard.alarms)}
    return None if case.get("fact", case.get("alarm")) in named else f"{case['typed']}: {named}"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_alarming_phrase_is_heard(language: str) -> None:
    alarming = cases(language, "alarming")
    assert len(alarming) >= 60
    assert [each for case in alarming if (each := missed(case))] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_was_once_missed_is_heard(language: str) -> None:
    grown = cases(language, "grown")
    assert len(grown) > 150
    assert [text for text in grown if not hear(text, ALARMS).alarms] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_slip_of_the_finger_does_not_hide_an_alarm(language: str) -> None:
    """Two letters of the longest word are swapped: nearly every phrase must still be heard."""
    typed = [case["typed"] for case in cases(language, "alarming")]
    deaf = [text for text in typed if not hear(slipped(text), ALARMS).alarms]
    assert len(deaf) <= 0.1 * len(typed), deaf


def slipped(text: str) -> str:
    longest = max(text.replace("'", " ").split(), key=len)
    return text.replace(longest, longest[:2] + longest[3:4] + longest[2:3] + longest[4:])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ordinary_questions_do_not_alarm(language: str) -> None:
    ordinary = cases(language, "ordinary")
    assert len(ordinary) >= 60
    heard = {text: [each.id for each in hear(text, ALARMS).alarms] for text in ordinary}
    assert {text: found for text, found in heard.items() if found} == {}


def test_the_most_pressing_comes_first_and_the_strictest_rules() -> None:
    heard = hear("dizzy and I took too many pills", ALARMS)
    assert [each.urgency for each in heard.alarms] == ["emergency", "same-day"]
    assert heard.answers == "never"
    assert heard.rows == ("triage.overdose", "triage.dizzy")
    assert hear("upper back spasm", ALARMS).urgency == "self-care"


def test_no_is_not_heard_and_words_far_apart_do_not_meet() -> None:
    assert hear("no chest pain", ALARMS).facts == ("chest_pain",)
    far = "my chest is fine and I train a lot at the gym every day but my neck has a pain"
    assert hear(far, ALARMS).facts == ()


def test_every_alarm_stands_on_an_urgent_row_and_every_class_is_used() -> None:
    assert {each.urgency for each in ALARMS.alarms} <= {"emergency", "same-day"}
    used = {name for each in ALARMS.alarms for line in each.when for name in line}
    assert set(ALARMS.words) - used == set()


def test_every_single_danger_sign_has_its_words() -> None:
    knowledge = load()
    named = {fact for each in ALARMS.alarms for fact in each.facts}
    alone = {
        name
        for row in knowledge.full_rows
        if row.then == "emergency" and row.condition in knowledge.danger_facts
        for name in [row.condition]
    }
    assert alone - named == set()


def test_it_takes_no_time() -> None:
    long = "my back hurts since yesterday and I do not know what to do about it " * 8
    hear(long, ALARMS)
    start = perf_counter()
    hear(long + "now", ALARMS)
    assert perf_counter() - start < 0.25


@pytest.mark.parametrize(
    "text", ["not feel leg " * 300, "chest and pain " * 270, "a" * 4000, "pills took many " * 250]
)
def test_hostile_words_do_not_hold_it_up(text: str) -> None:
    start = perf_counter()
    hear(text, ALARMS)
    assert perf_counter() - start < 1.5


def test_what_stands_late_in_a_long_text_is_heard() -> None:
    long = "I bent over to tie my shoes and my back went. " * 40
    assert hear(long + "Now I cannot feel my legs.", ALARMS).facts == ("both_legs_affected",)


def test_a_wrong_alarm_is_refused(tmp_path: Path) -> None:
    good = (ROOT / "alarms.yaml").read_text(encoding="utf-8")
    for old, new in [
        ("[self_harm_thoughts]", "[no_such_fact]"),
        ("[triage.self-harm]", "[triage.none]"),
        ("when: [self_harm]", "when: [no_such_class]"),
        ("answers: never", "answers: perhaps"),
    ]:
        (tmp_path / "alarms.yaml").write_text(good.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ContentError, match=r"alarms.yaml:\d+"):
            alarms_from(tmp_path, load())
