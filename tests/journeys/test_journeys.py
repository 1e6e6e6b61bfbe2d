"""The whole way, in a real browser at phone size, in both languages."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import (
    answers,
    checks_in,
    follows_to_the_end,
    looks_right,
    opens,
    passes_the_gate,
    rates,
    says_where,
    starts_a_session,
    tells_the_rest,
    tells_the_story,
    ticks,
    ticks_nothing,
)

pytestmark = pytest.mark.journey


def to_the_plan(page: Page, product: Product, language: str) -> None:
    opens(page, product.address)
    looks_right(page, language)
    says_where(page, "upper_back")
    passes_the_gate(page, language)
    looks_right(page, language)
    tells_the_story(page)
    expect(page).to_have_url(re.compile("/now/"))
    looks_right(page, language)
    page.locator(".bar a.main").click()
    tells_the_rest(page, language)
    expect(page).to_have_url(re.compile("/plan/"))
    looks_right(page, language)


def test_from_it_hurts_here_to_a_changed_plan(page: Page, product: Product, language: str) -> None:
    to_the_plan(page, product, language)
    first = page.locator(".moves li b").all_inner_texts()
    assert first
    assert page.locator(".changed").count() == 0

    starts_a_session(page)
    looks_right(page, language)
    rates(page, 3)
    looks_right(page, language)
    assert follows_to_the_end(page) >= 1
    looks_right(page, language)
    for number in (5, 5, 4):
        rates(page, number)
    page.clock.resume()
    expect(page).to_have_url(re.compile("/plan/"))

    checks_in(page, pain=6, after="worse")
    expect(page).to_have_url(re.compile("/plan/"))
    looks_right(page, language)
    change = page.locator("#changed")
    expect(change).to_be_visible()
    assert len(change.inner_text().split()) > 8, "the change says why"

    page.locator("a[href$='/progress/']").first.click()
    looks_right(page, language)
    assert page.locator("table tr").count() >= 2


def test_a_sign_that_cannot_wait(page: Page, product: Product, language: str) -> None:
    opens(page, product.address)
    says_where(page, "upper_back")
    ticks(page, "sudden_tearing_pain")
    expect(page).to_have_url(re.compile("/emergency/"))
    looks_right(page, language)
    number = {"en": "999", "fr": "15"}[language]
    assert page.locator("a.call-button").get_attribute("href") == f"tel:{number}"
    said = {"en": "tearing", "fr": "déchire"}[language]
    assert said in page.locator("main").inner_text()
    assert page.locator("header.head").count() == 0


def test_the_server_dies_mid_way_and_nothing_is_lost(
    page: Page, context: BrowserContext, product: Product, language: str
) -> None:
    opens(page, product.address)
    says_where(page, "upper_back")
    ticks_nothing(page)
    expect(page).to_have_url(re.compile("/danger/danger-2/"))
    for none in page.locator("[data-none]").all():
        none.check()

    product.kill()
    page.locator("form button.main").last.click()
    expect(page.locator("[data-offline]")).to_be_visible()
    product.start()
    expect(page).to_have_url(re.compile("/story/story-1/"), timeout=30_000)

    answers(page, "pain_0_10", "6")

    page.reload()
    expect(page.locator("[name='f-pain_0_10'][value='6']")).to_be_checked()

    other = context.new_page()
    opens(other, product.address)
    expect(other).to_have_url(re.compile("/story/story-1/"))
    assert other.locator("html").get_attribute("lang") == language


def test_the_language_switches_on_the_same_page(
    page: Page, product: Product, language: str
) -> None:
    opens(page, product.address)
    says_where(page, "upper_back")
    other = {"en": "fr", "fr": "en"}[language]
    page.locator(f"nav.lang a[hreflang={other}]").click()
    expect(page).to_have_url(re.compile(f"/{other}/danger/danger-1/"))
    looks_right(page, other)


def test_one_button_clears_everything(page: Page, product: Product, language: str) -> None:
    opens(page, product.address)
    says_where(page, "upper_back")
    ticks_nothing(page)
    page.goto(f"{product.address}/{language}/my-data/")
    looks_right(page, language)
    page.locator("a[href$='/erase/'], form[action$='/erase/'] button").first.click()
    looks_right(page, language)
    page.locator("main form button").last.click()
    expect(page).to_have_url(re.compile("/erased/"))
    looks_right(page, language)
    opens(page, product.address)
    expect(page).to_have_url(f"{product.address}/{language}/")
    assert page.locator("a[href$='/resume/']").count() == 0
