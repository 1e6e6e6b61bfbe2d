"""Pages on a mid-range phone as Lighthouse simulates one, beside the least score we accept."""

import re
import statistics

from tools.bench_pages import limited
from tools.measure import Line
from tools.peers.lighthouse import CATEGORIES, Report, audit
from tools.served import served
from tools.visitor import Visitor

LEAST = 95
RUNS = 3
START_LIMIT_KB = 250
AHEAD_KB = 1000
FIGURE = re.compile(r"/figures/.*\.svg")
PAINT_LIMIT_SECONDS = 2.5  # Google calls a page good up to here
PAGES = {"Landing": "/en/", "What to do now": "/en/now/", "The plan": "/en/plan/"}


def phone() -> list[Line]:
    """Return the scores of the session page and of three others, and the session page's weight."""
    with served(demo=True) as address:
        visitor = Visitor(address)
        visitor.get("/en/demo/amina/")
        visitor.passes_the_gate("/en/session/")
        play = f"{address}/en/session/play/"
        session = middle([audit(play, visitor.cookies) for _ in range(RUNS)])
        others = {name: audit(address + path, visitor.cookies) for name, path in PAGES.items()}
    paint = session.largest_paint_seconds
    return [
        *weights(session),
        Line("Session page on a phone: painted after", f"{paint:.1f} s",
             f"the limit of {PAINT_LIMIT_SECONDS} s", f"{PAINT_LIMIT_SECONDS} s",
             paint / PAINT_LIMIT_SECONDS),
        *scores("Session page", session),
        *(line for name, report in others.items() for line in scores(name, report)),
    ]  # fmt: skip


def weights(session: Report) -> list[Line]:
    """Return what must be there before Start, and what is fetched behind it to be kept offline."""
    drawn = [kilobytes for url, kilobytes in session.loaded if FIGURE.search(url)]
    ready = sum(kilobytes for _, kilobytes in session.loaded) - sum(drawn[1:])
    return [
        limited("Session page with its first figure, all that Start needs", ready, START_LIMIT_KB),
        limited(f"Its other {len(drawn) - 1} figures, fetched ahead", sum(drawn[1:]), AHEAD_KB),
    ]


def middle(reports: list[Report]) -> Report:
    """Return the report with the middle performance: one run can meet a busy machine."""
    found = statistics.median_low(each.scores["performance"] for each in reports)
    return next(each for each in reports if each.scores["performance"] == found)


def scores(page: str, report: Report) -> list[Line]:
    """Return one line a category: a score of 100 is the best, so here more is better."""
    return [
        Line(
            f"{page} on a phone: {name.replace('-', ' ')} by Lighthouse, of 100",
            str(report.scores[name]),
            f"at least {LEAST}",
            str(LEAST),
            report.scores[name] / LEAST,
        )
        for name in CATEGORIES
    ]
