"""The search box: everyday words in two languages, misspelt, the danger gate before any answer."""

import re
from html import unescape
from typing import Any

import pytest
import yaml
from django.test import Client
from django.utils import translation

from tests.web.test_pages import check_page
from tests.web.walk import to_now
from unknot.care.alarm import hear
from unknot.knowledge.alarms import alarms
from unknot.knowledge.claims import claims
from unknot.knowledge.everyday import everyday
from unknot.knowledge.load import ROOT, load
from unknot.web.countries import country
from unknot.web.library.finds import documents, find, index, shown
from unknot.web.library.pages import found_words
from unknot.web.words import say

pytestmark = pytest.mark.django_db
KNOWLEDGE = load()


def cases(language: str) -> list[Any]:
    """Return what people type in one language, and what must come first."""
    text = (ROOT / "cases" / "search" / f"{language}.yaml").read_text(encoding="utf-8")
    found: list[Any] = yaml.safe_load(text)
    return found


def first(typed: str) -> str:
    hits = index(KNOWLEDGE).find(typed, 1)
    return hits[0].id if hits else "nothing"


def missed(chosen: list[Any]) -> list[str]:
    found = [(case, first(case["typed"])) for case in chosen]
    return [f"{c['typed']}: {got}, not {c['first']}" for c, got in found if got not in c["first"]]


def get(client: Client, language: str, typed: str, **more: str) -> str:
    response = client.get(f"/{language}/library/", {"q": typed, **more})
    assert response.status_code == 200
    html = unescape(response.content.decode())
    check_page(html, language)
    return html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_right_answer_comes_first(language: str) -> None:
    every = cases(language)
    assert len(every) >= 60
    wrong = missed(every)
    assert len(wrong) <= 0.05 * len(every), wrong


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ten_everyday_questions_find_the_right_sourced_answer_first(
    client: Client, language: str
) -> None:
    ten = [case for case in cases(language) if case.get("ten")]
    assert len(ten) == 10
    assert missed(ten) == []
    for case in ten:
        html = get(client, language, case["typed"])
        answer = html.split('class="answers"')[1].split("</ul>")[0]
        question = claims(KNOWLEDGE).questions[first(case["typed"])]
        assert question.ask.in_(language) in answer
        for name in question.answer:
            claim = claims(KNOWLEDGE).claims[name]
            assert claim.says.in_(language) in answer
            for source in claim.grounds.sources:
                assert f"/{language}/library/questions/{question.id}/#source-{source}" in answer


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_finds_itself_in_every_wording(language: str) -> None:
    wrong = []
    asked = [
        (question, text)
        for question in claims(KNOWLEDGE).questions.values()
        for text in (question.ask.in_(language), *question.also_in(language))
    ]
    for question, text in asked:
        if question.id not in [hit.id for hit in index(KNOWLEDGE).find(text, 3)]:
            wrong.append(f"{text}: {question.id}")
    assert len(wrong) <= 0.02 * len(asked), wrong


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_is_found_with_a_slip_in_its_longest_word(language: str) -> None:
    wrong = []
    for question in claims(KNOWLEDGE).questions.values():
        text = question.ask.in_(language)
        longest = max(re.findall(r"\w+", text), key=len)
        slipped = text.replace(longest, longest[:3] + longest[4:])
        if question.id not in [hit.id for hit in index(KNOWLEDGE).find(slipped, 3)]:
            wrong.append(f"{slipped}: {question.id}")
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(
    ("language", "typed"), [("fr", "heat or cold for back spasm"), ("en", "chaud ou froid")]
)
def test_the_other_language_is_understood_and_answered_in_the_pages(
    client: Client, language: str, typed: str
) -> None:
    html = get(client, language, typed)
    asked = claims(KNOWLEDGE).questions[first(typed)]
    assert asked.ask.in_(language) in html
    assert asked.ask.in_({"en": "fr", "fr": "en"}[language]) not in html


def test_accents_case_and_signs_do_not_matter() -> None:
    assert first("ÉTIREMENTS contracture HAUT du dos !!!") == first(
        "etirements contracture haut du dos"
    )
    assert first("HEAT or cold???") == first("heat or cold")


def test_what_was_mended_is_said(client: Client) -> None:
    html = get(client, "en", "mussle spazm hete or cold")
    assert say("en", "questions.read_as") in html


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("typed", ["xqzzt wvvk", "@@@", "12345", "¿"])
def test_nothing_found_says_what_to_do(client: Client, language: str, typed: str) -> None:
    html = get(client, language, typed)
    assert say(language, "questions.nothing_title") in html
    assert f"/{language}/library/questions/" in html
    assert f"/{language}/message/" in html


@pytest.mark.parametrize(
    ("language", "typed", "row"),
    [
        ("en", "can't feel my legs", "triage.both-legs"),
        ("fr", "douleur dans la poitrine", "triage.chest-pain"),
        ("en", "douleur dans la poitrine", "triage.chest-pain"),
    ],
)
def test_alarming_words_bring_the_danger_gate_first(
    client: Client, language: str, typed: str, row: str
) -> None:
    html = get(client, language, typed)
    assert html.index('class="heard urgent"') < html.index('role="search"')
    because = next(each.because for each in KNOWLEDGE.triage if each.id == row)
    assert because.in_(language) in html
    assert 'href="tel:' in html
    assert f"/{language}/danger/danger-1/" in html
    assert 'class="answers"' not in html
    assert 'class="answers"' in get(client, language, typed, read="1") or "nothing" in html


