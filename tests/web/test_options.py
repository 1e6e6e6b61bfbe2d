"""The page of what professionals offer."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from tests.web.test_pages import check_page
from tests.web.walk import answers, begin, go_on, to_now
from unknot.knowledge.load import load
from unknot.knowledge.options import options
from unknot.web.words import say

pytestmark = pytest.mark.django_db
OPTIONS = options(load())


def page(client: Client, language: str = "en") -> str:
    response = client.get(f"/{language}/options/")
    assert response.status_code == 200
    return response.content.decode()


def section(html: str, state: str) -> str:
    found = re.search(rf'<section data-state="{state}">.*?</section>', html, re.S)
    return found.group() if found else ""


def offered(html: str, state: str) -> set[str]:
    return set(re.findall(r'data-option="([^"]+)"', section(html, state)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_anyone_may_read_it_and_nothing_is_open(client: Client, language: str) -> None:
    html = page(client, language)
    check_page(html, language)
    assert offered(html, "open") == set()
    only_doctor = {each.id for each in OPTIONS.options.values() if each.decides == "doctor"}
    assert offered(html, "doctor") == only_doctor
    assert offered(html, "ask") == OPTIONS.options.keys() - only_doctor
    for option in OPTIONS.options.values():
        assert escape(option.title.in_(language)) in html
        assert escape(option.evidence.in_(language)) in html
    assert OPTIONS.gate["unanswered"].in_(language) in html


def test_answers_open_some_and_close_others_with_the_reason(client: Client) -> None:
    to_now(client, "en", "osteoporosis")
    html = page(client)
    assert "manipulation" in offered(html, "closed")
    assert "traction" in offered(html, "closed")
    assert escape(OPTIONS.exclusions["fragile-bones"].because.en) in section(html, "closed")
    assert "manipulation" not in offered(html, "open") | offered(html, "ask")


def test_what_is_missing_is_named(client: Client) -> None:
    to_now(client)
    asked = section(page(client), "ask")
    assert "A pacemaker or another device in my body" in asked


def test_the_way_to_the_missing_answers_is_shown(client: Client) -> None:
    to_now(client)
    asked = section(page(client), "ask")
    found = re.findall(r'href="(/en/story/[^"]+)"', asked)
    assert found
    for url in found:
        assert client.get(url).status_code == 200, url


def test_a_doubt_about_a_danger_sign_leaves_nothing_open(client: Client) -> None:
    url = begin(client)["Location"]
    while "/danger/" in url:
        name = url.strip("/").split("/")[-1]
        sent = answers(name) | {"unsure": "1"}
        for group in (g for g in load().groups_of("danger") if g.page == name):
            sent.pop(f"none-{group.id}", None)
            sent |= {f"f-{fact}": "no" for fact in group.facts}
        if "f-mild_tingling" in sent:
            sent["f-mild_tingling"] = "unsure"
        url = client.post(url, sent)["Location"]
    go_on(client, url)
    html = page(client)
    assert OPTIONS.gate["doubt"].en in html
    assert 'data-gate="doubt"' in html
    assert offered(html, "open") == set()


def test_a_stop_closes_the_page_and_says_where_to_go(client: Client) -> None:
    to_now(client, "en", "fever")
    html = page(client)
    assert 'data-gate="stop"' in html
    assert OPTIONS.gate["stop"].en in html
    assert offered(html, "open") == offered(html, "ask") == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_disagreements_and_sources_are_shown(client: Client, language: str) -> None:
    html = page(client, language)
    for policy in ("C38", "C40", "C45", "C46", "C47", "C48", "C49", "C60", "C61"):
        assert f"/{language}/library/disagreements/{policy}/" in html, policy
    assert html.count(say(language, "why.we_do")) >= 9
    assert "nice.org.uk" in html


def test_it_never_says_start(client: Client) -> None:
    assert "We never tell you to start one of these." in page(client)
    assert say("en", "options.open_text").startswith("That is no advice")


def test_the_care_page_leads_here(client: Client) -> None:
    to_now(client)
    assert 'href="/en/options/"' in client.get("/en/care/").content.decode()
