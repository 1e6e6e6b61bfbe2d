"""Chapters of the training: exercises, programmes, adaptation."""

from collections.abc import Iterator

from tools.handbook.paper import Paper
from unknot.knowledge.exercise_schema import Exercise, Pattern


def exercises(paper: Paper) -> Iterator[str]:
    """Yield every exercise with its doses and who must leave it out."""
    for exercise in paper.training.exercises.values():
        yield f"## {paper.text(exercise.name)}"
        yield ""
        yield paper.text(exercise.summary)
        yield ""
        yield from (f"{n}. {paper.text(step)}" for n, step in enumerate(exercise.steps, 1))
        yield ""
        yield from paper.sheet(exercise.id, _exercise(paper, exercise), exercise.grounds)


def _exercise(paper: Paper, exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "purpose", paper.text(exercise.purpose)
    yield "feel", paper.text(exercise.feel)
    yield "mistakes", paper.texts(exercise.mistakes)
    yield "avoid", paper.when(exercise.avoid_if)
    yield "stop_if", paper.texts(exercise.stop_if)
    for phase, dose in exercise.doses.items():
        words = paper.word(
            "dose_words", sets=dose.sets, reps=dose.repetitions, hold=dose.hold_seconds
        )
        yield "dose", f"{paper.text(paper.training.phases[phase])}: {words}"
    most = exercise.bounds
    yield (
        "bounds",
        paper.word("dose_words", sets=most.sets, reps=most.repetitions, hold=most.hold_seconds),
    )
    yield "level", paper.word(f"level_{exercise.irritability}")
    for key, other in (("easier", exercise.easier), ("harder", exercise.harder)):
        if other is not None:
            yield key, paper.text(paper.training.exercises[other].name)


def programmes(paper: Paper) -> Iterator[str]:
    """Yield which programme is chosen, what each holds, and what stays shut."""
    yield paper.word("first_row")
    yield ""
    for row in paper.training.pattern_rows:
        lines = (
            ("if", paper.when(row.when)),
            ("then", paper.text(paper.training.patterns[row.pattern].name)),
            ("because", paper.text(row.because)),
        )
        yield from paper.sheet(row.id, lines, row.grounds)
    for pattern in paper.training.patterns.values():
        yield f"## {paper.text(pattern.name)}"
        yield ""
        yield paper.text(pattern.summary)
        yield ""
        yield from paper.table(("phase", "weeks", "choose", "because"), _slots(paper, pattern))
        yield paper.sources(pattern.grounds.sources)
        yield ""
    yield f"## {paper.word('goals')}"
    yield ""
    for goal in paper.training.goals:
        names = (paper.text(paper.training.exercises[each].name) for each in goal.slot.choose)
        goal_lines = (
            ("if", paper.when(goal.when)),
            ("choose", ", ".join(names)),
            ("because", paper.text(goal.slot.because)),
        )
        yield from paper.sheet(goal.id, goal_lines, goal.grounds)
    yield f"## {paper.word('locks')}"
    yield ""
    for lock in paper.training.locks:
        lines = (
            ("if", paper.when(lock.when)),
            ("because", paper.text(lock.reason)),
            ("unlocks", paper.text(lock.unlocks)),
        )
        yield from paper.sheet(lock.id, lines, lock.grounds)


def _slots(paper: Paper, pattern: Pattern) -> Iterator[tuple[str, ...]]:
    for phase in pattern.phases:
        for slot in phase.slots:
            names = (paper.text(paper.training.exercises[each].name) for each in slot.choose)
            yield (
                paper.text(paper.training.phases[phase.id]),
                str(phase.weeks),
                ", ".join(names),
                paper.text(slot.because),
            )


def adaptation(paper: Paper) -> Iterator[str]:
    """Yield the light of a session and the one change that follows it."""
    yield f"## {paper.word('lights')}"
    yield ""
    yield paper.word("first_row")
    yield ""
    yield from paper.table(
        ("rule", "if", "light", "stands_on"),
        (
            (
                r.id,
                paper.when(r.when),
                paper.word(f"light_{r.light}"),
                paper.sources(r.grounds.sources),
            )
            for r in paper.training.lights
        ),
    )
    yield f"## {paper.word('changes')}"
    yield ""
    for row in paper.training.rows:
        lines = (
            ("if", paper.when(row.when)),
            ("then", f"{paper.word(f'change_{row.then}')}, {paper.word(f'does_{row.does}')}"),
            ("seen", paper.text(row.seen)),
            ("because", paper.text(row.reason)),
        )
        yield from paper.sheet(row.id, lines, row.grounds)
    for instead in (paper.training.ceiling, paper.training.variety):
        said = (("because", paper.text(instead.reason)),)
        yield from paper.sheet(instead.id, said, instead.grounds)
    yield f"## {paper.word('way_back')}"
    yield ""
    way = paper.training.way_back
    yield from (f"{n}. {paper.text(step)}" for n, step in enumerate(way.steps, 1))
    yield ""
    yield paper.text(way.help)
    yield ""
    yield paper.sources(way.grounds.sources)
