"""YAML 1.2 with line numbers, read through a typed, refusing hand.

PyYAML finds the structure (its C parser is fast); scalars are resolved here by the YAML 1.2 core
schema, so a bare `no` is a word. Refused: duplicate keys, unknown keys, aliases, files over 1 MB.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

MAX_BYTES = 1_000_000
INTEGER = re.compile(r"[-+]?[0-9]+\Z")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
PLAIN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
EMPTY = {"", "~", "null", "Null", "NULL"}

T = TypeVar("T")

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(ValueError):
    """Content that is refused: one line per problem, each `file:line: what; what to do`."""


@dataclass(frozen=True)
class Both:
    """One text in both languages."""

    en: str
    fr: str

    def in_(self, language: str) -> str:
        """Return the text in "en" or "fr"."""
        return self.fr if language == "fr" else self.en


@dataclass
class Entry:
    """One mapping of a content file: keys are taken one by one, and whatever is left is refused."""

    file: str
    line: int
    values: dict[str, yaml.Node]
    taken: set[str]
    name: str = ""

    def fail(self, found: str, remedy: str, key: str = "") -> NoReturn:
        """Raise a ContentError that names file, line, id and field."""
        line = _line(self.values[key]) if key in self.values else self.line
        field = f", field {key!r}" if key else ""
        named = f" ({self.name}{field})" if self.name else field
        raise ContentError(f"{self.file}:{line}{named}: {found}; {remedy}")

    def has_map(self, key: str) -> bool:
        """Return whether the field is present and holds a nested mapping."""
        return isinstance(self.values.get(key), yaml.MappingNode)

    def where(self, key: str) -> str:
        """Return `file:line (id)` of a field, for errors raised elsewhere."""
        line = _line(self.values[key]) if key in self.values else self.line
        return f"{self.file}:{line} ({self.name}, field {key!r})"

    def has(self, key: str) -> bool:
        """Return whether the field is present and not null."""
        return key in self.values and _scalar(self.values[key]) is not None

    def take(self, key: str) -> yaml.Node:
        """Return the raw node of a required field."""
        if key not in self.values:
            self.fail(f"the field {key!r} is missing", "add it")
        self.taken.add(key)
        return self.values[key]

    def scalar(self, key: str) -> object:
        """Return a required scalar: bool, int, float, str or None."""
        node = self.take(key)
        if not isinstance(node, yaml.ScalarNode):
            self.fail("found a list or a map", "write one value", key)
        return _scalar(node)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a non-empty text. Numbers and words are taken as written."""
        if default is not None and key not in self.values:
            return default
        node = self.take(key)
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fail("found no text", "write a text", key)
        return str(node.value).strip()

    def identifier(self, key: str = "id") -> str:
        """Return an id and remember it as the name of this entry."""
        self.name = self.text(key)
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", self.name):
            self.fail(f"found id {self.name!r}", "use letters, digits, - _ . only", key)
        return self.name

    def integer(self, key: str, default: int | None = None) -> int:
        """Return an integer."""
        if default is not None and key not in self.values:
            return default
        value = self.scalar(key)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(f"found {value!r}", "write a whole number", key)
        return value

    def truth(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        if key not in self.values:
            return default
        value = self.scalar(key)
        if not isinstance(value, bool):
            self.fail(f"found {value!r}", "write true or false", key)
        return value

    def day(self, key: str) -> date:
        """Return a date written YYYY-MM-DD."""
        text = self.text(key)
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fail(f"found {text!r}", "write a date as YYYY-MM-DD", key)

    def choice(self, key: str, among: tuple[str, ...], default: str | None = None) -> str:
        """Return one of the words in `among`."""
        value = self.text(key, default)
        if value not in among:
            self.fail(f"found {value!r}", f"write one of {', '.join(among)}", key)
        return value

    def both(self, key: str) -> Both:
        """Return a text in both languages, each required."""
        return read_both(self.entry(key), self, key)

    def boths(self, key: str) -> tuple[Both, ...]:
        """Return a list of texts, each in both languages."""
        return tuple(read_both(each, self, key) for each in self.entries(key))

    def maybe_both(self, key: str) -> Both | None:
        """Return a text in both languages, or None when the field is absent."""
        return self.both(key) if key in self.values else None

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts without repeats."""
        if default is not None and key not in self.values:
            return default
        found = tuple(self._items(key, lambda node: str(_plain_text(node))))
        if len(set(found)) != len(found):
            self.fail("found the same value twice", "write each once", key)
        return found

    def integers(self, key: str) -> tuple[int, ...]:
        """Return a list of integers."""
        values = tuple(self._items(key, _scalar))
        numbers = tuple(v for v in values if isinstance(v, int) and not isinstance(v, bool))
        if len(numbers) != len(values):
            self.fail("found something that is not a whole number", "write whole numbers", key)
        return numbers

    def entry(self, key: str) -> "Entry":
        """Return a nested mapping."""
        return as_entry(self.take(key), self.file, self.name)

    def entries(self, key: str, default: bool = False) -> tuple["Entry", ...]:
        """Return a list of nested mappings; empty when absent and `default` is true."""
        if default and key not in self.values:
            return ()
        return tuple(self._items(key, lambda node: as_entry(node, self.file, self.name)))

    def keys(self) -> tuple[str, ...]:
        """Return the keys, marking all as taken: for maps whose keys are data."""
        self.taken.update(self.values)
        return tuple(self.values)

    def plain(self, key: str) -> object:
        """Return a field as plain Python data."""
        return as_plain(self.take(key))

    def done(self) -> None:
        """Refuse whatever key was not taken."""
        for key in self.values:
            if key not in self.taken:
                near = _nearest(key, self.taken)
                self.fail(f"found the unknown key {key!r}", f"remove it{near}", key)

    def _items(self, key: str, read: Callable[[yaml.Node], T]) -> Iterator[T]:
        node = self.take(key)
        if not isinstance(node, yaml.SequenceNode):
            self.fail("found one value", "write a list", key)
        return (read(each) for each in node.value)


def read_both(entry: Entry, parent: Entry, key: str) -> Both:
    """Return {en, fr}; a missing or empty language is refused."""
    for language in ("en", "fr"):
        if language not in entry.values:
            parent.fail(f"the language {language!r} is missing", "write both en and fr", key)
    both = Both(en=entry.text("en"), fr=entry.text("fr"))
    entry.done()
    return both


def read_file(path: Path, root: Path) -> yaml.Node:
    """Return the root node of a file. `root` shortens the path shown in errors."""
    shown = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise ContentError(
            f"{shown}:1: the file has {size} bytes; split it, the limit is {MAX_BYTES}"
        )
    try:
        text = path.read_text(encoding="utf-8")
        return compose(text, shown)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError(
            f"{shown}:{line}: not UTF-8 at byte {error.start}; save it as UTF-8"
        ) from None


def compose(text: str, shown: str) -> yaml.Node:
    """Return the root node of a YAML text, refusing what is malformed, aliased or doubled."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            f"{shown}:{line}: malformed YAML, {error.problem}; mend the indent or quote"
        ) from None
    except yaml.YAMLError as error:
        raise ContentError(f"{shown}:1: malformed YAML, {error}; mend it") from None
    if node is None:
        raise ContentError(f"{shown}:1: the file is empty; write content or remove it")
    _refuse_doubles(node, shown, set())
    return node


