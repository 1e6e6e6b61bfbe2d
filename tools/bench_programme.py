"""One programme built and adapted, one figure drawn: each beside what a reader may compare it with.

A programme has no rival that does the same, so its peers are scales. Writing it as JSON and reading
it again is what merely handling that much content costs. The whole decision of the gate is the work
that comes before it. A figure stands beside a chart: both turn a description into one SVG.
"""

import json
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from datetime import timedelta
from pathlib import Path
from typing import Any

from tools.bench_one import NOW
from tools.invented_night import TONIGHT, Evening, evening
from tools.measure import Line, against, clock, together
from tools.served import process
from unknot.care.adapt import adapt
from unknot.care.decision import decide, to_record
from unknot.care.programme import Programme, build, to_json
from unknot.knowledge.movements import load_movements
from unknot.knowledge.schema import Knowledge
from unknot.movement import figure
from unknot.people import TEMPERAMENTS, simulate
from unknot.simulation import drawn, phases_chart

PEOPLE = 7 * 30
REPEATS = 7
MORNING = TONIGHT + timedelta(days=1)


def programmes(knowledge: Knowledge) -> list[Line]:
    """Return the mean time to build and to adapt one programme, over invented people."""
    people = [evening(seed, knowledge) for seed in range(PEOPLE)]
    built, again = together(
        lambda: [build(facts, knowledge, TONIGHT) for _, _, facts in people],
        lambda: [_again(programme) for programme, _, _ in people],
        REPEATS,
    )
    adapted, decided = together(
        lambda: [_adapted(each, knowledge) for each in people],
        lambda: [to_record(decide(each[2], knowledge, NOW, "en"), knowledge) for each in people],
        REPEATS,
    )
    handled = "the same programme written as JSON and read again"
    whole = "one whole decision as a record"
    one, another = "One programme of twelve weeks built", "One programme adapted to the sessions"
    return [
        against(one, built / PEOPLE, handled, again / PEOPLE),
        against(one, built / PEOPLE, whole, decided / PEOPLE),
        against(another, adapted / PEOPLE, handled, again / PEOPLE),
        against(another, adapted / PEOPLE, whole, decided / PEOPLE),
    ]


def drawings(knowledge: Knowledge) -> list[Line]:
    """Return the time to draw one moving figure, the mean of several."""
    movements = list(load_movements().values())[::15]
    courses = [simulate(seed, knowledge) for seed in range(len(TEMPERAMENTS))]
    chart = phases_chart(courses)
    ready = [figure.draw(each, lang="en", kind="moving") for each in movements]
    ours = clock(lambda: [figure.draw(m, lang="en", kind="moving") for m in movements], 3)
    by_chart = clock(lambda: drawn(chart), REPEATS)
    parsed = clock(lambda: [_rewritten(svg) for svg in ready], REPEATS)
    what = "One moving figure drawn from its poses"
    many = len(movements)
    whole, pictures = _all_of_them()
    everything = f"All {pictures:,} pictures by `unknot figures`, every core"
    return [
        against(what, ours / many, "one chart of seven panels by vl-convert", by_chart),
        against(what, ours / many, "the same SVG, read and written by ElementTree", parsed / many),
        against(
            everything, whole, "as many charts, one after another, scaled", pictures * by_chart
        ),
    ]


def _all_of_them() -> tuple[float, int]:
    """Return the seconds `unknot figures` takes for the whole catalogue, and how many it drew."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        process("-m", "unknot.cli", "figures", "--out", folder)
        seconds = time.perf_counter() - start
        return seconds, len(list(Path(folder).glob("*.svg")))


def _adapted(one: Evening, knowledge: Knowledge) -> Programme:
    return adapt(*one, knowledge, MORNING)


def _again(programme: Programme) -> Any:
    return json.loads(json.dumps(to_json(programme)))


def _rewritten(svg: str) -> bytes:
    written: bytes = ElementTree.tostring(ElementTree.fromstring(svg))
    return written
