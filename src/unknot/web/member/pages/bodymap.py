"""The body map as SVG, front and back. Shapes and hit areas are those of the look, section 8."""

from collections.abc import Iterator

from unknot.web.drawings import KNOT
from unknot.web.words import say

HALF = (
    "M160 8C181 8 193 24 192 46C191 64 184 74 180 82C178 92 180 100 188 105C204 113 222 116 236 121"
    "C258 128 267 144 270 168C274 200 279 228 284 262C289 298 294 338 300 400"
    "C290 400 280 400 272 400C266 340 258 296 250 262C245 240 240 216 236 190"
    "C236 226 224 250 222 280C221 306 236 330 240 362C241 376 241 388 241 400"
)
MIRROR = "matrix(-1 0 0 1 320 0)"
NECK = "M120 68L200 68L212 118C190 126 130 126 108 118Z"
UPPER = "M108 118C130 126 190 126 212 118C224 152 228 184 230 208L90 208C92 184 96 152 108 118Z"
SHOULDER = "M222 60L330 60L330 214L230 214C228 196 226 160 212 118Z"
MIDDLE = "M128 208L192 208C190 228 190 250 191 270L129 270C130 250 130 228 128 208Z"
LOW = "M129 270L191 270C192 292 194 314 196 336L124 336C126 314 128 292 129 270Z"
SIDE = (
    "M192 208L237 208C236 236 224 262 223 282C222 306 236 326 238 336"
    "L196 336C192 300 190 240 192 208Z"
)
CENTRE = {
    "back": {"neck": NECK, "upper_back": UPPER, "mid_back": MIDDLE, "low_back": LOW},
    "front": {"throat": NECK, "chest": UPPER, "upper_belly": MIDDLE, "lower_belly": LOW},
}
SIDES = {"shoulder": SHOULDER, "side": SIDE}
# Where the knot of a region lies: x, y, scale, and whether it stands up on the spine.
KNOTS = {
    "neck": (160, 97, 0.6, True),
    "upper_back": (160, 163, 1.0, True),
    "mid_back": (160, 239, 0.72, True),
    "low_back": (160, 302, 0.72, True),
    "throat": (160, 100, 0.6, False),
    "chest": (160, 164, 0.77, False),
    "upper_belly": (160, 241, 0.6, False),
    "lower_belly": (160, 304, 0.6, False),
    "shoulder": (246, 158, 0.6, False),
    "side": (212, 272, 0.5, False),
}
# The spine in pieces, one for each region it runs through: from, to.
SPINE = {
    "neck": (83, 118),
    "upper_back": (118, 208),
    "mid_back": (208, 270),
    "low_back": (270, 348),
}
DETAILS = {
    "back": (
        "M134 132C118 140 112 156 113 166C115 182 126 193 132 196C138 176 138 150 134 132Z"
        "M186 132C202 140 208 156 207 166C205 182 194 193 188 196C182 176 182 150 186 132Z"
        "M149 350L160 360L171 350"
    ),
    "front": (
        "M104 119C120 120 138 118 150 113M216 119C200 120 182 118 170 113"
        "M112 176C120 190 144 190 156 178M208 176C200 190 176 190 164 178M160 296V302"
    ),
}


def body_map(view: str, language: str) -> str:
    """Return one view, `back` or `front`. Choices are painted by the style sheet, by class."""
    words = ("left", "right") if view == "back" else ("right", "left")
    return (
        '<svg viewBox="14 0 292 372" aria-hidden="true" focusable="false"><defs>'
        f'<linearGradient id="fade-{view}" x1="0" y1="0" x2="0" y2="372" '
        'gradientUnits="userSpaceOnUse"><stop offset="0.86" stop-color="#fff"/>'
        '<stop offset="0.98" stop-color="#fff" stop-opacity="0"/></linearGradient>'
        f'<mask id="mask-{view}" maskUnits="userSpaceOnUse" x="0" y="0" width="320" height="400">'
        f'<rect width="320" height="400" fill="url(#fade-{view})"/></mask>'
        f'<clipPath id="clip-{view}"><path d="{HALF}L159 400V8Z"/>'
        f'<path d="{HALF}L159 400V8Z" transform="{MIRROR}"/></clipPath></defs>'
        f'<g mask="url(#mask-{view})"><g class="body-fill">'
        f'<path d="{HALF}L159 400V8Z"/><path d="{HALF}L159 400V8Z" transform="{MIRROR}"/></g>'
        f'<g clip-path="url(#clip-{view})">{"".join(_dots(view))}{"".join(_regions(view))}'
        f'<path class="body-soft" d="{DETAILS[view]}"/></g>'
        f'<path class="body-line" d="{HALF}"/>'
        f'<path class="body-line" d="{HALF}" transform="{MIRROR}"/>'
        f"{''.join(_spine()) if view == 'back' else ''}{''.join(_knots(view))}</g>"
        f'<text class="side-words" x="24" y="92">{say(language, f"landing.{words[0]}")}</text>'
        f'<text class="side-words" x="296" y="92" text-anchor="end">'
        f"{say(language, f'landing.{words[1]}')}</text></svg>"
    )


def regions(view: str) -> tuple[str, ...]:
    """Return the regions of one view, the larger first, so that the smaller hit area wins."""
    return (*(f"{part}_{side}" for part in SIDES for side in ("left", "right")), *CENTRE[view])


def _shapes(view: str) -> Iterator[tuple[str, str, str]]:
    for region, path in CENTRE[view].items():
        yield region, path, ""
    # On the back view a person's right is on the right; on the front it is mirrored.
    for part, path in SIDES.items():
        plain, mirrored = ("right", "left") if view == "back" else ("left", "right")
        yield f"{part}_{plain}", path, ""
        yield f"{part}_{mirrored}", path, f' transform="{MIRROR}"'


def _dots(view: str) -> Iterator[str]:
    for _, path, turned in _shapes(view):
        yield f'<path class="body-dots" d="{path}"{turned}/>'


def _regions(view: str) -> Iterator[str]:
    for region, path, turned in _shapes(view):
        yield f'<path class="region region-{region}" d="{path}"{turned}/>'


def _spine() -> Iterator[str]:
    for region, (top, bottom) in SPINE.items():
        x, y, scale, _ = KNOTS[region]
        half, bend = 30 * scale, 160 - 14 * scale
        yield f'<path class="spine straight-{region}" d="M160 {top}V{bottom}"/>'
        yield (
            f'<path class="spine spine-bent bent-{region}" d="M160 {top}V{y - half - 9:g}'
            f"C160 {y - half - 3:g} {bend:g} {y - half - 7:g} {bend:g} {y - half:g}"
            f"M{bend:g} {y + half:g}C{bend:g} {y + half + 7:g} {x} {y + half + 3:g} "
            f"{x} {y + half + 9:g}"
            f'V{max(bottom, y + half + 9):g}"/>'
        )


def _knots(view: str) -> Iterator[str]:
    for region, _, turned in _shapes(view):
        part = region.rpartition("_")[0] if region.endswith(("_left", "_right")) else region
        x, y, scale, upright = KNOTS[part]
        at = 320 - x if turned else x
        turn = " rotate(90)" if upright else ""
        yield (
            f'<path class="region-knot knot-{region}" d="{KNOT}" '
            f'transform="translate({at} {y}){turn} scale({scale})"/>'
        )
