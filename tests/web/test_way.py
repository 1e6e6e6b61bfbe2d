"""The person's way: gate before everything, never twice, always back, unknown is never no."""

import re

import pytest
from django.test import Client

from tests.web.test_course import to_plan
from tests.web.walk import answers, begin, go_on, to_now
from unknot.web.member.models import DecisionRecord, Person

pytestmark = pytest.mark.django_db


def test_a_mild_spasm_reaches_what_to_do_now_in_four_pages(client: Client) -> None:
    seen = []
    url = begin(client)["Location"]
    while "/now/" not in url:
        seen.append(url)
        url = client.post(url, answers(url.strip("/").split("/")[2]))["Location"]
    assert len(seen) <= 3
    assert DecisionRecord.objects.get().urgency == "self-care"


def test_a_sign_that_cannot_wait_ends_at_the_number(client: Client) -> None:
    url = go_on(client, begin(client)["Location"], "bladder_or_bowel_control_lost")
    assert url == "/en/emergency/"
    client.post("/en/country/", {"country": "FR", "back": url})
    html = client.get(url).content.decode()
    assert 'href="tel:15"' in html
    assert DecisionRecord.objects.get().urgency == "emergency"
    assert client.get("/en/now/")["Location"] == url
    assert client.get("/en/plan/")["Location"] == url


def test_continue_needs_an_answer_in_each_group(client: Client) -> None:
    url = begin(client)["Location"]
    response = client.post(url, {"none-danger-chest": "1"})
    html = response.content.decode()
    assert response.status_code == 422
    assert 'id="problem"' in html
    assert "Legs, balance, bladder and bowel" in html


def test_none_of_these_excludes_the_others(client: Client) -> None:
    url = begin(client)["Location"]
    sent = answers("danger-1") | {"f-chest_pain": "yes"}
    assert client.post(url, sent).status_code == 422


def test_not_sure_is_never_no(client: Client) -> None:
    url = begin(client)["Location"]
    shown = client.post(url, {"turn_unsure": "1"}).content.decode()
    assert 'value="unsure"' in shown
    from unknot.knowledge.load import load

    names = [n for g in load().groups if g.page == "danger-1" for n in g.facts]
    sent = {f"f-{name}": "no" for name in names} | {"f-saddle_numbness": "unsure", "unsure": "1"}
    response = client.post(url, sent)
    assert response.status_code == 302
    assert go_on(client, response["Location"]) in ("/en/urgent/", "/en/emergency/")


def test_each_way_in_leads_elsewhere_and_through_the_gate() -> None:
    ends = {}
    ways = ("expert_care", "treatment_exercises", "researching", "therapy_right", "about", "other")
    for way in ways:
        browser = Client()
        first = begin(browser, way_in=way)["Location"]
        assert first == "/en/danger/danger-1/"
        ends[way] = go_on(browser, first)
    assert len(set(ends.values())) == 6


def test_the_person_comes_back_to_the_same_place(client: Client) -> None:
    url = begin(client)["Location"]
    second = client.post(url, answers("danger-1"))["Location"]
    assert client.get("/en/resume/")["Location"] == second
    assert client.get("/", follow=True).redirect_chain[-1][0] == second


def test_back_shows_what_was_answered(client: Client) -> None:
    url = begin(client)["Location"]
    client.post(url, answers("danger-1"))
    html = client.get(url).content.decode()
    assert html.count("data-none checked") == 4


def test_erasing_leaves_nothing(client: Client) -> None:
    to_now(client)
    assert client.get("/en/my-data/download/").json()["answers"]["regions"] == ["upper_back"]
    client.post("/en/my-data/erase/")
    assert Person.objects.count() == 0
    assert DecisionRecord.objects.count() == 0


def test_a_message_waits_behind_the_gate(client: Client) -> None:
    assert "/danger/" in client.post("/en/message/", {"text": "hello"})["Location"]
    to_now(client)
    assert client.post("/en/message/", {"text": "hello"})["Location"] == "/en/message/sent/"
    assert "hello" in client.get("/en/message/sent/").content.decode()


def test_only_a_hash_of_the_key_is_stored(client: Client) -> None:
    response = begin(client)
    assert response.cookies["resume"].value not in Person.objects.get().key_hash


def test_the_way_to_the_plan_says_how_far_it_is(client: Client) -> None:
    to_now(client)
    left = []
    while url := client.get("/en/plan/").get("Location", ""):
        html = client.get(url).content.decode()
        left += re.findall(r"Then (?:(\d) more short pages?, and )?your plan is ready", html)
        client.post(url, answers(url.split("/")[3]))
    assert left == [str(n) if n else "" for n in range(len(left) - 1, -1, -1)]
    assert len(left) > 2
    assert "your plan is ready" not in client.get("/en/story/story-1/").content.decode()


def test_a_page_says_only_what_it_asks(client: Client) -> None:
    to_now(client)
    only_a_list = client.get("/en/story/story-history/?plan=1").content.decode()
    assert "Tick one line in each list." in only_a_list
    assert "You may leave a question open." not in only_a_list
    assert 'class="hidden">Your health</legend>' in only_a_list
    only_questions = client.get("/en/story/story-goals/?plan=1").content.decode()
    assert "You may leave a question open." in only_questions
    assert "Tick one line in each list." not in only_questions


def test_whoever_has_a_plan_is_not_asked_to_make_one(client: Client) -> None:
    to_now(client)
    assert "Make my plan" in client.get("/en/now/").content.decode()
    to_plan(client)
    for path in ("now", "why", "return"):
        html = client.get(f"/en/{path}/").content.decode()
        assert "Make my plan" not in html
        assert '<a class="button main" href="/en/plan/">See my plan</a>' in html
