"""A session led by voice: twenty minutes without a touch, and whatever comes between.

The page's clock stands still: only a test moves it, so that no test depends on how fast it runs.
"""

import re
import subprocess
import sys
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.journeys.conftest import Product
from tests.journeys.person import looks_right, rates, ticks_nothing

pytestmark = pytest.mark.journey

DEMO = {"en": "amina", "fr": "claire"}
in_english = pytest.mark.parametrize("language", ["en"])
in_french = pytest.mark.parametrize("language", ["fr"])
LISTENS = """
window.said = [];
const speak = speechSynthesis.speak.bind(speechSynthesis);
speechSynthesis.speak = (one) => {
  window.said.push([Date.now(), one.text, one.lang]);
  speak(one);
};
"""
SLOW_SCREEN = """() => {
  window.requestAnimationFrame = (act) => setTimeout(() => act(Date.now()), 1000);
}"""
# Chrome slows the clock of a hidden page whose sound is under -72 dB; over -50 dB it might be heard.
DIGITAL_SILENCE, AUDIBLE = 10 ** (-72 / 20), 10 ** (-50 / 20)
STILL = "SVGSVGElement.prototype.setCurrentTime = () => undefined"
FIGURE_AT = "() => document.querySelector('.p-figure svg')?.getCurrentTime() ?? null"
SCRIPT = """
[...document.querySelectorAll(".p-script tbody td:last-child")]
  .map((cell) => [...cell.childNodes].filter((n) => n.nodeName === "#text").map((n) => n.data).join("").trim())
  .filter((text) => text)
"""
TOUCHES = """
window.touches = 0;
for (const kind of ["pointerdown", "keydown", "click"]) {
  document.addEventListener(kind, () => { window.touches += 1; }, true);
}
"""


def runs(product: Product, *arguments: str) -> None:
    """Run a command on the product's own database."""
    command = [sys.executable, "-m", *arguments]
    subprocess.run(command, env=product.environment, check=True, capture_output=True)


@pytest.fixture(scope="module", autouse=True)
def people(product: Product) -> None:
    """Make the invented people, with a session of twenty minutes each."""
    runs(product, "tests.journeys.longer", "20", *DEMO.values())


@pytest.fixture
def preview(page: Page, product: Product, language: str) -> Page:
    """The session of an invented person before it starts, pain told, time standing still."""
    page.add_init_script(LISTENS)
    page.goto(f"{product.address}/{language}/demo/{DEMO[language]}/")
    page.clock.install()
    page.goto(f"{product.address}/{language}/session/")
    ticks_nothing(page)
    rates(page, 2)
    expect(page.locator(".p-plan")).to_be_visible()
    page.evaluate(SLOW_SCREEN)
    stops_time(page)
    return page


def data_of(page: Page) -> dict[str, Any]:
    said = page.evaluate("JSON.parse(document.getElementById('session-data').textContent)")
    return cast(dict[str, Any], said)


def said(page: Page) -> list[str]:
    return [text for _, text, _ in page.evaluate("window.said")]


def says_every_step(page: Page) -> None:
    """Ask for the steps of known exercises too, as a newcomer hears them."""
    page.locator(".p-top .p-icon").last.click()
    page.locator("input[name=full]").check()
    page.locator(".p-choices .filled").click()


def opens_the_script(page: Page) -> list[str]:
    page.locator(".p-script summary").click()
    expect(page.locator(".p-script table").first).to_be_visible()
    return cast(list[str], page.evaluate(SCRIPT))


def starts(page: Page) -> None:
    page.locator(".p-choices .filled").click()
    expect(page.locator("#player[data-view=work]")).to_be_visible()


def stops_time(page: Page) -> None:
    """Let the clock stand a little ahead: from here only the test moves it."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)


def stays_right(page: Page, language: str) -> None:
    """As `looks_right`, on a page on which nothing runs: axe waits on the page's own clock."""
    page.clock.resume()
    looks_right(page, language)
    stops_time(page)


def ends_early(page: Page) -> None:
    """Leave the session and end it, with one exercise begun."""
    page.keyboard.press("n")
    page.locator(".p-top .p-icon").first.click()
    page.locator(".p-choices button").last.click()


