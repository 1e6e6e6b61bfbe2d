"""Nodes to the text of a standard SQL boolean expression, for people who live in a database.

SQL's own logic is Kleene's, so NULL is unknown and nothing has to be added to keep three values.
The layout is the one of `columns`: one column a fact, and for a fact of several words one boolean
column an option, named `option_column`: all NULL when the fact is not answered. Conditions are
those `parse` makes.
"""

from collections.abc import Mapping

from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Or
from unknot.rules.parse import Shape

Derived = Mapping[str, tuple[int, tuple[str, ...]]]
"""A derived fact to (at_least, yes/no facts counted)."""

SIGNS = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def option_column(fact: str, word: str) -> str:
    """Return the name of the column that says whether a set has this word."""
    return f"{fact}.{word}"


def known_column(fact: str, shapes: Mapping[str, Shape]) -> str:
    """Return the name of a column that is null exactly when the fact is not answered."""
    shape = shapes[fact]
    return option_column(fact, min(shape.words)) if shape.type == "words" else fact


def sql(node: Node, shapes: Mapping[str, Shape], derived: Derived | None = None) -> str:
    """Return the condition as SQL: TRUE, FALSE or NULL where `evaluate` says True, False or None.

    Names are quoted and literals escaped, so the text can stand in any query as it is.
    """
    counts = derived or {}
    match node:
        case Literal(value):
            return _literal(bool(value))
        case Fact(name):
            return _fact(name, counts)
        case Known(name):
            held = _count(*counts[name]) if name in counts else _name(known_column(name, shapes))
            return f"({held} IS NOT NULL)"
        case Not(operand):
            return f"(NOT {sql(operand, shapes, counts)})"
        case And(operands):
            return _joined(" AND ", [sql(each, shapes, counts) for each in operands], "TRUE")
        case Or(operands):
            return _joined(" OR ", [sql(each, shapes, counts) for each in operands], "FALSE")
        case Compare(left, sign, right):
            return f"({_term(left, counts)} {SIGNS[sign]} {_term(right, counts)})"
        case Member(Literal(word), Fact(name)):
            return _name(option_column(name, str(word)))
        case Member(item, tuple(values)) if values:
            among = ", ".join(_literal(value) for value in values)
            return f"({_term(item, counts)} IN ({among}))"
        case Member(item, tuple()):
            held = _term(item, counts)
            return f"({held} <> {held})"
        case _:
            raise TypeError(f"no SQL for {node!r}; write 'word' in a fact of type words")


def _joined(word: str, parts: list[str], nothing: str) -> str:
    return f"({word.join(parts)})" if parts else nothing


def _term(term: Fact | Literal, derived: Derived) -> str:
    return _fact(term.name, derived) if isinstance(term, Fact) else _literal(term.value)


def _fact(name: str, derived: Derived) -> str:
    return _count(*derived[name]) if name in derived else _name(name)


def _count(at_least: int, counted: tuple[str, ...]) -> str:
    names = [_name(each) for each in counted]
    said_yes = " + ".join(f"CASE WHEN {name} THEN 1 ELSE 0 END" for name in names)
    not_no = " + ".join(f"CASE WHEN NOT {name} THEN 0 ELSE 1 END" for name in names)
    settled = f"WHEN {said_yes} >= {at_least} THEN TRUE WHEN {not_no} < {at_least} THEN FALSE"
    return f"(CASE {settled} END)"


def _name(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}"'


def _literal(value: bool | int | str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    quoted = value.replace("'", "''")
    return f"'{quoted}'"
