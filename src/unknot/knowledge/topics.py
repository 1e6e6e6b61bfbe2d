"""Relief by topic: headings with the claims said under each."""

from dataclasses import dataclass
from pathlib import Path

from unknot.knowledge.claims import Claims
from unknot.knowledge.claims_read import DOORS
from unknot.knowledge.load import ROOT
from unknot.knowledge.read import Both, Entry, as_entries, read_file

FILE = "topics.yaml"


@dataclass(frozen=True)
class Topic:
    """One heading: claims in reading order, questions and doors to go on with."""

    id: str
    title: Both
    says: tuple[str, ...]
    questions: tuple[str, ...]
    doors: tuple[str, ...]


def topics(content: Claims, root: Path = ROOT) -> tuple[Topic, ...]:
    """Return the topics of relief. Raises ContentError when one names what is not there."""
    return tuple(_topic(each, content) for each in as_entries(read_file(root / FILE, root), FILE))


def _topic(entry: Entry, content: Claims) -> Topic:
    topic = Topic(
        id=entry.identifier(),
        title=entry.both("title"),
        says=entry.texts("says"),
        questions=entry.texts("questions"),
        doors=entry.texts("doors"),
    )
    entry.done()
    known = {"says": content.claims, "questions": content.questions, "doors": DOORS}
    for key, there in known.items():
        for name in getattr(topic, key):
            if name not in there:
                entry.fail(f"{name!r} is not declared", "mend the id or add it", key)
    return topic
