"""The same nodes as Z3 formulas: a property holds for every possible person, or one is printed.

A condition becomes two formulas, "is true" and "is false"; what is neither is unknown. A person
is a set of variables: a fact known or not, with any value of its type. Only this needs z3-solver.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import z3

from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Or, Value
from unknot.rules.parse import Shape

Formula = Any  # z3 ships no types


@dataclass(frozen=True)
class Truths:
    """Where a condition is true and where it is false; unknown elsewhere."""

    true: Formula
    false: Formula

    @property
    def unknown(self) -> Formula:
        """Return where the condition is neither."""
        return z3.And(z3.Not(self.true), z3.Not(self.false))


@dataclass(frozen=True)
class Variable:
    """One fact of an unspecified person: known or not, its value, and for a set one Bool a word."""

    known: Formula
    value: Formula
    words: Mapping[str, Formula]


class Person:
    """Every possible person: one variable a fact. `legal` keeps values inside their types.

    `derived` maps a derived fact to (at_least, facts counted).
    """

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        derived: Mapping[str, tuple[int, tuple[str, ...]]],
        name: str = "p",
    ) -> None:
        self.shapes = shapes
        self.derived = derived
        self.codes = {
            fact: {word: code for code, word in enumerate(sorted(shape.words))}
            for fact, shape in shapes.items()
        }
        self.facts = {fact: _variable(f"{name}.{fact}", shape) for fact, shape in shapes.items()}

    def like(self, other: "Person", but: str) -> Formula:
        """Return that this person answers as the other does in everything but one fact."""
        return z3.And(
            *(
                z3.And(
                    mine.known == theirs.known,
                    mine.value == theirs.value,
                    *_same_words(mine, theirs),
                )
                for fact, mine in self.facts.items()
                if fact != but
                for theirs in (other.facts[fact],)
            )
        )

    @property
    def legal(self) -> Formula:
        """Return that integers are in range and words are options."""
        limits = []
        for fact, shape in self.shapes.items():
            value = self.facts[fact].value
            if shape.type == "int" and shape.low is not None and shape.high is not None:
                limits += [value >= shape.low, value <= shape.high]
            elif shape.type == "word":
                limits += [value >= 0, value < len(shape.words)]
        return z3.And(*limits)

    def is_(self, fact: str, value: bool) -> Formula:
        """Return that a yes/no fact has been answered with this value."""
        return z3.And(self.facts[fact].known, self.facts[fact].value == value)

    def is_unknown(self, fact: str) -> Formula:
        """Return that a fact has not been answered."""
        return z3.Not(self.facts[fact].known)

    def holds(self, node: Node) -> Truths:
        """Return where a condition is true and false for this person."""
        match node:
            case Literal(value):
                return Truths(z3.BoolVal(bool(value)), z3.BoolVal(not value))
            case Fact(name) if name in self.derived:
                return self._count(name)
            case Fact(name):
                return Truths(self.is_(name, True), self.is_(name, False))
            case Known(name):
                known = self.facts[name].known
                return Truths(known, z3.Not(known))
            case Not(operand):
                inner = self.holds(operand)
                return Truths(inner.false, inner.true)
            case And(operands):
                parts = [self.holds(each) for each in operands]
                return Truths(z3.And(*(p.true for p in parts)), z3.Or(*(p.false for p in parts)))
            case Or(operands):
                parts = [self.holds(each) for each in operands]
                return Truths(z3.Or(*(p.true for p in parts)), z3.And(*(p.false for p in parts)))
            case Compare(Fact(name) as left, sign, right):
                return self._when_known(left, right, COMPARISONS[sign](*self._terms(name, right)))
            case Member(Literal(word), Fact(name)):
                known = self.facts[name].known
                return _settled(known, self.facts[name].words[str(word)])
            case Member(Fact(name), tuple(values)):
                among = [self.facts[name].value == self._code(name, value) for value in values]
                return _settled(self.facts[name].known, z3.Or(*among))
            case _:
                raise TypeError(f"no formula for {node!r}")

    def read(self, model: Formula) -> dict[str, Value]:
        """Return the person a counterexample describes, as facts."""
        return {
            fact: self._read(fact, variable, model)
            for fact, variable in self.facts.items()
            if z3.is_true(model.eval(variable.known, model_completion=True))
        }

    def _count(self, name: str) -> Truths:
        at_least, counted = self.derived[name]
        true = [self.is_(fact, True) for fact in counted]
        not_false = [z3.Not(self.is_(fact, False)) for fact in counted]
        reachable = z3.PbGe([(each, 1) for each in not_false], at_least)
        return Truths(z3.PbGe([(each, 1) for each in true], at_least), z3.Not(reachable))

    def _when_known(self, left: Fact, right: Fact | Literal, formula: Formula) -> Truths:
        known = self.facts[left.name].known
        if isinstance(right, Fact):
            known = z3.And(known, self.facts[right.name].known)
        return _settled(known, formula)

    def _terms(self, name: str, right: Fact | Literal) -> tuple[Formula, Formula]:
        other = (
            self.facts[right.name].value
            if isinstance(right, Fact)
            else self._code(name, right.value)
        )
        return self.facts[name].value, other

    def _code(self, name: str, value: bool | int | str) -> bool | int:
        return self.codes[name][value] if isinstance(value, str) else value

    def _read(self, fact: str, variable: Variable, model: Formula) -> Value:
        shape = self.shapes[fact]
        if shape.type == "words":
            chosen = (
                w
                for w, b in variable.words.items()
                if z3.is_true(model.eval(b, model_completion=True))
            )
            return frozenset(chosen)
        value = model.eval(variable.value, model_completion=True)
        if shape.type == "bool":
            return bool(z3.is_true(value))
        number = int(value.as_long())
        return sorted(shape.words)[number] if shape.type == "word" else number


COMPARISONS: dict[str, Callable[[Formula, Formula], Formula]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def counterexample(claim: Formula, assuming: Formula) -> Formula | None:
    """Return a Z3 model in which `assuming` holds and `claim` does not; None when it is proved.

    Raises TimeoutError when Z3 gives up: an open question is never taken for a proof.
    """
    solver = z3.Solver()
    solver.set("timeout", 60_000)
    solver.add(assuming, z3.Not(claim))
    found = solver.check()
    if found == z3.unknown:
        raise TimeoutError(f"z3 gave up: {solver.reason_unknown()}")
    return solver.model() if found == z3.sat else None


def _variable(name: str, shape: Shape) -> Variable:
    value = z3.Bool(name) if shape.type == "bool" else z3.Int(name)
    words = (
        {word: z3.Bool(f"{name}.{word}") for word in shape.words} if shape.type == "words" else {}
    )
    return Variable(z3.Bool(f"{name}?"), value, words)


def _same_words(mine: Variable, theirs: Variable) -> list[Formula]:
    return [mine.words[word] == theirs.words[word] for word in mine.words]


def _settled(known: Formula, formula: Formula) -> Truths:
    return Truths(z3.And(known, formula), z3.And(known, z3.Not(formula)))
