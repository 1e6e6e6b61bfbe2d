"""Runs tests of the real content on changed content: does anybody notice?"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from _pytest.mark.structures import ParameterSet

Check = tuple[ModuleType, str]
"""A test module, and one of its tests."""
NOTICED = (AssertionError, StopIteration, KeyError, IndexError, ValueError, TypeError)


def noticed(checks: Iterable[Check], **content: Any) -> bool:
    """Return whether a test fails when names of its module (KNOWLEDGE, TRAINING) are changed."""
    return any(_fails(module, test, content) for module, test in checks)


def _fails(module: ModuleType, test: str, content: dict[str, Any]) -> bool:
    with _changed(module, content):
        try:
            for call in _calls(getattr(module, test)):
                call()
        except NOTICED:
            return True
    return False


def _calls(test: Callable[..., None]) -> Iterator[Callable[[], None]]:
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    if not marks:
        yield test
        return
    [mark] = marks
    names, values = mark.args[0], mark.args[1]
    labels = [each.strip() for each in names.split(",")] if isinstance(names, str) else names
    for value in values:
        whole = value.values if isinstance(value, ParameterSet) else value
        several = isinstance(value, ParameterSet) or len(labels) > 1
        yield _bound(test, dict(zip(labels, whole if several else (whole,), strict=True)))


def _bound(test: Callable[..., None], given: dict[str, Any]) -> Callable[[], None]:
    return lambda: test(**given)


@contextmanager
def _changed(module: ModuleType, content: dict[str, Any]) -> Iterator[None]:
    before = {name: getattr(module, name) for name in content if hasattr(module, name)}
    for name in before:
        setattr(module, name, content[name])
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)
