"""The reminder to move, the planner, the diary and the explorer, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import looks_right, opens, passes_the_gate, says_where, tells_the_story

pytestmark = pytest.mark.journey


def test_the_reminder_rings(page: Page, product: Product, language: str) -> None:
    page.clock.install()
    page.goto(f"{product.address}/{language}/prevention/")
    looks_right(page, language)
    button, status = page.locator("[data-breaks-button]"), page.locator("[data-breaks-status]")
    button.click()
    page.clock.run_for(2_000)
    expect(status).to_contain_text("29:5")
    page.clock.run_for(30 * 60_000)
    ring = page.locator("[data-breaks]").get_attribute("data-ring")
    assert ring
    expect(status).to_have_text(ring)
    assert page.title().startswith("●")
    page.reload()
    page.clock.run_for(2_000)
    expect(page.locator("[data-breaks-status]")).not_to_be_empty()
    page.locator("[data-breaks-button]").click()
    expect(page.locator("[data-breaks-status]")).to_be_empty()


def test_a_plan_goes_into_the_calendar(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/prevention/")
    page.locator("label[for=day-6]").click()
    with page.expect_download() as download:
        page.locator("#planner button").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert re.search(r"RRULE:.*BYDAY=MO,WE,FR,SU", text)


def test_a_spasm_is_written_down_and_undone(page: Page, product: Product, language: str) -> None:
    opens(page, product.address)
    says_where(page, "upper_back")
    passes_the_gate(page, language)
    tells_the_story(page)
    page.goto(f"{product.address}/{language}/diary/")
    looks_right(page, language)
    for chosen in ("diary_pain_0_10-6", "diary_activity-screen", "diary_before-stress"):
        page.locator(f"label[for='f-{chosen}']").click()
    page.locator("form[data-keep=diary] button.main").click()
    expect(page).to_have_url(re.compile("saved="))
    expect(page.locator(".diary li")).to_have_count(1)
    looks_right(page, language)
    page.locator("form.saved button").click()
    expect(page.locator(".diary li")).to_have_count(0)


def test_a_place_on_the_back_shows_its_muscles(page: Page, product: Product, language: str) -> None:
    page.goto(f"{product.address}/{language}/library/causes/")
    looks_right(page, language)
    page.locator(".explorer-map a[href$='region=neck']").click()
    expect(page).to_have_url(re.compile("region=neck"))
    page.locator("details.cause summary").first.click()
    looks_right(page, language)
