"""Every human text of the product: content and interface words, with the place it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from unknot.knowledge.read import compose
from unknot.web.words import words

PACKAGE = Path(__file__).parents[2] / "src" / "unknot"
KNOWLEDGE = PACKAGE / "knowledge"
HANDBOOK = PACKAGE.parents[1] / "tools" / "handbook" / "words.yaml"


@dataclass(frozen=True)
class Text:
    """One text in both languages; `place` is file:line."""

    place: str
    en: str
    fr: str


def content_texts() -> Iterator[Text]:
    """Yield every map that has both `en` and `fr`, in every content file."""
    for path in sorted(KNOWLEDGE.rglob("*.yaml")):
        shown = str(path.relative_to(PACKAGE))
        yield from _walk(compose(path.read_text(encoding="utf-8"), shown), shown)


def interface_texts() -> Iterator[Text]:
    """Yield every interface word, paired by its id."""
    en, fr = (_flat(words(language)) for language in ("en", "fr"))
    for key in en.keys() & fr.keys():
        yield Text(f"web/words:{key}", en[key], fr[key])


def handbook_texts() -> Iterator[Text]:
    """Yield the words of the handbook, paired by their key."""
    both = yaml.safe_load(HANDBOOK.read_text(encoding="utf-8"))
    en, fr = ({str(key): str(value) for key, value in both[each].items()} for each in ("en", "fr"))
    for key in en.keys() & fr.keys():
        yield Text(f"tools/handbook/words.yaml:{key}", en[key], fr[key])


def all_texts() -> list[Text]:
    """Return every text of the product, and the words of the handbook."""
    return [*content_texts(), *interface_texts(), *handbook_texts()]


def _walk(node: yaml.Node, shown: str) -> Iterator[Text]:
    if isinstance(node, yaml.MappingNode):
        keys = {key.value: value for key, value in node.value}
        if {"en", "fr"} <= keys.keys() and isinstance(keys["en"], yaml.ScalarNode):
            line = node.start_mark.line + 1
            yield Text(f"{shown}:{line}", keys["en"].value, keys["fr"].value)
        for value in keys.values():
            yield from _walk(value, shown)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _walk(each, shown)


def _flat(data: object, above: str = "") -> dict[str, str]:
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)  # type: ignore[assignment]
    else:
        return {above: str(data)}
    return {k: v for key, value in items for k, v in _flat(value, f"{above}.{key}").items()}
