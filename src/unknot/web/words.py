"""The words of the interface, by id, in both languages: words/en/*.yaml and words/fr/*.yaml.

Each file holds areas of its own; the two languages must name the same ids.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from unknot.knowledge.read import ContentError, as_plain, read_file

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("en", "fr")

Words = Mapping[str, "str | Words"]


@cache
def words(language: str) -> Words:
    """Return every word of one language as nested maps. Raises ContentError when ids differ."""
    both = {each: _read(each) for each in LANGUAGES}
    ids = {each: set(_ids(both[each])) for each in LANGUAGES}
    if ids["en"] != ids["fr"]:
        shared = ids["en"] & ids["fr"]
        only = {each: sorted(ids[each] - shared) for each in LANGUAGES}
        raise ContentError(
            f"words/: found ids in one language only: {only}; write each in en/ and fr/"
        )
    return both[language]


def say(language: str, identifier: str, **values: object) -> str:
    """Return one word by its dotted id, with {names} filled from `values`."""
    found: object = words(language)
    for part in identifier.split("."):
        found = cast(Mapping[str, object], found)[part]
    return str(found).format(**values) if values else str(found)


def group(language: str, identifier: str) -> dict[str, str]:
    """Return the words under one dotted id, by their last part."""
    found: object = words(language)
    for part in identifier.split("."):
        found = cast(Mapping[str, object], found)[part]
    return dict(cast(Mapping[str, str], found))


def _read(language: str) -> Words:
    read: dict[str, str | Words] = {}
    for path in sorted((FOLDER / language).glob("*.yaml")):
        areas = cast(Words, as_plain(read_file(path, FOLDER)))
        if twice := sorted(read.keys() & areas.keys()):
            raise ContentError(f"words/{language}/{path.name}:1: {twice} stand already; merge them")
        read |= areas
    return read


def _ids(tree: Words, above: str = "") -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _ids(value, f"{above}{key}.")
        else:
            if not isinstance(value, str):
                raise ContentError(f"words: {above}{key} is no text; put it in quotes")
            yield f"{above}{key}"
