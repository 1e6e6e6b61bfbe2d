"""What to do now, as it stands on the page: three things first, the rest folded, locks and mixes told."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.cases.test_cases import KNOWLEDGE, everybody
from unknot.care.decision import decide
from unknot.care.facts import with_derived
from unknot.care.mixing import told
from unknot.care.relief import relief
from unknot.care.waiting import waiting
from unknot.rules.nodes import Value
from unknot.web.member.answers import keep_facts
from unknot.web.member.models import Person
from unknot.web.member.pages.relief import HORIZONS, now_page
from unknot.web.member.pages.waiting import wait_words
from unknot.web.words import words

from .walk import begin, to_now

pytestmark = pytest.mark.django_db
PEOPLE = {case.id.removeprefix("case.relief-"): case for case in everybody()}
LANGUAGES = ("en", "fr")


def page(name: str, language: str = "en", horizon: str = "hour") -> dict[str, Any]:
    """Return the context of the page for one invented person."""
    facts = PEOPLE[name].facts
    decision = decide(facts, KNOWLEDGE, timezone.now(), "fr" if language == "fr" else "en")
    return now_page(decision, KNOWLEDGE, language, horizon)


def shown(context: dict[str, Any]) -> list[str]:
    """Return every measure on the page, each as often as it stands there."""
    groups = [context["thermal"], context["first"]]
    groups += [context["cause"]["measures"]] if context["cause"] else []
    groups += [section["measures"] for section in context["sections"]]
    groups += [context["leave"]["own"], context["leave"]["always"]] if context["leave"] else []
    return [each["id"] for group in groups for each in group]


def body(client: Client, name: str, language: str = "en", horizon: str = "hour") -> str:
    """Return the page as it is served to one invented person."""
    begin(client, language)
    facts: dict[str, Value] = dict(PEOPLE[name].facts)
    groups = frozenset(g.id for g in KNOWLEDGE.groups_of("danger", "story", "profile"))
    named = KNOWLEDGE.facts["asked_groups"].shape.words
    keep_facts(Person.objects.get(), {**facts, "asked_groups": groups & named}, timezone.now())
    response: HttpResponse = client.get(f"/{language}/now/?for={horizon}")  # type: ignore[assignment]
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("horizon", HORIZONS)
@pytest.mark.parametrize(
    "name", ["well-overload", "cause-injury", "cause-stress", "cause-spine-flare"]
)
def test_everything_offered_stands_once(name: str, horizon: str) -> None:
    offered = {
        offer.measure
        for offer in relief(PEOPLE[name].facts, KNOWLEDGE)
        if KNOWLEDGE.measures[offer.measure].when_to in (horizon, "both")
    }
    there = shown(page(name, horizon=horizon))
    assert sorted(there) == sorted(offered)


def test_three_things_stand_first_and_open() -> None:
    context = page("well-overload")
    assert [each["kind"] for each in context["thermal"]] == ["warmth", "cold"]
    assert [each["kind"] for each in context["first"]] == ["position", "breathing"]
    later = page("well-overload", horizon="two-days")
    assert [each["kind"] for each in later["first"]] == ["movement", "position"]
    fresh = page("cause-injury", horizon="two-days")
    assert [each["kind"] for each in fresh["first"]] == ["rest", "movement"]


def test_the_rest_is_folded(client: Client) -> None:
    html = body(client, "well-overload")
    assert html.count('<details class="fold"') >= 4
    assert '<details class="fold" open' not in html


def test_what_came_before_has_its_own_answer() -> None:
    said = {
        name: page(name)["cause"]
        for name in ("cause-overload", "cause-stress", "cause-spine-flare")
    }
    found = {name: {m["id"] for m in each["measures"]} for name, each in said.items() if each}
    assert found == {
        "cause-overload": {"warm-bath", "stop-and-ease"},
        "cause-stress": {"warm-bath", "relax-with-music", "warm-drink"},
        "cause-spine-flare": {"own-set-only"},
    }
    assert "More effort than usual" in page("cause-overload")["cause"]["said"]
    assert page("trigger-unknown")["cause"] is None


def test_only_one_of_warm_and_cold_is_no_choice() -> None:
    context = page("cause-injury")
    assert [each["kind"] for each in context["thermal"]] == ["cold"]
    assert context["thermal_title"] == "Cold, for now"
    assert page("well-overload")["thermal_title"] == "Warm or cold?"


def test_what_the_answers_speak_against_stands_before_what_holds_always() -> None:
    context = page("cause-injury")
    assert {each["id"] for each in context["leave"]["own"]} == {"leave-warmth", "leave-stretching"}
    assert "leave-bed" in {each["id"] for each in context["leave"]["always"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_says_what_opens_it(client: Client, language: str) -> None:
    html = body(client, "injury-day-2", language)
    held = waiting(PEOPLE["injury-day-2"].facts, KNOWLEDGE)
    unlocks = {each.id: each.text.in_(language) for each in KNOWLEDGE.unlocks}
    for each in held:
        assert KNOWLEDGE.measures[each.measure].title.in_(language) in html
        for name in each.unlocks:
            assert unlocks[name] in html
    in_days = {"en": "In about 1 day,", "fr": "Dans environ 1 jour,"}
    assert in_days[language] in html


def test_what_nobody_answered_can_be_answered(client: Client) -> None:
    html = body(client, "desk-day")
    lock = KNOWLEDGE.facts["epilepsy"].label.en
    waits = html[html.index('id="waits"') : html.index('id="mixes"')]
    assert lock in waits
    address = re.search(r'href="(/en/story/[^"]+)"', waits)
    assert address
    assert client.get(address[1]).status_code == 200


def test_many_open_questions_do_not_make_a_wall() -> None:
    facts: dict[str, Value] = {"regions": frozenset({"upper_back"}), "days_since_onset": 1}
    held = {each["title"]: each for each in wait_words(facts, KNOWLEDGE, "en")}
    asked = held[KNOWLEDGE.measures["ask-pharmacist"].title.en]
    assert len(asked["unknown"]) == 4
    assert re.fullmatch(r"and \d+ more", asked["unknown"][-1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["well-overload", "cause-injury"])
def test_what_not_to_combine_is_told(client: Client, name: str, language: str) -> None:
    html = body(client, name, language)
    offered = [offer.measure for offer in relief(PEOPLE[name].facts, KNOWLEDGE)]
    for combination in told(offered, KNOWLEDGE):
        assert combination.because.in_(language) in html


def test_a_measure_names_what_it_must_not_meet() -> None:
    warm = next(each for each in page("well-overload")["thermal"] if each["id"] == "warm-pack")
    assert any(line.startswith("Never with:") and "alcohol" in line for line in warm["apart"])
    assert any(
        line.startswith("Not within 2 hours of:") and "cold" in line for line in warm["apart"]
    )
    cold = next(each for each in page("cause-injury")["thermal"] if each["id"] == "cold-pack")
    assert not any("warm bath" in line for line in cold["apart"])


def test_timers_carry_their_hours_and_steps(client: Client) -> None:
    html = body(client, "well-overload", horizon="two-days")
    found = {
        m[1]: m[0] for m in re.finditer(r'<div class="ring-row" data-timer="([^"]+)"[^>]*>', html)
    }
    cold = found["cold-pack"]
    assert 'data-minutes="15"' in cold
    assert 'data-between="2"' in cold
    assert "warm-pack:2" in cold
    assert "cold-then-warm:4" in cold
    assert 'data-between="4"' in found["cold-then-warm"]
    assert 'data-between="0"' in found["belly-breathing"]
    steps = re.findall(r'<li data-minutes="(\d+)" data-uses="([^"]*)"( data-by-itself)?>', html)
    assert steps == [("15", "cold-pack", ""), ("5", "", " data-by-itself"), ("15", "warm-pack", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_that_disagree_are_shown_with_what_we_do(client: Client, language: str) -> None:
    html = body(client, "well-overload", language)
    reason = next(row for row in KNOWLEDGE.relief if row.id == "relief.comfort-warmth")
    assert reason.grounds.conflicts
    thermal = page("well-overload", language)["thermal"][0]
    assert [each["id"] for each in thermal["policies"]] == list(reason.grounds.conflicts)
    for policy in thermal["policies"]:
        assert policy["we_do"] in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("horizon", HORIZONS)
def test_the_way_of_a_browser_ends_here(client: Client, language: str, horizon: str) -> None:
    assert to_now(client, language) == f"/{language}/now/"
    assert client.get(f"/{language}/now/?for={horizon}").status_code == 200


def test_every_measure_that_is_kept_apart_has_a_short_name() -> None:
    named = {each for c in KNOWLEDGE.combinations for each in (*c.these, *c.others)}
    for language in LANGUAGES:
        names: Any = words(language)["relief"]
        assert set(names["names"]) == named - KNOWLEDGE.things.keys()


def test_everybody_gets_a_page() -> None:
    for name, case in PEOPLE.items():
        if case.id.startswith("case.relief-") and with_derived(case.facts, KNOWLEDGE):
            for horizon in HORIZONS:
                assert page(name, "fr", horizon)["horizon"] == horizon
