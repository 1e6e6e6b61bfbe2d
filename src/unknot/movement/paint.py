"""Shapes to SVG: soft shading from one path used several times, static or animated with SMIL."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from unknot.movement import ink
from unknot.movement.outline import largest, spline
from unknot.movement.props import Piece, faces_seen
from unknot.movement.scene import Scene
from unknot.movement.shapes import Shape
from unknot.movement.skeleton import Array

LINE = 8.0
SHIFTS = ((0.0075, 0.0100), (0.0140, 0.0190))


@dataclass(frozen=True)
class Page:
    """Where a scene lands: units per H, origin, id prefix, and which body (None = animated)."""

    scene: Scene
    scale: float
    left: float
    top: float
    prefix: str
    body: int | None
    printing: bool = False

    def units(self, points: Array) -> Array:
        """Screen H (y up) to drawing units (y down)."""
        result: Array = np.column_stack(
            [(points[:, 0] - self.left) * self.scale, (self.top - points[:, 1]) * self.scale]
        )
        return result

    @property
    def line(self) -> float:
        """Outline width in units."""
        return LINE * (1.2 if self.printing else 1.0)


def polyline(points: Array, close: bool = True) -> str:
    """A path of straight lines through whole units."""
    body = "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
    return f"M{body}" + ("z" if close else "")


def _data(page: Page, shape: Shape, index: int) -> str:
    points = page.units(shape.frames[min(index, len(shape.frames) - 1)])
    return spline(points)


def path(page: Page, shape: Shape, extra: dict[str, object] | None = None) -> str:
    """The shape's path, with its animation when the page moves."""
    values: dict[str, object] = {"id": f"{page.prefix}{shape.id}", **(extra or {})}
    line = page.scene.line
    if page.body is not None:
        return ink.element("path", values | {"d": _data(page, shape, page.body)})
    data = [_data(page, shape, i) for _, i, _ in line.marks]
    start = _data(page, shape, line.start)
    if len(set(data)) == 1:
        return ink.element("path", values | {"d": start})
    return ink.element("path", values | {"d": start}, animate(page, "d", data))


def animate(page: Page, attribute: str, values: list[str]) -> str:
    """One SMIL animation over the whole loop, linear between the sampled moments."""
    times = ";".join(f"{t:.4f}".rstrip("0").rstrip(".") or "0" for t, _, _ in page.scene.line.marks)
    return ink.element(
        "animate",
        {
            "attributeName": attribute,
            "dur": f"{page.scene.movement.loop_seconds:g}s",
            "repeatCount": "indefinite",
            "keyTimes": times,
            "values": ";".join(values),
        },
    )


def _use(page: Page, shape: Shape, material: str, level: str, **more: object) -> str:
    values = {"href": f"#{page.prefix}{shape.id}"} | _fill(page, material, level)
    return ink.element("use", values | more)


def _fill(page: Page, material: str, level: str) -> dict[str, object]:
    cls = "" if page.printing else f"fig-{material}-{level}"
    return {"class": cls, "fill": ink.tone(material, level, page.printing)}


def outlined(page: Page, material: str, width: float) -> dict[str, object]:
    """Stroke attributes of a material's outline."""
    cls = "" if page.printing else f"fig-{material}-line"
    return {
        "class": cls,
        "stroke": ink.tone(material, "line", page.printing),
        "stroke-width": width,
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
    }


def clip(page: Page, shape: Shape) -> str:
    """The clip path of a shape."""
    return ink.element(
        "clipPath",
        {"id": f"{page.prefix}c-{shape.id}"},
        ink.element("use", {"href": f"#{page.prefix}{shape.id}"}),
    )


def _within(page: Page, shape_id: str, inside: str, **more: object) -> str:
    return ink.element("g", {"clip-path": f"url(#{page.prefix}c-{shape_id})"} | more, inside)


