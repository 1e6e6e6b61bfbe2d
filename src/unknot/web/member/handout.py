"""The programme on paper, as a PDF: figures a copier keeps, doses, stop signs, a tick sheet."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from unknot.care.programme import Programme
from unknot.care.session import Line
from unknot.knowledge.exercise_schema import Training
from unknot.web.countries import Country
from unknot.web.member.pages.session import dose_words
from unknot.web.reminding import call_words, stop_words
from unknot.web.words import say

TEMPLATE = Path(__file__).with_name("handout.typ")
FONT = "build/fonts/atkinson-hyperlegible-next.woff2"
WEIGHTS = {"Regular": 400, "Bold": 700}


def handout(programme: Programme, training: Training, here: Country, language: str) -> bytes:
    """Return the PDF of the current session, A4, two exercises a page after the tick sheet."""
    root = figures_folder()
    data = handout_data(programme, training, here, language, root)
    pdf: bytes = typst.compile(  # type: ignore[misc]  # its stub wants bytes for root as well
        TEMPLATE.read_bytes(),
        root=str(root) if root else str(TEMPLATE.parent),
        font_paths=[str(fonts())] if fonts() else [],
        sys_inputs={"data": json.dumps(data)},
    )
    return pdf


def handout_data(
    programme: Programme, training: Training, here: Country, language: str, root: Path | None
) -> dict[str, Any]:
    """Return everything the template says."""
    phase = training.phases[programme.phase].in_(language)
    return {
        "language": language,
        "title": say(language, "handout.title"),
        "lead": say(language, "handout.lead", phase=phase, n=len(programme.session)),
        "stop_title": say(language, "handout.stop_title"),
        "stop": stop_words(training, language),
        "call": call_words(here.call, language),
        "ticks_title": say(language, "handout.ticks_title"),
        "ticks_lead": say(language, "handout.ticks_lead"),
        "steps_title": say(language, "library.steps"),
        "stop_label": say(language, "library.stop"),
        "footer": say(language, "handout.footer", version=programme.version),
        "marks": [say(language, f"handout.{each}") for each in ("before", "after")],
        "lines": [_line(each, training, language, root) for each in programme.session],
        "walk": _line(programme.walk, training, language, root) if programme.walk else None,
    }


def _line(line: Line, training: Training, language: str, root: Path | None) -> dict[str, Any]:
    exercise = training.exercises[line.exercise_id]
    file = f"{exercise.movement}-print-{language}.svg"
    return {
        "name": exercise.name.in_(language),
        "summary": exercise.summary.in_(language),
        "dose": dose_words(line, language),
        "smaller": say(language, "plan.smaller") if line.smaller_range else "",
        "steps": [each.in_(language) for each in exercise.steps],
        "stop_if": [each.in_(language) for each in exercise.stop_if],
        "figure": f"/{file}" if root and (root / file).exists() else None,
    }


@cache
def figures_folder() -> Path | None:
    """Return the folder of the drawn figures, or None when they were not drawn."""
    found = finders.find("figures")
    return Path(found) if isinstance(found, str) else None


@cache
def fonts() -> Path | None:
    """Return a folder with the page's font in the two weights paper needs; made once.

    Typst reads no web font and no variable one. None when the front end was not built.
    """
    found = finders.find(FONT)
    if not isinstance(found, str):
        return None
    folder = Path(settings.HOME) / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.items():
        file = folder / f"atkinson-hyperlegible-next-{name}.ttf"
        if not file.exists():
            font = instancer.instantiateVariableFont(
                TTFont(found), {"wght": weight}, updateFontNames=True
            )
            font.flavor = None
            font.save(file)
    return folder
