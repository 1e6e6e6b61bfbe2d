"""What a person does on the pages, in a person's words. Each step ends on the next page."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def looks_right(page: Page, language: str) -> None:
    """The page is in one language, has no axe violation and does not scroll sideways.

    axe sees the page at its whole height, so that the sticky line covers nothing.
    """
    assert page.locator("html").get_attribute("lang") == language
    phone = page.viewport_size
    assert phone is not None
    if not page.url.endswith("/play/"):
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": phone["width"], "height": height + 100})
    found = Axe().run(page, options=RULES).response["violations"]
    page.set_viewport_size(phone)
    told = [f"{each['id']}: {node['html'][:150]}" for each in found for node in each["nodes"]]
    assert not told, f"{page.url}\n" + "\n".join(told)
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(width) <= 0, f"{page.url} scrolls sideways"


def opens(page: Page, address: str) -> None:
    """Open the product as a stranger does: by its bare address."""
    page.goto(address + "/")


def says_where(page: Page, *places: str) -> None:
    """Tap places on the picture and go on."""
    for place in places:
        page.locator(f"label.hit-{place}:visible").first.click()
    page.locator(".bar button.main").click()


def ticks_nothing(page: Page) -> None:
    """Answer every checklist of this page with "none of these" and go on.

    Under a clock the test moves, a page cannot know how it was opened: what is tapped before its
    script has run is forgotten, as on the way back.
    """
    page.wait_for_load_state()
    for none in page.locator("[data-none]").all():
        none.check()
    goes_on(page)


def passes_the_gate(page: Page, language: str) -> None:
    """Answer every page of the danger gate with none."""
    while "/danger/" in page.url:
        looks_right(page, language)
        ticks_nothing(page)


def ticks(page: Page, sign: str) -> None:
    """Tick one danger sign, say none elsewhere on the page, and go on."""
    page.locator(f"input[name='f-{sign}']").check()
    for group in page.locator("fieldset.group").all():
        if group.locator("[data-sign]:checked").count() == 0:
            group.locator("[data-none]").check()
    goes_on(page)


def answers(page: Page, fact: str, value: str) -> None:
    """Give one answer: a number is typed, a choice is tapped."""
    field = page.locator(f"[name='f-{fact}']")
    if field.first.get_attribute("type") == "number":
        field.fill(value)
    else:
        _tap(page, page.locator(f"[name='f-{fact}'][value='{value}']"))


def tells_the_story(page: Page, pain: int = 5, days: int = 1) -> None:
    """Answer the first page about the pain."""
    expect(page).to_have_url(re.compile("/story/story-1/"))
    answers(page, "pain_0_10", str(pain))
    answers(page, "onset_trigger", "long_position")
    answers(page, "days_since_onset", str(days))
    answers(page, "had_before", "first_time")
    answers(page, "age_years", "41")
    ticks_nothing(page)


def tells_the_rest(page: Page, language: str) -> None:
    """Answer the pages the programme needs, each once, until the plan is there."""
    seen: set[str] = set()
    while "/story/" in page.url:
        assert page.url not in seen, f"asked twice: {page.url}"
        seen.add(page.url)
        looks_right(page, language)
        for fact, values in PROFILE.items():
            for value in values:
                if page.locator(f"[name='f-{fact}']").count():
                    answers(page, fact, value)
        ticks_nothing(page)


PROFILE = {
    "feels": ["tight"],
    "hurts_on": ["sitting"],
    "eases": ["warmth"],
    "pain_at_rest_0_10": ["2"],
    "limits": ["sitting"],
    "sitting_hours_per_day": ["8"],
    "goals": ["less_pain"],
    "equipment": ["chair", "mat", "wall"],
    "minutes_per_session": ["10"],
    "days_per_week": ["4"],
    "can_get_into": ["standing", "sitting", "lying_back", "lying_side", "hands_knees", "kneeling"],
}


def goes_on(page: Page) -> None:
    """Press the main button of a form."""
    page.locator("form button.main").last.click()


def _tap(page: Page, choice: Locator) -> None:
    """Tap a choice as a finger does: on its words, where the control itself is hidden."""
    name = choice.get_attribute("id")
    label = page.locator(f"label[for='{name}']")
    (label if name and label.count() else choice).first.click()


def checks_in(page: Page, pain: int, after: str) -> None:
    """Answer the check-in: nothing new, how much it hurts, and how it has been since."""
    page.locator("a[href$='/check-in/']").first.click()
    for none in page.locator("[data-none]").all():
        none.check()
    answers(page, "pain_next_morning_0_10", str(pain))
    answers(page, "sleep_last_night", "fine")
    answers(page, "moving_today", "careful")
    answers(page, "after_session", after)
    goes_on(page)


def is_kept(page: Page, path: str) -> None:
    """Wait until this device has the file or page; the policy forbids waiting inside it."""
    for _ in range(100):
        if page.evaluate(
            "async path => (await caches.match(path, {ignoreVary: true})) !== undefined", path
        ):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{path} is not kept")


def starts_a_session(page: Page) -> None:
    """Go from the plan through the short gate to the player, on a clock the test can move."""
    page.clock.install()
    page.locator("a[href$='/session/']").first.click()
    ticks_nothing(page)
    expect(page).to_have_url(re.compile("/session/play/"))


def rates(page: Page, number: int) -> None:
    """Choose a number on the player's scale and go on."""
    page.locator(".p-numbers label").nth(number).click()
    page.locator(".p-choices .filled").click()


def follows_to_the_end(page: Page) -> int:
    """Let the player lead through every exercise without touching it; return the minutes it took."""
    page.locator(".p-choices .filled").click()
    scale = page.locator(".p-scale")
    for minute in range(40):
        if scale.is_visible():
            return minute
        page.clock.run_for(60_000)
    raise AssertionError("the session does not end")
