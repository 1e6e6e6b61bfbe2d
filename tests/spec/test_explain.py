import pytest

from tests.spec.drawn import SHAPES
from unknot.rules.explain import Language, reasons, sentence
from unknot.rules.parse import parse

LABELS = {"a": ("fever", "fièvre"), "b": ("rash", "rougeur"), "pain": ("pain", "douleur")}


class Words:
    def label(self, fact: str, language: Language) -> str:
        return LABELS.get(fact, (fact, fact))[language == "fr"]

    def option(self, fact: str, word: str, language: Language) -> str:  # noqa: ARG002
        return {"injury": ("an injury", "une blessure")}.get(word, (word, word))[language == "fr"]


@pytest.mark.parametrize(
    ("text", "en", "fr"),
    [
        (
            "a and not b",
            "“fever” and not (“rash”)",
            "«\u00a0fièvre\u00a0» et pas («\u00a0rougeur\u00a0»)",
        ),
        ("pain >= 5", "“pain” is at least 5", "«\u00a0douleur\u00a0» est au moins 5"),
        ("a or (b and pain < 3)", "“fever” or (“rash” and “pain” is under 3)", None),
        ("onset in ['injury']", "“onset” is one of: an injury", None),
        ("'neck' in regions", "“regions” includes neck", None),
        ("known(a)", "“fever” has been answered", "«\u00a0fièvre\u00a0» a reçu une réponse"),
    ],
)
def test_a_condition_reads_as_a_sentence(text: str, en: str, fr: str | None) -> None:
    node = parse(text, SHAPES)
    assert sentence(node, Words(), "en") == en
    if fr is not None:
        assert sentence(node, Words(), "fr") == fr


def test_reasons_name_only_the_answers_that_settled_it() -> None:
    node = parse("(a and pain >= 5) or b", SHAPES)
    assert reasons(node, {"a": True, "b": False, "pain": 7}, Words(), "en") == (
        "fever: yes",
        "pain: 7",
    )
    assert reasons(node, {"b": True}, Words(), "fr") == ("rougeur\u00a0: oui",)
    assert reasons(node, {"a": False, "b": False, "pain": 7}, Words(), "en") == (
        "fever: no",
        "rash: no",
    )
