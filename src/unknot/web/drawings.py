"""The thread, drawn: knot, loop, step bar, pain thread, certainty bar. Strings of SVG, no colour.

Colours come from the style sheet by class. The paths are those of the look, section 6.
"""

from math import pi, sin

KNOT = (
    "M-30 14C-18.5 14 -10.4 10 -4 4.1M3.7 -4.4C8.8 -10.4 14.4 -16.2 20 -13C29 -7 20 13 0 13"
    "C-2.5 13 -4.8 12.7 -7 12.1M-17.2 6.7C-24.2 0.3 -25.7 -9.2 -20 -13C-13 -17 -6 -7 0 0"
    "C2.2 2.6 4.7 4.9 7.4 6.9M17.7 12.2C21.3 13.3 25.4 14 30 14"
)
LOOP = "M-16 6H-4C10 6 9-9 0-9S-10 6 4 6H16"
THREAD_POINTS = 120


def knot(classes: str = "knot") -> str:
    """Return the mark, 58 x 36, its line at 34.8 from the top."""
    return (
        f'<svg class="{classes}" viewBox="-30 -22 60 38" width="58" height="36.7" '
        f'aria-hidden="true" focusable="false"><path d="{KNOT}"/></svg>'
    )


def steps(done: int, total: int) -> str:
    """Return the step bar: `done` steps untied, one in hand, the rest to come. At most 6."""
    width, piece = 640.0, 640.0 / total
    parts = [
        f'<path class="to-come" d="M0 27H{width:g}"/>',
        f'<path class="done" d="M0 27H{piece * done:g}"/>',
    ]
    for step in range(done, total):
        state = "now" if step == done else "later"
        middle = piece * (step + 0.5)
        parts.append(f'<path class="{state}" transform="translate({middle:g} 21)" d="{LOOP}"/>')
    return (
        f'<svg class="steps" viewBox="0 0 {width:g} 32" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def step_loop(state: str) -> str:
    """Return one piece of the step bar: `done`, `now` or `later`."""
    loop = "" if state == "done" else f'<path d="{LOOP}"/>'
    return (
        f'<svg class="step-loop" viewBox="-20 -12 40 22" width="40" height="22" '
        f'aria-hidden="true" focusable="false">{loop}</svg>'
    )


def pain_thread(score: int) -> str:
    """Return the thread of one pain score, 0 (straight) to 10 (tangled), 34 wide."""
    return (
        '<svg class="pain-thread" viewBox="-2 -9 38 18" width="38" height="18" '
        f'aria-hidden="true" focusable="false"><path d="{thread_path(score)}"/></svg>'
    )


def thread_path(score: int) -> str:
    """Return the path of the pain thread from (0, 0) to (34, 0)."""
    if score == 0:
        return "M0 0H34"
    cycles = 2 + 0.28 * score
    points = []
    for index in range(THREAD_POINTS + 1):
        t = index / THREAD_POINTS
        envelope = max(0.0, sin(pi * t)) ** 0.8
        wave = 2 * pi * cycles * t
        x = 34 * t + 0.62 * max(0, score - 4) * envelope * sin(wave + 1.2)
        y = (0.6 + 0.5 * score) * envelope * sin(wave)
        points.append(f"{x:.1f} {-y:.1f}")
    return "M" + "L".join(points)


def certainty(low: float, high: float) -> str:
    """Return a bar that covers the range low–high (0 fits poorly, 1 fits well). Wide is unsure."""
    left, right = 10 + 400 * low, 10 + 400 * high
    width = max(right - left, 28.0)
    start = min(left, 410 - width)
    return (
        '<svg class="certainty" viewBox="0 0 420 26" aria-hidden="true" focusable="false">'
        '<path d="M4 13H416"/>'
        f'<rect x="{start:.0f}" y="3" width="{width:.0f}" height="20" rx="10"/></svg>'
    )
