"""Every page that anyone can open: there, in one language, without anything inline."""

import re

import pytest
from django.test import Client

from tests.web.walk import begin, to_now
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.web.citing import country_name
from unknot.web.words import say

PUBLIC = [
    "",
    "emergency/",
    "library/",
    "library/causes/",
    "library/sources/",
    "about/",
    "my-data/",
    "my-data/erase/",
    "my-data/erased/",
    "danger/danger-1/",
    "prevention/",
    "options/",
    "visit/",
    "library/questions/",
    "library/disagreements/",
    "library/disagreements/C07/",
]
# Questions and the emergency page keep to themselves: no menu, no footer.
BARE = ("danger/danger-1/", "emergency/")
PERSONAL = [
    "now/",
    "now/?for=two-days",
    "why/",
    "return/",
    "care/",
    "suits/",
    "message/",
    "my-data/",
]

pytestmark = pytest.mark.django_db


def check_page(html: str, language: str) -> None:
    """Assert what holds of every page."""
    other = {"en": "fr", "fr": "en"}[language]
    assert f'<html lang="{language}"' in html
    assert f'hreflang="{other}"' in html
    assert re.search(r'\sstyle="', html) is None
    assert re.search(r"\son[a-z]+=", html) is None
    for tag in re.findall(r"<script[^>]*>", html):
        assert "src=" in tag or 'type="application/json"' in tag
    assert "<style" not in re.sub(r"<svg.*?</svg>", "", html, flags=re.S)
    assert len(re.findall(r"<h1", html)) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(client: Client, language: str, path: str) -> None:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200
    html = response.content.decode()
    check_page(html, language)
    if path not in BARE:
        assert say(language, "site.not_reviewed") in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_personal_pages(client: Client, language: str) -> None:
    assert to_now(client, language) == f"/{language}/now/"
    for path in PERSONAL:
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        check_page(response.content.decode(), language)


@pytest.mark.parametrize(
    ("accepts", "language"), [("fr-CA,fr;q=0.9", "fr"), ("en-GB", "en"), ("de", "en")]
)
def test_the_browsers_language_comes_first(client: Client, accepts: str, language: str) -> None:
    response = client.get("/", headers={"accept-language": accepts})
    assert response["Location"] == f"/{language}/"


def test_the_switch_keeps_the_page(client: Client) -> None:
    begin(client)
    html = client.get("/en/danger/danger-1/").content.decode()
    assert 'href="/fr/danger/danger-1/"' in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_missing_page(client: Client, language: str) -> None:
    response = client.get(f"/{language}/nowhere/")
    assert response.status_code == 404
    check_page(response.content.decode(), language)


def test_headers(client: Client) -> None:
    response = client.get("/en/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


def test_cookies_are_out_of_reach_of_scripts(client: Client) -> None:
    response = begin(client)
    assert response.cookies["resume"]["httponly"]
    assert response.cookies["resume"]["samesite"] == "Lax"


def test_a_form_without_its_token_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/fr/", {"regions": "neck"})
    assert response.status_code == 403
    check_page(response.content.decode(), "fr")


def test_back_never_leads_to_another_site(client: Client) -> None:
    for bad in ("//evil.example", "https://evil.example", "/\\evil.example"):
        assert client.post("/en/theme/", {"theme": "dark", "back": bad})["Location"] == "/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_long_lists_have_parts_to_jump_to(client: Client, language: str) -> None:
    for name, least in (("sources", 4), ("disagreements", 8), ("relief", 5)):
        html = client.get(f"/{language}/library/{name}/").content.decode()
        jumps = html.split('class="contents"')[1].split("</nav>")[0]
        targets = re.findall(r'href="#([^"]+)"', jumps)
        assert len(targets) >= least, name
        assert [f'id="{each}"' in html for each in targets] == [True] * len(targets)


def test_no_point_is_lost_between_the_parts(client: Client) -> None:
    html = client.get("/en/library/disagreements/").content.decode()
    assert sorted(re.findall(r'<li id="(C\d\d)"', html)) == sorted(claims(load()).policies)
    listed = re.findall(r'<li id="([^"]+)"', client.get("/en/library/sources/").content.decode())
    assert sorted(listed) == sorted(load().sources)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_country_of_a_source_has_a_name(language: str) -> None:
    codes = {each.country for each in load().sources.values()}
    assert [code for code in codes if country_name(code, language) == code] == []
