"""What a physiotherapist told: carried out in bounds, shown with who and when, taken back."""

from typing import Any, get_args

import pytest
from django.test import Client

from tests.web.test_calendar import plan_now
from tests.web.test_course import report, send, short, to_plan
from tests.web.test_pages import check_page
from unknot.care.override import OrderError, Refusal
from unknot.web.member.models import Person, ProgrammeVersion
from unknot.web.member.pages.order import LONGEST, refused_words
from unknot.web.words import say, words

pytestmark = pytest.mark.django_db

WHO = {"by": "Anna, physiotherapist", "reason": "Saw me on Monday"}


def send_order(client: Client, language: str = "en", **order: str) -> Any:
    return client.post(f"/{language}/plan/order/", WHO | order)


def name(place: int = 1) -> str:
    return plan_now().session[place].exercise_id


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "query",
    ["", "?kind=leave_out", "?kind=dose", "?kind=phase", "?kind=dance", "?kind=dose&what=x"],
)
def test_each_way_to_write_it_down(client: Client, language: str, query: str) -> None:
    to_plan(client, language)
    response = client.get(f"/{language}/plan/order/{query}")
    assert response.status_code == 200
    check_page(response.content.decode(), language)


def test_the_form_of_a_dose_starts_from_the_present_one(client: Client) -> None:
    to_plan(client)
    line = plan_now().session[1]
    html = client.get(f"/en/plan/order/?kind=dose&what={line.exercise_id}").content.decode()
    assert f'name="repetitions" value="{line.repetitions}"' in html
    walk = client.get("/en/plan/order/?kind=dose&what=walking").content.decode()
    assert 'name="minutes"' in walk
    assert 'name="sets"' not in walk


@pytest.mark.parametrize("kind", ["leave_out", "dose", "phase"])
def test_an_order_is_a_version_shown_with_who_and_when_and_taken_back(
    client: Client, kind: str
) -> None:
    to_plan(client)
    what = "strengthen" if kind == "phase" else name()
    sent = {"kind": kind, "what": what, **({"repetitions": "2"} if kind == "dose" else {})}
    assert send_order(client, **sent)["Location"] == "/en/plan/order/?saved=1"
    newest = ProgrammeVersion.objects.order_by("-number").first()
    assert newest is not None
    assert newest.change["rule"] == f"override.{kind}"
    for path in ("plan/", "plan/order/"):
        html = client.get(f"/en/{path}").content.decode()
        assert "Decided by Anna, physiotherapist, on" in html
    assert WHO["reason"] in html
    assert say("en", "line.author.therapist") in client.get("/en/plan/changes/").content.decode()
    back = client.post("/en/plan/order/back/", {"kind": kind, "what": what})
    assert back["Location"] == "/en/plan/order/?back=1"
    html = client.get(back["Location"]).content.decode()
    assert say("en", "order.none") in html
    assert ProgrammeVersion.objects.count() == 3
    assert (
        client.post("/en/plan/order/back/", {"kind": kind, "what": what})["Location"]
        == "/en/plan/order/"
    )
    assert ProgrammeVersion.objects.count() == 3


def test_a_set_dose_stays_after_a_red_session(client: Client) -> None:
    to_plan(client)
    line = name()
    send_order(client, kind="dose", what=line, repetitions="3")
    client.post("/en/session/", short())
    send(client, report(client, pain_during=6, pain_after=6))
    kept = [each for each in plan_now().session if each.exercise_id == line]
    assert [(each.repetitions, each.pinned) for each in kept] == [(3, True)]


