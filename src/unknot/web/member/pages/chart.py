"""The chart of pain over time as SVG: one line, knots for flares, bars for sessions."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from unknot.web.drawings import KNOT

TOP, BOTTOM = 34, 214


@dataclass(frozen=True)
class Day:
    """One day: the worst pain 0–10 (None when not asked), sessions done, whether it was a flare."""

    when: date
    pain: int | None
    sessions: int
    flare: bool


@dataclass(frozen=True)
class Frame:
    """Where things stand in a drawing `width` wide."""

    width: int
    left: int
    right: int
    first: date
    days: int

    def x(self, when: date) -> float:
        """Return the place of a day."""
        return self.left + (self.right - self.left) * (when - self.first).days / max(1, self.days)


def chart(days: Sequence[Day], changes: Sequence[date], width: int, names: Sequence[str]) -> str:
    """Return the chart. `names` are the words of the first and the last day."""
    first, last = days[0].when, max([days[-1].when, *changes])
    frame = Frame(width, 40, width - 18, first, (last - first).days)
    parts = [
        *_grid(frame, names),
        *_changes(frame, changes),
        *_line(frame, days),
        *_bars(frame, days),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {width} 276" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>"
    )


def _y(pain: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * pain / 10


def _grid(frame: Frame, names: Sequence[str]) -> Iterator[str]:
    for score in (0, 5, 10):
        y = _y(score)
        yield f'<path class="grid" d="M{frame.left} {y:g}H{frame.right}"/>'
        yield f'<text x="{frame.left - 9}" y="{y + 5:g}" text-anchor="end">{score}</text>'
    yield f'<text x="{frame.left}" y="268">{names[0]}</text>'
    if frame.days:
        yield f'<text x="{frame.right}" y="268" text-anchor="end">{names[-1]}</text>'


def _changes(frame: Frame, changes: Sequence[date]) -> Iterator[str]:
    for number, when in enumerate(changes, 1):
        x = frame.x(when)
        yield f'<path class="change" d="M{x:.1f} 34V{BOTTOM + 6}"/>'
        yield f'<circle class="disc" cx="{x:.1f}" cy="20" r="12"/>'
        yield f'<text class="disc-n" x="{x:.1f}" y="26">{number}</text>'


def _line(frame: Frame, days: Sequence[Day]) -> Iterator[str]:
    points = [(frame.x(day.when), _y(day.pain), day.flare) for day in days if day.pain is not None]
    for (x1, y1, knot1), (x2, y2, knot2) in itertools.pairwise(points):
        gap1, gap2 = _gap(x1, x2, knot1), _gap(x1, x2, knot2)
        slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0
        yield (
            f'<path class="pain" d="M{x1 + gap1:.1f} {y1 + gap1 * slope:.1f}'
            f'L{x2 - gap2:.1f} {y2 - gap2 * slope:.1f}"/>'
        )
    for x, y, knotted in points:
        if knotted:
            yield (
                f'<path class="flare" d="{KNOT}" '
                f'transform="translate({x:.1f} {y - 6:.1f}) scale(.6)"/>'
            )
        else:
            yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'


def _gap(x1: float, x2: float, knotted: bool) -> float:
    return min(12.0, (x2 - x1) / 3) if knotted else 0.0


def _bars(frame: Frame, days: Sequence[Day]) -> Iterator[str]:
    for day in days:
        for number in range(min(day.sessions, 3)):
            x, y = frame.x(day.when) - 5, 244 - 7 * number
            yield f'<rect class="done" x="{x:.1f}" y="{y}" width="10" height="4" rx="2"/>'
