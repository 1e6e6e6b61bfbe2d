"""The sheet for a visit on paper, and the options, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import looks_right, opens, passes_the_gate, says_where, tells_the_story

pytestmark = pytest.mark.journey


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_sheet_is_one_page_on_paper(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/visit/")
    looks_right(page, language)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
    opens(page, product.address)
    says_where(page, "upper_back")
    passes_the_gate(page, language)
    tells_the_story(page)
    page.locator("a[href$='/visit/']").first.click()
    expect(page).to_have_url(re.compile("/visit/"))
    looks_right(page, language)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.locator(".sheet").evaluate("e => getComputedStyle(e).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    assert page.locator(".how-to-print").is_hidden()
    page.emulate_media(media="screen")
    page.locator("a[href$='/options/']").click()
    looks_right(page, language)
    for shut in page.locator("article summary").all()[:12]:
        shut.click()
    looks_right(page, language)
