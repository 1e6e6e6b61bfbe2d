"""Why a line is in the plan and why it changed; and every version of the plan with its reason."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

from unknot.care.lineage import Because, Event, Lineage, because_of, exercises_of, line_of
from unknot.care.orders import Standing
from unknot.care.programme import Aside, Programme
from unknot.care.session import Line
from unknot.knowledge.exercise_schema import Training
from unknot.knowledge.schema import Knowledge
from unknot.web.citing import day, why
from unknot.web.member.pages.order import standing_words
from unknot.web.member.pages.session import dose_words
from unknot.web.words import say

WALK_ROLE = "walk"
INSTEAD = "instead-of."


def line_page(
    story: Lineage,
    programme: Programme,
    holds: Sequence[Standing],
    training: Training,
    knowledge: Knowledge,
    language: str,
) -> dict[str, Any]:
    """Return the story of one exercise: where it stands, where its dose comes from, its events."""
    exercise = training.exercises[story.exercise_id]
    name = exercise.name.in_(language)
    return {
        "section": "plan",
        "id": exercise.id,
        "movement": exercise.movement,
        "name": name,
        "title": say(language, "line.title", exercise=name),
        "where": _where(story, programme, language),
        "dose": dose_words(story.line, language) if story.line else "",
        "smaller": say(language, "plan.smaller") if story.line and story.line.smaller_range else "",
        "purpose": story.line.reason.in_(language) if story.line else "",
        "orders": [
            standing_words(each, programme, training, language)
            for each in holds
            if each.what == story.exercise_id
        ],
        "instead": _instead(story.line, training, language),
        "locked": _locked(story, language),
        "aside": _aside(story.aside, language),
        "dose_source": say(language, f"line.dose_source.{exercise.dose_source}"),
        "dose_why": why(exercise.dose_sources, knowledge, language),
        "events": [
            _version(list(several), training, knowledge, language)
            for _, several in groupby(reversed(story.events), key=lambda each: each.version)
        ],
    }


def _where(story: Lineage, programme: Programme, language: str) -> str:
    if story.line is None:
        return say(language, "line.waits" if story.locked else "line.not_in")
    return say(language, "line.in_walk" if story.line == programme.walk else "line.in_session")


def _instead(line: Line | None, training: Training, language: str) -> str:
    """Return whose place the line took, "" when nobody's."""
    rules = line.why if line else ()
    names = (each.removeprefix(INSTEAD) for each in rules if each.startswith(INSTEAD))
    name = next((each for each in names if each in training.exercises), None)
    if name is None:
        return ""
    exercise = training.exercises[name].name.in_(language)
    return say(language, "line.instead", exercise=exercise)


def _locked(story: Lineage, language: str) -> dict[str, str] | None:
    if story.locked is None:
        return None
    return {
        "reason": story.locked.reason.in_(language),
        "unlocks": story.locked.unlocks.in_(language),
    }


def _aside(aside: Aside | None, language: str) -> dict[str, str] | None:
    if aside is None:
        return None
    return {
        "why": say(language, f"line.aside.{aside.why}"),
        "since": say(language, "line.aside.since", day=day(aside.since, language)),
    }


def _version(
    events: Sequence[Event], training: Training, knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return what happened to the exercise in one version, once with its reason."""
    last = events[0]
    leaves = any(each.what == "left" for each in events) and last.locked
    return {
        "version": last.version,
        "day": day(last.on, language),
        "what": [event_words(each, training, language) for each in reversed(events)],
        "locked": last.locked.reason.in_(language) if leaves and last.locked else "",
        **because_words(last.because, knowledge, language),
    }


def event_words(event: Event, training: Training, language: str) -> str:
    """Return one event in words, with its numbers before and after."""
    what, before, after = str(event.what), event.before, event.after
    if event.line is None:
        return say(language, f"line.what.{what}")
    aerobic = training.exercises[event.line.exercise_id].kind == "aerobic"
    if what == "hold_seconds" and aerobic and before is not None and after is not None:
        what, before, after = "minutes", before // 60, after // 60
    return say(
        language,
        f"line.what.{what}",
        before=before,
        after=after,
        dose=dose_words(event.line, language),
        role=say(language, f"line.role.{event.line.role}"),
    )


def because_words(because: Because, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return who decided, on what was seen, why, and what it rests on."""
    therapist = because.author == "therapist"
    return {
        "author": say(language, f"line.author.{because.author}"),
        "rule": because.rule,
        "seen": because.seen.in_(language) if because.seen else "",
        "reason": because.reason.in_(language),
        # A therapist's order rests on the therapist.
        "why": None if therapist else why(because.sources, knowledge, language),
        "saw": "" if therapist else say(language, "line.saw"),
    }


def changes_page(
    versions: Sequence[Programme], training: Training, knowledge: Knowledge, language: str
) -> dict[str, Any]:
    """Return every version, newest first: what changed, who decided, why, what it rests on."""
    pairs = [(None, versions[0]), *pairwise(versions)] if versions else []
    told = [_change(before, after, training, knowledge, language) for before, after in pairs]
    names = exercises_of(versions)
    return {
        "section": "plan",
        "versions": told[::-1],
        "lines": [
            {"id": each, "name": training.exercises[each].name.in_(language)} for each in names
        ],
    }


def _change(
    before: Programme | None,
    after: Programme,
    training: Training,
    knowledge: Knowledge,
    language: str,
) -> dict[str, Any]:
    what = list(_differences(before, after, training, language))
    began = after.change is None
    heading = "began" if began else ("stopped" if after.stopped else "held")
    return {
        "version": after.version,
        "number": say(language, "changes.version", n=after.version),
        "day": day(after.made_on, language),
        "heading": say(language, f"changes.{heading}")
        if began or after.stopped or not what
        else "",
        "what": what,
        "gate": bool(after.change and after.change.reopen_gate),
        **because_words(because_of(after, training), knowledge, language),
    }


def _differences(
    before: Programme | None, after: Programme, training: Training, language: str
) -> list[str]:
    """Return what differs between two versions in words: phase, lines, days, what a person set."""
    if before is None or after.change is None:
        return []
    said = []
    if before.phase != after.phase:
        names = (training.phases[each.phase].in_(language) for each in (before, after))
        was, now = names
        said.append(say(language, "changes.phase", before=was, after=now))
    said += [each.words.in_(language) for each in after.change.lines]
    said += [
        say(language, "changes.days", one=day(each.one, language), other=day(each.other, language))
        for each in after.moves[len(before.moves) :]
    ]
    told = {each.exercise_id for each in after.change.lines}
    return [*said, *_by_order(before, after, told, training, language)]


def _by_order(
    before: Programme, after: Programme, told: set[str], training: Training, language: str
) -> list[str]:
    """Return what an order did that is no difference of a dose: a pin, or something put aside."""
    said = []
    for line in (*after.session, *([after.walk] if after.walk else [])):
        was, name = line_of(before, line.exercise_id), training.exercises[line.exercise_id].name
        if was is not None and was.pinned != line.pinned:
            key = "set" if line.pinned else "freed"
            dose = dose_words(line, language)
            said.append(say(language, f"changes.{key}", exercise=name.in_(language), dose=dose))
    for each in after.aside:
        if each not in before.aside and each.exercise_id not in told:
            name = training.exercises[each.exercise_id].name
            said.append(say(language, "changes.left_out", exercise=name.in_(language)))
    for each in before.aside:
        if each.exercise_id not in after.put_aside:
            name = training.exercises[each.exercise_id].name
            said.append(say(language, "changes.freed", exercise=name.in_(language)))
    return said
