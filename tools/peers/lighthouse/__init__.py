"""Lighthouse on a served page: its mobile profile, a simulated mid-range phone on slow 4G."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[2]
RUN = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


@dataclass(frozen=True)
class Report:
    """What Lighthouse found: a score 0–100 by category, what was loaded, when the page was there.

    `loaded` are the addresses in the order asked for, each with the kB transferred, until the page
    is quiet; `largest_paint_seconds` is when its main part was painted.
    """

    scores: dict[str, int]
    loaded: tuple[tuple[str, float], ...]
    largest_paint_seconds: float


def audit(address: str, cookies: str = "") -> Report:
    """Return the report of one page. Raises CalledProcessError when Lighthouse fails."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [
            *(_node(), str(RUN), address, "--quiet", "--output=json"),
            f"--output-path={file.name}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={FLAGS}",
            f"--extra-headers={json.dumps({'Cookie': cookies})}",
        ]
        environment = {**os.environ, "CHROME_PATH": _said_by("tools/chromium")}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        found = json.loads(Path(file.name).read_text(encoding="utf-8"))
    audits = found["audits"]
    return Report(
        scores={name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES},
        loaded=tuple(
            (each["url"], each.get("transferSize", 0) / 1000)
            for each in audits["network-requests"]["details"]["items"]
        ),
        largest_paint_seconds=audits["largest-contentful-paint"]["numericValue"] / 1000,
    )


def _node() -> str:
    return f"{_said_by('tools/node-path')}/node"


def _said_by(script: str) -> str:
    done = subprocess.run([script], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return done.stdout.strip()
