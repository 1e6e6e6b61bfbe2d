"""A movement as one SVG: moving, a still pair for lists, or line art for print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement import arrows, ink, paint, props
from unknot.movement.form import PLAIN, Form
from unknot.movement.model import Movement
from unknot.movement.outline import closed, largest
from unknot.movement.paint import Page
from unknot.movement.scene import Scene, scene
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import Array

WIDE, PANEL, MARGIN, GAP = 2000, (4, 3), 0.035, 150
Kind = Literal["moving", "still", "print"]
Drawn = tuple[tuple[int, int], str]  # width and height in units, and what is inside


@dataclass(frozen=True)
class Stage:
    """The box (left, bottom, right, top in H) everything fits in, and units per H."""

    left: float
    bottom: float
    right: float
    top: float
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in units."""
        return (
            round((self.right - self.left) * self.scale),
            round((self.top - self.bottom) * self.scale),
        )


@dataclass(frozen=True)
class Mark:
    """An arrow or sign on screen, the pose it belongs to, and whether it always shows."""

    pose: str
    outlines: tuple[Array, ...]
    always: bool
    steady: bool


def _marks(s: Scene) -> list[Mark]:
    """A trail shows in every picture; an arrow of a cycle, or of one pose, must not fade."""
    m = s.movement
    return [
        Mark(
            a.pose,
            arrows.outlines(m, a, s.view),
            a.kind == "trail",
            a.kind == "trail"
            or len(m.poses) == 1
            or (m.linear and not a.kind.startswith("breath")),
        )
        for a in m.arrows
    ]


def _reach(s: Scene) -> Array:
    """Every point that must be inside the picture."""
    points = [f for shape in s.shapes for f in shape.frames if shape.style != "muscle"]
    points += [o for mark in _marks(s) for o in mark.outlines] + list(s.shadow.frames)
    for p in props.pieces(s.movement.props):
        points += [s.view(f)[:, :2] for f in p.faces]
    return np.vstack(points)


def stage(s: Scene, panel: bool) -> Stage:
    """The picture's box; `panel` widens or heightens it to 4:3 for lists."""
    crop = s.movement.camera.crop
    if crop:
        left, bottom, right, top = crop
        if s.view.flip:
            left, right = -right, -left
    else:
        points = _reach(s)
        left, bottom = points.min(axis=0) - MARGIN
        right, top = points.max(axis=0) + MARGIN
    wide, high = right - left, top - bottom
    full = max(wide, high * PANEL[0] / PANEL[1])
    if panel:
        dx, dy = (full - wide) / 2, (full * PANEL[1] / PANEL[0] - high) / 2
        left, right, bottom, top = left - dx, right + dx, bottom - dy, top + dy
    return Stage(left, bottom, right, top, WIDE / full)


def _defs(page: Page, shapes: list[Shape]) -> str:
    paths = "".join(paint.path(page, s) for s in shapes)
    clipped = {s.clip for s in shapes if s.clip} | {
        s.id for s in shapes if s.style == "shaded" and not page.printing
    }
    clips = "".join(paint.clip(page, s) for s in shapes if s.id in clipped)
    return ink.element("defs", {}, paths + clips + (_hatch(page) if page.printing else ""))


def _hatch(page: Page) -> str:
    line = ink.element("path", {"d": "M0 0V34", "stroke": "#000", "stroke-width": 18})
    return ink.element(
        "pattern",
        {
            "id": f"{page.prefix}hatch",
            "width": 34,
            "height": 34,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
        line,
    )


def _picture(page: Page, *, ghost: bool, marked: bool) -> str:
    """Props, shadow, ghost, body and arrows of one page, back to front."""
    s = page.scene
    pieces = {p.name: p for p in props.pieces(s.movement.props)}
    skip = () if marked else ("muscle", "again")
    shapes = [x for x in s.shapes if x.style not in ("piece", "again", *skip)]
    shapes += [s.shadow, *s.dots]
    out = [_defs(page, shapes)]
    out += [paint.piece(page, p) for p in pieces.values() if p.layer == "behind"]
    out.append(paint.shape(page, s.shadow))
    if ghost:
        out.append(paint.ghost(page, _silhouette(s)))
    marks = _marks(s)
    out += [_arrow(page, mark) for mark in marks if mark.always]
    for x in s.shapes:
        if x.style == "piece":
            out.append(paint.piece(page, pieces[x.id]))
        elif x.style not in skip:
            out.append(paint.shape(page, x))
    out += [paint.piece(page, p) for p in pieces.values() if p.layer == "front"]
    out += [_arrow(page, mark) for mark in marks if not mark.always]
    out += [paint.shape(page, dot) for dot in s.dots]
    return "".join(out)


def _silhouette(s: Scene) -> Polygon:
    return largest(closed(shapely.union_all(list(s.ghost)), 0.006))


def _arrow(page: Page, mark: Mark) -> str:
    m, line = page.scene.movement, page.scene.line
    shown_pose = m.start if page.body == line.start else m.end
    if mark.always or (page.body is None and mark.steady):
        return paint.arrow(page, mark.outlines)
    if page.body is not None:
        return paint.arrow(page, mark.outlines) if mark.pose == shown_pose else ""
    shown = ["1" if p == mark.pose and i else "0" for i, (_, _, p) in enumerate(line.marks)]
    return paint.arrow(page, mark.outlines, paint.animate(page, "opacity", shown), "0")


def _page(s: Scene, box: Stage, prefix: str, body: int | None, printing: bool = False) -> Page:
    return Page(s, box.scale, box.left, box.top, prefix, body, printing)


def _frame(
    m: Movement, lang: str, prefix: str, size: tuple[int, int], inside: str, kind: str
) -> str:
    title = ink.element("title", {"id": f"{prefix}title"}, ink.escape(m.title[lang]))
    desc = ink.element("desc", {"id": f"{prefix}desc"}, ink.escape(m.description[lang]))
    return ink.element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {size[0]} {size[1]}",
            "class": f"fig fig-{kind}-file",
            "role": "img",
            "lang": lang,
            "aria-labelledby": f"{prefix}title {prefix}desc",
        },
        title + desc + inside,
    )


