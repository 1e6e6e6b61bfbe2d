"""Colours and small pieces of SVG text. Classes carry the colour; attributes are the fallback.

No inline style anywhere, so that a page with a strict content-security policy can embed it.
"""

from __future__ import annotations

from collections.abc import Mapping

OUTLINE_BASE = "#142924"
LIGHT: dict[str, str] = {
    "skin": "#cf9a78",
    "hair": "#4b3c33",
    "brow": "#4b3c33",
    "top": "#429481",
    "trousers": "#2b564a",
    "muscle": "#e39a2d",
    "mat": "#cfe0d6",
    "wall": "#e6ebe2",
    "prop": "#c3cabb",
    "pillow": "#e3e9df",
    "roller": "#6f9183",
    "band": "#b5652b",
    "eye": "#142924",
    "ghost": "#435750",
    "arrow": "#142924",
    "halo": "#fbfcf8",
    "shadow": "#142924",
    "far": "#20372f",
}
DARK: dict[str, str] = LIGHT | {
    "hair": "#7a6253",
    "brow": "#7a6253",
    "top": "#66b39f",
    "trousers": "#417a69",
    "muscle": "#f9cf8b",
    "mat": "#2a4439",
    "wall": "#3c4f45",
    "prop": "#77897e",
    "pillow": "#8a9a8f",
    "roller": "#5f776b",
    "band": "#efb358",
    "ghost": "#b3bdb1",
    "arrow": "#eceadb",
    "halo": "#1a231e",
    "shadow": "#000000",
    "far": "#0d1a15",
}
DARK_OUTLINE = "#0a0f0c"
DARK_SHADE = "#0d1a15"
PRINT: dict[str, str] = {
    "skin": "#ffffff",
    "hair": "#555555",
    "brow": "#555555",
    "top": "#cdcdcd",
    "trousers": "#ececec",
    "muscle": "#ffffff",
    "mat": "#ffffff",
    "wall": "#f6f6f6",
    "prop": "#ffffff",
    "pillow": "#ffffff",
    "roller": "#e4e4e4",
    "band": "#333333",
    "eye": "#000000",
    "ghost": "#777777",
    "arrow": "#000000",
    "halo": "#ffffff",
    "shadow": "#000000",
    "far": "#777777",
}


def mix(a: str, b: str, share: float) -> str:
    """The colour `share` of the way from a to b, as #rrggbb."""
    pair = zip(
        (int(a[i : i + 2], 16) for i in (1, 3, 5)),
        (int(b[i : i + 2], 16) for i in (1, 3, 5)),
        strict=True,
    )
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pair)


TONES = {"1": 0.0, "2": 0.13, "3": 0.25, "line": 0.62}


def tone(material: str, level: str, printing: bool = False) -> str:
    """A material's flat colour at a tone: 1 lit, 2 half, 3 shade, line for its outline."""
    base = (PRINT if printing else LIGHT)[material]
    if printing:
        return "#000000" if level == "line" else base
    return mix(base, OUTLINE_BASE, TONES[level])


def attrs(values: Mapping[str, object]) -> str:
    """Attributes in order; empty ones are left out."""
    return "".join(f' {k}="{_text(v)}"' for k, v in values.items() if v not in ("", None))


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
    return str(value)


def element(name: str, values: Mapping[str, object], inside: str = "") -> str:
    """One SVG element."""
    return f"<{name}{attrs(values)}>{inside}</{name}>" if inside else f"<{name}{attrs(values)}/>"


def escape(text: str) -> str:
    """Text safe between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
