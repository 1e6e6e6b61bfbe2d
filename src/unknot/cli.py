"""The command line: the same engine as the pages, JSON in and out.

Exit codes: 0 done, 1 the content or a replay does not hold, 2 the input cannot be taken.
"""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from itertools import repeat
from pathlib import Path
from typing import Any

from unknot.care import ask as asking
from unknot.care.decision import decide, replay, to_record
from unknot.care.facts import FactErrors, check, expected_of
from unknot.knowledge.load import load
from unknot.knowledge.read import ContentError

REFUSED = 2
# Each picture of a movement: its name, how it is drawn, start and end side by side, other side.


class InputError(ValueError):
    """Input that cannot be taken; its text says where, what was found and what was expected."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. Output is written only when it is whole."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except FactErrors as errors:
        return _refuse([vars(each) for each in errors.errors], options)
    except (InputError, ContentError) as error:
        return _refuse([{"found": line} for line in str(error).splitlines()], options)


def facts_command(options: argparse.Namespace) -> int:
    """Print every fact that can be given."""
    knowledge = load()
    return _print(
        {
            each.id: {
                "type": each.type,
                "expected": expected_of(each),
                "group": each.group,
                "unit": each.unit,
                "label": each.label.in_(options.language),
            }
            for each in knowledge.facts.values()
        }
    )


def ask_command(options: argparse.Namespace) -> int:
    """Print the next page of questions that can still change the outcome."""
    knowledge = load()
    page = asking.next_page(_facts(options), knowledge)
    return _print({"next": asking.to_json(page, knowledge, options.language)})


def assess_command(options: argparse.Namespace) -> int:
    """Print the decision for these facts."""
    knowledge = load()
    decision = decide(_facts(options), knowledge, _now(options), options.language)
    return _print(to_record(decision, knowledge))


def plan_command(options: argparse.Namespace) -> int:
    """Print the first programme for these facts."""
    from unknot.care.programme import build, to_json  # loads the exercises, which others need not

    knowledge = load()
    facts = _facts(options)
    decision = decide(facts, knowledge, _now(options), options.language)
    if decision.urgency in ("emergency", "same-day") or not decision.complete:
        reason = "the danger gate is not clear" if decision.complete else "questions are open"
        return _print({"plan": None, "because": reason, "decision": to_record(decision, knowledge)})
    return _print({"plan": to_json(build(facts, knowledge, _today(options)))})


def replay_command(options: argparse.Namespace) -> int:
    """Print whether a decision record still gives its outcome; exit code 1 when it does not."""
    record = _read_json(options.file)
    if not isinstance(record, dict):
        raise InputError(
            f"{options.file}: found {type(record).__name__}; expected a decision record"
        )
    try:
        result = replay(record, load())
    except FactErrors:
        raise
    except (ValueError, TypeError) as error:
        raise InputError(f"{options.file}: {error}") from None
    _print(result)
    return 0 if result["same"] else 1


def check_command(_: argparse.Namespace) -> int:
    """Check the whole content; print what was read, or every problem."""
    from unknot.knowledge.alarms import alarms  # these, other commands need not
    from unknot.knowledge.claims import claims
    from unknot.knowledge.cues import cues
    from unknot.knowledge.everyday import everyday
    from unknot.knowledge.medicines import medicines
    from unknot.knowledge.movements import load_movements
    from unknot.knowledge.options import options
    from unknot.knowledge.reminders import reminders
    from unknot.knowledge.topics import topics
    from unknot.knowledge.training import training
    from unknot.knowledge.visit import visit

    knowledge = load()
    said = claims(knowledge)
    exercises = training(knowledge).exercises
    movements = load_movements()
    undrawn = sorted({each.movement for each in exercises.values()} - movements.keys())
    if undrawn:
        raise ContentError(
            "\n".join(f"movements/{name}.yaml:1: is missing; add it" for name in undrawn)
        )
    return _print(
        {
            "content": knowledge.content_hash,
            "facts": len(knowledge.facts),
            "sources": len(knowledge.sources),
            "triage_rows": len(knowledge.triage),
            "relief_rows": len(knowledge.relief),
            "causes": len(knowledge.causes),
            "medicines": len(medicines(knowledge).medicines),
            "claims": len(said.claims),
            "questions": len(said.questions),
            "policies": len(said.policies),
            "seed_claims_accounted_for": len(said.ledger),
            "alarms": len(alarms(knowledge).alarms),
            "cues": len(cues(knowledge)),
            "everyday_phrases": len(everyday().concepts),
            "topics": len(topics(said)),
            "options": len(options(knowledge).options),
            "visit_questions": len(visit(knowledge).asks),
            "reminders": len(reminders(knowledge)),
            "exercises": len(exercises),
            "movements": len(movements),
        }
    )


def figures_command(options: argparse.Namespace) -> int:
    """Draw every figure into a folder, both languages, or one contact sheet of all."""
    from unknot.knowledge.movements import load_movements  # the geometry library is slow to load
    from unknot.movement import figure

    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    movements = load_movements()
    if options.sheet:
        sheet = figure.sheet(list(movements.values()), options.language)
        (out / "sheet.svg").write_text(sheet, encoding="utf-8")
        return _print({"sheet": str(out / "sheet.svg"), "figures": len(movements)})
    with ProcessPoolExecutor() as pool:
        list(pool.map(_draw, movements, repeat(out)))
    return _print({"folder": str(out), "figures": len(movements)})


def _draw(name: str, out: Path) -> None:
    """Draw every picture of one movement, in a process of its own."""
    from unknot.knowledge.movements import load_movements
    from unknot.movement.pictures import LANGUAGES, PICTURES, named, picture

    movement = load_movements()[name]
    for each in PICTURES:
        for language in LANGUAGES:
            drawn = picture(movement, each, language)
            (out / f"{named(name, each, language)}.svg").write_text(drawn, encoding="utf-8")


def simulate_command(options: argparse.Namespace) -> int:
    """Lead invented people through twelve weeks; exit code 1 when an invariant broke."""
    from unknot.simulation import run  # needs the charts, which others need not

    if options.people < 1:
        raise InputError(f"--people: found {options.people}; expected 1 or more")
    summary = run(options.people, options.seed, Path(options.out), options.jobs)
    _print({**summary, "folder": options.out})
    return 1 if summary["broken_invariants"] else 0


def serve_command(options: argparse.Namespace) -> int:
    """Serve the product until stopped. The server takes this process over, signals and all."""
    program = [sys.executable, "-m", "granian", "--interface", "wsgi"]
    program += ["--host", options.host, "--port", str(options.port), "--no-ws"]
    program += ["--workers", str(options.workers), "--blocking-threads", "8"]
    print(f"Unknot: http://{options.host}:{options.port}", flush=True)
    os.execv(sys.executable, [*program, "unknot.web.wsgi:application"])


def manage_command(options: argparse.Namespace) -> int:
    """Run a command of the web side: migrate, demo."""
    program = [sys.executable, "-m", "django", options.command, *options.rest]
    return subprocess.call(
        program, env={**os.environ, "DJANGO_SETTINGS_MODULE": "unknot.web.settings"}
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unknot", description="The engine of Unknot, JSON in and out."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run, help_, takes_facts in (
        ("facts", facts_command, "every fact that can be given", False),
        ("ask", ask_command, "the next questions for FACTS.json", True),
        ("assess", assess_command, "the decision for FACTS.json", True),
        ("plan", plan_command, "the first programme for FACTS.json", True),
        ("replay", replay_command, "whether RECORD.json still gives its outcome", True),
        ("check", check_command, "check the whole content", False),
    ):
        command = commands.add_parser(name, help=help_, description=help_)
        command.set_defaults(run=run)
        command.add_argument("--language", choices=("en", "fr"), default="en")
        command.add_argument("--now", help="moment of the decision, ISO 8601 (default: now)")
        if takes_facts:
            command.add_argument("file", help="a JSON file, or - for standard input")
    figures = commands.add_parser("figures", help="draw the moving figures")
    figures.set_defaults(run=figures_command)
    figures.add_argument("--out", default="var/figures")
    figures.add_argument("--language", choices=("en", "fr"), default="en")
    figures.add_argument("--sheet", action="store_true", help="one picture of all of them")
    simulated = commands.add_parser("simulate", help="lead invented people through 12 weeks")
    simulated.set_defaults(run=simulate_command)
    simulated.add_argument("--people", type=int, default=10_000)
    simulated.add_argument("--seed", type=int, default=1)
    simulated.add_argument("--jobs", type=int, help="processes (default: one a core)")
    simulated.add_argument("--out", default="var/simulation")
    serve = commands.add_parser("serve", help="serve the product")
    serve.set_defaults(run=serve_command)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1)
    for name in ("migrate", "demo"):
        manage = commands.add_parser(name, help=f"{name} the database")
        manage.set_defaults(run=manage_command)
        manage.add_argument("rest", nargs="*")
    return parser


def _facts(options: argparse.Namespace) -> dict[str, Any]:
    return check(_read_json(options.file), load())


def _read_json(file: str) -> Any:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{file}: cannot be read ({error.strerror}); give a JSON file or -"
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise InputError(f"{place}: broken JSON, {error.msg}; mend it there") from None
    except RecursionError:
        raise InputError(f"{file}: nested too deeply; facts are one flat map") from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise InputError(f"{key}: found twice; give each fact once")
        seen[key] = value
    return seen


def _now(options: argparse.Namespace) -> datetime:
    if options.now is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(options.now)
    except ValueError:
        raise InputError(
            f"--now: found {options.now!r}; expected 2026-11-21T08:00:00+00:00"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _today(options: argparse.Namespace) -> date:
    return _now(options).date()


def _print(data: object) -> int:
    print(json.dumps(data, ensure_ascii=False, indent=2))
    return 0


def _refuse(errors: list[dict[str, Any]], _: argparse.Namespace) -> int:
    print(json.dumps({"errors": errors}, ensure_ascii=False, indent=2), file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
