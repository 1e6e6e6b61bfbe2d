"""The gate for business-rules: one variable a fact, one action that notes the row."""

from collections.abc import Sequence
from typing import Any

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.operators import BooleanType, NumericType, SelectType, StringType
from business_rules.variables import BaseVariables, rule_variable

from tools.peers import Answers, Peer, urgent_first
from unknot.knowledge.schema import Knowledge
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Or, Value
from unknot.rules.parse import FactType

TYPES: dict[FactType, tuple[Any, Value]] = {
    "bool": (BooleanType, False),
    "int": (NumericType, 0),
    "word": (StringType, ""),
    "words": (SelectType, frozenset()),
}
ORDERS = {
    ">": "greater_than",
    ">=": "greater_than_or_equal_to",
    "<": "less_than",
    "<=": "less_than_or_equal_to",
    "==": "equal_to",
}


class Noted(BaseActions):  # type: ignore[misc]
    """Keeps the rows that hold."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    @rule_action(params={"row": FIELD_TEXT})  # type: ignore[untyped-decorator]
    def note(self, row: str) -> None:
        """Note one row."""
        self.rows.append(row)


def business_rules(knowledge: Knowledge) -> Peer:
    """Return the gate as business-rules runs it."""
    person_class = _variables(knowledge)
    rules = [
        {"conditions": rule(row.when), "actions": [{"name": "note", "params": {"row": row.id}}]}
        for row in urgent_first(knowledge)
    ]

    def held(person: Answers) -> Sequence[str]:
        noted = Noted()
        run_all(rules, person_class(person), noted)
        return noted.rows

    return held


def rule(node: Node) -> dict[str, Any]:
    """Return a condition as business-rules writes it; it has no `not`."""
    match node:
        case Fact(name):
            return _asks(name, "is_true")
        case Known(name):
            return _asks(f"{name}_known", "is_true")
        case And(operands):
            return {"all": [rule(each) for each in operands]}
        case Or(operands):
            return {"any": [rule(each) for each in operands]}
        case Compare(Fact(name), sign, Literal(value)) if sign in ORDERS:
            return {"all": [rule(Known(name)), _asks(name, ORDERS[sign], value)]}
        case Member(Literal(word), Fact(name)):
            return _asks(name, "contains", word)
        case Member(Fact(name), tuple(values)):
            return {"any": [_asks(name, "equal_to", each) for each in values]}
        case _:
            raise TypeError(f"business-rules cannot say {node!r}")


def _asks(name: str, operator: str, value: object = None) -> dict[str, Any]:
    return {"name": name, "operator": operator, "value": value}


def _variables(knowledge: Knowledge) -> type[Any]:
    def __init__(self: Any, person: Answers) -> None:
        self.person = person

    shown: dict[str, Any] = {"__init__": __init__}
    shapes = {name: fact.shape.type for name, fact in knowledge.facts.items()}
    for name, kind in (shapes | {each.id: "bool" for each in knowledge.derived}).items():
        shown[name], shown[f"{name}_known"] = _variable(name, kind), _known(name)
    return type("PersonVariables", (BaseVariables,), shown)


def _variable(name: str, kind: FactType) -> Any:
    field, missing = TYPES[kind]

    def value(self: Any) -> Any:
        said = self.person[name]
        return missing if said is None else said

    return rule_variable(field)(value)


def _known(name: str) -> Any:
    def known(self: Any) -> bool:
        return self.person[name] is not None

    return rule_variable(BooleanType)(known)
