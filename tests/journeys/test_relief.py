"""Relief in a real browser: timers that keep the hours between, the routine step by step, the folds."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import (
    looks_right,
    opens,
    says_where,
    tells_the_rest,
    tells_the_story,
    ticks_nothing,
)

pytestmark = pytest.mark.journey
MINUTE = 60_000
HOUR = 60 * MINUTE


def to_relief(page: Page, product: Product, language: str) -> None:
    """Arrive at what to do in the next two days, four days after it began, with every part open."""
    opens(page, product.address)
    says_where(page, "upper_back")
    while "/danger/" in page.url:
        ticks_nothing(page)
    tells_the_story(page, pain=3, days=4)
    expect(page).to_have_url(re.compile("/now/"))
    now = page.url
    page.locator(".bar a.main").click()
    tells_the_rest(page, language)
    expect(page).to_have_url(re.compile("/plan/"))
    page.clock.install()
    page.goto(f"{now}?for=two-days")
    looks_right(page, language)


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def passes(page: Page, milliseconds: int) -> None:
    """Let time pass as on a phone that slept: the timers wake once, late."""
    page.clock.fast_forward(milliseconds)
    page.clock.run_for(2_000)


def start(page: Page, measure: str) -> None:
    page.locator(f"[data-timer={measure}] [data-timer-start]").click()


def may_start(page: Page, measure: str) -> bool:
    return page.locator(f"[data-timer={measure}] [data-timer-start]").is_visible()


def said(page: Page, measure: str) -> str:
    return page.locator(f"[data-timer={measure}] .timer-status").inner_text()


def test_a_timer_waits_for_its_hours_also_after_a_reload(
    page: Page, product: Product, language: str
) -> None:
    to_relief(page, product, language)
    opened(page)
    start(page, "warm-pack")
    page.clock.run_for(30_000)
    assert may_start(page, "cold-then-warm"), "half a minute is a slip, not a use"
    passes(page, 15 * MINUTE)
    assert not may_start(page, "warm-pack")
    assert re.search(r"\d{1,2}[:.h]\d{2}", said(page, "warm-pack"))
    page.reload()
    opened(page)
    assert not may_start(page, "warm-pack"), "the device remembers"
    assert not may_start(page, "cold-then-warm"), "nor what must not meet it"
    assert may_start(page, "light-self-massage"), "what does not touch the skin’s warmth may start"
    passes(page, 2 * HOUR)
    assert may_start(page, "warm-pack")
    assert not may_start(page, "cold-then-warm")
    passes(page, 2 * HOUR)
    assert may_start(page, "cold-then-warm")


def test_the_routine_goes_from_cold_over_a_pause_to_warmth(
    page: Page, product: Product, language: str
) -> None:
    to_relief(page, product, language)
    opened(page)
    looks_right(page, language)
    steps = page.locator("[data-timer=cold-then-warm] [data-timer-steps] li")
    expect(steps).to_have_count(3)
    start(page, "cold-then-warm")
    expect(steps.nth(0)).to_have_attribute("aria-current", "step")
    passes(page, 15 * MINUTE)
    expect(steps.nth(1)).to_have_attribute("aria-current", "step")
    passes(page, 5 * MINUTE)
    expect(steps.nth(2)).to_have_attribute("aria-current", "step")
    assert may_start(page, "cold-then-warm"), "warmth needs hands, so it waits for a press"
    start(page, "cold-then-warm")
    passes(page, 15 * MINUTE)
    for measure in ("cold-then-warm", "cold-pack", "warm-pack"):
        assert not page.locator(f"[data-timer={measure}] [data-timer-start]").is_visible()
    passes(page, 4 * HOUR)
    assert may_start(page, "cold-then-warm")
