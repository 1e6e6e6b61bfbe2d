"""Activity on chosen days as a calendar file any phone can take, with a reminder."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def first_on(start: date, days: Collection[int]) -> date:
    """Return the first day from `start` on that is one of `days` (0 is Monday)."""
    return next(day for n in range(7) if (day := start + timedelta(n)).weekday() in days)


def calendar(
    title: str, days: Collection[int], at: time, minutes: int, weeks: int, now: datetime
) -> bytes:
    """Return an iCalendar file: `title` on these days of the week at this hour, for some weeks.

    `days` are 0 (Monday) to 6; `now` is an aware moment. Raises ValueError without a day.
    """
    if not days or not set(days) <= set(range(7)):
        raise ValueError(f"days: found {sorted(days)}; choose one or more of 0 to 6")
    event = Event()
    begin = datetime.combine(first_on(now.date(), days), at)
    event.add("summary", title)
    event.add("dtstart", begin)
    event.add("duration", timedelta(minutes=minutes))
    chosen = [DAYS[each] for each in sorted(days)]
    event.add("rrule", {"freq": "weekly", "byday": chosen, "count": weeks * len(chosen)})
    event.add("dtstamp", now)
    event.add("uid", f"{now:%Y%m%dT%H%M%S%f}@unknot")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    whole = Calendar()
    whole.add("prodid", "-//Unknot//prevention//")
    whole.add("version", "2.0")
    whole.add_component(event)
    return bytes(whole.to_ical())
