"""Medicines on the pages: the gate and the screen first, then cards; a log that warns."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.test_pages import check_page
from tests.web.walk import answers, to_now
from unknot.care.ask import pages
from unknot.knowledge.claims import claims
from unknot.knowledge.load import load
from unknot.knowledge.medicines import medicines
from unknot.web.medicines.models import DoseTaken
from unknot.web.member.models import Answers, Person

pytestmark = pytest.mark.django_db


def html_of(response: Any) -> str:
    assert response.status_code == 200, response.get("Location")
    return str(response.content.decode())


def answer(page: str, *true: str) -> dict[str, object]:
    """Return what is sent for the groups of one page of the screen."""
    wanted = medicines(load()).facts
    sent: dict[str, object] = {}
    for group in next(
        each for each in pages(load(), "story", "profile", "medicine") if each.id == page
    ).groups:
        if set(group.facts) & wanted:
            one = {f"f-{name}": "yes" for name in group.facts if name in true}
            sent |= one or {f"none-{group.id}": "1"}
    return sent


def through(client: Client, language: str = "en", *true: str, country: str = "GB") -> str:
    """Go through the gate and the screen; return the page that asks nothing."""
    if country:
        client.post(f"/{language}/country/", {"country": country, "back": "/"})
    to_now(client, language)
    url = f"/{language}/medicines/"
    for _ in range(12):
        response = client.get(url)
        if response.status_code == 200:
            return url
        url = response["Location"]
        if "/questions/" in url:
            page = url.strip("/").split("/")[-1]
            response = client.post(url, answer(page, *true))
            assert response.status_code == 302, response.content.decode()[-1500:]
            url = response["Location"]
    raise AssertionError(f"still at {url}")


@contextmanager
def later(**span: float) -> Iterator[None]:
    then = timezone.now() + timedelta(**span)
    with patch("django.utils.timezone.now", return_value=then):
        yield


def take(client: Client, dose: str, language: str = "en", ago: str = "0") -> Any:
    return client.post(f"/{language}/medicines/log/take/", {"dose": dose, "ago": ago})


def kinds(html: str) -> list[str]:
    return re.findall(r'data-kind="([a-z-]+)"', html)


def test_the_danger_gate_stands_before_medicines(client: Client) -> None:
    assert client.get("/en/medicines/")["Location"] == "/en/"
    assert "/danger/" in client.get("/en/medicines/log/")["Location"]
    assert (
        "/danger/"
        in client.post("/en/medicines/log/take/", {"dose": "ibuprofen-200*1"})["Location"]
    )
    assert not DoseTaken.objects.exists()


def test_nothing_is_shown_before_the_screen(client: Client) -> None:
    to_now(client)
    for path in ("medicines/", "medicines/ibuprofen/", "medicines/table/"):
        response = client.get(f"/en/{path}")
        assert response["Location"] == "/en/medicines/questions/story-history/", path
    # No page of the screen may be skipped either.
    assert client.get("/en/medicines/questions/medicines-2/")["Location"] == "/en/medicines/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_of_the_medicines(client: Client, language: str) -> None:
    url = through(client, language)
    assert url == f"/{language}/medicines/"
    take(client, "ibuprofen-400*1", language)
    names = [f"medicines/{each}/" for each in medicines(load()).medicines]
    for path in (
        "medicines/",
        "medicines/table/",
        "medicines/log/",
        "medicines/log/?of=tizanidine",
        *names,
    ):
        check_page(html_of(client.get(f"/{language}/{path}")), language)


def test_cards_name_the_limits_of_the_country_and_gels_first(client: Client) -> None:
    html = html_of(client.get(through(client)))
    assert (
        html.index('id="diclofenac-gel"')
        < html.index('id="ibuprofen"')
        < html.index('id="tizanidine"')
    )
    assert "4,000\u00a0mg" in html
    assert "United Kingdom" in html
    assert "tend to help more than paracetamol" in html
    assert "If the cause stays, the pain may return." in html
    client.post("/en/country/", {"country": "FR", "back": "/"})
    html = html_of(client.get("/fr/medicines/"))
    assert "3\u202f000\u00a0mg" in html
    assert "4\u202f000" not in html


def test_without_a_country_the_strictest_number_holds(client: Client) -> None:
    html = html_of(client.get(through(client, country="")))
    assert "So we show the lowest limit of all countries we know." in html
    assert "3,000\u00a0mg" in html
    assert "4,000" not in html


def test_the_browsers_language_is_no_country(client: Client) -> None:
    url = through(client, country="")
    html = html_of(client.get(url, headers={"accept-language": "en-GB"}))
    assert "Which country are you in?" in html


def test_a_contraindication_takes_the_numbers_away(client: Client) -> None:
    html = html_of(client.get(through(client, "en", "ulcer_or_bleeding")))
    page = html_of(client.get("/en/medicines/ibuprofen/"))
    assert "It can make the stomach or bowel bleed again." in page
    assert "1,200" not in page + html
    assert "Begin with 200" not in page + html
    assert "4,000" in html
    assert "Begin with 500" in html


def test_not_sure_is_never_no(client: Client) -> None:
    through(client)
    sent = {"unsure": "1"}
    groups = next(p for p in pages(load(), "medicine") if p.id == "medicines-1").groups
    for group in groups:
        sent |= {f"f-{name}": "unsure" if name == "asthma" else "no" for name in group.facts}
    assert client.post("/en/medicines/questions/medicines-1/", sent).status_code == 302
    listed = html_of(client.get("/en/medicines/"))
    assert 'href="/en/medicines/questions/medicines-1/">Asthma' in listed
    html = html_of(client.get("/en/medicines/ibuprofen/"))
    assert "Ask a pharmacist first" in html
    assert "Not answered: Asthma" in html
    assert "1,200" not in html


def test_answers_about_today_grow_old(client: Client) -> None:
    url = through(client, "en", "dehydrated")
    with later(hours=23):
        assert client.get(url).status_code == 200
    with later(hours=25):
        asked = client.get(url)["Location"]
        assert asked == "/en/medicines/questions/story-medicines/"
        client.post(asked, answer("story-medicines"))
        html = html_of(client.get("/en/medicines/questions/medicines-1/"))
        assert "Is any of this true now?" in html
        assert "Have you had one of these?" not in html
    assert html_of(client.get("/en/my-data/"))


def test_looking_at_medicines_forgets_nothing(client: Client) -> None:
    url = through(client, "en", "dehydrated")
    before = Answers.objects.get().facts
    with later(hours=25):
        assert client.get(url).status_code == 302
        assert Answers.objects.get().facts == before


def test_without_a_country_the_page_asks_for_it_at_once(client: Client) -> None:
    url = through(client, country="")
    asked = html_of(client.get(url))
    assert asked.index("Which country are you in?") < asked.index('value="GB"')
    client.post("/en/country/", {"country": "GB", "back": url})
    assert "Which country are you in?" not in html_of(client.get(url))


def test_what_to_do_now_leads_to_medicines(client: Client) -> None:
    to_now(client)
    assert 'href="/en/medicines/"' in html_of(client.get("/en/now/"))


def test_an_organ_closes_the_door(client: Client) -> None:
    client.post("/en/", {"regions": ["low_back", "side_left"]})
    url = "/en/danger/danger-1/"
    while "/danger/" in url or "/story/" in url:
        url = client.post(url, answers(url.strip("/").split("/")[2]))["Location"]
    assert 'href="/en/medicines/"' not in html_of(client.get("/en/now/"))
    html = html_of(client.get("/en/medicines/"))
    assert "an organ could be the cause" in html
    assert "an organ could be the cause" in html_of(client.get("/en/medicines/log/"))
    assert "ibuprofen" not in html.lower()


def test_no_dose_of_a_relaxant_and_always_the_driving(client: Client) -> None:
    through(client)
    for path in ("medicines/tizanidine/", "medicines/log/?of=tizanidine"):
        assert "Do not drive" in html_of(client.get(f"/en/{path}"))
    page = html_of(client.get("/en/medicines/tizanidine/"))
    assert "Only on prescription" in page
    assert 'class="limits"' not in page


def test_the_table_has_generic_names_countries_and_no_prices(client: Client) -> None:
    through(client)
    html = html_of(client.get("/en/medicines/table/"))
    for words in (
        "Ketoprofen",
        "Tizanidine",
        "Diclofenac tablets",
        "Sirdalud",
        "Ketonal",
        "France",
    ):
        assert words in html
    assert "No prices" in html
    assert not re.search(r"[€$£]", html)


def test_a_dose_in_two_taps_and_undone(client: Client) -> None:
    through(client)
    html = html_of(client.get("/en/medicines/log/"))
    assert 'href="?of=ibuprofen"' in html
    html = html_of(client.get("/en/medicines/log/?of=ibuprofen"))
    assert 'value="ibuprofen-400*1"' in html
    assert take(client, "ibuprofen-400*1")["Location"] == "/en/medicines/log/?saved=1"
    html = html_of(client.get("/en/medicines/log/"))
    assert "Day 1 of at most 5" in html
    assert "not before" in html
    dose = DoseTaken.objects.get()
    client.post("/en/medicines/log/undo/", {"dose": str(dose.pk)})
    assert not DoseTaken.objects.exists()


def test_a_slip_of_the_finger_counts_once(client: Client) -> None:
    through(client)
    take(client, "ibuprofen-200*1")
    take(client, "ibuprofen-200*1")
    assert DoseTaken.objects.count() == 1
    with later(seconds=5):
        take(client, "ibuprofen-200*1")
    assert DoseTaken.objects.count() == 2


def test_the_log_warns(client: Client) -> None:
    through(client)
    for ago in ("12", "8", "4", "0"):
        take(client, "ibuprofen-400*1", ago=ago)
    html = html_of(client.get("/en/medicines/log/"))
    assert kinds(html) == ["over-day", "too-soon"]
    assert "not before" not in html
    assert "1,600 mg" in html.replace("\u00a0", " ")
    assert 'href="tel:111"' in html
    take(client, "aspirin-300*1")
    take(client, "lemsip-max*1")
    take(client, "paracetamol-500*1")
    html = html_of(client.get("/en/medicines/log/"))
    assert kinds(html)[:3] == ["over-day", "two-anti-inflammatories", "duplicate"]


def test_what_is_in_the_log_closes_a_second_one(client: Client) -> None:
    through(client)
    take(client, "ibuprofen-200*1")
    html = html_of(client.get("/en/medicines/aspirin/"))
    assert "Never two at once." in html
    assert "3,600" not in html
    assert "1,200" in html_of(client.get("/en/medicines/ibuprofen/"))
    with later(hours=23.9):
        assert "3,600" not in html_of(client.get("/en/medicines/aspirin/"))


def test_the_log_says_when_the_answers_say_no(client: Client) -> None:
    through(client, "en", "ulcer_or_bleeding")
    take(client, "ibuprofen-200*1")
    assert "not-for-you" in kinds(html_of(client.get("/en/medicines/log/")))


def test_the_days_are_counted_to_the_last(client: Client) -> None:
    through(client)
    told = []
    for day in range(6):
        with later(days=day):
            take(client, "ibuprofen-200*1")
            told += [kinds(html_of(client.get("/en/medicines/log/")))]
    assert told == [[], [], ["review-day"], ["warn-day"], ["stop-day"], ["past-stop"]]


def test_a_stranger_cannot_undo_my_dose(client: Client) -> None:
    through(client)
    take(client, "ibuprofen-200*1")
    Client().post("/en/medicines/log/undo/", {"dose": str(DoseTaken.objects.get().pk)})
    assert DoseTaken.objects.count() == 1


@pytest.mark.parametrize(
    "dose",
    ["", "nonsense", "ibuprofen-200", "ibuprofen-200*", "ibuprofen-200*x", "*1", "ibuprofen-200*0"],
)
def test_nonsense_is_not_written_down(client: Client, dose: str) -> None:
    through(client)
    assert take(client, dose).status_code == 302
    assert not DoseTaken.objects.exists()


def test_the_log_is_taken_along_and_erased(client: Client) -> None:
    through(client)
    take(client, "ibuprofen-200*2")
    assert "Medicine doses" in html_of(client.get("/en/my-data/"))
    data = client.get("/en/my-data/download/").json()
    assert [(d["pack"], d["count"]) for d in data["doses"]] == [("ibuprofen-200", 2)]
    client.post("/en/my-data/erase/")
    assert not Person.objects.exists()
    assert not DoseTaken.objects.exists()


def test_vitamins_and_herbs_come_with_their_warnings(client: Client) -> None:
    html = html_of(client.get(through(client)))
    for words in ("Ask your doctor before any tablets.", "tea of chamomile", "they hold alcohol"):
        assert words in html
    other = Client()
    html = html_of(other.get(through(other, "en", "takes_sedative_or_relaxant")))
    assert "tea of chamomile" not in html
    assert "they hold alcohol" in html


def test_water_tablets_lead_to_the_prescriber(client: Client) -> None:
    through(client, "en", "takes_water_tablets")
    html = html_of(client.get("/en/medicines/ibuprofen/"))
    assert "Those tablets can also cause cramps: tell your prescriber." in html
    assert "1,200" not in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_four_questions_are_answered(client: Client, language: str) -> None:
    said = claims(load())
    for name, numbers in (("Q13", ""), ("Q48", "2"), ("Q51", ""), ("Q52", "5")):
        html = html_of(client.get(f"/{language}/library/questions/{name}/"))
        question = said.questions[name]
        for claim in question.answer:
            assert said.claims[claim].says.in_(language) in html, (name, claim)
        assert numbers in html
