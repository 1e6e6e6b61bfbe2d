"""The gate as a zen-engine decision table that collects every row that holds."""

import json
import re
from collections.abc import Sequence
from typing import Any

import zen

from tools.peers import Answers, Peer, urgent_first
from unknot.knowledge.schema import Knowledge


def zen_engine(knowledge: Knowledge) -> Peer:
    """Return the gate as zen-engine runs it."""
    engine = zen.ZenEngine().create_decision(json.dumps(table(knowledge)))

    def rows(person: Answers) -> Sequence[str]:
        return [each["row"] for each in engine.evaluate(dict(person))["result"]]

    return rows


def table(knowledge: Knowledge) -> dict[str, Any]:
    """Return the rows as the JSON of a decision table."""
    rules = [
        {
            "_id": row.id,
            "when": _for_zen(row.condition),
            "row": f'"{row.id}"',
        }
        for row in urgent_first(knowledge)
    ]
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when", "type": "expression"}],
        "outputs": [
            {"id": "row", "name": "row", "field": "row", "type": "expression"},
        ],
        "rules": rules,
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "t",
            "name": "t",
            "type": "decisionTableNode",
            "content": content,
            "position": {"x": 1, "y": 0},
        },
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "t", "type": "edge"},
        {"id": "b", "sourceId": "t", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def _for_zen(condition: str) -> str:
    return re.sub(r"\bknown\((\w+)\)", r"(\1 != null)", condition)