def _shaded(page: Page, shape: Shape) -> str:
    """Outline, shade, half shade, light; the far overlay on top. Print is flat."""
    ring = ink.element(
        "g",
        {"fill": "none", **outlined(page, shape.material, 2 * page.line)},
        ink.element("use", {"href": f"#{page.prefix}{shape.id}"}),
    )
    if page.printing:
        flat = _use(page, shape, shape.material, "1")
        return ring + flat + (_veil(page, shape, 0.3) if shape.far else "")
    base = _use(page, shape, shape.material, "3")
    return ring + base + _within(page, shape.id, _lit(page, shape))


def _lit(page: Page, shape: Shape) -> str:
    """The lighter layers over the shade: half shade, light, rim, and the veil of a far limb."""
    if page.printing:
        return _use(page, shape, shape.material, "1") + (_veil(page, shape, 0.3))
    (ax, ay), (bx, by) = SHIFTS
    s = page.scale
    layers = _use(page, shape, shape.material, "2", transform=_by(-ax * s, -ay * s))
    layers += _use(page, shape, shape.material, "1", transform=_by(-bx * s, -by * s))
    rim = (
        ""
        if shape.material in ("hair", "brow")
        else ink.element(
            "use",
            {
                "href": f"#{page.prefix}{shape.id}",
                "class": "fig-rim",
                "fill": "none",
                "stroke": "#fff",
                "stroke-opacity": 0.16,
                "stroke-width": round(0.012 * s),
                "transform": _by(0.005 * s, 0.0065 * s),
            },
        )
    )
    return layers + rim + _veil(page, shape, 0.34)


def _veil(page: Page, shape: Shape, most: float) -> str:
    if shape.far < 0.05:
        return ""
    return _use(page, shape, "far", "1", **{"opacity": round(most * shape.far, 2)})


def _by(x: float, y: float) -> str:
    return f"translate({x:.0f} {y:.0f})"


def _muscle(page: Page, shape: Shape) -> str:
    """Three layers, so that the edge is soft without a filter; hatched in print."""
    href, s = {"href": f"#{page.prefix}{shape.id}"}, page.scale
    if page.printing:
        inside = ink.element("use", {**href, "fill": "#fff", "opacity": 0.75})
        inside += ink.element("use", {**href, "fill": f"url(#{page.prefix}hatch)"})
        return _within(page, shape.clip, inside)
    color = _fill(page, "muscle", "1")
    soft = {"stroke": ink.LIGHT["muscle"], "class": "fig-muscle-1 fig-muscle-edge"}
    inside = ink.element(
        "use", {**href, **color, **soft, "stroke-width": round(0.020 * s), "opacity": 0.28}
    )
    inside += ink.element(
        "use", {**href, **color, **soft, "stroke-width": round(0.007 * s), "opacity": 0.42}
    )
    inside += ink.element("use", {**href, **color, "opacity": 0.6})
    return _within(page, shape.clip, inside)


def _blade(page: Page, shape: Shape) -> str:
    """A shoulder blade under the shirt: a thin line and a little shade."""
    fill, edge = _fill(page, shape.material, "2"), outlined(page, shape.material, page.line * 0.8)
    values = {**fill, **edge, "fill-opacity": 0.35, "stroke-opacity": 0.85}
    values["class"] = f"{fill['class']} {edge['class']}".strip()
    return ink.element("use", {"href": f"#{page.prefix}{shape.id}", **values})


