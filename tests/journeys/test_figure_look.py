"""Giving the figure its colours, and stopping a figure that moves, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.journeys.conftest import Product
from tests.journeys.person import is_kept, looks_right
from unknot.movement.contrast import distance
from unknot.movement.look import Look, palette
from unknot.web.words import say

pytestmark = pytest.mark.journey

WORN = Look("7", "white", "berry", "tied", True, True)
SCARF = Look("2", "dark", "blue", "scarf")
ONE = pytest.mark.parametrize("language", ["en"])  # what does not depend on words is tried once
FILL = "each => getComputedStyle(each).fill"


def colour(element: Locator) -> str:
    """The fill as #rrggbb, whichever way the browser writes it."""
    said = str(element.evaluate(FILL))
    numbers = [float(each) for each in re.findall(r"[\d.]+", said)][:3]
    scale = 255 if said.startswith("color(") else 1
    return "#" + "".join(f"{round(each * scale):02x}" for each in numbers)


def part(page: Page, name: str, material: str) -> Locator:
    """The lit layer of a part of the first figure on the page."""
    return page.locator(f'.fig use[href$="-{name}"].fig-{material}-1').first


def until(page: Page, said: str, seconds: int = 3) -> None:
    """Wait, so long at most, until an expression is true; the policy forbids doing so inside."""
    for _ in range(20 * seconds):
        if page.evaluate(said):
            return
        page.wait_for_timeout(50)
    raise AssertionError(said)


def picks(page: Page, look: Look) -> None:
    """Tap one choice of each."""
    chosen = {"skin": look.skin, "hair": look.hair, "clothes": look.clothes, "shape": look.shape}
    chosen |= {"beard": "beard" if look.beard else "none", "body": "full" if look.full else "first"}
    for field, value in chosen.items():
        page.locator(f"input[name={field}][value='{value}']").check(force=True)


def test_a_look_is_chosen_seen_at_once_and_worn_everywhere(
    product: Product, page: Page, language: str
) -> None:
    page.goto(f"{product.address}/{language}/figure/")
    looks_right(page, language)
    picks(page, WORN)
    day = palette(WORN, night=False)
    expect(page.locator(f"link[data-look][href*='{WORN.code}']")).to_have_count(1)
    until(page, "document.querySelectorAll('link[data-look]').length === 1")
    expect(page.locator("[data-preview] use[href$='-tail']").first).to_be_attached(timeout=20_000)
    expect(page.locator("[data-preview] use[href$='-beard']").first).to_be_attached(timeout=20_000)
    assert colour(part(page, "shirt", "top")) == day.fills["top"]
    assert colour(part(page, "tail", "hair")) == day.fills["hair"]
    page.get_by_role("button", name=say(language, "figure.keep")).click()
    expect(page.get_by_text(say(language, "figure.kept_said"))).to_be_visible()
    looks_right(page, language)
    page.goto(f"{product.address}/{language}/library/exercises/bird-dog/")
    assert colour(part(page, "shirt", "top")) == day.fills["top"]
    looks_right(page, language)
    page.goto(f"{product.address}/{language}/library/exercises/?kind=stretch")
    shown = page.locator("picture > .fig").first
    shown.scroll_into_view_if_needed()
    until(page, "document.querySelector('picture > .fig').naturalWidth > 0", seconds=20)
    assert f"/figures/{WORN.code}/day/" in shown.evaluate("each => each.currentSrc")
    page.emulate_media(color_scheme="dark")
    until(page, "document.querySelector('picture > .fig').currentSrc.includes('/night/')")


@ONE
def test_the_page_mixes_the_same_shades_as_the_served_drawing(
    product: Product, page: Page, context: BrowserContext, language: str
) -> None:
    kept = {"name": "figure", "value": SCARF.code, "url": product.address}
    context.add_cookies([kept])  # type: ignore[list-item]
    for night in (False, True):
        page.emulate_media(color_scheme="dark" if night else "light")
        page.goto(f"{product.address}/{language}/figure/")
        colours = palette(SCARF, night)
        for name, material, wears in (
            ("shirt", "top", "top"),
            ("hood", "hair", "hair"),
            ("neck", "hair", "hair"),
            ("head", "skin", "skin"),
        ):
            for level in ("1", "2", "3"):
                layer = page.locator(f'.fig use[href$="-{name}"].fig-{material}-{level}').first
                assert distance(colour(layer), colours.tone(wears, level)) < 1, (name, level, night)


