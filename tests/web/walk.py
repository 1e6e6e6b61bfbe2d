"""How a test goes through the pages: as a browser without script would."""

from django.http import HttpResponse
from django.test import Client

from unknot.care.ask import pages
from unknot.knowledge.load import load
from unknot.knowledge.schema import Group

NUMBERS = {
    "age_years": "41",
    "days_since_onset": "1",
    "sitting_hours_per_day": "6",
    "minutes_per_session": "10",
    "days_per_week": "4",
}


def begin(client: Client, language: str = "en", **fields: object) -> HttpResponse:
    """Choose the upper back on the landing."""
    sent = {"regions": ["upper_back"], **fields}
    return client.post(f"/{language}/", sent)  # type: ignore[return-value]


def answers(page: str, *true: str) -> dict[str, object]:
    """Return what is sent for a page: these signs ticked, none of the others, plain answers."""
    sent: dict[str, object] = {}
    for group in next(each for each in pages(load()) if each.id == page).groups:
        sent |= _group(group, true)
    return sent


def _group(group: Group, true: tuple[str, ...]) -> dict[str, object]:
    sent: dict[str, object] = {}
    facts = [load().facts[name] for name in group.facts if load().facts[name].asked]
    for fact in facts:
        if fact.type == "bool" and fact.id in true:
            sent[f"f-{fact.id}"] = "yes"
        elif fact.type == "int":
            sent[f"f-{fact.id}"] = NUMBERS.get(fact.id, "4")
        elif fact.type == "word":
            sent[f"f-{fact.id}"] = fact.options[0].id
        elif fact.type == "words":
            sent[f"f-{fact.id}"] = [each.id for each in fact.options]
    if any(fact.type == "bool" for fact in facts) and not any(f.id in true for f in facts):
        sent[f"none-{group.id}"] = "1"
    return sent


def go_on(client: Client, url: str, *true: str) -> str:
    """Answer the pages of questions from `url` on; return the first page that asks nothing."""
    for _ in range(20):
        parts = url.split("?")[0].strip("/").split("/")
        if parts[1] not in ("danger", "story"):
            return url
        response = client.post(url, answers(parts[2], *true))
        assert response.status_code == 302, response.content.decode()[-2000:]
        url = response["Location"]
    raise AssertionError(f"still asking at {url}")


def to_now(client: Client, language: str = "en", *true: str) -> str:
    """Go from the landing to the first page that asks nothing."""
    return go_on(client, begin(client, language)["Location"], *true)
