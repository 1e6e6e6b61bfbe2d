"""The catalogue of exercises: narrowed by place, purpose, position, muscle, equipment and time."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from unknot.knowledge.exercise_schema import PHASES, Exercise, Training
from unknot.knowledge.schema import Knowledge
from unknot.web.library.exercises import card, minutes_of, region_words
from unknot.web.library.pages import found_words
from unknot.web.words import say

NOTHING = "nothing"
MINUTES = (1, 2, 3, 5)
MARKED = "1"


@dataclass(frozen=True)
class Wish:
    """What the list is narrowed to; "" leaves a field open."""

    region: str = ""
    kind: str = ""
    phase: str = ""
    position: str = ""
    muscle: str = ""
    equipment: str = ""
    minutes: str = ""
    marked: str = ""

    def fits(self, exercise: Exercise, training: Training, marked: Collection[str]) -> bool:
        """Return whether an exercise is among what is wished for."""
        return (
            self.region in ("", *exercise.regions)
            and self.kind in ("", exercise.kind)
            and self.phase in ("", *exercise.phases)
            and self.position in ("", exercise.position, *exercise.other_positions)
            and self.muscle in ("", *exercise.targets)
            and self._equipped(exercise)
            and (not self.minutes or minutes_of(exercise, training) <= _number(self.minutes))
            and (not self.marked or exercise.id in marked)
        )

    def _equipped(self, exercise: Exercise) -> bool:
        if self.equipment == NOTHING:
            return not exercise.equipment
        return self.equipment in ("", *exercise.equipment)


def wish_of(sent: Mapping[str, str]) -> Wish:
    """Return what was asked for; what is no field is left out."""
    return Wish(**{name: sent.get(name, "")[:40] for name in Wish.__dataclass_fields__})


def catalogue_page(
    training: Training,
    knowledge: Knowledge,
    language: str,
    wish: Wish,
    marked: Collection[str],
) -> dict[str, Any]:
    """Return the catalogue as wished for, with every choice of every field."""
    every = training.exercises.values()
    found = [each for each in every if wish.fits(each, training, marked)]
    fields = _fields(training, knowledge, language, wish, marked)
    return {
        "section": "library",
        "groups": [
            {
                "id": kind,
                "title": say(language, f"kind.{kind}"),
                "exercises": [
                    _card(each, training, language, marked) for each in found if each.kind == kind
                ],
            }
            for kind in _each([each.kind] for each in found)
        ],
        "found_words": found_words(len(found), language),
        "fields": fields,
        "chips": _chips(fields, wish, language),
        "narrowed": any(vars(wish).values()),
        "marked": wish.marked,
        "any_marked": bool(marked),
    }


def _card(
    exercise: Exercise, training: Training, language: str, marked: Collection[str]
) -> dict[str, Any]:
    return card(exercise, language) | {
        "minutes": say(language, "catalogue.about_minutes", n=minutes_of(exercise, training)),
        "marked": exercise.id in marked,
    }


def _fields(
    training: Training,
    knowledge: Knowledge,
    language: str,
    wish: Wish,
    marked: Collection[str],
) -> list[dict[str, Any]]:
    """Return each field with its choices, and how many each would leave beside the other fields."""
    every = training.exercises.values()

    def count(name: str, value: str) -> int:
        narrowed = replace(wish, **{name: value})
        return sum(narrowed.fits(each, training, marked) for each in every)

    return [
        {
            "id": name,
            "label": say(language, f"catalogue.{name}"),
            "options": [
                {
                    "id": each,
                    "words": words,
                    "n": count(name, each),
                    "chosen": each == getattr(wish, name),
                }
                for each, words in among.items()
            ],
        }
        for name, among in _choices(training, knowledge, language).items()
    ]


def _choices(training: Training, knowledge: Knowledge, language: str) -> dict[str, dict[str, str]]:
    every = training.exercises.values()
    positions = _each([e.position, *e.other_positions] for e in every)
    return {
        "region": {
            r: region_words(r, knowledge, language) for r in _each(e.regions for e in every)
        },
        "kind": {k: say(language, f"kind.{k}") for k in _each([e.kind] for e in every)},
        "phase": {name: training.phases[name].in_(language) for name in PHASES},
        "position": {p: say(language, f"stance.{p}") for p in positions},
        "muscle": {
            m: say(language, f"muscle.{m}") for m in sorted(_each(e.targets for e in every))
        },
        "equipment": {NOTHING: say(language, "catalogue.nothing")}
        | {
            t: knowledge.option("equipment", t, language) for t in _each(e.equipment for e in every)
        },
        "minutes": {str(n): say(language, "catalogue.at_most", n=n) for n in MINUTES},
    }


def _chips(fields: list[dict[str, Any]], wish: Wish, language: str) -> list[dict[str, str]]:
    """Return each wish in words, with the address of the list without it."""
    wished = [
        (field["id"], option["words"])
        for field in fields
        for option in field["options"]
        if option["chosen"]
    ]
    if wish.marked:
        wished.append(("marked", say(language, "catalogue.only_marked")))
    return [
        {
            "words": words,
            "label": say(language, "catalogue.take_away", words=words),
            "url": _address(replace(wish, **{name: ""})),
        }
        for name, words in wished
    ]


def _address(wish: Wish) -> str:
    asked = {name: value for name, value in asdict(wish).items() if value}
    return f"{reverse('exercises')}?{urlencode(asked)}" if asked else reverse("exercises")


def _each(several: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(each for one in several for each in one))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
