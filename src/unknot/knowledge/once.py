"""Content that is read once, however often it is asked for."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, TypeVar

from unknot.knowledge.schema import Knowledge

Content = TypeVar("Content")


class Once(Generic[Content]):
    """A reader that reads anew only when the content hash is another; `kept` is by hash."""

    def __init__(self, read: Callable[[Knowledge], Content]) -> None:
        self.read = read
        self.kept: dict[str, Content] = {}
        update_wrapper(self, read)

    def __call__(self, knowledge: Knowledge) -> Content:
        """Return the content. Raises what the reader raises."""
        if knowledge.content_hash not in self.kept:
            self.kept[knowledge.content_hash] = self.read(knowledge)
        return self.kept[knowledge.content_hash]
