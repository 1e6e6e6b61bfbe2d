"""Weight and time of the first page, and weight of the moving figures."""

import gzip
import re
import statistics
from pathlib import Path

from tools.measure import Line, against, together
from tools.served import fetch, served

FIGURES = Path(__file__).parents[1] / "src" / "unknot" / "web" / "static" / "figures"
FIRST_PAGE_LIMIT_KB = 150
FIGURE_LIMIT_KB = 25
REPEATS = 25
LOADED = re.compile(r'<(?:link|script)[^>]+?(?:href|src)="(/static/[^"]+\.(?:css|js|woff2)[^"]*)"')


def first_page() -> list[Line]:
    """Return weight and time of the landing page, beside the limit and beside one static file."""
    with served() as address:
        html = fetch(f"{address}/en/").decode()
        paths = list(dict.fromkeys(LOADED.findall(html)))
        parts = [html.encode(), *(fetch(address + path) for path in paths)]
        weight = sum(len(gzip.compress(part)) for part in parts) / 1000
        page_time, file_time = together(
            lambda: fetch(f"{address}/en/"), lambda: fetch(address + paths[0]), REPEATS
        )
    return [
        limited("First page with everything it loads, compressed", weight, FIRST_PAGE_LIMIT_KB),
        against("First page, served", page_time, "one static file, same server", file_time),
    ]


def figures() -> list[Line]:
    """Return the weight of the middle and of the largest moving figure, as a phone gets it."""
    moving = sorted(FIGURES.glob("*-moving-en.svg"))
    weights = [len(gzip.compress(each.read_bytes(), 6)) / 1000 for each in moving]
    what = f"of {len(moving)} moving figures, compressed"
    return [
        limited(f"The middle one {what}", statistics.median(weights), FIGURE_LIMIT_KB),
        limited(f"The largest {what}", max(weights), FIGURE_LIMIT_KB),
    ]


def limited(what: str, kilobytes: float, limit: int) -> Line:
    """Return one weight beside its limit."""
    ours = f"{kilobytes:.0f} kB" if kilobytes >= 100 else f"{kilobytes:.1f} kB"
    return Line(what, ours, f"the limit of {limit} kB", f"{limit} kB", kilobytes / limit)
