"""What the check-ins after a session say of it: the next morning, once the night has passed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from unknot.knowledge.exercise_schema import Training
from unknot.web.member.models import CheckIn, SessionLog

PAIN = "pain_next_morning_0_10"


def day_of(when: datetime) -> date:
    """Return the day of a moment where the server stands."""
    return timezone.localtime(when).date()


def told_after(
    log: SessionLog, following: SessionLog | None, checks: Sequence[CheckIn], training: Training
) -> dict[str, Any]:
    """Return `pain_next_morning` (0–10) and `after_session` as far as they are known.

    The morning is the first later day with a check-in before the `following` session, some hours
    on; told twice, the worse counts. At any other time a check-in only tells what is worse.
    """
    since = [each for each in checks if _between(each, log, following)]
    slept = log.created + timedelta(hours=training.morning_hours)
    later = [each for each in since if each.created >= slept and _later_day(each, log)]
    morning = [each for each in later if day_of(each.created) == day_of(later[0].created)]
    pains = [each.facts[PAIN] for each in morning if isinstance(each.facts.get(PAIN), int)]
    said = [each.facts["after_session"] for each in morning if each.facts.get("after_session")]
    worse = any(each.facts.get("after_session") == "worse" for each in since)
    return {
        "pain_next_morning": max(pains, default=None),
        "after_session": "worse" if worse else next(iter(said), None),
    }


def _between(check: CheckIn, log: SessionLog, following: SessionLog | None) -> bool:
    return check.created >= log.created and (following is None or check.created < following.created)


def _later_day(check: CheckIn, log: SessionLog) -> bool:
    return day_of(check.created) > day_of(log.created)
