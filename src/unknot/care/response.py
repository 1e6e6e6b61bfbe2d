"""How a session went, and the one light it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from unknot.knowledge.exercise_schema import PHASES, Light, LightRow, Phase, Training
from unknot.rules.nodes import Value

Outcome = Literal["done", "skip", "swap", "hurt"]
OUTCOMES = ("done", "skip", "swap", "hurt")
EASIER = ("hurt", "too_hard")
OTHER = ("no_equipment", "cannot_position", "dislike", "swap")
SCORES = ("pain_before", "pain_during", "pain_after", "pain_next_morning", "effort")


@dataclass(frozen=True)
class ExerciseResult:
    """What happened with one exercise.

    `reason` of a skip or swap: too_hard, no_equipment, cannot_position, dislike change the plan;
    no_time, other and None leave it as it is.
    """

    exercise_id: str
    outcome: Outcome
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"outcome: found {self.outcome!r}; expected one of {OUTCOMES}")


@dataclass(frozen=True)
class Response:
    """One session as it was lived. Pain and effort 0–10; None is not answered (yet).

    `completed` is all, part or none; `after_session` worse, same or better, asked the next day.
    `new_danger` is true when a new warning sign was ticked, None when the short gate was not put.
    `phase` is that of the version it was done with: its light is judged by it. `number` counts the
    sessions of a programme from 1 as they arrive, which may be late; 0 when they came in order.
    """

    session_on: date
    completed: str | None
    new_danger: bool | None
    results: tuple[ExerciseResult, ...] = ()
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None
    effort: int | None = None
    after_session: str | None = None
    phase: Phase | None = None
    number: int = 0

    def __post_init__(self) -> None:
        for name in SCORES:
            value = getattr(self, name)
            if value is not None and not 0 <= value <= 10:
                raise ValueError(f"{name}: found {value}; expected 0 to 10 or None")
        if self.completed not in (None, "all", "part", "none"):
            raise ValueError(f"completed: found {self.completed!r}; expected all, part or none")
        if self.after_session not in (None, "worse", "same", "better"):
            raise ValueError(f"after_session: found {self.after_session!r}; expected worse, …")

    @property
    def worst_pain(self) -> int | None:
        """Return the strongest pain during or after the session, as far as it is known."""
        known = [each for each in (self.pain_during, self.pain_after) if each is not None]
        return max(known, default=None)

    @property
    def morning_rise(self) -> int | None:
        """Return the pain of the next morning less the pain before, or None."""
        if self.pain_next_morning is None or self.pain_before is None:
            return None
        return self.pain_next_morning - self.pain_before

    @property
    def pain_now(self) -> int | None:
        """Return the latest pain that is known: next morning, else after, else during."""
        later = (self.pain_next_morning, self.pain_after, self.pain_during)
        return next((each for each in later if each is not None), None)

    @property
    def put_aside(self) -> tuple[tuple[str, str], ...]:
        """Return the exercises that must change next time, each with why."""
        found = []
        for each in self.results:
            why = each.outcome if each.outcome == "hurt" else (each.reason or each.outcome)
            if each.outcome != "done" and why in (*EASIER, *OTHER):
                found.append((each.exercise_id, why))
        return tuple(found)


def light_of(response: Response, phase: str, training: Training) -> LightRow | None:
    """Return the first row of the traffic light that holds; None when nothing settles it.

    `phase` is taken for a session that does not know its own.
    """
    truths = training.light_truths(_said(response) | {"phase": response.phase or phase})
    return training.lights[truths.index(True)] if True in truths else None


def facts_of(response: Response) -> dict[str, Value]:
    """Return one response as facts; what was not answered is left out."""
    said = _said(response)
    return {name: value for name, value in said.items() if value is not None}


def _said(response: Response) -> dict[str, Value | None]:
    results = response.results
    hurt = sum(each.outcome == "hurt" for each in results) if results else 0
    return {
        "new_danger_sign": response.new_danger,
        "completed": response.completed,
        "after_session": response.after_session,
        "worst_pain_0_10": response.worst_pain,
        "morning_rise": response.morning_rise,
        "hurt_count": hurt,
        "put_aside_count": len(response.put_aside) - hurt if results else 0,
        "pain_before_0_10": response.pain_before,
        "pain_during_0_10": response.pain_during,
        "pain_after_0_10": response.pain_after,
        "pain_next_morning_0_10": response.pain_next_morning,
        "effort_0_10": response.effort,
    }


def lights(responses: Sequence[Response], phase: str, training: Training) -> tuple[Light, ...]:
    """Return the light of each response; what nothing settles waits.

    Each is judged by the phase of its own session; `phase` is for those that do not know theirs.
    """
    rows = (light_of(each, phase, training) for each in responses)
    return tuple(row.light if row is not None else "waiting" for row in rows)


def response_from_json(data: Mapping[str, Any]) -> Response:
    """Return a response written by `response_to_json`. Raises ValueError naming what is wrong."""
    try:
        results = tuple(
            ExerciseResult(each["exercise_id"], each["outcome"], each.get("reason"))
            for each in data.get("results", [])
        )
        return Response(
            session_on=date.fromisoformat(data["session_on"]),
            completed=data.get("completed"),
            new_danger=data["new_danger"],
            results=results,
            after_session=data.get("after_session"),
            phase=_phase(data.get("phase")),
            number=data.get("number", 0),
            **{name: data.get(name) for name in SCORES},
        )
    except KeyError as error:
        raise ValueError(f"response: the field {error} is missing; add it") from None


def _phase(word: str | None) -> Phase | None:
    if word is not None and word not in PHASES:
        raise ValueError(f"phase: found {word!r}; expected one of {', '.join(PHASES)}")
    return next((each for each in PHASES if each == word), None)


def response_to_json(response: Response) -> dict[str, Any]:
    """Return the response as JSON data."""
    return {
        "session_on": response.session_on.isoformat(),
        "completed": response.completed,
        "new_danger": response.new_danger,
        "results": [vars(each) for each in response.results],
        "after_session": response.after_session,
        "phase": response.phase,
        "number": response.number,
        **{name: getattr(response, name) for name in SCORES},
    }
