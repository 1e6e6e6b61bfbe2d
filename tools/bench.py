"""Measures beside a peer or a limit, in one run, and writes docs/benchmarks.md.

Times are medians of repeated runs on this machine; only the ratios are meant to be compared.
"""

import gzip
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.bench_columns import population
from tools.bench_one import PEOPLE, one_person, peers
from tools.measure import Line, against, clock
from unknot.knowledge.load import load
from unknot.knowledge.schema import Knowledge

REPOSITORY = Path(__file__).parents[1]
PAGE_LIMIT_KB = 150


def main() -> None:
    """Run every bench, print it and write the page."""
    knowledge = load()
    facts = ordinary_person(knowledge)
    theirs = peers(knowledge)
    lines = [
        *one_person(knowledge, theirs),
        *population(knowledge, theirs),
        *command_line(facts),
        *first_page(),
    ]
    table = as_table(lines)
    print(table)
    (REPOSITORY / "docs" / "benchmarks.md").write_text(page(table), encoding="utf-8")


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


def first_page() -> list[Line]:
    """Return weight and time of the landing page, beside the limit and beside one static file."""
    with tempfile.TemporaryDirectory() as home:
        port = free_port()
        environment = {**os.environ, "UNKNOT_HOME": home}
        process("-m", "unknot.cli", "migrate", environment=environment)
        command = [sys.executable, "-m", "unknot.cli", "serve", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/en/")
            html = fetch(f"{address}/en/").decode()
            parts = [fetch(address + path) for path in assets(html)]
            weight = sum(len(gzip.compress(part)) for part in (html.encode(), *parts)) / 1000
            page_time = clock(lambda: fetch(f"{address}/en/"), repeats=25)
            file_time = clock(lambda: fetch(address + assets(html)[0]), repeats=25)
        finally:
            server.terminate()
            server.wait()
    limit = f"the limit of {PAGE_LIMIT_KB} kB"
    return [
        Line("First page with everything it loads, compressed", f"{weight:.0f} kB", limit,
             f"{PAGE_LIMIT_KB} kB", weight / PAGE_LIMIT_KB),
        against("First page, served", page_time, "one static file, same server", file_time),
    ]  # fmt: skip


def assets(html: str) -> list[str]:
    """Return the addresses of the style sheets, scripts and fonts a page loads."""
    import re

    found = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2)(?:\?[^"]*)?)"', html)
    return list(dict.fromkeys(found))


def process(*arguments: str, given: str = "", environment: dict[str, str] | None = None) -> None:
    """Run one Python process to its end; raises if it fails."""
    command = [sys.executable, *arguments]
    subprocess.run(
        command, input=given, text=True, capture_output=True, check=True, env=environment
    )


def fetch(address: str) -> bytes:
    """Return the body of a page on this machine."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        body: bytes = answer.read()
        return body


def wait_for(address: str) -> None:
    """Return when the address answers; raises after ten seconds."""
    for _ in range(100):
        try:
            fetch(address)
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def as_table(lines: list[Line]) -> str:
    """Return the lines as a Markdown table."""
    head = "| what | Unknot | beside | theirs | ratio |\n| --- | ---: | --- | ---: | ---: |\n"
    rows = (f"| {x.what} | {x.ours} | {x.beside} | {x.theirs} | {x.ratio_text} |" for x in lines)
    return head + "\n".join(rows) + "\n"


def page(table: str) -> str:
    """Return docs/benchmarks.md."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    return PAGE.format(
        machine=machine, one=PEOPLE, day=f"{datetime.now(UTC):%Y-%m-%d}", table=table
    )


PAGE = """# Benchmarks

Made by `make bench`. Each line is measured beside its peer or limit in one run; ratios are ours
divided by theirs, so under 1 is faster or lighter.

{machine}, {day}.

{table}
The plain Python peer is made from the same conditions, written as a person would by hand:
two-valued, no reasons, no sources, unknown counts as no. It is the floor, not a rival.

The other peers (zen-engine, json-logic-qubit, business-rules, json-logic-js) run the same rows and
give the rows that hold, without reasons; every person's rows are compared with ours before the
clock starts. One person is the mean of {one} invented people. JavaScript is timed inside one warm
Node process.

The million people are invented from a seed, some with gaps. A sum over each column is the memory
limit: each bit read once. Bit planes, columns and SQL keep nothing but the urgency.
"""


if __name__ == "__main__":
    main()
