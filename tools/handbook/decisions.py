"""Chapters of the decision tables: danger, relief, causes, therapy."""

from collections.abc import Iterator

from tools.handbook.paper import Paper
from unknot.knowledge.schema import Cause, Evidence, Group, Measure, ReliefRow, TriageRow


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


def relief(paper: Paper) -> Iterator[str]:
    """Yield the measures, who is offered each, and when to come back."""
    knowledge = paper.knowledge
    yield from paper.table(
        ("rule", "if", "unless", "measure"),
        (
            (r.id, paper.when(r.when), paper.when(r.unless), _title(paper, r.measure))
            for r in knowledge.relief
        ),
    )
    for measure in knowledge.measures.values():
        yield f"## {paper.text(measure.title)} (`{measure.id}`)"
        yield ""
        yield from (f"{n}. {paper.text(step)}" for n, step in enumerate(measure.how, 1))
        yield ""
        yield from (f"- **{paper.word(key)}** {value}" for key, value in _limits(paper, measure))
        yield ""
        for row in (each for each in knowledge.relief if each.measure == measure.id):
            yield from paper.sheet(row.id, _offer(paper, row), row.grounds)
    yield f"## {paper.word('returns')}"
    yield ""
    for back in knowledge.returns:
        lines = [("after", paper.text(back.text))]
        if back.when is not None:
            lines.insert(0, ("if", paper.when(back.when)))
        yield f"**{paper.word('after', n=back.after_hours)}**"
        yield ""
        yield from paper.sheet(
            back.id, ((k, v) if k == "if" else ("because", v) for k, v in lines), back.grounds
        )


def _title(paper: Paper, measure: str) -> str:
    return paper.text(paper.knowledge.measures[measure].title)


def _limits(paper: Paper, measure: Measure) -> Iterator[tuple[str, str]]:
    numbers = (
        ("minutes", measure.timer_minutes),
        ("at_most", measure.max_minutes),
        ("between", measure.min_hours_between),
    )
    said = [paper.word(key, n=value) for key, value in numbers if value is not None]
    if said:
        yield "limits", ", ".join(said)
    if measure.stop_if is not None:
        yield "stop_if", paper.text(measure.stop_if)
    yield "stands_on", paper.sources(measure.sources)


def _offer(paper: Paper, row: ReliefRow) -> Iterator[tuple[str, str]]:
    yield "if", paper.when(row.when)
    yield "unless", paper.when(row.unless)
    yield "because", paper.text(row.because)


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
