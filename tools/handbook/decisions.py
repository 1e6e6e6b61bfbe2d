"""Chapters of the decision tables: danger, relief, causes, therapy."""

from collections.abc import Iterator

from tools.handbook.paper import Paper
from unknot.knowledge.schema import Cause, Evidence, Group, TriageRow


def danger(paper: Paper) -> Iterator[str]:
    """Yield both gates: what is asked, the table at a glance, then rule by rule."""
    knowledge = paper.knowledge
    for title, kind, rows in (
        ("full_gate", "danger", knowledge.full_rows),
        ("short_gate", "short", knowledge.short_rows),
    ):
        yield f"## {paper.word(title)}"
        yield ""
        for group in knowledge.groups_of(kind):
            yield from _asked(paper, group)
        yield from paper.table(
            ("rule", "if", "then", "unsure"),
            (
                (r.id, paper.when(r.when), paper.urgency(r.then), paper.urgency(r.unsure))
                for r in rows
            ),
        )
        for row in rows:
            yield from paper.sheet(row.id, _rule(paper, row), row.grounds)


def _asked(paper: Paper, group: Group) -> Iterator[str]:
    yield f"**{paper.text(group.title)}**"
    yield ""
    facts = (paper.knowledge.facts[name] for name in group.facts)
    yield from (f"- {paper.text(fact.label)}" for fact in facts)
    yield ""


def _rule(paper: Paper, row: TriageRow) -> Iterator[tuple[str, str]]:
    yield "if", paper.when(row.when)
    yield "then", paper.urgency(row.then)
    yield "unsure", paper.urgency(row.unsure)
    yield "suspect", paper.text(paper.knowledge.suspects[row.suspect])
    yield "because", paper.text(row.because)
    yield "advice", paper.text(row.advice)


def causes(paper: Paper) -> Iterator[str]:
    """Yield every cause with what speaks for and against it."""
    for cause in paper.knowledge.causes:
        yield from paper.sheet(cause.id, _cause(paper, cause), cause.grounds)


def _cause(paper: Paper, cause: Cause) -> Iterator[tuple[str, str]]:
    yield "because", f"**{paper.text(cause.title)}**"
    yield "mechanism", paper.text(cause.mechanism)
    yield "how_common", paper.text(cause.how_common)
    yield "regions", paper.regions(cause.regions)
    yield "base", str(cause.base)
    yield "for", _evidence(paper, cause.for_)
    yield "against", _evidence(paper, cause.against)
    yield "change", paper.text(cause.what_would_change)
    yield "todo", paper.text(cause.what_to_do)


def _evidence(paper: Paper, evidence: tuple[Evidence, ...]) -> str:
    lines = (
        f"{paper.text(each.words)} ({paper.word('weight', n=each.weight)}): {paper.when(each.when)}"
        for each in evidence
    )
    return "<br>".join(lines) or paper.word("none")


def therapy(paper: Paper) -> Iterator[str]:
    """Yield what speaks for physical therapy and against it."""
    for row in paper.knowledge.therapy:
        lines = (
            ("if", paper.when(row.when)),
            ("says", paper.word(f"says_{row.says}")),
            ("because", paper.text(row.words)),
        )
        yield from paper.sheet(row.id, lines, row.grounds)
