"""The back with its muscles drawn, on the outline of the body map. Strings of SVG, no colour."""

from unknot.web.member.pages.bodymap import CENTRE, DETAILS, HALF, MIRROR, SIDES, SPINE
from unknot.web.words import say

VIEW = "14 0 292 372"
# The right half of each muscle; the left is its mirror image. Plain surface anatomy, to point with.
SHAPES = {
    "erector-spinae": (
        "M162 86C168 100 172 120 174 150C177 190 178 226 179 262C180 296 178 330 174 354L162 354Z"
    ),
    "intercostals": (
        "M186 203C204 198 220 202 231 212L230 219C218 209 204 206 186 211Z"
        "M187 221C203 216 217 220 227 229L225 236C215 227 203 224 187 229Z"
        "M187 239C202 234 214 238 223 246L221 253C212 245 201 242 187 247Z"
        "M187 257C200 252 210 256 219 263L218 270C209 263 199 260 187 265Z"
    ),
    "latissimus": (
        "M161 214C176 204 192 196 212 190C222 187 230 190 236 197C235 226 224 250 216 274"
        "C206 302 186 326 161 344Z"
    ),
    "rhomboids": "M161 112L187 134C189 152 190 172 187 192L161 160Z",
    "levator-scapulae": "M168 66C176 80 184 98 194 122L188 134C178 116 170 96 162 80Z",
    "trapezius": (
        "M160 52C167 62 173 78 180 92C192 106 214 115 236 124C230 134 216 139 202 141"
        "C193 150 188 168 184 186C178 212 170 240 160 264Z"
    ),
}


def muscle_picture(muscle: str) -> str:
    """Return the back with one muscle tinted on both sides."""
    shape = SHAPES[muscle]
    return (
        f'<svg class="muscle-map" viewBox="{VIEW}" aria-hidden="true" focusable="false">'
        f"{_outline()}"
        f'<path class="muscle" d="{shape}"/><path class="muscle" d="{shape}" transform="{MIRROR}"/>'
        f"{_spine()}</svg>"
    )


def region_links(chosen: str, address: str, language: str, names: dict[str, str]) -> str:
    """Return the back as links, one for each place; `names` are the places in words."""
    parts = []
    for region, path, turned in _places():
        here = ' aria-current="true"' if region == chosen else ""
        words = names[region]
        parts.append(
            f'<a href="{address}?region={region}" aria-label="{words}"{here}>'
            f'<path class="place" d="{path}"{turned}/></a>'
        )
    left, right = say(language, "landing.left"), say(language, "landing.right")
    return (
        f'<svg class="muscle-map" viewBox="{VIEW}" role="group" '
        f'aria-label="{say(language, "explorer.map")}">{_outline()}{"".join(parts)}'
        f'{_spine()}<text class="side-words" x="24" y="92">{left}</text>'
        f'<text class="side-words" x="296" y="92" text-anchor="end">{right}</text></svg>'
    )


def _places() -> list[tuple[str, str, str]]:
    sides = [
        (f"{part}_{side}", path, turned)
        for part, path in SIDES.items()
        for side, turned in (("right", ""), ("left", f' transform="{MIRROR}"'))
    ]
    return [*sides, *((region, path, "") for region, path in CENTRE["back"].items())]


def _outline() -> str:
    return (
        f'<path class="body-fill" d="{HALF}L159 400V8Z"/>'
        f'<path class="body-fill" d="{HALF}L159 400V8Z" transform="{MIRROR}"/>'
        f'<path class="blades" d="{DETAILS["back"]}"/>'
        f'<path class="body-line" d="{HALF}"/>'
        f'<path class="body-line" d="{HALF}" transform="{MIRROR}"/>'
    )


def _spine() -> str:
    top, bottom = SPINE["neck"][0], SPINE["low_back"][1]
    return f'<path class="spine-line" d="M160 {top}V{bottom}"/>'
