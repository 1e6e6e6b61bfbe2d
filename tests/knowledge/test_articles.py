"""The long texts: what the loader refuses, and what every one of them keeps to."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.health.test_texts import FORBIDDEN_EN, FORBIDDEN_FR
from unknot.knowledge.articles import NOTE, Article, articles, articles_from, read
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.knowledge.movements import load_movements
from unknot.knowledge.read import ContentError

KNOWLEDGE = load()
EN, FR = (articles(KNOWLEDGE)[language] for language in ("en", "fr"))
EVERY = [(name, each[name]) for each in (EN, FR) for name in sorted(EN)]
IDS = [f"{name}-{each.language}" for name, each in EVERY]
LINK = re.compile(r"\(page:[^)]*\)")
TEXT = """---
title: Short
date: 2026-11-21
sources: [general-knowledge]
status: not-reviewed
kind: topic
regions: [any]
---

One line.[^general-knowledge]

## One heading

- one
- two
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def _write(en: str, fr: str) -> Path:
        (tmp_path / "short.en.md").write_text(en, encoding="utf-8")
        if fr:
            (tmp_path / "short.fr.md").write_text(fr, encoding="utf-8")
        return tmp_path

    return _write


def refusal(folder: Path) -> str:
    with pytest.raises(ContentError) as refused:
        articles_from(folder, KNOWLEDGE)
    return str(refused.value)


def test_a_pair_is_read(write: Callable[[str, str], Path]) -> None:
    found = articles_from(write(TEXT, TEXT), KNOWLEDGE)["fr"]["short"]
    assert [block.kind for block in found.blocks] == ["p", "h2", "ul"]
    assert found.lead == "One line."
    assert [each.id for each in found.headings] == ["one-heading"]


@pytest.mark.parametrize(
    ("en", "fr", "said"),
    [
        (TEXT, "", "articles/short.fr.md:1: is missing; write it beside short.en.md"),
        (TEXT, TEXT.replace("- one\n- two", "Two."), "its parts differ from the English"),
        (TEXT, TEXT.replace("2026-11-21", "2026-11-20"), "date differs from the English"),
        (TEXT, TEXT.replace("[any]", "[neck]"), "regions differs from the English"),
        (TEXT.replace("general-knowledge", "no-such"), TEXT, "'no-such' is not declared"),
        (TEXT.replace("[^general-knowledge]", ""), TEXT, "stands in sources or notes alone"),
        (TEXT.replace("status: not-reviewed", "status: reviewed"), TEXT, "name the reviewer"),
        (TEXT.replace("[any]", "[elbow]"), TEXT, "found 'elbow'"),
        (TEXT.replace("kind: topic", "kind: advert"), TEXT, "write one of topic, guide, about"),
        (TEXT.replace("kind: topic", "kind: topic\nstars: 5"), TEXT, "unknown key 'stars'"),
        ("No front matter.", TEXT, "found no front matter"),
    ],
)
def test_the_loader_refuses(write: Callable[[str, str], Path], en: str, fr: str, said: str) -> None:
    assert said in refusal(write(en, fr))


def test_a_named_reviewer_makes_it_reviewed(tmp_path: Path) -> None:
    person = "reviewer: {name: A. Person, role: physiotherapist, place: Lyon}"
    path = tmp_path / "short.en.md"
    path.write_text(TEXT.replace("status: not-reviewed", f"status: reviewed\n{person}"))
    found = read(path)
    assert found.reviewer is not None
    assert (found.status, found.reviewer.role) == ("reviewed", "physiotherapist")


def test_nobody_has_reviewed_ours_and_nobody_is_invented() -> None:
    for name, each in EVERY:
        assert (each.status, each.author, each.reviewer) == ("not-reviewed", None, None), name


def test_what_the_issue_asks_for_is_there() -> None:
    topics = "relief-at-home tens-explained prevent-the-next food-and-minerals when-to-worry"
    topics += " muscles-and-types pain-and-spasm-circle before-and-after-sport lifting"
    topics += " what-the-doctor-does medicines-in-short what-therapy-does"
    assert set(topics.split()) <= {name for name, each in EN.items() if each.kind == "topic"}
    guides = {each.regions for each in EN.values() if each.kind == "guide"}
    assert guides == {("upper_back",), ("neck", "shoulder"), ("low_back",)}


