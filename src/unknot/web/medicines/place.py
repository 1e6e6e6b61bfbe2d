"""Which country's numbers hold: only one that was chosen. A browser's language is no country."""

from typing import Any

from django.http import HttpRequest

from unknot.knowledge.medicine_schema import Medicines
from unknot.web.countries import countries, country
from unknot.web.member.person import country_of, of
from unknot.web.words import say


def chosen(request: HttpRequest) -> str:
    """Return the id of the country that was chosen, "" when none was."""
    person = of(request)
    found = (person.country if person else "") or country_of(request)
    return found if found in countries() else ""


def place_words(request: HttpRequest, content: Medicines, language: str) -> dict[str, Any]:
    """Return the country in words, whether its own numbers hold, and the list to choose from."""
    here = chosen(request)
    own = here in content.countries
    note = "" if own else say(language, "medicines.no_table" if here else "medicines.no_country")
    return {
        "id": here,
        "name": country(here).name.in_(language) if here else "",
        "own": own,
        "note": note,
        "choices": [
            {"id": each.id, "words": each.name.in_(language), "here": each.id == here}
            for each in countries().values()
        ],
    }
