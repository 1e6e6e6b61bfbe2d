"""Weeks as they are lived: a missed session caught up, what was done, why it changed, an order.

Jonas of the demo began ten days ago; the day before yesterday he skipped, today is free.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import (
    checks_in,
    follows_to_the_end,
    is_kept,
    looks_right,
    rates,
    starts_a_session,
)

pytestmark = pytest.mark.journey


@pytest.fixture
def product(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Return a product of its own for each test, with the people of the demo in it."""
    served = Product(ready, tmp_path_factory.mktemp("home"))
    served.start()
    yield served
    served.kill()


def opens_the_plan_of_jonas(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/demo/jonas/")
    expect(page).to_have_url(re.compile("/plan/$"))


def goes_to(page: Page, ending: str) -> None:
    """Follow the first link of the page's middle that ends so."""
    page.locator(f"main a[href$='{ending}']").first.click()


def does_a_session(page: Page) -> None:
    """Do today's session from its gate to its end, a little sore after it."""
    starts_a_session(page)
    rates(page, 3)
    follows_to_the_end(page)
    for number in (5, 5, 4):
        rates(page, number)
    page.clock.resume()
    expect(page).to_have_url(re.compile("/plan/"))


def test_a_missed_session_is_caught_up_and_kept(
    page: Page, product: Product, language: str
) -> None:
    opens_the_plan_of_jonas(page, product, language)
    expect(page.locator(".day.today a.main")).to_have_count(0)
    goes_to(page, "/plan/calendar/")
    looks_right(page, language)
    expect(page.locator(".fold")).to_have_count(12)

    page.locator(".catch-up button").click()
    expect(page).to_have_url(re.compile("/plan/"))
    looks_right(page, language)
    expect(page.locator(".catch-up")).to_have_count(0)
    expect(page.locator(".day.today a.main")).to_be_visible()
    does_a_session(page)
    checks_in(page, pain=4, after="same")

    page.goto(f"{product.address}/{language}/plan/")
    goes_to(page, "/history/")
    looks_right(page, language)
    expect(page.locator(".record[open] .did li").first).to_be_visible()
    assert page.locator(".record").count() == 5


def test_why_a_line_changed_an_order_and_taking_it_back(
    page: Page, product: Product, language: str
) -> None:
    opens_the_plan_of_jonas(page, product, language)
    page.locator(".moves a[href*='/plan/line/']").first.click()
    expect(page).to_have_url(re.compile("/plan/line/"))
    looks_right(page, language)
    assert page.locator(".story > li").count() >= 2
    assert page.locator(".story > li").first.get_attribute("data-rule")

    name = re.findall("/plan/line/([^/]+)/", page.url)[0]
    page.locator("main a[href*='/plan/order/']").click()
    looks_right(page, language)
    page.locator("#f-by").fill("Anna")
    page.locator("#f-reason").fill("OK")
    page.locator("#f-repetitions").fill("2")
    page.locator("form button.main").last.click()
    expect(page).to_have_url(re.compile("saved=1"))
    looks_right(page, language)

    goes_to(page, "/plan/")
    expect(page.locator(".set-by")).to_contain_text("Anna")
    looks_right(page, language)
    page.goto(f"{product.address}/{language}/plan/changes/")
    expect(page.locator(".story > li").first).to_contain_text("Anna")
    looks_right(page, language)

    page.goto(f"{product.address}/{language}/plan/order/")
    page.locator(".orders button").click()
    expect(page).to_have_url(re.compile("back=1"))
    looks_right(page, language)
    expect(page.locator(".orders li")).to_have_count(0)
    page.goto(f"{product.address}/{language}/plan/line/{name}/")
    assert "taken-back" in str(page.locator(".story > li").first.get_attribute("data-rule"))


def test_a_day_ahead_is_moved_by_keyboard_alone(
    page: Page, product: Product, language: str
) -> None:
    opens_the_plan_of_jonas(page, product, language)
    page.goto(f"{product.address}/{language}/plan/calendar/")
    week = page.locator("#week-4")
    week.locator("summary").first.focus()
    page.keyboard.press("Enter")
    week.locator(".move-day summary").focus()
    page.keyboard.press("Enter")
    week.locator("select[name='one']").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/plan/calendar/\\?moved=\\d"))
    looks_right(page, language)


def test_weeks_and_history_open_without_a_connection(
    page: Page, context: BrowserContext, product: Product, language: str
) -> None:
    opens_the_plan_of_jonas(page, product, language)
    page.evaluate("navigator.serviceWorker.ready")
    addresses = [f"/{language}/plan/calendar/", f"/{language}/history/"]
    for address in addresses:
        page.goto(product.address + address)
        is_kept(page, address)
    context.set_offline(True)
    page.goto(product.address + addresses[0])
    expect(page.locator(".fold")).to_have_count(12)
    page.goto(product.address + addresses[1])
    expect(page.locator(".record[open] .did li").first).to_be_visible()
