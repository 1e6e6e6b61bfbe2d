"""Finding an exercise in a real browser at phone size: by keyboard, kept in the address, marked."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import looks_right
from unknot.web.words import say

pytestmark = pytest.mark.journey


def test_an_exercise_is_found_marked_and_read(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/library/exercises/")
    looks_right(page, language)
    narrow = page.locator(".narrowing > summary")
    narrow.focus()
    page.keyboard.press("Enter")
    page.locator("#region").select_option("neck")
    page.locator("#minutes").select_option("1")
    page.locator(".narrowing button.main").press("Enter")
    expect(page).to_have_url(re.compile(r"region=neck.*minutes=1"))
    looks_right(page, language)
    found = int(page.locator("main [role=status]").first.inner_text().split()[0])
    expect(page.locator(".card h3")).to_have_count(found)
    page.locator("#e-neck-nod .mark-button").press("Enter")
    expect(page.locator("#e-neck-nod .mark-button")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"region=neck"))
    page.locator("#e-neck-nod h3 a").press("Enter")
    expect(page.locator("#for-you")).to_be_visible()
    expect(page.locator(".for-you")).to_contain_text(say(language, "catalogue.you_ask"))
    looks_right(page, language)


def test_what_fits_nothing_says_how_to_go_on(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/library/exercises/?region=neck&equipment=roller")
    looks_right(page, language)
    expect(page.get_by_text(say(language, "catalogue.none"))).to_be_visible()
    page.locator(".chips a").nth(1).click()
    expect(page).to_have_url(re.compile(r"\?region=neck$"))
    expect(page.locator(".card").first).to_be_visible()