def test_the_number_is_that_of_the_country(client: Client) -> None:
    client.post("/en/country/", {"country": "GB", "back": "/en/"})
    html = get(client, "en", "chest pain")
    assert f'href="tel:{country("GB").tel}"' in html


@pytest.mark.parametrize(
    ("typed", "line"),
    [("I want to die", "crisis"), ("took too many pills", "poison"), ("he hit me", "abuse")],
)
def test_distress_overdose_and_violence_show_a_line_and_never_an_answer(
    client: Client, typed: str, line: str
) -> None:
    client.post("/en/country/", {"country": "FR", "back": "/en/"})
    for read in ("", "1"):
        html = get(client, "en", typed, read=read)
        assert say("en", f"lines.{line}") in html
        assert 'class="answers"' not in html
        assert say("en", "questions.alarm.withheld") in html


def test_violence_names_the_number_of_the_police_and_distress_has_its_own_words(
    client: Client,
) -> None:
    client.post("/en/country/", {"country": "FR", "back": "/en/"})
    here = country("FR")
    hurt = say("en", "questions.alarm.abuse", number=here.also)
    assert hurt in get(client, "en", "my husband hits me")
    assert say("en", "questions.alarm.crisis") in get(client, "en", "I want to die")


def test_what_can_wait_a_day_shows_the_alarm_and_the_answers(client: Client) -> None:
    html = get(client, "en", "back spasm with fever")
    assert html.index('class="heard"') < html.index('class="answers"')
    assert say("en", "questions.alarm.same_day") in html


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "a" * 5000, "' OR 1=1 --", "{{ x }}", "% %s %"]
)
def test_hostile_words_are_only_words(client: Client, typed: str) -> None:
    response = client.get("/en/library/", {"q": typed})
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_everything_of_the_library_can_be_found() -> None:
    page = find("bird dog", KNOWLEDGE, "en")
    kinds = {each["kind"] for each in page["found"]}
    assert {"question", "exercise"} <= kinds
    for typed in ("doliprane", "rhomboïdes", "backrack", "cold pack", "déshydratation"):
        assert find(typed, KNOWLEDGE, "fr")["found"], typed


def test_the_box_works_without_script(client: Client) -> None:
    for path in ("library/", "library/questions/"):
        html = client.get(f"/en/{path}").content.decode()
        form = html.split('role="search"')[1].split("</form>")[0]
        assert 'method="get"' in html.split('role="search"')[0][-60:] + form[:60]
        assert '<label for="q">' in form
        assert '<input type="search" id="q" name="q"' in form


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_alarming_message_gets_the_alarm_too(client: Client, language: str) -> None:
    assert to_now(client, language)
    alarming = {"en": "Since today I cannot feel my legs", "fr": "Je ne sens plus mes jambes"}
    for text, urgent in ((alarming[language], True), ("Merci / Thanks", False)):
        answered = client.post(f"/{language}/message/", {"text": text}, follow=True)
        html = answered.content.decode()
        check_page(html, language)
        assert ('class="heard urgent"' in html) == urgent


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_questions_rarely_alarm(language: str) -> None:
    """Some should, such as a fever; most must not, or nobody would read on."""
    texts = [
        text
        for question in claims(KNOWLEDGE).questions.values()
        for text in (question.ask.in_(language), *question.also_in(language))
    ]
    loud = [text for text in texts if hear(text, alarms(KNOWLEDGE)).alarms]
    assert len(loud) <= 0.03 * len(texts), loud


def test_every_other_wording_belongs_to_something_that_is_found() -> None:
    known = {document.id for document in documents(KNOWLEDGE)}
    assert set(everyday().also) - known == set()
    assert first("torticolis") == "article:guide-neck-and-shoulder"


def test_every_kind_of_thing_is_indexed_and_shown() -> None:
    for language in ("en", "fr"):
        with translation.override(language):
            for document in documents(KNOWLEDGE):
                look = shown(document.id, KNOWLEDGE, language, True)
                assert look.get("ask") or look["statements"], document.id


def test_everything_with_a_name_is_found_by_it() -> None:
    named = ("exercise:", "article:", "medicine:", "cause:", "measure:")
    lost = [
        f"{document.id}: {name}"
        for document in documents(KNOWLEDGE)
        if document.id.startswith(named)
        for name in document.phrases[:2]
        if document.id not in [hit.id for hit in index(KNOWLEDGE).find(name, 3)]
    ]
    assert lost == []


def test_a_result_page_is_named_by_what_was_asked(client: Client) -> None:
    html = client.get("/fr/library/?q=spazm").content.decode()
    assert "<title>spazm · Chercher · Unknot</title>" in html
    assert found_words(1, "fr") == "1 trouvé"
    assert found_words(2, "fr") == "2 trouvés"
