"""Education and care are different modes: each says what it is, and neither borrows the other's line."""

import pytest
from django.test import Client

from tests.web.test_course import to_plan
from unknot.web.words import say

pytestmark = pytest.mark.django_db
EDUCATION = (
    "library/articles/relief-at-home/",
    "library/exercises/bridge/",
    "library/causes/",
    "library/questions/Q17/",
    "prevention/",
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", EDUCATION)
def test_education_says_that_it_does_not_replace_a_clinician(
    client: Client, language: str, path: str
) -> None:
    html = client.get(f"/{language}/{path}").content.decode()
    assert say(language, "library.education") in html
    assert say(language, "plan.by_rule") not in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_plan_says_that_rules_made_it_and_nobody_has_seen_it(
    client: Client, language: str
) -> None:
    to_plan(client, language)
    sent = {"one": "", "other": ""}
    client.post(f"/{language}/plan/move/", sent)
    html = client.get(f"/{language}/plan/").content.decode()
    assert say(language, "site.not_reviewed") in html
    assert say(language, "library.education") not in html
