"""Runs many invented people through twelve weeks on every core, and draws what came of them."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path
from typing import Any

from unknot.knowledge.load import load
from unknot.people import TEMPERAMENTS, WEEKS, Course, simulate

PHASES = ("calm", "restore", "strengthen", "keep", "stopped")
BATCH = 25
WIDTH = 40
SHOWN = 20


def courses(people: int, seed: int, jobs: int | None = None) -> Iterator[Course]:
    """Yield the course of each person, `seed` onwards, as they are ready; in order."""
    starts = range(seed, seed + people, BATCH)
    ranges = [(start, min(start + BATCH, seed + people)) for start in starts]
    with ProcessPoolExecutor(jobs or cpu_count()) as pool:
        for batch in pool.map(_batch, ranges):
            yield from batch


def _batch(limits: tuple[int, int]) -> list[Course]:
    knowledge = load()
    return [simulate(seed, knowledge) for seed in range(*limits)]


def run(people: int, seed: int, out: Path, jobs: int | None = None) -> dict[str, Any]:
    """Run everybody with a progress bar; write summary.json and two pictures; return the summary.

    The pictures are SVG: the phase of everybody week by week, and what changed how often.
    """
    done: list[Course] = []
    for course in courses(people, seed, jobs):
        done.append(course)
        _progress(len(done), people)
    summary = summarise(done)
    out.mkdir(parents=True, exist_ok=True)
    (out / "summary.json").write_text(json.dumps(summary, indent=2), encoding="utf-8")
    for name, chart in (("phases", phases_chart(done)), ("changes", changes_chart(done))):
        (out / f"{name}.svg").write_text(drawn(chart), encoding="utf-8")
    return summary


def summarise(done: list[Course]) -> dict[str, Any]:
    """Return counts by temperament, and each broken promise with the seed that shows it again."""
    broken = [{"seed": each.seed, "found": what} for each in done for what in each.broken]
    return {
        "people": len(done),
        "sessions": sum(each.sessions for each in done),
        "broken_invariants": len(broken),
        "broken": broken[:SHOWN],
        "exercises_met": len({name for each in done for name in each.exercises}),
        "temperaments": {
            name: _of([each for each in done if each.temperament == name]) for name in TEMPERAMENTS
        },
    }


def _of(several: list[Course]) -> dict[str, Any]:
    ends = Counter(each.phases[-1] for each in several)
    return {
        "people": len(several),
        "sessions": sum(each.sessions for each in several),
        "phase_after_12_weeks": {phase: ends[phase] for phase in PHASES},
        "changes": dict(sum((each.changes for each in several), Counter[str]())),
    }


def phases_chart(done: list[Course]) -> dict[str, Any]:
    """Return the share of people in each phase, week by week, one small chart a temperament."""
    counted = Counter(
        (each.temperament, week + 1, each.phases[week]) for each in done for week in range(WEEKS)
    )
    rows = [
        {"who": who, "week": week, "phase": phase, "people": n, "order": PHASES.index(phase)}
        for (who, week, phase), n in sorted(counted.items())
    ]
    return {
        "data": {"values": rows},
        "facet": {"field": "who", "sort": list(TEMPERAMENTS), "title": None},
        "columns": 4,
        "spec": {
            "width": 150,
            "height": 110,
            "mark": "area",
            "encoding": {
                "x": {"field": "week", "type": "quantitative", "title": "week"},
                "y": {
                    "field": "people",
                    "type": "quantitative",
                    "stack": "normalize",
                    "title": "people",
                },
                "color": {"field": "phase", "sort": list(PHASES), "title": "phase"},
                "order": {"field": "order"},
            },
        },
    }


def changes_chart(done: list[Course]) -> dict[str, Any]:
    """Return how often each kind of change was made, by temperament."""
    counted = sum(
        (
            Counter({(each.temperament, kind): n for kind, n in each.changes.items()})
            for each in done
        ),
        Counter[tuple[str, str]](),
    )
    rows = [{"who": who, "change": kind, "times": n} for (who, kind), n in sorted(counted.items())]
    return {
        "data": {"values": rows},
        "width": 420,
        "mark": "bar",
        "encoding": {
            "y": {"field": "who", "sort": list(TEMPERAMENTS), "title": None},
            "x": {"field": "times", "aggregate": "sum", "title": "changes"},
            "color": {"field": "change", "title": "change"},
        },
    }


def drawn(chart: dict[str, Any]) -> str:
    """Return a Vega-Lite chart as SVG."""
    import vl_convert  # takes a while to load, and only pictures need it

    return str(vl_convert.vegalite_to_svg(json.dumps(chart)))


def _progress(done: int, people: int) -> None:
    if not sys.stderr.isatty() and done % max(1, people // 10):
        return
    full = WIDTH * done // people
    end = "\n" if done == people or not sys.stderr.isatty() else ""
    bar = "█" * full + "·" * (WIDTH - full)
    print(f"\r{bar} {done} of {people}", end=end, file=sys.stderr, flush=True)
