"""The cause explorer: a place, its muscles drawn, and what could explain a spasm there."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import mark_safe

from unknot.knowledge.muscles import Muscle, muscles
from unknot.knowledge.schema import Cause, Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.library.musclemap import muscle_picture, region_links
from unknot.web.member.pages.bodymap import regions


def causes_page(knowledge: Knowledge, language: str, region: str) -> dict[str, Any]:
    """Return every cause, or those of one place of the back; an unknown place shows all."""
    names = {each: knowledge.option("regions", each, language) for each in regions("back")}
    here = region if region in names else ""
    address = reverse("causes")
    return {
        "section": "library",
        "region": here,
        "region_name": names.get(here, ""),
        "map": mark_safe(region_links(here, address, language, names)),
        "places": [
            {"id": each, "words": words, "here": each == here} for each, words in names.items()
        ],
        "muscles": [
            muscle_words(each, knowledge, language)
            for each in muscles(knowledge)
            if not here or here in each.regions
        ],
        "causes": [
            cause_card(each, knowledge, language)
            for each in knowledge.causes
            if not here or here in each.regions
        ],
    }


def muscle_words(muscle: Muscle, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one muscle with its picture."""
    return {
        "id": muscle.id,
        "name": muscle.name.in_(language),
        "does": muscle.does.in_(language),
        "when_tight": muscle.when_tight.in_(language),
        "picture": mark_safe(muscle_picture(muscle.id)),
        "why": why(muscle.sources, knowledge, language),
    }


def cause_card(cause: Cause, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one cause with what speaks for and against it, without a person's answers."""
    return {
        "id": cause.id,
        "title": cause.title.in_(language),
        "mechanism": cause.mechanism.in_(language),
        "common": cause.how_common.in_(language),
        "danger": cause.never_zero,
        "for_": [each.words.in_(language) for each in cause.for_],
        "against": [each.words.in_(language) for each in cause.against],
        "change": cause.what_would_change.in_(language),
        "todo": cause.what_to_do.in_(language),
        "why": why(cause.grounds.sources, knowledge, language, cause.grounds.review),
        "policies": disagreements(cause.grounds.conflicts, knowledge, language),
    }
