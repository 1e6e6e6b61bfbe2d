"""Someone whose browser is set to letters twice as big: nothing is cut off, nothing is covered."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import FLAGS, PHONE, Product
from tests.journeys.person import says_where

BIG = 32
PAGES = (
    "",
    "danger/danger-1/",
    "library/",
    "library/exercises/bridge/",
    "library/questions/?order=letter",
    "plan/",
    "plan/calendar/",
    "emergency/",
    "nowhere/",
)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BOTTOM = "document.querySelector('.bottom').getBoundingClientRect().height"


@pytest.fixture
def big_page(browser: Browser, tmp_path: Path, language: str) -> Iterator[Page]:
    """A phone whose reader chose a letter size of 32 pixels in the browser's settings."""
    (tmp_path / "Default").mkdir()
    chosen = {"webkit": {"webprefs": {"default_font_size": BIG}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(chosen))
    path = os.environ.get("UNKNOT_CHROMIUM") or shutil.which("chromium")
    reader = browser.browser_type.launch_persistent_context(
        tmp_path,
        executable_path=path,
        args=FLAGS,
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        locale={"en": "en-GB", "fr": "fr-FR"}[language],
        reduced_motion="reduce",
    )
    yield reader.pages[0]
    reader.close()


def test_letters_twice_as_big_fit(big_page: Page, product: Product, language: str) -> None:
    big_page.goto(f"{product.address}/{language}/demo/claire/")
    for path in PAGES:
        big_page.goto(f"{product.address}/{language}/{path}")
        assert big_page.evaluate(TOO_WIDE) <= 0, path
        assert big_page.evaluate(BOTTOM) < PHONE["height"] / 3, path


def test_a_place_is_chosen_with_big_letters(
    big_page: Page, product: Product, language: str
) -> None:
    big_page.goto(f"{product.address}/{language}/")
    says_where(big_page, "low_back")
    expect(big_page.locator("[data-none]").first).to_be_attached()


def test_the_search_has_room_to_type(big_page: Page, product: Product, language: str) -> None:
    big_page.goto(f"{product.address}/{language}/library/")
    box = big_page.locator("#q").bounding_box()
    assert box is not None
    assert box["width"] > PHONE["width"] / 2
