"""The spasm diary: a short form, what was written, and what the lines have in common."""

from collections.abc import Sequence
from typing import Any

from unknot.care.followup import judge_diary, tally
from unknot.knowledge.followup import followup
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import short_day
from unknot.web.member.followup import row_words
from unknot.web.member.forms import GroupForm
from unknot.web.member.models import Spasm
from unknot.web.member.pages.checkin import picked
from unknot.web.member.pages.questions import problems
from unknot.web.words import say

PAIN, PLACE, BEFORE = "diary_pain_0_10", "diary_place", "diary_before"
# What is counted over the lines, in this order.
COUNTED = ("diary_activity", BEFORE, PLACE, "diary_mood")


def diary_page(
    lines: Sequence[Spasm],
    groups: tuple[GroupForm, ...],
    client_id: str,
    knowledge: Knowledge,
    language: str,
) -> dict[str, Any]:
    """Return the context of the diary; `lines` are the newest first."""
    table = followup(knowledge)
    return {
        "questions": [picked(each) for group in groups for each in group.questions],
        "problems": problems(groups),
        "client_id": client_id,
        "lines": [line_words(each, knowledge, language) for each in lines],
        "counts": counts(lines, knowledge, language) if len(lines) >= table.pattern_from else [],
        "counts_lead": say(language, "diary.counts_lead", n=len(lines)),
        "too_few": say(language, "diary.too_few", n=table.pattern_from)
        if 0 < len(lines) < table.pattern_from
        else "",
        "followup": meaning(lines, knowledge, language),
    }


def meaning(lines: Sequence[Spasm], knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return what the newest line means beside those of the last weeks; {} when nothing."""
    if not lines:
        return {}
    window = followup(knowledge).window_days
    near = [each for each in lines if (lines[0].on - each.on).days < window]
    places = [each.facts.get(PLACE) for each in near]
    return row_words(judge_diary(places, knowledge), knowledge, language)


def line_words(line: Spasm, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return one line in words."""
    named = [each for each in COUNTED if line.facts.get(each)]
    return {
        "id": line.pk,
        "day": short_day(line.on, language),
        "pain": say(language, "diary.pain", n=line.facts[PAIN]),
        "said": [
            knowledge.option(fact, word, language)
            for fact in named
            for word in _words(line.facts[fact])
        ],
    }


def counts(lines: Sequence[Spasm], knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    """Return for each question how many lines gave each answer, those named more than once."""
    shown = []
    for fact in COUNTED:
        found = tally(_words(each.facts.get(fact)) for each in lines)
        often = [
            {
                "words": knowledge.option(fact, word, language),
                "said": say(language, "diary.count", n=n, total=len(lines)),
                "share": round(100 * n / len(lines)),
            }
            for word, n in found
            if n > 1
        ]
        if often:
            shown.append({"label": knowledge.label(fact, language), "often": often})
    return shown


def _words(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return [value] if isinstance(value, str) else []
