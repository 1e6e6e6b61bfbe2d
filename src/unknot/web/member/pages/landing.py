"""The landing: two views of the body, the same places as a list, six ways in."""

from typing import Any

from django.utils.safestring import mark_safe

from unknot.care.facts import Facts
from unknot.knowledge.schema import Knowledge
from unknot.web.member.pages.bodymap import CENTRE, body_map, regions
from unknot.web.words import say

WAYS = {
    "expert_care": "stethoscope",
    "treatment_exercises": "runner",
    "researching": "book",
    "therapy_right": "scales",
    "about": "question",
    "other": "message",
}
ORDER = (
    "neck",
    "upper_back",
    "throat",
    "chest",
    "shoulder_left",
    "shoulder_right",
    "mid_back",
    "upper_belly",
    "low_back",
    "lower_belly",
    "side_left",
    "side_right",
    "elsewhere",
)


def landing_page(
    facts: Facts, knowledge: Knowledge, language: str, error: str = ""
) -> dict[str, Any]:
    """Return the context of the landing."""
    chosen = facts.get("regions", frozenset())
    assert isinstance(chosen, frozenset)
    return {
        "views": [
            {"id": view, "svg": mark_safe(body_map(view, language)), "hits": regions(view)}
            for view in CENTRE
        ],
        "places": [
            {
                "id": place,
                "words": knowledge.option("regions", place, language),
                "chosen": place in chosen,
                "only": next((view for view in CENTRE if place in CENTRE[view]), ""),
            }
            for place in ORDER
        ],
        "ways": [
            {
                "id": way,
                "icon": icon,
                "title": say(language, f"ways.{way}.title"),
                "text": say(language, f"ways.{way}.text"),
            }
            for way, icon in WAYS.items()
        ],
        "error": error,
    }
