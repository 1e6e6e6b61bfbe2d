"""Makes the demo people, and gives some a session of about so many minutes, as it is led.

Run in the product's environment: `python -m tests.journeys.longer 20 amina claire`. One process
does it all: to start one takes longer than what it does.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from unknot.knowledge.exercise_schema import Phase

COUNT_IN, TURN = 5, 6
MOST = 60
PHASE: Phase = "restore"
CHANGE_OVER = 70  # what is told around an exercise that is new: name, place, steps, when to stop


def main(minutes: int, names: Iterable[str]) -> None:
    """Make the demo people; append a version of the programme whose session takes so long."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "unknot.web.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("demo")
    for name in names:
        lengthen(f"demo-{name}", minutes)


def lengthen(key: str, minutes: int) -> None:
    """Append a version of the programme whose session takes so long."""
    from django.utils import timezone

    from unknot.care.barrier import person_of
    from unknot.care.seen import seen_facts
    from unknot.care.session import Line, fill, line_seconds
    from unknot.knowledge.load import load
    from unknot.knowledge.training import training
    from unknot.web.member.answers import facts_of, keep_facts
    from unknot.web.member.course import current, day_of, facts_now, keep, responses_of
    from unknot.web.member.person import find

    knowledge, now = load(), timezone.now()
    content, person = training(knowledge), find(key)
    assert person is not None
    programme = current(person)
    assert programme is not None
    # who said 10 minutes would be given 10 again
    keep_facts(person, {**facts_of(person, knowledge), "minutes_per_session": MOST}, now)
    programme = replace(programme, phase=PHASE)
    facts = facts_now(person, knowledge, now)
    seen = seen_facts(programme, responses_of(person), facts, knowledge, content, day_of(now))
    able = person_of(seen, content, programme.put_aside)

    def led(lines: Iterable[Line]) -> int:
        found = 0
        for line in lines:
            sides = 2 if line.sides == "each" else 1
            found += line_seconds(line, content) - content.defaults.change_over_seconds
            found += CHANGE_OVER + line.sets * (COUNT_IN * sides + TURN * (sides - 1))
        return found

    lines = list(fill(content.patterns[programme.pattern], PHASE, able, content, {}))
    while led(lines) > minutes * 60:
        lines.pop()
    for sets in (2, 3, 4):
        for place, line in enumerate(lines):
            longer = [*lines[:place], replace(line, sets=sets), *lines[place + 1 :]]
            if led(longer) <= minutes * 60:
                lines = longer
    whole = replace(programme, session=tuple(lines), minutes=minutes, seconds=led(lines))
    keep(person, replace(whole, version=programme.version + 1), now + timedelta(seconds=1))


main(int(sys.argv[1]), sys.argv[2:])
