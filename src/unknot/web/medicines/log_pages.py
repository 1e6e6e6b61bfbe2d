"""The medicine log in words: what presses, the days, what was taken, what may be written down."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from unknot.care.medicine_course import CourseState
from unknot.care.medicine_doses import Notice
from unknot.care.medicine_log import Log
from unknot.knowledge.medicine_schema import Medicines, Pack
from unknot.web.citing import day, long_weekday, short_day
from unknot.web.medicines.models import DoseTaken
from unknot.web.medicines.pages import amount, course_says, digits
from unknot.web.words import say

PRESSING = ("over-day", "not-for-you", "two-sedating")
COUNTS = (1, 2)
MOST_SHOWN = 40


def log_page(
    log: Log,
    doses: list[DoseTaken],
    content: Medicines,
    language: str,
    country: str,
    chosen: str,
) -> dict[str, Any]:
    """Return the context of the log; `chosen` is the medicine whose amounts are shown."""
    return {
        "warnings": [notice_words(each, content, language) for each in log.warnings],
        "too_much": any(each.kind == "over-day" for each in log.warnings),
        "sedated": log.sedated,
        "courses": [course_words(each, content, language) for each in log.courses],
        "next": [
            {
                "name": content.medicines[name].name.in_(language),
                "words": say(language, "medicines.log.not_before", at=moment(at, language)),
            }
            for name, at in log.next_after.items()
            if name not in log.no_more
        ],
        "doses": [
            dose_words(each, content, language) for each in list(reversed(doses))[:MOST_SHOWN]
        ],
        "again": again(doses, content, language),
        "choices": choices(content, language, country),
        "chosen": buttons(chosen, content, language),
        "ago": [
            {"n": n, "words": say(language, f"medicines.log.ago_{n}")} for n in (0, 1, 2, 4, 8, 12)
        ],
    }


def notice_words(notice: Notice, content: Medicines, language: str) -> dict[str, Any]:
    """Return one warning in words."""
    unit = content.medicines[notice.medicines[0]].unit
    names = (content.medicines[each].name.in_(language) for each in notice.medicines)
    limit = digits(notice.limit, language)
    text = content.warnings[notice.kind].in_(language)
    return {
        "kind": notice.kind,
        "pressing": notice.kind in PRESSING,
        "text": text.format(
            medicine=" + ".join(names),
            taken=digits(notice.taken, language),
            limit=amount(notice.limit, unit, language) if notice.taken else limit,
            unit=say(language, f"medicines.unit_{unit}"),
            hours=notice.hours,
            day=notice.day,
        ),
    }


def course_words(state: CourseState, content: Medicines, language: str) -> dict[str, Any]:
    """Return the days of one course, with the date to look again and the last day."""
    names = (content.medicines[each].name.in_(language) for each in state.medicines)
    return {
        "name": ", ".join(names),
        "day": state.day,
        "words": say(language, "medicines.log.day", day=state.day, stop=state.stop_day),
        "days": [
            {"n": n, "state": "done" if n < state.day else "now" if n == state.day else "later"}
            for n in range(1, max(state.stop_day, state.day) + 1)
        ],
        "review": say(language, "medicines.log.review", date=day(state.review_on, language)),
        "stop": say(language, "medicines.log.stop", date=day(state.stop_on, language)),
        "says": course_says(state.days, language),
        "past": state.day > state.stop_day,
    }


def dose_words(dose: DoseTaken, content: Medicines, language: str) -> dict[str, Any]:
    """Return one dose as taken."""
    pack = content.packs.get(dose.pack)
    return {
        "id": dose.pk,
        "words": pack_words(pack, dose.count, content, language) if pack else dose.pack,
        "at": moment(dose.at, language),
    }


def pack_words(pack: Pack, count: int, content: Medicines, language: str) -> str:
    """Return how much of a pack, such as Ibuprofen, 2 × 200 mg."""
    if pack.country:
        return say(language, "medicines.log.of_pack", n=count, pack=pack.name.in_(language))
    part = pack.parts[0]
    unit = content.medicines[part.medicine].unit
    each = amount(part.amount, unit, language)
    if unit == "application":
        each = amount(count, unit, language)
        return say(language, "medicines.log.layers", name=pack.name.in_(language), amount=each)
    return say(language, "medicines.log.times", name=pack.name.in_(language), n=count, amount=each)


def again(doses: Iterable[DoseTaken], content: Medicines, language: str) -> list[dict[str, Any]]:
    """Return what was taken before as buttons, newest first: one tap writes it down again."""
    seen = dict.fromkeys((each.pack, each.count) for each in reversed(list(doses)))
    known = [(pack, count) for pack, count in seen if pack in content.packs][:3]
    return [
        {
            "pack": pack,
            "count": count,
            "words": pack_words(content.packs[pack], count, content, language),
        }
        for pack, count in known
    ]


def choices(content: Medicines, language: str, country: str) -> list[dict[str, Any]]:
    """Return what can be written down: what is sold here first, mixtures of this country, all."""
    sold = [m for m in content.medicines.values() if m.market(country).status == "self-care"]
    rest = [m for m in content.medicines.values() if m not in sold]
    mixed = [p for p in content.packs.values() if p.country and p.country in (country, "")]
    mixed = mixed or [p for p in content.packs.values() if p.country]
    groups = (
        ("sold", [(m.id, m.name.in_(language)) for m in sold]),
        ("mixed", [(p.id, p.name.in_(language)) for p in mixed]),
        ("rest", [(m.id, m.name.in_(language)) for m in rest]),
    )
    return [
        {
            "id": name,
            "title": say(language, f"medicines.log.{name}"),
            "items": [{"id": i, "words": words} for i, words in items],
        }
        for name, items in groups
        if items
    ]


def buttons(chosen: str, content: Medicines, language: str) -> dict[str, Any] | None:
    """Return the amounts of the chosen medicine or mixture, each one button."""
    if chosen in content.medicines:
        medicine = content.medicines[chosen]
        packs = [content.packs[f"{medicine.id}-{each}"] for each in medicine.strengths]
        counts = COUNTS if medicine.unit == "mg" else COUNTS[:1]
        name = medicine.name.in_(language)
    elif chosen in content.packs:
        packs, counts = [content.packs[chosen]], COUNTS
        name = content.packs[chosen].name.in_(language)
    else:
        return None
    return {
        "name": name,
        "sedating": any(
            "sedating" in content.families[content.medicines[p.medicine].family].effects
            for pack in packs
            for p in pack.parts
        ),
        "amounts": [
            {
                "pack": pack.id,
                "count": count,
                "words": pack_words(pack, count, content, language),
            }
            for pack in packs
            for count in counts
        ],
    }


def moment(when: datetime, language: str) -> str:
    """Return a moment of the last days, such as Monday 23 Nov, 14:05."""
    local = timezone.localtime(when)
    return say(
        language,
        "medicines.log.moment",
        weekday=long_weekday(local.date(), language),
        date=short_day(local.date(), language),
        time=f"{local:%H:%M}",
    )
