"""Gives a demo person of a served product a session of about so many minutes, as it is led.

Run in the product's environment: `python -m tests.journeys.longer demo-amina 20`.
"""

import os
import sys
from dataclasses import replace
from datetime import timedelta

CHANGE_OVER = 70  # what is told around an exercise that is new: name, place, steps, when to stop


def main(key: str, minutes: int) -> None:
    """Append a version of the programme whose session takes so long."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "unknot.web.settings"
    import django

    django.setup()
    from django.utils import timezone

    from unknot.care.barrier import person_of
    from unknot.care.response import seen_facts
    from unknot.care.session import Line, fill, line_seconds
    from unknot.knowledge.exercise_schema import Phase
    from unknot.knowledge.load import load
    from unknot.knowledge.training import training
    from unknot.web.member.answers import facts_of
    from unknot.web.member.course import current, day_of, keep
    from unknot.web.member.person import find

    knowledge, now = load(), timezone.now()
    content, person = training(knowledge), find(key)
    assert person is not None
    programme = current(person)
    assert programme is not None
    facts = facts_of(person, knowledge)
    seen = seen_facts(programme, (), facts, knowledge, content, day_of(now))
    able = replace(person_of(seen, content, {}, frozenset()), minutes=60)
    lines: list[Line] = []
    seconds = 0
    phases: tuple[Phase, ...] = ("strengthen", "keep", "restore")
    for phase in phases:
        for line in fill(content.patterns[programme.pattern], phase, able, content, {}):
            more = line_seconds(line, content) - content.defaults.change_over_seconds + CHANGE_OVER
            known = line.exercise_id in {each.exercise_id for each in lines}
            if not known and seconds + more <= minutes * 60:
                lines.append(line)
                seconds += more
    longer = replace(programme, session=tuple(lines), minutes=minutes, seconds=seconds)
    keep(person, replace(longer, version=programme.version + 1), now + timedelta(seconds=1))


main(sys.argv[1], int(sys.argv[2]))
