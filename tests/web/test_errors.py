"""The pages for what went wrong: plain words, what is kept, and a way on."""

import pytest
from django.test import Client

from tests.web.test_pages import check_page
from tests.web.walk import to_now
from unknot.web.member.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_missing_page_leads_on(client: Client, language: str) -> None:
    response = client.get(f"/{language}/nowhere/")
    assert response.status_code == 404
    html = response.content.decode()
    check_page(html, language)
    for name in ("now", "plan", "library"):
        assert f'class="way" href="/{language}/{name}/"' in html


@pytest.mark.parametrize("path", ["plan/move/", "theme/", "diary/undo/", "plan/order/back/"])
def test_an_address_for_forms_is_no_blank_page(client: Client, path: str) -> None:
    response = client.get(f"/fr/{path}")
    assert response.status_code == 405
    html = response.content.decode()
    check_page(html, "fr")
    assert "Cette page n’existe pas" in html


def test_an_old_form_is_opened_again_where_it_was() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/en/message/", {"text": "hello"})
    assert response.status_code == 403
    assert 'href="/en/message/">Open the page again' in response.content.decode()


def test_starting_again_asks_first(client: Client) -> None:
    to_now(client)
    before = Person.objects.get().answers.facts
    assert 'href="/en/restart/"' in client.get("/en/my-data/").content.decode()
    assert "Keep my answers" in client.get("/en/restart/").content.decode()
    assert Person.objects.get().answers.facts == before
    assert client.post("/en/restart/")["Location"] == "/en/"
    assert Person.objects.get().answers.facts == {}
