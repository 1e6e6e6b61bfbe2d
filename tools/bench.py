"""Measures beside a peer or a limit, in one run, and writes docs/benchmarks.md.

Times are medians of repeated runs on this machine; only the ratios are meant to be compared.
"""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools import bench_night
from tools.bench_columns import population
from tools.bench_night import night
from tools.bench_one import PEOPLE, one_person, peers
from tools.bench_pages import figures, first_page
from tools.bench_phone import phone
from tools.bench_programme import drawings, programmes
from tools.measure import Line, against, clock
from tools.served import process
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge

REPOSITORY = Path(__file__).parents[1]


def main() -> None:
    """Run every bench, print it and write the page."""
    knowledge = load()
    theirs = peers(knowledge)
    over_night, new = night(knowledge)
    tables = {
        "decisions": [
            *one_person(knowledge, theirs),
            *population(knowledge, theirs),
            *command_line(ordinary_person(knowledge)),
        ],
        "programmes": [*programmes(knowledge), *over_night],
        "figures": [*drawings(knowledge), *figures()],
        "pages": first_page(),
        "phone": phone(),
    }
    written = {name: as_table(lines) for name, lines in tables.items()}
    print("\n".join(written.values()))
    (REPOSITORY / "docs" / "benchmarks.md").write_text(page(written, new), encoding="utf-8")


def ordinary_person(knowledge: Knowledge) -> dict[str, Any]:
    """Return the facts of an ordinary spasm: every danger question answered no."""
    danger = [name for name in knowledge.danger_facts if knowledge.facts[name].type == "bool"]
    story = {"age_years": 41, "pregnant": False, "onset_trigger": "long_position", "pain_0_10": 5}
    more = {"days_since_onset": 1, "had_before": "first_time", "regions": frozenset({"upper_back"})}
    return {**dict.fromkeys(danger, False), **story, **more}


def command_line(facts: dict[str, Any]) -> list[Line]:
    """Return `unknot assess` beside a Python that does nothing."""
    given = json.dumps({k: sorted(v) if isinstance(v, frozenset) else v for k, v in facts.items()})
    ours = clock(lambda: process("-m", "unknot.cli", "assess", "-", given=given), repeats=7)
    theirs = clock(lambda: process("-c", "pass"), repeats=7)
    return [against("`unknot assess`", ours, "`python -c pass`", theirs)]


def as_table(lines: list[Line]) -> str:
    """Return the lines as a Markdown table."""
    head = "| what | Unknot | beside | theirs | ratio |\n| --- | ---: | --- | ---: | ---: |\n"
    rows = (f"| {x.what} | {x.ours} | {x.beside} | {x.theirs} | {x.ratio_text} |" for x in lines)
    return head + "\n".join(rows) + "\n"


def page(tables: dict[str, str], new: float) -> str:
    """Return docs/benchmarks.md; `new` is the share of programmes the night had news for."""
    return PAGE.format(
        machine=f"Python {platform.python_version()}, {os.cpu_count()} cores",
        load="{:.1f}, {:.1f} and {:.1f}".format(*os.getloadavg()),
        one=PEOPLE,
        lives=f"{bench_night.PEOPLE:,}",
        nights=len(bench_night.NIGHTS),
        met=f"{bench_night.PEOPLE * len(bench_night.NIGHTS):,}",
        new=f"{new:.0%}",
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        **tables,
    )


PAGE = """# Benchmarks

Made by `make bench`. Each line is measured beside its peer or limit in one run; ratios are ours
divided by theirs, so under 1 is faster or lighter. Only for the scores of Lighthouse is more
better.

{machine}, {day}. Load of the machine over the last 1, 5 and 15 minutes when it ended: {load}.

## Decisions

{decisions}
The plain Python peer is made from the same conditions, written as a person would by hand:
two-valued, no reasons, no sources, unknown counts as no. It is the floor, not a rival.

The other peers (zen-engine, json-logic-qubit, business-rules, json-logic-js) run the same rows and
give the rows that hold, without reasons; every person's rows are compared with ours before the
clock starts. One person is the mean of {one} invented people. JavaScript is timed inside one warm
Node process.

The million people are invented from a seed, some with gaps. A sum over each column is the memory
limit: each bit read once. Bit planes, columns and SQL keep nothing but the urgency.

## Programmes

{programmes}
A programme has no rival that does the same. Writing it as JSON and reading it again is the scale of
its content; the whole decision is the work that comes before it.

The night: {lives} invented people of seven temperaments, from steady to hostile, each met on
{nights} evenings of the twelve weeks: {met} stored programmes, scaled to a million. {new} of them
had something new to say. The plain loop reads each with `json`, calls `adapt`, and writes the next
version when it is new; its adaptation is the same code, so only the way there differs. Both get
the same texts, the content is loaded before the clock starts, each night is worked out by all in
turns, and every version left is compared with the loop's.

## Figures

{figures}
A chart and a figure both turn a description into one SVG; ours also bends the body, keeps hands
and feet in place and joins the outlines of every frame. ElementTree only reads and writes the ready
file: the floor. Compressed is what the server sends.

## Pages

{pages}
## Pages on a phone

{phone}
Lighthouse 12 with its own mobile profile: a mid-range phone (processor slowed four times) on slow
4G, simulated, in headless Chromium. The session page is that of a demo person, behind the answered
gate: the middle of three runs. Its weight is what Lighthouse saw transferred. The other figures
(both sides, and every exercise one may change to) come after the page is there, so that the session
goes on without a connection; they are kept on the phone and not fetched again.
"""


if __name__ == "__main__":
    main()