def _panel(x: int, box: Stage, inside: str) -> str:
    w, h = box.size
    return ink.element(
        "svg", {"x": x, "y": 0, "width": w, "height": h, "viewBox": f"0 0 {w} {h}"}, inside
    )


def _moving(m: Movement, s: Scene, prefix: str) -> Drawn:
    box = stage(s, panel=False)
    live = _picture(_page(s, box, prefix, None), ghost=False, marked=True)
    still = _picture(_page(s, box, f"{prefix}s-", s.line.end), ghost=m.ghost, marked=True)
    inside = ink.element("g", {"class": "fig-still", "display": "none"}, still)
    inside += ink.element("g", {"class": "fig-moving"}, live)
    return box.size, inside


def _pair(m: Movement, s: Scene, prefix: str, printing: bool, both: bool) -> Drawn:
    box = stage(s, panel=True)
    w, h = box.size
    end = _picture(
        _page(s, box, f"{prefix}e-", s.line.end, printing),
        ghost=m.ghost and len(m.poses) > 1,
        marked=True,
    )
    if not both or len(m.poses) == 1:
        return (w, h), _panel(0, box, end)
    # A pair that starts at a working pose (cat, then cow) marks both.
    working = any(a.pose == m.start for a in m.arrows)
    start = _picture(
        _page(s, box, f"{prefix}a-", s.line.start, printing), ghost=False, marked=working
    )
    inside = _panel(0, box, start) + _next(w, h // 2, printing) + _panel(w + GAP, box, end)
    return (2 * w + GAP, h), inside


def _next(x: int, y: int, printing: bool) -> str:
    """The chevron between start and end."""
    return ink.element(
        "path",
        {
            "class": "" if printing else "fig-next",
            "d": f"M{x + 50} {y - 60}l50 60l-50 60",
            "fill": "none",
            "stroke": "#6a7e74",
            "stroke-width": 18,
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        },
    )


def draw(
    m: Movement,
    *,
    lang: Literal["en", "fr"],
    kind: Kind,
    prefix: str = "",
    mirror: bool = False,
    pair: bool = True,
    form: Form = PLAIN,
) -> str:
    """One SVG of the movement.

    `moving` loops once per Movement.loop_seconds and holds a still group for reduced motion;
    `still` shows start and end side by side (`pair=False`: the end alone); `print` is the same in
    black and white. `prefix` starts every id, for several figures in one page. `mirror` shows the
    other side; the light stays at the upper left. `form` gives hair and beard.
    """
    size, inside = _drawn(m, kind, prefix, mirror, pair, form)
    return _frame(m, lang, prefix, size, inside, kind)


@lru_cache(maxsize=4)
def _drawn(m: Movement, kind: Kind, prefix: str, mirror: bool, pair: bool, form: Form) -> Drawn:
    """Draw what the languages share; kept for a moment, since each is asked for in turn."""
    s = scene(m, mirror, form)
    if kind == "moving":
        return _moving(m, s, prefix)
    return _pair(m, s, prefix, kind == "print", pair)


def sheet(
    movements: list[Movement],
    lang: Literal["en", "fr"] = "en",
    columns: int = 3,
    kind: Literal["still", "print"] = "still",
) -> str:
    """One SVG contact sheet of all movements with their titles."""
    cell, high = 4300, 1900
    out = []
    for i, m in enumerate(movements):
        x, y = (i % columns) * cell, (i // columns) * high
        figure = draw(m, lang=lang, kind=kind, prefix=f"{m.id}-")
        out.append(
            ink.element(
                "rect",
                {
                    "x": x + 20,
                    "y": y + 20,
                    "width": cell - 60,
                    "height": high - 220,
                    "rx": 60,
                    "class": "fig-halo-fill",
                    "fill": ink.LIGHT["halo"],
                },
            )
        )
        out.append(
            figure.replace(
                "<svg ",
                f'<svg x="{x + 60}" y="{y + 60}" width="{cell - 140}" height="{high - 300}" ',
                1,
            )
        )
        label = {
            "x": x + 60,
            "y": y + high - 70,
            "font-size": 110,
            "font-family": "sans-serif",
            "class": "fig-label",
            "fill": "#142924",
        }
        out.append(ink.element("text", label, ink.escape(m.title[lang])))
    rows = -(-len(movements) // columns)
    return ink.element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {columns * cell} {rows * high}"},
        "".join(out),
    )
