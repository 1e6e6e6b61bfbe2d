"""Text to nodes: one line in Python's expression syntax, cut down to what can be proved.

Names of declared facts, `and or not`, comparisons, `in`, integers, words, true/false, `known(x)`.
No arithmetic, no calls, no dates: what must be calculated is a derived fact.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as Choice
from typing import NoReturn

from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Operator, Or

FactType = Choice["bool", "int", "word", "words"]

OPERATORS: dict[type[ast.cmpop], Operator] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
MIRRORED: dict[Operator, Operator] = {
    "==": "==",
    "!=": "!=",
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
}
TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class Shape:
    """What a condition needs to know of a fact: its type, its words, its bounds."""

    type: FactType
    words: frozenset[str] = field(default_factory=frozenset)
    low: int | None = None
    high: int | None = None


class ConditionError(ValueError):
    """A condition that cannot be read. Its text names the place, what was found and what to do."""


def parse(text: str, shapes: Mapping[str, Shape], where: str = "condition") -> Node:
    """Return the condition written in `text`.

    `shapes` declares every fact that may be named. `where` (file:line, row id) opens the message
    of the ConditionError raised for anything outside the language.
    """
    if "\n" in text.strip():
        raise ConditionError(f"{where}: found a condition of several lines; write it on one line")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConditionError(
            f"{where}: cannot read {text.strip()[:80]!r} ({error}); "
            "write facts joined by and, or, not, comparisons and in"
        ) from None
    return _Reader(shapes, where).condition(tree)


class _Reader:
    def __init__(self, shapes: Mapping[str, Shape], where: str) -> None:
        self.shapes = shapes
        self.where = where

    def refuse(self, tree: ast.AST, instead: str) -> NoReturn:
        found = ast.unparse(tree)[:80]
        raise ConditionError(f"{self.where}: found {found!r}; {instead}")

    def condition(self, tree: ast.expr) -> Node:
        match tree:
            case ast.BoolOp(op=ast.And(), values=values):
                return And(tuple(self.condition(each) for each in values))
            case ast.BoolOp(op=ast.Or(), values=values):
                return Or(tuple(self.condition(each) for each in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.condition(operand))
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                return self.comparison(tree, left, operator, right)
            case ast.Compare():
                self.refuse(tree, "compare two things at a time and join them with `and`")
            case ast.Call(func=ast.Name(id="known"), args=[ast.Name(id=name)], keywords=[]):
                self.shape(tree, name)
                return Known(name)
            case ast.Name(id=name) if name in TRUTH:
                return Literal(TRUTH[name])
            case ast.Constant(value=bool(value)):
                return Literal(value)
            case ast.Name(id=name):
                return self.truth(tree, name)
            case _:
                self.refuse(
                    tree, "only facts, and, or, not, comparisons, in and known(fact) are allowed"
                )

    def shape(self, tree: ast.AST, name: str) -> Shape:
        if name not in self.shapes:
            near = _nearest(name, self.shapes)
            hint = f"; did you mean {near!r}?" if near else "; declare it in facts/"
            self.refuse(tree, f"{name!r} is not a declared fact{hint}")
        return self.shapes[name]

    def truth(self, tree: ast.AST, name: str) -> Fact:
        if self.shape(tree, name).type != "bool":
            self.refuse(tree, f"{name!r} is not a yes/no fact; compare it with a value")
        return Fact(name)

    def comparison(
        self, tree: ast.Compare, left: ast.expr, operator: ast.cmpop, right: ast.expr
    ) -> Node:
        if isinstance(operator, ast.In):
            return self.member(tree, left, right)
        if isinstance(operator, ast.NotIn):
            return Not(self.member(tree, left, right))
        if type(operator) not in OPERATORS:
            self.refuse(tree, "use == != < <= > >= or in")
        sign = OPERATORS[type(operator)]
        one, other = self.term(left), self.term(right)
        if isinstance(one, Literal) and isinstance(other, Fact):
            one, other, sign = other, one, MIRRORED[sign]
        if not isinstance(one, Fact):
            self.refuse(tree, "one side of a comparison must be a fact")
        self.check_comparison(tree, one, sign, other)
        return Compare(one, sign, other)

    def check_comparison(
        self, tree: ast.AST, fact: Fact, sign: Operator, other: Fact | Literal
    ) -> None:
        shape = self.shape(tree, fact.name)
        if shape.type == "words":
            self.refuse(tree, f"{fact.name!r} is a set; write 'word' in {fact.name}")
        if isinstance(other, Fact):
            if self.shape(tree, other.name).type != shape.type:
                self.refuse(tree, "two facts can be compared only when both are of one type")
        else:
            self.check_value(tree, fact.name, shape, other.value)
        if sign not in ("==", "!=") and shape.type != "int":
            self.refuse(tree, f"{fact.name!r} has no order; use == or in")

    def check_value(self, tree: ast.AST, name: str, shape: Shape, value: bool | int | str) -> None:
        match shape.type, value:
            case "bool", bool():
                return
            case "int", int() if not isinstance(value, bool):
                if shape.low is not None and shape.high is not None:
                    if not shape.low <= value <= shape.high:
                        self.refuse(tree, f"{name!r} goes from {shape.low} to {shape.high}")
                return
            case (("word" | "words"), str()):
                if value not in shape.words:
                    near = _nearest(value, shape.words) or ", ".join(sorted(shape.words))
                    self.refuse(tree, f"{value!r} is not an option of {name!r}; try {near}")
                return
            case _:
                self.refuse(tree, f"{name!r} is of type {shape.type}; compare it with one")

    def member(self, tree: ast.Compare, left: ast.expr, right: ast.expr) -> Member:
        item = self.term(left)
        match right:
            case ast.Name(id=name):
                shape = self.shape(tree, name)
                if shape.type != "words" or not isinstance(item, Literal):
                    self.refuse(tree, "write 'word' in a fact of type words")
                self.check_value(tree, name, shape, item.value)
                return Member(item, Fact(name))
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements) if (
                elements and isinstance(item, Fact)
            ):
                shape = self.shape(tree, item.name)
                if shape.type == "words":
                    self.refuse(tree, f"{item.name!r} is a set; write 'word' in {item.name}")
                values = tuple(self.literal(each) for each in elements)
                for value in values:
                    self.check_value(tree, item.name, shape, value)
                return Member(item, values)
            case _:
                self.refuse(tree, "write fact in ['a', 'b'] or 'a' in fact")

    def term(self, tree: ast.expr) -> Fact | Literal:
        if isinstance(tree, ast.Name) and tree.id not in TRUTH:
            self.shape(tree, tree.id)
            return Fact(tree.id)
        return Literal(self.literal(tree))

    def literal(self, tree: ast.expr) -> bool | int | str:
        match tree:
            case ast.Name(id=name) if name in TRUTH:
                return TRUTH[name]
            case ast.Constant(value=bool() | int() | str() as value):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
                return -value
            case _:
                self.refuse(
                    tree, "only a fact, a word in quotes, an integer or true/false stands here"
                )


def _nearest(word: str, words: Mapping[str, object] | frozenset[str]) -> str | None:
    from difflib import get_close_matches  # imported late: only a wrong condition pays for it

    close = get_close_matches(word, list(words), n=1, cutoff=0.7)
    return close[0] if close else None
