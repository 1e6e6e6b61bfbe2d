"""Medicines in a real browser: the screen, the cards, a dose in two taps, the warnings."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import (
    looks_right,
    opens,
    passes_the_gate,
    says_where,
    tells_the_story,
    ticks,
    ticks_nothing,
)

pytestmark = pytest.mark.journey


def to_medicines(page: Page, product: Product, language: str, *signs: str) -> None:
    """Go from the landing through the gate and the screen to the cards."""
    opens(page, product.address)
    says_where(page, "upper_back")
    passes_the_gate(page, language)
    tells_the_story(page)
    page.goto(f"{product.address}/{language}/medicines/")
    while "/questions/" in page.url:
        looks_right(page, language)
        sign = next((s for s in signs if page.locator(f"input[name='f-{s}']").count()), "")
        if sign:
            ticks(page, sign)
        else:
            ticks_nothing(page)


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def test_from_the_screen_to_a_card_to_a_warning(
    page: Page, product: Product, language: str
) -> None:
    to_medicines(page, product, language)
    expect(page).to_have_url(re.compile("/medicines/$"))
    country = {"en": "GB", "fr": "FR"}[language]
    page.locator(f".ask-country button[value={country}]").click()
    first = page.locator(".meds .med").first
    expect(first).to_have_attribute("id", "diclofenac-gel")
    opened(page)
    looks_right(page, language)
    page.locator("#ibuprofen h3 a").click()
    looks_right(page, language)
    expect(page.locator(".limits")).to_be_visible()
    page.goto(f"{product.address}/{language}/medicines/table/")
    looks_right(page, language)
    page.goto(f"{product.address}/{language}/medicines/log/")
    looks_right(page, language)
    for ago in ("12", "8", "4", "0"):
        page.locator("a[href='?of=ibuprofen']").click()
        page.locator("#ago").select_option(ago)
        page.locator("button[value='ibuprofen-400*1']").click()
    expect(page.locator("[data-kind=over-day]")).to_be_visible()
    opened(page)
    looks_right(page, language)
    before = page.locator(".doses li").count()
    page.locator(".doses button").first.click()
    assert page.locator(".doses li").count() == before - 1


def test_a_contraindication_leaves_no_number(page: Page, product: Product, language: str) -> None:
    to_medicines(page, product, language, "ulcer_or_bleeding")
    page.goto(f"{product.address}/{language}/medicines/ibuprofen/")
    looks_right(page, language)
    expect(page.locator(".limits")).to_have_count(0)
    expect(page.locator(".verdict.is-do-not")).to_be_visible()
