"""The pages that stop the way: in the language of the page, with one deadline and no way round."""

import pytest
from django.core.management import call_command
from django.test import Client

from tests.web.test_course import days_later, short, to_plan
from tests.web.walk import answers, begin, go_on
from unknot.knowledge.load import load
from unknot.knowledge.schema import TriageRow
from unknot.web.member.models import DecisionRecord
from unknot.web.member.pages.stops import reasons, to_say

pytestmark = pytest.mark.django_db


def row_of(identifier: str) -> TriageRow:
    return next(row for row in load().triage if row.id == identifier)


def test_a_stop_speaks_the_language_of_the_page(client: Client) -> None:
    go_on(client, begin(client)["Location"], "chest_pain")
    fired = DecisionRecord.objects.get().record["fired"]
    for each in fired:
        because = row_of(each["id"]).because
        assert because.fr in client.get("/fr/emergency/").content.decode()
        assert because.en not in client.get("/fr/emergency/").content.decode()


def test_a_row_that_is_gone_keeps_its_stored_words() -> None:
    stored = {"id": "triage.gone", "urgency": "same-day", "because": "It was so.", "advice": None}
    said = reasons({"fired": [stored]}, "same-day", load(), "fr")
    assert said == [{"because": "It was so.", "advice": ""}]


def test_who_points_at_the_chest_speaks_of_the_chest() -> None:
    record = {"facts": {"regions": ["chest"]}}
    assert to_say(record, load(), "en", None) == ["I have pain in my chest."]
    assert "back" in to_say({"facts": {"regions": ["upper_back"]}}, load(), "en", None)[0]


def test_a_last_question_does_not_hide_that_a_doctor_is_needed(client: Client) -> None:
    url = begin(client)["Location"]
    while "/danger/" in url:
        page = url.strip("/").split("/")[2]
        url = client.post(url, answers(page, "dizzy_or_new_headache"))["Location"]
    assert url == "/en/story/story-1/"
    html = client.get(url).content.decode()
    assert "One of your answers needs a doctor. One last question first." in html
    assert "cold or warmth" not in html
    assert go_on(client, url) in ("/en/urgent/", "/en/emergency/")


def test_a_stop_that_has_passed_still_says_call(client: Client) -> None:
    url = go_on(client, begin(client)["Location"], "chest_pain")
    html = client.get(url).content.decode()
    assert html.index("If it has passed, call all the same.") < html.index("I ticked by mistake")


def test_a_same_day_stop_names_the_lines_that_fit_it(client: Client) -> None:
    client.cookies["country"] = "GB"
    go_on(client, begin(client)["Location"], "hurt_by_someone")
    html = client.get("/en/urgent/").content.decode()
    assert "Someone at home hurts you" in html
    assert "Advice within the day" in html
    assert "Too much medicine" not in html


def test_the_days_of_the_pain_are_counted_to_the_day_of_the_call(client: Client) -> None:
    to_plan(client)
    with days_later(10):
        client.post("/en/session/", short("new_bladder_or_saddle"))
        assert "The pain began 11 days ago." in client.get("/en/emergency/").content.decode()


def test_a_story_page_stands_behind_the_gate(client: Client) -> None:
    assert client.get("/en/story/story-1/")["Location"] == "/en/danger/danger-1/"
    to_plan(client)
    assert client.get("/en/story/story-goals/?plan=1").status_code == 200
    client.post("/en/session/", short("new_bladder_or_saddle"))
    assert client.get("/en/story/story-goals/?plan=1")["Location"] == "/en/emergency/"


def test_what_a_check_in_means_stands_behind_a_stop(client: Client) -> None:
    call_command("demo", verbosity=0)
    client.get("/en/demo/jonas/")
    client.post("/en/session/", short("new_bladder_or_saddle"))
    assert client.get("/en/check-in/means/")["Location"] == "/en/emergency/"


@pytest.mark.parametrize("path", ["history", "progress"])
def test_a_look_back_says_that_a_stop_holds(client: Client, path: str) -> None:
    call_command("demo", verbosity=0)
    client.get("/en/demo/jonas/")
    assert "data-stop" not in client.get(f"/en/{path}/").content.decode()
    client.post("/en/session/", short("new_bladder_or_saddle"))
    html = client.get(f"/en/{path}/").content.decode()
    assert html.count("data-stop") == 1
    assert 'class="linklike" href="/en/emergency/"' in html
    assert "data-rule" not in html
