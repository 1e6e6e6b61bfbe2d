"""The sheet for a visit: the person's own answers, on one page, and nothing else."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from tests.web.test_course import days_later, report, send, short, to_plan
from tests.web.test_pages import check_page
from tests.web.walk import answers, begin, go_on, to_now
from unknot.knowledge.load import load
from unknot.knowledge.medicines import medicines
from unknot.web.medicines.models import DoseTaken
from unknot.web.member.models import Person, Spasm
from unknot.web.words import say

pytestmark = pytest.mark.django_db
KNOWLEDGE = load()


def sheet(client: Client, language: str = "en") -> str:
    response = client.get(f"/{language}/visit/")
    assert response.status_code == 200
    return response.content.decode()


def paper(html: str) -> str:
    """Return what is printed: the sheet itself."""
    found = re.search(r'<article class="sheet">.*?</article>', html, re.S)
    assert found
    return found.group()


def labels(language: str) -> Iterator[tuple[str, str]]:
    for name in KNOWLEDGE.danger_facts:
        yield name, escape(KNOWLEDGE.label(name, language))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_opens_without_an_answer_and_says_nothing_of_a_person(
    client: Client, language: str
) -> None:
    html = sheet(client, language)
    check_page(html, language)
    assert escape(say(language, "visit.empty")) in html
    assert 'data-signs="yes"' not in html
    assert 'data-signs="no"' not in html
    assert [name for name, label in labels(language) if label in html] == []
    assert escape(say(language, "visit.asks")) in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_tells_what_was_answered(client: Client, language: str) -> None:
    to_now(client, language, "osteoporosis")
    html = paper(sheet(client, language))
    check_page(sheet(client, language), language)
    assert escape(KNOWLEDGE.option("regions", "upper_back", language)) in html
    assert escape(KNOWLEDGE.label("osteoporosis", language)) in html
    said = [name for name, label in labels(language) if label in html]
    assert said == ["osteoporosis"]
    assert 'data-signs="no"' in html
    assert 'data-signs="unsure"' not in html


def test_not_sure_is_told_as_not_sure(client: Client) -> None:
    url = begin(client)["Location"]
    sent = answers("danger-1") | {"unsure": "1"}
    group = next(g for g in KNOWLEDGE.groups_of("danger") if g.page == "danger-1")
    for each in KNOWLEDGE.groups_of("danger"):
        if each.page == "danger-1":
            sent.pop(f"none-{each.id}", None)
            sent |= {f"f-{name}": "no" for name in each.facts}
    sent[f"f-{group.facts[-1]}"] = "unsure"
    client.post(url, sent)
    html = paper(sheet(client))
    assert 'data-signs="unsure"' in html
    assert escape(KNOWLEDGE.label(group.facts[-1], "en")) in html
    assert 'data-signs="else-no"' in html
    assert 'data-signs="unasked"' in html


def test_few_answers_make_a_short_sheet(client: Client) -> None:
    begin(client)
    html = paper(sheet(client))
    assert "Upper back" in html
    assert say("en", "visit.tried") not in html
    assert "What eases it" not in html
    assert 'data-signs="yes"' not in html
    assert 'data-signs="unasked"' in html


def test_a_stop_stands_above_the_sheet(client: Client) -> None:
    assert to_now(client, "en", "fever") == "/en/urgent/"
    html = sheet(client)
    assert say("en", "visit.stop_same_day") in html
    assert 'data-stop="urgent"' in html
    assert 'class="copy"' not in html
    assert "Fever or chills" in paper(html)
    other = Client()
    to_now(other, "en", "chest_pain")
    assert 'data-stop="emergency"' in sheet(other)
    other.post("/en/recheck/")
    assert "data-stop" not in sheet(other)


def test_two_answers_are_never_put_on_paper(client: Client) -> None:
    to_now(client, "en", "hurt_by_someone", "self_harm_thoughts")
    html = paper(sheet(client))
    for name in ("hurt_by_someone", "self_harm_thoughts"):
        assert escape(KNOWLEDGE.label(name, "en")) not in html
    assert say("en", "visit.private") in html


def test_sessions_and_check_ins_are_told(client: Client) -> None:
    to_plan(client)
    assert say("en", "visit.tried") not in sheet(client)
    client.post("/en/session/", short())
    send(client, report(client, pain_after=2))
    with days_later(1):
        sent = short() | {"f-pain_next_morning_0_10": "1", "f-after_session": "same"}
        client.post("/en/check-in/", sent | {"client_id": "a" * 32})
        html = paper(sheet(client))
        assert "Sessions done: 1." in html
        assert "Check-ins: 1." in html
        assert "1 on" in html


def test_medicines_and_spasms_written_down_are_told(client: Client) -> None:
    to_now(client)
    person, now = Person.objects.get(), timezone.now()
    pack = next(iter(medicines(KNOWLEDGE).packs.values()))
    for count in (1, 2):
        DoseTaken.objects.create(person=person, pack=pack.id, count=count, at=now, created=now)
    Spasm.objects.create(person=person, client_id="s" * 32, on=now.date(), created=now)
    html = paper(sheet(client))
    assert escape(f"{pack.name.en}: 3 taken in all.") in html
    assert "Spasms written down: 1." in html


def test_a_sign_told_at_a_session_is_on_the_sheet(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short("new_bladder_or_saddle"))
    html = paper(sheet(client))
    assert escape(KNOWLEDGE.label("new_bladder_or_saddle", "en")) in html


def test_the_day_it_began_does_not_move_with_later_answers(client: Client) -> None:
    to_now(client)
    began = re.search(r"Began (\d+ \w+ \d+)", paper(sheet(client)))
    with days_later(5):
        go_on(client, "/en/danger/danger-2/")
        assert began
        assert began.group() in paper(sheet(client))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_request_can_be_copied_and_holds_only_what_was_said(
    client: Client, language: str
) -> None:
    html = sheet(client, language)
    request = re.search(r'<p class="copy">(.*?)</p>', html, re.S)
    assert request
    assert "{value}" not in request.group(1)
    assert request.group(1).count(".") == 2
    to_now(client, language)
    more = re.search(r'<p class="copy">(.*?)</p>', sheet(client, language), re.S)
    assert more
    assert more.group(1).count(".") > 3
    assert escape(KNOWLEDGE.option("regions", "upper_back", language)) in more.group(1)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_may_happen_goes_from_story_to_blood_with_sources(
    client: Client, language: str
) -> None:
    html = sheet(client, language)
    places = [html.index(escape(word)) for word in _step_titles(language)]
    assert places == sorted(places)
    assert f"/{language}/library/disagreements/C38/" in html
    assert "nice.org.uk" in html


def _step_titles(language: str) -> list[str]:
    from unknot.knowledge.visit import visit

    return [each.title.in_(language) for each in visit(KNOWLEDGE).steps]


def test_nothing_of_it_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        to_now(client, "en", "osteoporosis")
        caplog.clear()
        sheet(client)
        client.get("/en/options/")
    told = "\n".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert "osteoporosis" not in told


def test_the_print_sheet_has_its_own_style() -> None:
    css = Path("src/unknot/web/static/css/visit.css").read_text(encoding="utf-8")
    assert "@page { size: A4" in css
    assert "@media print" in css


@pytest.mark.parametrize(("sign", "path"), [("", "now"), ("", "care"), ("fever", "urgent")])
def test_the_way_leads_to_the_sheet(client: Client, sign: str, path: str) -> None:
    to_now(client, "en", sign)
    html = client.get(f"/en/{path}/").content.decode()
    assert 'href="/en/visit/"' in html