@pytest.mark.parametrize(
    ("order", "refusal"),
    [
        ({"kind": "dose", "sets": "99"}, "out_of_bounds"),
        ({"kind": "dose", "repetitions": "0"}, "out_of_bounds"),
        ({"kind": "dose", "repetitions": "-1"}, "not_a_number"),
        ({"kind": "dose", "repetitions": "two"}, "not_a_number"),
        ({"kind": "dose", "repetitions": "9" * 5000}, "not_a_number"),
        ({"kind": "dose", "what": "plank", "repetitions": "1"}, "not_in_session"),
        ({"kind": "dose"}, "missing"),
        ({"kind": "dance"}, "missing"),
        ({"kind": "phase", "what": "soon"}, "unknown_phase"),
        ({"kind": "leave_out", "what": "handstand"}, "unknown_exercise"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_may_not_be_is_refused_in_a_clear_sentence(
    client: Client, language: str, order: dict[str, str], refusal: str
) -> None:
    to_plan(client, language)
    response = send_order(client, language, **{"what": name(), **order})
    assert response.status_code == 422
    html = response.content.decode()
    check_page(html, language)
    assert say(language, f"order.refused.{refusal}").split("{")[0] in html
    assert ProgrammeVersion.objects.count() == 1


def test_each_refusal_has_words_in_both_languages() -> None:
    values = {"sets": 1, "repetitions": 2, "hold_seconds": 3, "minutes": 4}
    for language in ("en", "fr"):
        refused: Any = words(language)["order"]
        refused = refused["refused"]
        assert set(refused) == set(get_args(Refusal))
        for each in get_args(Refusal):
            assert "{" not in refused_words(OrderError("", each, **values), language)


@pytest.mark.parametrize("missing", ["by", "reason", "what"])
def test_who_and_why_are_asked_for(client: Client, missing: str) -> None:
    to_plan(client)
    response = send_order(client, **{"kind": "leave_out", "what": name(), missing: "  "})
    html = response.content.decode()
    assert say("en", f"order.missing_{missing}") in html
    assert f'href="#f-{missing}"' in html
    assert ProgrammeVersion.objects.count() == 1


def test_words_have_a_limit_and_are_shown_as_words(client: Client) -> None:
    to_plan(client)
    long = {"kind": "leave_out", "what": name(), "by": "x" * (LONGEST["by"] + 1)}
    assert (
        say("en", "order.too_long_text", n=LONGEST["by"])
        in send_order(client, **long).content.decode()
    )
    send_order(
        client, kind="leave_out", what=name(), by="<script>alert(1)</script>", reason="{by} %s"
    )
    for path in ("plan/", "plan/order/", "plan/changes/"):
        html = client.get(f"/en/{path}").content.decode()
        assert "<script>alert" not in html
    assert "{by} %s" in html


def test_alarming_words_come_before_the_order(client: Client) -> None:
    to_plan(client)
    response = send_order(
        client, kind="leave_out", what=name(), reason="I cannot pee and my legs are weak"
    )
    html = response.content.decode()
    check_page(html, "en")
    assert 'class="heard urgent"' in html
    assert ProgrammeVersion.objects.count() == 1


def test_the_gate_stands_before_it(client: Client) -> None:
    assert client.get("/en/plan/order/")["Location"] == "/en/"
    to_plan(client)
    sent = WHO | {"kind": "leave_out", "what": name()}
    client.post("/en/session/", short("new_bladder_or_saddle"))
    for path in ("plan/order/", "plan/order/back/"):
        assert client.post(f"/en/{path}", sent)["Location"] == "/en/emergency/"
    assert ProgrammeVersion.objects.count() == 1


def test_after_a_new_pain_nothing_is_ordered_that_day(client: Client) -> None:
    to_plan(client)
    client.post("/en/session/", short())
    body = report(client)
    body["exercises"][0] |= {"outcome": "hurt", "new_or_same_pain": "new"}
    send(client, body)
    assert client.get("/en/plan/order/")["Location"] == "/en/plan/"


def test_who_said_it_leaves_with_the_person(client: Client) -> None:
    to_plan(client)
    send_order(client, kind="leave_out", what=name())
    assert "Anna" in client.get("/en/my-data/download/").content.decode()
    client.post("/en/my-data/erase/")
    assert ProgrammeVersion.objects.count() == Person.objects.count() == 0