def queue(page: Page) -> list[dict[str, Any]]:
    kept = page.evaluate("JSON.parse(localStorage.getItem('unknot.queue'))")
    return cast(list[dict[str, Any]], kept)


def until(page: Page, kind: str, seconds: int = 300) -> None:
    """Let the session run until it holds, moves, rests or says how to begin."""
    for _ in range(seconds):
        if page.locator("#player").get_attribute("data-kind") == kind:
            return
        page.clock.run_for(1000)
    raise AssertionError(f"the session never comes to {kind}")


def follows(heard: list[str], expected: list[str]) -> None:
    """Each of the expected sentences is said, in this order."""
    at = 0
    for text in expected:
        found = next((i for i in range(at, len(heard)) if text in heard[i]), None)
        assert found is not None, f"not said in its place: {text}"
        at = found


def sentences(exercise: dict[str, Any], words: dict[str, str]) -> list[str]:
    """Return what must be said of one exercise, whatever else is said."""
    sides = ["side_right", "side_left"] if exercise["sides"] == "each" else []
    hold = exercise["hold_seconds"]
    held = [words["hold_for"].replace("{n}", str(hold))] if 3 <= hold < 120 else []
    half = [words["half_way"]] if hold >= 20 or exercise["repetitions"] >= 6 else []
    work = [[words[side], *held] for side in sides] or [held]
    return [
        exercise["name"],
        words[f"place_{exercise['position']}"] if exercise["position"] else "",
        *exercise["steps"],
        *exercise["rules"],
        *exercise["stop_if"],
        *(each for part in work for each in part),
        *half[: 0 if held else 1],
        words["done"],
    ]


def test_a_person_is_led_for_twenty_minutes_without_touching_the_screen(
    preview: Page, language: str
) -> None:
    data = data_of(preview)
    words = data["words"]
    says_every_step(preview)
    script = opens_the_script(preview)
    preview.locator(".p-script table").nth(1).scroll_into_view_if_needed()
    stays_right(preview, language)
    title = preview.locator(".p-title").inner_text()
    preview.evaluate("window.said = []")
    preview.evaluate(STILL)
    starts(preview)
    preview.evaluate(TOUCHES)

    for _ in range(60):
        if preview.locator(".p-scale").is_visible():
            break
        preview.clock.run_for(30_000)
    expect(preview.locator(".p-scale")).to_be_visible()
    assert preview.evaluate("window.touches") == 0

    heard = said(preview)
    assert " ".join(heard) == " ".join([*script, words["ask_during"]])
    times = [moment for moment, _, _ in preview.evaluate("window.said")]
    minutes = (times[-1] - times[0]) / 60_000
    assert 18 <= minutes <= 22
    assert f"{round(minutes)} minutes" in title
    assert {spoken for _, _, spoken in preview.evaluate("window.said")} == {
        {"en": "en-GB", "fr": "fr-FR"}[language]
    }

    assert data["rules"][0] in heard
    assert words["how_to_pause"] in heard
    exercises = data["exercises"]
    stays = words["stay"]
    for before, exercise, after in zip(
        [None, *exercises], exercises, [*exercises[1:], None], strict=False
    ):
        begin = next(
            i
            for i, text in enumerate(heard)
            if f"{exercise['name']}." in text and str(len(exercises)) in text
        )
        end = next(i for i in range(begin, len(heard)) if heard[i].startswith(f"{words['done']}."))
        part = heard[begin : end + 1]
        same = before is not None and before["position"] == exercise["position"] and stays in part
        expected = sentences(exercise, words)
        follows(
            part,
            [
                text
                for text in expected
                if not (same and text.startswith(words[f"place_{exercise['position']}"]))
            ],
        )
        assert after is None or after["name"] in part[-1]
        rests = [text for text in part if text.startswith(f"{words['rest']}.")]
        assert len(rests) == exercise["sets"] - 1
    assert words["questions_wait"] in heard[-2]

    stays_right(preview, language)
    for number in (2, 2, 3):
        rates(preview, number)
    expect(preview).to_have_url(re.compile("/plan/"))