def as_entry(node: yaml.Node, file: str, name: str = "") -> Entry:
    """Return a mapping node as an Entry."""
    if not isinstance(node, yaml.MappingNode):
        raise ContentError(f"{file}:{_line(node)}: found no map; write `key: value` lines")
    values = {str(key.value): value for key, value in node.value}
    return Entry(file, _line(node), values, set(), name)


def as_entries(node: yaml.Node, file: str) -> tuple[Entry, ...]:
    """Return a list node as Entries."""
    if not isinstance(node, yaml.SequenceNode):
        raise ContentError(f"{file}:{_line(node)}: found no list; begin each entry with `- `")
    return tuple(as_entry(each, file) for each in node.value)


def as_plain(node: yaml.Node) -> object:
    """Return a node as dict, list and scalars."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): as_plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_plain(each) for each in node.value]
    return _scalar(node)


def _refuse_doubles(node: yaml.Node, shown: str, above: set[int]) -> None:
    if id(node) in above:
        raise ContentError(f"{shown}:{_line(node)}: found an alias; write the value out")
    above.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            _refuse_doubles(each, shown, above)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ContentError(
                    f"{shown}:{_line(key)}: found a key that is not a word; use a word"
                )
            if key.value in seen:
                raise ContentError(
                    f"{shown}:{_line(key)}: the key {key.value!r} stands twice; keep one"
                )
            seen.add(key.value)
            _refuse_doubles(value, shown, above)


def _scalar(node: yaml.Node) -> bool | int | float | str | None:
    if not isinstance(node, yaml.ScalarNode):
        return ""
    text: str = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in EMPTY:
        return None
    if text in PLAIN:
        return PLAIN[text]
    if INTEGER.match(text):
        return int(text)
    return float(text) if FLOAT.match(text) else text


def _plain_text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise ContentError(f"line {_line(node)}: found a list or map; write one word")
    return str(node.value)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _nearest(word: str, words: set[str]) -> str:
    from difflib import get_close_matches  # imported late: only wrong content pays for it

    close = get_close_matches(word, sorted(words), n=1)
    return f" or write {close[0]!r}" if close else ""
