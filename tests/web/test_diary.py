"""The diary: written, undone, counted from five lines on, and a return to one place noticed."""

from typing import Any

import pytest
from django.test import Client

from tests.web.test_course import days_later, to_plan
from unknot.web.member.models import Person, Spasm

pytestmark = pytest.mark.django_db


def write(client: Client, letter: str, **facts: Any) -> Any:
    sent = {f"f-{name}": value for name, value in facts.items()}
    line = {"f-diary_pain_0_10": "5", "client_id": letter * 32}
    return client.post("/en/diary/", line | sent)


def page(client: Client, path: str = "/en/diary/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_gate_stands_before_the_diary(client: Client) -> None:
    assert client.get("/en/diary/")["Location"] == "/en/"


def test_a_line_is_written_once_and_shown(client: Client) -> None:
    to_plan(client)
    assert "Nothing written yet." in page(client)
    saved = write(client, "a", diary_activity="screen", diary_place="neck")["Location"]
    write(client, "a", diary_activity="screen", diary_place="neck")
    html = page(client, saved)
    assert Spasm.objects.count() == 1
    assert "At a screen" in html
    assert "5 of 10" in html


def test_a_line_can_be_undone(client: Client) -> None:
    to_plan(client)
    write(client, "a")
    line = Spasm.objects.get().pk
    assert client.post("/en/diary/undo/", {"line": str(line)})["Location"] == "/en/diary/?removed=1"
    assert Spasm.objects.count() == 0


def test_nobody_undoes_the_line_of_another(client: Client) -> None:
    to_plan(client)
    write(client, "a")
    Client().post("/en/diary/undo/", {"line": str(Spasm.objects.get().pk)})
    assert Spasm.objects.count() == 1


def test_without_a_number_nothing_is_lost_and_it_is_said(client: Client) -> None:
    to_plan(client)
    response = client.post("/en/diary/", {"f-diary_activity": "driving", "client_id": "a" * 32})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Say how strong it was." in html
    assert 'value="driving" checked' in html


def test_yesterday_is_yesterday(client: Client) -> None:
    to_plan(client)
    write(client, "a", diary_when="yesterday")
    write(client, "b")
    days = [each.on for each in Spasm.objects.all()]
    assert (days[0] - days[1]).days == 1


def test_twice_in_one_place_is_worth_a_doctor(client: Client) -> None:
    to_plan(client)
    write(client, "a", diary_place="neck")
    assert "Again in the same place" not in page(client)
    with days_later(27):
        write(client, "b", diary_place="neck")
        assert "Again in the same place" in page(client)


def test_a_month_later_it_is_no_return(client: Client) -> None:
    to_plan(client)
    write(client, "a", diary_place="neck")
    with days_later(28):
        write(client, "b", diary_place="neck")
        assert "Again in the same place" not in page(client)


def test_counts_come_with_the_fifth_line(client: Client) -> None:
    to_plan(client)
    for letter in "abcd":
        write(client, letter, diary_activity="screen", diary_before=["stress", "coffee"])
    assert "From 5 lines on" in page(client)
    write(client, "e", diary_activity="sport")
    html = page(client)
    assert "Counted over 5 lines" in html
    assert "4 of 5" in html


def test_the_diary_is_in_the_persons_data_and_goes_with_it(client: Client) -> None:
    to_plan(client)
    write(client, "a", diary_place="neck")
    kept = client.get("/en/my-data/download/").json()
    assert kept["spasms"][0]["facts"]["diary_place"] == "neck"
    client.post("/en/my-data/erase/")
    assert not Person.objects.exists()
    assert not Spasm.objects.exists()


def test_it_reads_in_french(client: Client) -> None:
    to_plan(client, "fr")
    assert "Journal des contractures" in page(client, "/fr/diary/")