@in_french
def test_a_reload_in_the_middle_of_a_hold_loses_nothing(preview: Page) -> None:
    starts(preview)
    preview.keyboard.press("n")
    until(preview, "hold")
    preview.clock.run_for(500)
    figure = preview.evaluate(FIGURE_AT)
    assert figure > 0, "the figure is where the words are"
    count = preview.locator(".p-count").inner_text()
    cue = preview.locator(".p-cue").inner_text()
    before = int(preview.locator(".ring-number").text_content() or 0)
    preview.reload()
    player = preview.locator("#player[data-view=work]")
    expect(player).to_have_attribute("data-paused", "yes")
    assert preview.locator(".p-count").inner_text() == count
    assert preview.locator(".p-cue").inner_text() == cue
    left = preview.locator(".ring-number").text_content()
    assert int(left or 0) == before
    preview.wait_for_function(FIGURE_AT)
    assert preview.evaluate(FIGURE_AT) == pytest.approx(figure, abs=0.1)
    preview.clock.run_for(5000)
    assert preview.locator(".ring-number").text_content() == left, "nothing goes on unheard"
    preview.keyboard.press(" ")
    expect(player).to_have_attribute("data-paused", "no")
    preview.clock.run_for(1000)
    assert said(preview)[0], "the hold is said again"


@in_english
def test_the_answers_wait_when_the_connection_is_gone(
    preview: Page, context: BrowserContext
) -> None:
    starts(preview)
    ends_early(preview)
    context.set_offline(True)
    words = data_of(preview)["words"]
    for number in (2, 3):
        rates(preview, number)
    expect(preview.locator(".p-title")).to_have_text(words["kept_title"])
    assert len(queue(preview)) == 1
    context.set_offline(False)
    expect(preview).to_have_url(re.compile("/plan/"))
    assert queue(preview) == []


@in_english
def test_another_page_does_not_call_saved_what_the_server_refused(
    preview: Page, expected_errors: list[str]
) -> None:
    expected_errors += ["status of 422"]
    data = data_of(preview)
    preview.evaluate(
        """(url) => localStorage.setItem("unknot.queue", JSON.stringify(
          [{ id: "from-before", url, kind: "json", body: "{}", csrf: "old" }]))""",
        data["done_url"],
    )
    preview.goto(preview.url.replace("/session/play/", "/plan/"))
    expect(preview.locator("[data-status]")).to_contain_text(data["words"]["refused_kept"])
    assert [parcel["refused"] for parcel in queue(preview)] == [True]


@in_french
def test_they_wait_for_a_server_that_is_down_and_go_by_themselves(
    preview: Page, expected_errors: list[str]
) -> None:
    expected_errors += ["status of 500", "status of 503"]
    down = [503, 500]

    def answers(route: Route) -> None:
        if down:
            route.fulfill(status=down.pop())
        else:
            route.continue_()

    preview.route("**/session/done/", answers)
    starts(preview)
    ends_early(preview)
    words = data_of(preview)["words"]
    for number in (2, 3):
        rates(preview, number)
    expect(preview.locator(".p-page")).to_contain_text(words["kept_more"])
    preview.reload()
    expect(preview.locator(".p-page")).to_contain_text(words["kept_more"])
    assert not down
    preview.clock.run_for(15_000)
    expect(preview).to_have_url(re.compile("/plan/"))
    assert queue(preview) == []


def test_what_the_server_refuses_is_said_and_kept(
    preview: Page, context: BrowserContext, expected_errors: list[str], language: str
) -> None:
    expected_errors += ["status of 403", "status of 409"]
    starts(preview)
    ends_early(preview)
    context.clear_cookies()  # the key and the token are gone, as after "erase" or a browser's cleaning
    words = data_of(preview)["words"]
    for number in (2, 3):
        rates(preview, number)
    expect(preview.locator(".p-title")).to_have_text(words["refused_title"])
    expect(preview.locator(".p-page")).to_contain_text(words["refused_nobody"])
    assert words["refused_nobody"] in " ".join(said(preview))
    stays_right(preview, language)
    assert [parcel["refused"] for parcel in queue(preview)] == [True]
    preview.get_by_role("button", name=words["delete_answers"]).click()
    expect(preview).to_have_url(re.compile(f"/{language}/$"))
    assert queue(preview) == []