@pytest.mark.parametrize("article", [each for _, each in EVERY], ids=IDS)
def test_a_text_is_long_enough_to_help_and_short_enough_to_read(article: Article) -> None:
    words = LINK.sub("", NOTE.sub("", _body(article))).split()
    assert 270 <= len(words) <= 720, len(words)


@pytest.mark.parametrize("name", sorted(EN))
def test_both_languages_give_the_same_numbers_in_each_part(name: str) -> None:
    for one, other in zip(EN[name].blocks, FR[name].blocks, strict=True):
        assert _numbers(one.lines) == _numbers(other.lines), one.lines


@pytest.mark.parametrize("name", sorted(EN))
def test_both_languages_note_the_same_sources_and_link_the_same_pages(name: str) -> None:
    for one, other in zip(EN[name].blocks, FR[name].blocks, strict=True):
        for found in (NOTE, LINK):
            pair = [sorted(found.findall(" ".join(each.lines))) for each in (one, other)]
            assert pair[0] == pair[1], one.lines


@pytest.mark.parametrize("article", [each for _, each in EVERY], ids=IDS)
def test_a_figure_is_one_of_ours(article: Article) -> None:
    assert article.figure is None or article.figure in load_movements()


def test_what_a_text_touches_is_a_known_disagreement() -> None:
    for name, each in EVERY:
        assert set(each.conflicts) <= claims(KNOWLEDGE).policies.keys(), name
        assert each.conflicts or each.kind == "about", name


def test_every_guide_puts_danger_first() -> None:
    for each in (*EN.values(), *FR.values()):
        if each.kind == "guide":
            first = each.headings[0]
            assert "anger" in first.lines[0]
            after = each.blocks[each.blocks.index(first) + 1]
            assert after.kind == "warning"
            assert "(page:danger/danger-1)" in after.lines[0]


def test_no_forbidden_word_and_french_as_it_is_typed() -> None:
    bad = {"en": FORBIDDEN_EN, "fr": FORBIDDEN_FR}
    loose = re.compile(r"[^\u202f] ?[;?!](?=\s|$)|[^\u00a0\d] ?:(?=\s)|[“”]|\w'\w")
    for name, each in EVERY:
        assert not bad[each.language].search(_body(each)), name
        if each.language == "fr":
            assert not loose.search(LINK.sub("", NOTE.sub("", _body(each)))), name


def test_no_article_tells_the_story_of_one_patient() -> None:
    """A single story proves nothing: the seed's vignette is set right, and ours tell none."""
    fate = claims(KNOWLEDGE).ledger["stress-patient-anecdote-weekly-pattern"]
    assert (fate.fate, fate.why) == ("corrected", "single-story")
    story = re.compile(r"\b(a patient of|my patient|Monday|une patiente|un patient|lundi)\b", re.I)
    for name, each in EVERY:
        assert not story.search(_body(each)), name


def test_foods_stand_behind_a_doctor_s_word() -> None:
    """Five foods with magnesium, eight with B vitamins; pills only if a doctor agrees."""
    for each in (EN["food-and-minerals"], FR["food-and-minerals"]):
        lists = [len(block.lines) for block in each.blocks if block.kind == "ul"]
        assert lists[:2] == [5, 8]
        assert "tip" in {block.kind for block in each.blocks}
        pills = next(block for block in each.blocks if block.kind == "ol")
        assert re.search(r"doctor|médecin", pills.lines[1])
        assert re.search(r"only|que", pills.lines[2])
        asks = [block for block in each.blocks if block.kind == "warning"]
        assert re.search(r"Ask your doctor|Demandez à votre médecin", asks[0].lines[0])


def test_the_ways_tens_might_work_are_called_theories() -> None:
    for each, word in ((EN["tens-explained"], "not proved"), (FR["tens-explained"], "pas prouvé")):
        two = next(block for block in each.blocks if block.kind == "ol")
        assert len(two.lines) == 2
        assert all(word in line for line in two.lines)


def test_medicines_in_short_gives_no_dose() -> None:
    for each in (EN["medicines-in-short"], FR["medicines-in-short"]):
        assert not re.search(r"\d\s*(mg|g|ml)\b", _body(each))


