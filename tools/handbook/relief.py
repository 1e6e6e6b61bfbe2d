"""Relief for the handbook: who is offered what, gates, mixes, locks and when to come back."""

from collections.abc import Iterator

from tools.handbook.paper import Paper
from unknot.knowledge.schema import Measure, ReliefRow
from unknot.rules.nodes import Literal


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
    yield from mixes(paper)
    yield from locks(paper)
    yield from returns(paper)


def mixes(paper: Paper) -> Iterator[str]:
    """Yield what must not be combined."""
    yield f"## {paper.word('mixes')}"
    yield ""
    for each in paper.knowledge.combinations:
        apart = paper.word("never") if each.hours_apart is None else None
        lines = [
            ("these", ", ".join(_title(paper, name) for name in each.these)),
            ("not_with", ", ".join(_title(paper, name) for name in each.others or each.these)),
            ("apart", apart or paper.word("between", n=each.hours_apart)),
            ("because", paper.text(each.because)),
        ]
        yield from paper.sheet(each.id, lines, each.grounds)


def locks(paper: Paper) -> Iterator[str]:
    """Yield what must be over before a gate opens."""
    yield f"## {paper.word('waits')}"
    yield ""
    for each in paper.knowledge.unlocks:
        named = ", ".join(_title(paper, name) for name in each.measures)
        lines = [
            ("if", paper.when(each.when)),
            ("measure", named or paper.word("none")),
            ("unlocks", paper.text(each.text)),
        ]
        yield from paper.sheet(each.id, lines, each.grounds)


def returns(paper: Paper) -> Iterator[str]:
    """Yield when to come back or see someone."""
    yield f"## {paper.word('returns')}"
    yield ""
    knowledge = paper.knowledge
    for back in knowledge.returns:
        lines = [("after", paper.text(back.text))]
        if back.when is not None:
            lines.insert(0, ("if", paper.when(back.when)))
        yield f"**{paper.word('after', n=back.after_hours)}**"
        yield ""
        yield from paper.sheet(
            back.id, ((k, v) if k == "if" else ("because", v) for k, v in lines), back.grounds
        )


def _title(paper: Paper, name: str) -> str:
    """Return the name of a measure, or of a thing somebody may have at home."""
    if name in paper.knowledge.things:
        return paper.text(paper.knowledge.things[name])
    return paper.text(paper.knowledge.measures[name].title)


def _limits(paper: Paper, measure: Measure) -> Iterator[tuple[str, str]]:
    numbers = (
        ("minutes", measure.timer_minutes),
        ("at_most", measure.max_minutes),
        ("pause", measure.pause_minutes),
        ("between", measure.min_hours_between),
    )
    if measure.sequence:
        yield "steps", ", ".join(_title(paper, each) for each in measure.sequence)
    said = [paper.word(key, n=value) for key, value in numbers if value is not None]
    if said:
        yield "limits", ", ".join(said)
    if measure.unless != Literal(False):
        yield "unless", paper.when(measure.unless)
    if measure.stop_if is not None:
        yield "stop_if", paper.text(measure.stop_if)
    yield "stands_on", paper.sources(measure.sources)


def _offer(paper: Paper, row: ReliefRow) -> Iterator[tuple[str, str]]:
    yield "if", paper.when(row.when)
    yield "unless", paper.when(row.unless)
    yield "because", paper.text(row.because)