def test_what_is_missing_is_swapped_or_left_out_in_words(preview: Page, language: str) -> None:
    boxes = preview.locator(".p-check input")
    assert boxes.count() > 0
    for box in boxes.all():
        box.uncheck()
    changes = preview.locator(".p-changes p").all_inner_texts()
    names = [each["name"] for each in data_of(preview)["exercises"] if each["equipment"]]
    assert len(changes) == len(names)
    for name, change in zip(names, changes, strict=True):
        assert name in change
    stays_right(preview, language)
    boxes.first.check()
    assert preview.locator(".p-changes p").count() <= len(names)


def test_everything_can_be_done_with_keys(preview: Page, language: str) -> None:
    words = data_of(preview)["words"]
    starts(preview)
    player = preview.locator("#player")
    preview.keyboard.press("z")
    expect(player).to_have_attribute("data-paused", "yes")
    stays_right(preview, language)
    preview.keyboard.press("s")
    expect(preview.locator(".p-more")).to_contain_text(words["normal_pace"])
    preview.locator("body").press("n")
    expect(player).to_have_attribute("data-kind", "countin")
    preview.keyboard.press("?")
    expect(preview.locator(".p-keys")).to_be_visible()
    stays_right(preview, language)
    preview.locator(".p-choices .filled").press("Enter")
    preview.keyboard.press("k")
    expect(preview.locator(".p-title")).to_have_text(words["why_skip"])
    stays_right(preview, language)
    preview.get_by_role("button", name=words["reason_no_time"]).press("Enter")
    expect(player).to_have_attribute("data-paused", "no")
    preview.keyboard.press("h")
    expect(preview.locator(".p-title")).to_have_text(words["stopped"])
    stays_right(preview, language)


@in_french
def test_one_button_does_everything(preview: Page) -> None:
    words = data_of(preview)["words"]
    preview.locator(".p-top .p-icon").last.click()
    preview.locator("input[name=oneButton]").check()
    lit = preview.locator(".lit")
    preview.evaluate("window.said = []")
    expect(lit).to_contain_text(words["close_help"])
    preview.keyboard.press("Enter")
    expect(lit).to_contain_text(words["start"])
    preview.keyboard.press("x")
    player = preview.locator("#player[data-view=work]")
    expect(player).to_have_attribute("data-paused", "no")
    preview.clock.run_for(3000)
    preview.locator(".p-cue").click()
    expect(player).to_have_attribute("data-paused", "yes")
    expect(lit).to_contain_text(words["continue"])
    preview.clock.run_for(5100)
    expect(lit).to_contain_text(words["hurts"])
    assert words["hurts"] in said(preview), "the choice is named aloud"
    preview.keyboard.press("x")
    expect(preview.locator(".p-title")).to_have_text(words["stopped"])
    preview.locator(".p-title").click()
    expect(preview.locator(".p-title")).to_have_text(words["left_out"])


@in_english
def test_two_windows_do_not_lead_at_once(preview: Page, context: BrowserContext) -> None:
    words = data_of(preview)["words"]
    starts(preview)
    preview.clock.run_for(2000)
    other = context.new_page()
    other.goto(preview.url)
    expect(other.locator("#player")).to_have_attribute("data-paused", "yes")
    other.keyboard.press(" ")
    expect(preview.locator(".p-title")).to_have_text(words["elsewhere_title"])
    preview.locator(".p-choices .filled").click()
    expect(preview.locator("#player")).to_have_attribute("data-paused", "yes")
    other.close()


@in_english
def test_the_silence_that_keeps_a_locked_screen_going_is_a_sound_nobody_hears(
    preview: Page,
) -> None:
    seconds, peak = preview.evaluate(
        """async (url) => {
          const bytes = await (await fetch(url)).arrayBuffer();
          const sound = await new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes);
          return [sound.duration, Math.max(...sound.getChannelData(0).slice(0, 80000).map(Math.abs))];
        }""",
        data_of(preview)["silence_url"],
    )
    assert 25 <= seconds <= 35
    assert DIGITAL_SILENCE < peak < AUDIBLE
