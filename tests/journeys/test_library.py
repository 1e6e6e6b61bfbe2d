"""Asking in one's own words, in a real browser at phone size, by keyboard, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import looks_right
from unknot.web.words import say

pytestmark = pytest.mark.journey
MISSPELT = {"en": "hete or cold for bak spazm", "fr": "shaud ou froid pour une contractur"}
ALARMING = {"en": "cant feel my legs", "fr": "douleur dans la poitrinne"}


def asks(page: Page, words: str) -> None:
    """Type into the box and press Enter."""
    box = page.get_by_role("searchbox")
    box.fill(words)
    box.press("Enter")
    page.wait_for_url(re.compile(r"\?q="))


def test_a_misspelt_question_is_answered_with_sources(
    page: Page, product: Product, language: str
) -> None:
    page.goto(f"{product.address}/{language}/library/")
    looks_right(page, language)
    asks(page, MISSPELT[language])
    looks_right(page, language)
    answer = page.locator(".answers > li").first
    expect(answer.locator(".said > li").first).to_be_visible()
    answer.get_by_role("link", name=say(language, "questions.read_all")).click()
    looks_right(page, language)
    page.locator(".said sup a").first.click()
    expect(page).to_have_url(re.compile(r"/library/questions/Q\d\d/#source-"))
    assert page.locator("li:target").is_visible()


def test_alarming_words_come_before_any_answer(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/library/questions/")
    looks_right(page, language)
    asks(page, ALARMING[language])
    looks_right(page, language)
    expect(page.locator(".heard.urgent .call-button")).to_be_in_viewport()
    expect(page.locator(".answers")).to_have_count(0)
    page.get_by_role("link", name=say(language, "questions.alarm.danger_list")).click()
    expect(page).to_have_url(re.compile(f"/{language}/danger/"))


def test_nothing_found_and_the_index(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/library/")
    asks(page, "xqzzt wvvk")
    looks_right(page, language)
    page.get_by_role("link", name=say(language, "questions.nothing_index")).click()
    looks_right(page, language)
    page.get_by_role("link", name=say(language, "questions.by_letter")).click()
    looks_right(page, language)
    page.locator(".index a").first.click()
    looks_right(page, language)
