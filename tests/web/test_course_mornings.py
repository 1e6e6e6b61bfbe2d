"""The next morning: after a night, once for the sessions of a day, the worse of two answers."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.test_course_late import HOUR, answered, begun, check, current, done
from unknot.care.response import Response, lights
from unknot.knowledge.load import load
from unknot.knowledge.training import training
from unknot.web.member import course
from unknot.web.member.models import Person

pytestmark = pytest.mark.django_db
TRAINING = training(load())


@pytest.fixture(autouse=True)
def _noon() -> object:
    """Let every plan begin at noon: a day's hours are counted from it."""
    today = timezone.now().astimezone(UTC).replace(hour=12, minute=0)
    with patch("django.utils.timezone.now", return_value=today):
        yield


def responses(person: Person) -> tuple[Response, ...]:
    return course.responses_of(person)


def rule(person: Person, now: datetime) -> str:
    change = answered(person, now).change
    assert change is not None
    return change.rule


def test_two_sessions_a_day_and_one_calm_morning_count_as_one(client: Client) -> None:
    person, start = begun(client)
    rules = []
    for day in range(3):
        for hour in (1, 5):
            done(person, start + timedelta(days=day, hours=hour))
            answered(person, start + timedelta(days=day, hours=hour))
        check(person, start + timedelta(days=day, hours=20))
        rules.append(rule(person, start + timedelta(days=day, hours=20)))
    assert rules == ["adapt.first-green", "adapt.two-greens", "adapt.first-green"]


def test_a_check_in_just_after_midnight_is_not_the_next_morning(client: Client) -> None:
    person, start = begun(client)
    done(person, start + 11.5 * HOUR)
    check(person, start + 12.5 * HOUR)
    assert lights(responses(person), "calm", TRAINING) == ("waiting",)
    check(person, start + 20 * HOUR)
    assert lights(responses(person), "calm", TRAINING) == ("green",)


def test_just_after_midnight_worse_is_worse(client: Client) -> None:
    person, start = begun(client)
    done(person, start + 11.5 * HOUR)
    check(person, start + 12.5 * HOUR, after_session="worse")
    assert lights(responses(person), "calm", TRAINING) == ("red",)


@pytest.mark.parametrize("pains", [(2, 6), (6, 2)])
def test_of_two_answers_the_same_morning_the_worse_counts(
    client: Client, pains: tuple[int, int]
) -> None:
    person, start = begun(client)
    done(person, start + HOUR)
    for hour, pain in zip((20, 21), pains, strict=True):
        check(person, start + hour * HOUR, pain)
    assert responses(person)[0].pain_next_morning == 6
    assert rule(person, start + 22 * HOUR) == "adapt.flare"


def test_a_check_in_days_later_moves_no_light_but_its_pain_counts(client: Client) -> None:
    person, start = begun(client)
    done(person, start + HOUR)
    check(person, start + 20 * HOUR)
    calm = answered(person, start + 20 * HOUR)
    check(person, start + timedelta(days=3), 8)
    assert lights(responses(person), "calm", TRAINING) == ("green",)
    strong = answered(person, start + timedelta(days=3))
    assert strong.judged == calm.judged
    assert len(strong.session) < len(calm.session)
    assert "lock.strong-pain" in {each.why for each in strong.locked}
    done(person, start + timedelta(days=4))
    now = course.facts_now(person, load(), start + timedelta(days=4))
    assert "pain_told_0_10" not in now


def test_pain_told_before_the_first_session_counts(client: Client) -> None:
    person, start = begun(client)
    before = current(person)
    check(person, start + timedelta(days=1), 9)
    strong = course.programme_of(person, load(), start + timedelta(days=1))
    assert {line.exercise_id for line in strong.session} < {
        line.exercise_id for line in before.session
    }
