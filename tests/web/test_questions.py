"""The pages of the questions: each answer made of statements with sources, region, date."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from tests.web.test_pages import check_page
from unknot.knowledge.articles import articles
from unknot.knowledge.claims import claims
from unknot.knowledge.claims_read import TOPICS
from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError
from unknot.knowledge.topics import topics
from unknot.web.citing import day
from unknot.web.library.questions import conflicts, marks, written
from unknot.web.words import say

pytestmark = pytest.mark.django_db
KNOWLEDGE = load()
CONTENT = claims(KNOWLEDGE)
QUESTIONS = CONTENT.questions
ALL = [f"Q{n:02}" for n in range(1, 73)]


def page(client: Client, language: str, path: str) -> str:
    response = client.get(f"/{language}/library/{path}")
    assert response.status_code == 200, path
    return unescape(response.content.decode())


def test_all_seventy_two_questions_are_answered_or_declined() -> None:
    assert sorted(QUESTIONS) == ALL
    for each in QUESTIONS.values():
        assert each.answer, each.id
        assert (each.status == "declined") == (each.because is not None), each.id


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_question_has_its_page(client: Client, language: str) -> None:
    for question in QUESTIONS.values():
        html = page(client, language, f"questions/{question.id}/")
        check_page(html, language)
        assert question.ask.in_(language) in html
        for name in question.regions:
            assert say(language, f"questions.regions.{name}") in html
        assert day(question.date, language) in html
        assert written(question, KNOWLEDGE, language) in html
        assert say(language, "questions.not_reviewed") in html
        assert say(language, "library.education") in html
        if question.because:
            assert say(language, "questions.declined") in html
            assert question.because.in_(language) in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_statement_links_to_its_sources(client: Client, language: str) -> None:
    for question in QUESTIONS.values():
        html = page(client, language, f"questions/{question.id}/")
        for name in question.answer:
            claim = CONTENT.claims[name]
            said = html.split(f'<li id="{name}">')[1].split("</li>")[0]
            assert claim.says.in_(language) in said
            assert say(language, f"why.strength.{claim.strength}") in said
            for source in claim.grounds.sources:
                assert f'href="#source-{source}"' in said
                assert f'id="source-{source}"' in html
                link = KNOWLEDGE.sources[source].link
                assert link is None or f'href="{link}"' in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_danger_gate_stands_before_each_answer(client: Client, language: str) -> None:
    for question in QUESTIONS.values():
        html = page(client, language, f"questions/{question.id}/")
        gate, answer = html.index("gate-strip"), html.index('class="said"')
        assert gate < answer
        assert f"/{language}/danger/danger-1/" in html[gate:answer]
        assert f"/{language}/emergency/" in html[gate:answer]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_sources_disagree_the_policy_is_shown(client: Client, language: str) -> None:
    shown = 0
    for question in QUESTIONS.values():
        html = page(client, language, f"questions/{question.id}/")
        for name in conflicts(question, KNOWLEDGE):
            policy = CONTENT.policies[name]
            assert policy.we_do.in_(language) in html
            assert f"/{language}/library/disagreements/{name}/" in html
            shown += 1
    assert shown > 30


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_index_lists_every_question_by_number_and_by_letter(
    client: Client, language: str
) -> None:
    by_number = page(client, language, "questions/")
    check_page(by_number, language)
    assert re.findall(r'class="number">(Q\d\d)<', by_number) == ALL
    by_letter = page(client, language, "questions/?order=letter")
    assert sorted(re.findall(r'class="number">(Q\d\d)<', by_letter)) == ALL
    letters = re.findall(r'class="letter" id="\w">(\w)<', by_letter)
    assert letters == sorted(letters)
    assert len(letters) > 3


@pytest.mark.parametrize("language", ["en", "fr"])
def test_eight_tabs_each_with_its_questions(client: Client, language: str) -> None:
    listed: list[str] = []
    for topic in TOPICS:
        html = page(client, language, f"questions/?topic={topic}")
        tabs = html.split('class="tabs"')[1].split("</nav>")[0]
        assert tabs.count("<a ") == 9
        assert re.search(rf'topic={topic}" aria-current="page"', tabs)
        found = re.findall(r'class="number">(Q\d\d)<', html)
        assert found, topic
        listed += found
    assert sorted(listed) == ALL


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_badge_names_the_region(client: Client, language: str) -> None:
    html = page(client, language, "questions/")
    rows = re.findall(r"<li><span class=\"number\">(Q\d\d)<.*?</li>", html, flags=re.S)
    assert rows == ALL
    for name in ("Q04", "Q47"):
        region = QUESTIONS[name].regions[0]
        assert region in ("low_back", "limb")
        row = html.split(f'class="number">{name}<')[1].split("</li>")[0]
        assert say(language, f"questions.regions.{region}") in row


def test_doors_and_neighbours_lead_somewhere(client: Client) -> None:
    for question in QUESTIONS.values():
        html = page(client, "en", f"questions/{question.id}/")
        for url in re.findall(r'class="way" href="([^"]+)"', html):
            assert client.get(url).status_code in (200, 302), url
        for near in question.see:
            assert f"/en/library/questions/{near}/" in html


def test_an_unknown_question_is_missing_and_case_does_not_matter(client: Client) -> None:
    assert client.get("/en/library/questions/Q99/").status_code == 404
    assert client.get("/en/library/questions/q17/").status_code == 200
    assert client.get("/en/library/questions/?topic=nonsense&order=x").status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_section_opens_without_an_account_and_every_anchor_resolves(
    client: Client, language: str
) -> None:
    """Walk the whole library by its own links, as a stranger: nothing asks for anything."""
    start = f"/{language}/library/"
    pages: dict[str, str] = {}
    waiting, wanted = [start], set()
    while waiting:
        url = waiting.pop()
        response = client.get(url)
        assert response.status_code == 200, url
        pages[url] = response.content.decode()
        for link in re.findall(r'href="([^"]+)"', pages[url]):
            path, _, anchor = unescape(link).partition("#")
            path = path or url
            if path.startswith(start):
                wanted |= {(path, anchor)} if anchor else set()
                if path not in pages and path not in waiting:
                    waiting.append(path)
    assert "resume" not in client.cookies
    assert len(pages) > 150
    lost = [f"{path}#{a}" for path, a in wanted if f'id="{a}"' not in pages[path]]
    assert lost == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_article_has_contents_numbered_references_and_a_disclaimer(
    client: Client, language: str
) -> None:
    for article in articles(KNOWLEDGE)[language].values():
        html = page(client, language, f"articles/{article.id}/")
        for heading in article.headings:
            assert f'href="#{heading.id}"' in html
            assert f'id="{heading.id}"' in html
        assert say(language, "library.education") in html
        for source in article.sources:
            assert f'id="source-{source}"' in html
            link = KNOWLEDGE.sources[source].link
            assert link is None or f'href="{link}"' in html
        assert 'href="#source-' in html


def test_what_is_published_carries_region_language_date_status_and_citation() -> None:
    english, french = (articles(KNOWLEDGE)[each] for each in ("en", "fr"))
    assert english.keys() == french.keys()
    for article in (*english.values(), *french.values()):
        assert article.regions
        assert article.date
        assert article.sources
        assert (article.status == "reviewed") == (article.reviewer is not None)
    for question in QUESTIONS.values():
        assert question.regions
        assert question.date
        assert question.ask.en != question.ask.fr
    for claim in CONTENT.claims.values():
        assert claim.regions
        assert claim.grounds.sources
        assert set(claim.grounds.sources) <= KNOWLEDGE.sources.keys()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_relief_by_topic_links_to_five_headings(client: Client, language: str) -> None:
    html = page(client, language, "relief/")
    check_page(html, language)
    found = topics(CONTENT)
    assert len(found) == 5
    for topic in found:
        assert f'href="#{topic.id}"' in html
        part = html.split(f'<h2 id="{topic.id}">')[1].split("</section>")[0]
        assert topic.title.in_(language) in part
        for name in topic.says:
            assert CONTENT.claims[name].says.in_(language) in part
        for name in topic.questions:
            assert f"/{language}/library/questions/{name}/" in part
    assert html.index("gate-strip") < html.index('class="said"')


def test_a_topic_that_names_nothing_is_refused(tmp_path: Path) -> None:
    good = (ROOT / "topics.yaml").read_text(encoding="utf-8")
    for old, new in [("Q17", "Q99"), ("doors: [relief]", "doors: [nowhere]")]:
        (tmp_path / "topics.yaml").write_text(good.replace(old, new), encoding="utf-8")
        with pytest.raises(ContentError, match=r"topics.yaml:\d+"):
            topics(CONTENT, tmp_path)


@pytest.mark.parametrize(
    ("language", "ask", "word"),
    [
        ("en", "Should I see a chiropractor for back spasms?", "chiropractor"),
        ("en", "What is the Backrack device?", "Backrack"),
        ("en", "What should I do for a back spasm?", "back"),
        ("en", "Why?", "Why"),
        ("fr", "Pourquoi faut-il s’échauffer\u202f?", "échauffer"),
        ("fr", "Quels médicaments contre les contractures du dos\u202f?", "médicaments"),
    ],
)
def test_the_index_goes_by_the_word_that_matters(language: str, ask: str, word: str) -> None:
    found = marks(ask, language)
    assert found["word"] == word
    assert found["before"] + found["word"] + found["after"] == ask


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_letter_of_the_index_gathers_the_question_words(client: Client, language: str) -> None:
    html = page(client, language, "questions/?order=letter")
    letters = re.findall(r'class="letter" id="(\w)"', html)
    assert len(letters) > 12
    assert [f'<a href="#{each}">{each}</a>' in html for each in letters] == [True] * len(letters)
    most = max(part.count('class="number"') for part in html.split('class="letter"')[1:])
    assert most < len(ALL) / 4
