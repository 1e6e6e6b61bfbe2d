"""What every bench is made of: a clock, and a line beside a peer or a limit."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measure beside its peer or limit; `ratio` is ours divided by theirs."""

    what: str
    ours: str
    beside: str
    theirs: str
    ratio: float

    @property
    def ratio_text(self) -> str:
        """Return the ratio to two places, to five when it is very small."""
        return f"{self.ratio:.2f}" if self.ratio >= 0.01 else f"{self.ratio:.5f}"


def against(what: str, ours: float, beside: str, theirs: float) -> Line:
    """Return one line of two times in seconds."""
    return Line(what, shown(ours), beside, shown(theirs), ours / theirs)


def shown(seconds: float) -> str:
    """Return a time in µs, ms, s or minutes."""
    if seconds >= 120:
        return f"{seconds / 60:.1f} min"
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1e6:.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def clock(run: Callable[[], object], repeats: int = 200) -> float:
    """Return the median time of one run, in seconds."""
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def together(
    ours: Callable[[], object], theirs: Callable[[], object], repeats: int = 25
) -> tuple[float, float]:
    """Return the median times of two runs taken in turns, so that both meet the same machine."""
    times = [(clock(ours, 1), clock(theirs, 1)) for _ in range(repeats)]
    return statistics.median(one for one, _ in times), statistics.median(two for _, two in times)
