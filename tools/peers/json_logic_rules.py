"""The gate as JsonLogic, for its Python and its JavaScript engine."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from json_logic import jsonLogic

from tools.peers import Answers, Peer, urgent_first
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Or, facts_in

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "node"


def json_logic_python(knowledge: Knowledge) -> Peer:
    """Return the gate as json-logic-qubit runs it."""
    rows = [(row.id, rule(row.when)) for row in urgent_first(knowledge)]

    def held(person: Answers) -> Sequence[str]:
        return [name for name, each in rows if jsonLogic(each, person)]

    return held


def in_node(
    knowledge: Knowledge, people: Sequence[Answers], repeats: int
) -> tuple[float, list[list[str]]]:
    """Return what json-logic-js says of each person, and its median seconds for all of them.

    The clock runs inside one Node process that is already warm: starting it is not counted.
    """
    rows = [{"id": row.id, "when": rule(row.when)} for row in urgent_first(knowledge)]
    given = json.dumps({"rows": rows, "people": list(people), "repeats": repeats})
    node = subprocess.run(["tools/node-path"], cwd=ROOT, capture_output=True, text=True, check=True)
    command = [f"{node.stdout.strip()}/node", "json-logic.mjs"]
    said = subprocess.run(
        command, cwd=FOLDER, input=given, capture_output=True, text=True, check=True
    )
    found = json.loads(said.stdout)
    return found["seconds"], found["held"]


def rule(node: Node) -> Any:
    """Return a condition as JsonLogic. What compares also asks whether the fact is known."""
    match node:
        case Literal(value):
            return value
        case Fact(name):
            return {"var": name}
        case Known(name):
            return {"!==": [{"var": name}, None]}
        case Not(operand):
            return {"!": rule(operand)}
        case And(operands):
            return {"and": [rule(each) for each in operands]}
        case Or(operands):
            return {"or": [rule(each) for each in operands]}
        case Compare(left, sign, right):
            known = [rule(Known(name)) for name in sorted(facts_in(node))]
            return {"and": [*known, {sign: [rule(left), rule(right)]}]}
        case Member(Literal(word), Fact(name)):
            return {"and": [rule(Known(name)), {"in": [word, {"var": name}]}]}
        case Member(Fact(name), tuple(values)):
            return {"in": [{"var": name}, list(values)]}
        case _:
            raise TypeError(f"no JsonLogic for {node!r}")
