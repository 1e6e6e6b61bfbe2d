"""Nodes and values to a sentence, in English or French.

Two readings: `sentence` says what a condition asks for; `reasons` names the answers that
settled it.
The words of facts come from the caller, so this room knows no content.
"""

from collections.abc import Iterator
from typing import Literal as Choice
from typing import Protocol

from unknot.rules.evaluate import Facts, Trace, trace
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Or, Value

Language = Choice["en", "fr"]

SIGNS: dict[Language, dict[str, str]] = {
    "en": {
        "==": "is",
        "!=": "is not",
        "<": "is under",
        "<=": "is at most",
        ">": "is over",
        ">=": "is at least",
    },
    "fr": {
        "==": "est",
        "!=": "n’est pas",
        "<": "est sous",
        "<=": "est au plus",
        ">": "est au-dessus de",
        ">=": "est au moins",
    },
}
PHRASES: dict[Language, dict[str, str]] = {
    "en": {
        "and": " and ",
        "or": " or ",
        "not": "not ({})",
        "known": "“{}” has been answered",
        "among": "{} is one of: {}",
        "has": "{} includes {}",
        "fact": "“{}”",
        "yes": "yes",
        "no": "no",
        "unknown": "not answered",
        "answer": "{}: {}",
        "nothing": "always",
        "never": "never",
    },
    "fr": {
        "and": " et ",
        "or": " ou ",
        "not": "pas ({})",
        "known": "«\u00a0{}\u00a0» a reçu une réponse",
        "among": "{} fait partie de\u00a0: {}",
        "has": "{} comprend {}",
        "fact": "«\u00a0{}\u00a0»",
        "yes": "oui",
        "no": "non",
        "unknown": "sans réponse",
        "answer": "{}\u00a0: {}",
        "nothing": "toujours",
        "never": "jamais",
    },
}


class Vocabulary(Protocol):
    """Where the words of facts come from."""

    def label(self, fact: str, language: Language) -> str:
        """Return how the fact is put to a person."""

    def option(self, fact: str, word: str, language: Language) -> str:
        """Return the words of one option of a fact."""


def sentence(node: Node, words: Vocabulary, language: Language) -> str:
    """Return what the condition asks for, as a clause without a full stop."""
    say = PHRASES[language]
    match node:
        case Literal(value):
            return say["nothing"] if value else say["never"]
        case Fact(name):
            return say["fact"].format(words.label(name, language))
        case Known(name):
            return say["known"].format(words.label(name, language))
        case Not(operand):
            return say["not"].format(sentence(operand, words, language))
        case And(operands):
            return say["and"].join(_inner(each, words, language) for each in operands)
        case Or(operands):
            return say["or"].join(_inner(each, words, language) for each in operands)
        case Compare(left, sign, right):
            about = left.name if isinstance(left, Fact) else ""
            return " ".join(
                (
                    _term(left, about, words, language),
                    SIGNS[language][sign],
                    _term(right, about, words, language),
                )
            )
        case Member(Literal(value), Fact(name)):
            return say["has"].format(
                say["fact"].format(words.label(name, language)),
                value_words(name, value, words, language),
            )
        case Member(Fact(name), tuple(values)):
            among = ", ".join(value_words(name, each, words, language) for each in values)
            return say["among"].format(say["fact"].format(words.label(name, language)), among)
        case _:
            raise TypeError(f"no sentence for {node!r}")


def reasons(node: Node, facts: Facts, words: Vocabulary, language: Language) -> tuple[str, ...]:
    """Return the answers that made the condition what it is, "question: answer", each once."""
    names = dict.fromkeys(_decisive(trace(node, facts)))
    return tuple(answer(name, facts.get(name), words, language) for name in names)


def answer(name: str, value: Value | None, words: Vocabulary, language: Language) -> str:
    """Return one fact with its value, in words."""
    said = PHRASES[language]["unknown"] if value is None else ""
    if isinstance(value, frozenset):
        said = ", ".join(words.option(name, each, language) for each in sorted(value))
    elif value is not None:
        said = value_words(name, value, words, language)
    label = words.label(name, language)
    # A question carries its own mark: no colon after it.
    if label.endswith("?"):
        return f"{label} {said}"
    return PHRASES[language]["answer"].format(label, said)


def value_words(name: str, value: bool | int | str, words: Vocabulary, language: Language) -> str:
    """Return a value of a fact in words: yes/no, digits, or the option's own words."""
    if isinstance(value, bool):
        return PHRASES[language]["yes" if value else "no"]
    return words.option(name, value, language) if isinstance(value, str) else str(value)


def _decisive(whole: Trace) -> Iterator[str]:
    """Yield the facts of the leaves that settled the truth: of a true `or`, the true ones."""
    if not whole.parts:
        yield from _leaf_facts(whole.node)
        return
    follows = whole.truth if not isinstance(whole.node, Not) else whole.parts[0].truth
    for part in whole.parts:
        if part.truth is follows:
            yield from _decisive(part)


def _leaf_facts(node: Node) -> Iterator[str]:
    match node:
        case Fact(name) | Known(name):
            yield name
        case Compare(left, _, right):
            yield from (each.name for each in (left, right) if isinstance(each, Fact))
        case Member(item, container):
            yield from (each.name for each in (item, container) if isinstance(each, Fact))


def _inner(node: Node, words: Vocabulary, language: Language) -> str:
    text = sentence(node, words, language)
    return f"({text})" if isinstance(node, And | Or) else text


def _term(term: Fact | Literal, about: str, words: Vocabulary, language: Language) -> str:
    if isinstance(term, Fact):
        return PHRASES[language]["fact"].format(words.label(term.name, language))
    return value_words(about, term.value, words, language)