def shape(page: Page, s: Shape) -> str:
    """The visible elements of one shape (its path itself lies in defs)."""
    match s.style:
        case "shaded":
            return _shaded(page, s)
        case "patch":
            # Opacity makes the group one layer: clipped once, no dark seam along the disc.
            inside = _use(page, s, s.material, "3") + _lit(page, s)
            return _within(page, s.clip, inside, opacity=0.999)
        case "cut":
            return ""
        case "muscle" | "again":
            return _muscle(page, s)
        case "lined":
            ring = outlined(page, s.material, page.line * 0.8) | {
                "stroke-linejoin": "",
                "stroke-linecap": "",
            }
            ring["class"] = "" if page.printing else f"fig-{s.material}-1 fig-{s.material}-line"
            return ink.element(
                "use",
                {
                    "href": f"#{page.prefix}{s.id}",
                    "fill": ink.tone(s.material, "1", page.printing),
                    **ring,
                },
            )
        case "blade":
            return _within(page, s.clip, _blade(page, s))
        case "shadow":
            return _use(page, s, "shadow", "1", **{"opacity": 0.12})
        case _:
            inside = _use(page, s, s.material, "1")
            return _within(page, s.clip, inside) if s.clip else inside


def piece(page: Page, p: Piece) -> str:
    """A prop's visible faces, toned by how they face the light, edges drawn."""
    if p.material == "pillow":
        return _pillow(page, p)
    edge = outlined(page, p.material, page.line * (0.9 if p.material != "wall" else 0.5))
    found = []
    for face, level, smooth in faces_seen(p, page.scene.view):
        fill = _fill(page, p.material, level)
        both = {**fill, **edge}
        both["class"] = "" if page.printing else f"fig-{p.material}-{level} fig-{p.material}-line"
        values = fill if smooth else both
        found.append(ink.element("path", {**values, "d": polyline(page.units(face[:, :2]))}))
    return "".join(found)


def _pillow(page: Page, p: Piece) -> str:
    """A soft block: rounded silhouette, rounded lighter top."""
    edge = outlined(page, "pillow", page.line * 0.9)
    whole = {
        **_fill(page, "pillow", "2"),
        **edge,
        "d": _rounded(page, p.seen(page.scene.view).shape),
    }
    whole["class"] = "" if page.printing else "fig-pillow-2 fig-pillow-line"
    tops = [Polygon(f[:, :2]) for f, level, _ in faces_seen(p, page.scene.view) if level == "1"]
    lit = [
        ink.element("path", {**_fill(page, "pillow", "1"), "d": _rounded(page, t)}) for t in tops
    ]
    return ink.element("path", whole) + "".join(lit)


def _rounded(page: Page, shape: Polygon) -> str:
    soft = largest(shapely.buffer(shapely.buffer(shape, -0.016), 0.013))
    ring = shape if soft.is_empty else soft
    return polyline(page.units(np.asarray(ring.exterior.coords)[:-1]))


def ghost(page: Page, union: Polygon) -> str:
    """The starting pose as a faint dashed silhouette."""
    points = np.asarray(largest(shapely.simplify(union, 0.002)).exterior.coords)[:-1]
    cls = "" if page.printing else "fig-ghost"
    color = ink.tone("ghost", "1", page.printing)
    return ink.element(
        "path",
        {
            "class": cls,
            "d": spline(page.units(points)),
            "fill": color,
            "fill-opacity": 0.14,
            "stroke": color,
            "stroke-opacity": 0.75,
            "stroke-width": page.line * 0.75,
            "stroke-dasharray": "22 16",
        },
    )


def arrow(page: Page, outlines: tuple[Array, ...], inside: str = "", opacity: str = "") -> str:
    """An arrow or sign with a halo in the card's colour."""
    data = "".join(polyline(page.units(o)) for o in outlines)
    width = round(0.020 * page.scale)
    halo = {
        "class": "" if page.printing else "fig-halo",
        "d": data,
        "fill": "none",
        "stroke": ink.tone("halo", "1", page.printing),
        "stroke-width": width,
        "stroke-linejoin": "round",
    }
    body = {
        "class": "" if page.printing else "fig-arrow",
        "d": data,
        "fill": ink.tone("arrow", "1", page.printing),
    }
    return ink.element(
        "g", {"opacity": opacity}, inside + ink.element("path", halo) + ink.element("path", body)
    )