@ONE
def test_a_scarf_stays_on_the_head_of_a_moving_figure(
    product: Product, page: Page, context: BrowserContext, language: str
) -> None:
    context.add_cookies([{"name": "figure", "value": SCARF.code, "url": product.address}])
    page.goto(f"{product.address}/{language}/library/exercises/bird-dog/")
    page.locator("summary", has_text=say(language, "library.move")).click()
    moving, fills = page.locator("[data-moving] .fig-moving"), palette(SCARF, night=False).fills
    neck = moving.locator('use[href$="-neck"].fig-hair-1').first
    hand = moving.locator('use[href*="arm_"].fig-skin-1').first
    assert colour(neck) == fills["hair"]
    assert colour(hand) == fills["skin"]


def paused(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('[data-moving] svg').animationsPaused()"))


def test_a_moving_figure_is_paused_and_played_by_keyboard(
    product: Product, page: Page, language: str
) -> None:
    page.goto(f"{product.address}/{language}/library/exercises/bird-dog/")
    page.locator("summary", has_text=say(language, "library.move")).press("Enter")
    button = page.locator("[data-pause]")
    expect(button).to_have_accessible_name(say(language, "figure.pause"))
    assert not paused(page)
    looks_right(page, language)
    button.press("Enter")
    expect(button).to_have_accessible_name(say(language, "figure.play"))
    assert paused(page)
    button.press("Enter")
    expect(button).to_have_accessible_name(say(language, "figure.pause"))
    assert not paused(page)
    page.locator("summary", has_text=say(language, "library.move")).press("Enter")
    until(page, "document.querySelector('[data-moving] svg').animationsPaused()")


@ONE
def test_where_less_motion_is_asked_for_it_waits_still(
    product: Product, page: Page, language: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{product.address}/{language}/library/exercises/bird-dog/")
    page.locator("summary", has_text=say(language, "library.move")).click()
    button = page.locator("[data-pause]")
    expect(button).to_have_accessible_name(say(language, "figure.play"))
    assert paused(page)
    expect(page.locator("[data-moving] .fig-still")).to_be_visible()
    expect(page.locator("[data-moving] .fig-moving")).to_be_hidden()
    button.click()
    expect(page.locator("[data-moving] .fig-moving")).to_be_visible()
    assert not paused(page)


@ONE
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_is_black_and_white(
    product: Product, page: Page, context: BrowserContext, language: str, theme: str
) -> None:
    kept = {"figure": WORN.code, "theme": theme}
    context.add_cookies(
        [{"name": name, "value": value, "url": product.address} for name, value in kept.items()]
    )
    page.emulate_media(media="print")
    page.goto(f"{product.address}/{language}/library/exercises/bird-dog/")
    for name, material in (("shirt", "top"), ("head", "skin"), ("pelvis", "trousers")):
        red, green, blue = (colour(part(page, name, material))[i : i + 2] for i in (1, 3, 5))
        assert red == green == blue
    assert colour(part(page, "head", "skin")) == "#ffffff"
    page.goto(f"{product.address}/{language}/library/exercises/?kind=stretch")
    expect(page.locator(".card .fig:visible").first).to_have_attribute(
        "src", re.compile(r"-print-")
    )
    assert page.locator(".card .fig:not(.on-paper):visible").count() == 0


@ONE
def test_without_script_it_is_kept_and_worn_too(
    product: Product, browser: Browser, language: str
) -> None:
    bare = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = bare.new_page()
    page.goto(f"{product.address}/{language}/figure/")
    picks(page, WORN)
    page.get_by_role("button", name=say(language, "figure.keep")).click()
    expect(page.get_by_text(say(language, "figure.kept_said"))).to_be_visible()
    expect(page.locator("link[data-look]")).to_have_count(1)
    page.get_by_role("button", name=say(language, "figure.first")).click()
    expect(page.locator("link[data-look]")).to_have_count(0)
    bare.close()


@ONE
def test_chosen_colours_are_there_without_a_line(
    product: Product, page: Page, context: BrowserContext, language: str
) -> None:
    page.goto(f"{product.address}/{language}/figure/")
    page.evaluate("navigator.serviceWorker.ready")
    until(page, "navigator.serviceWorker.controller !== null")
    picks(page, WORN)
    page.get_by_role("button", name=say(language, "figure.keep")).click()
    expect(page).to_have_url(re.compile("said=kept"))
    address = str(page.locator("link[data-look]").get_attribute("href"))
    is_kept(page, address)
    context.set_offline(True)
    answer = page.evaluate("address => fetch(address).then(each => each.text())", address)
    assert palette(WORN, night=False).fills["top"] in answer