def test_types_of_spasm_leave_the_seizure_word_out() -> None:
    for each in (EN["muscles-and-types"], FR["muscles-and-types"]):
        assert not re.search(r"tonic-clonic|tonico|epilep|épilep", _body(each), re.I)
        assert [len(block.lines) for block in each.blocks if block.kind == "ol"] == [3, 3]


@pytest.mark.parametrize(
    ("guide", "signs"),
    [
        ("guide-upper-back", ["rib", "blade", "24 hours", "shingles", "heart"]),
        ("guide-neck-and-shoulder", ["one side", "Numb fingers", "arm", "weakness, call now"]),
        ("guide-low-back", ["lumbago", "down one leg", "turns weak", "falls", "get help now"]),
    ],
)
def test_each_guide_names_the_signs_of_its_place(guide: str, signs: list[str]) -> None:
    assert [each for each in signs if each not in _body(EN[guide])] == []


def test_pain_along_a_rib_goes_to_a_clinician_and_never_before_the_heart() -> None:
    part = _part(EN["guide-upper-back"], "a-band-round-the-ribs")
    assert re.search(r"Only a clinician can say so, once the heart is ruled out", part)


def test_prevention_has_its_cards_and_promises_nothing() -> None:
    for each in (EN["prevent-the-next"], FR["prevent-the-next"]):
        counts = {block.kind: len(block.lines) for block in each.blocks if len(block.lines) > 3}
        assert counts == {"ul": 4, "ol": 5}
    text = _body(EN["prevent-the-next"])
    for said in (
        "30 minutes",
        "towel",
        "heels",
        "pillow",
        "dress for the weather",
        "Nothing rules",
    ):
        assert said in text


def test_sport_moves_before_and_holds_after() -> None:
    anchors = [each.id for each in EN["before-and-after-sport"].headings]
    before, after = (
        next(place for place, each in enumerate(anchors) if each.startswith(word))
        for word in ("before", "after")
    )
    assert before < after
    held = _part(EN["before-and-after-sport"], anchors[after])
    assert "15 seconds" in held
    assert "never for more than 30" in held


def test_the_visit_goes_from_story_to_hands_to_pictures_to_blood() -> None:
    titles = [each.lines[0] for each in EN["what-the-doctor-does"].headings]
    order = ["story", "Danger", "Hands", "Pictures", "Blood"]
    assert [word for title in titles for word in order if word in title] == order
    assert "infection" in _part(EN["what-the-doctor-does"], "5-blood-and-urine-for-some")


def test_no_treatment_does_not_frighten() -> None:
    part = _part(EN["pain-and-spasm-circle"], "what-if-nothing-is-done")
    assert "no need to panic" in part
    assert "after 3 days, see someone" in part


@pytest.mark.parametrize(
    ("article", "anchor", "said"),
    [
        (
            "relief-at-home",
            "cold-and-warmth",
            ["cold-fifteen-minutes", "cold-two-hours-between", "injury-cold-two-days"],
        ),
        ("relief-at-home", "massage", ["light-self-massage-how"]),
        ("medicines-in-short", "how-many-days", ["medicine-three-to-five-days"]),
        ("prevent-the-next", "when-you-sit", ["change-position-every-30-minutes"]),
    ],
)
def test_limits_are_those_of_our_statements(article: str, anchor: str, said: list[str]) -> None:
    every = claims(KNOWLEDGE).claims
    for language, texts in (("en", EN), ("fr", FR)):
        place = [each.id for each in EN[article].headings].index(anchor)
        numbers = _numbers((_part(texts[article], texts[article].headings[place].id),))
        stated = [number for name in said for number in _numbers((every[name].says.in_(language),))]
        assert set(numbers) == set(stated), (language, numbers, stated)


def _part(article: Article, anchor: str) -> str:
    """Return what stands under one heading."""
    start = [block.id for block in article.blocks].index(anchor)
    lines: list[str] = []
    for block in article.blocks[start + 1 :]:
        if block.kind == "h2":
            break
        lines += block.lines
    return NOTE.sub("", " ".join(lines))


def _body(article: Article) -> str:
    return "\n".join(line for block in article.blocks for line in block.lines)


def _numbers(lines: tuple[str, ...]) -> list[str]:
    text = LINK.sub("", NOTE.sub("", " ".join(lines)))
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", text.replace("\u202f", "")))
