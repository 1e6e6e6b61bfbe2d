"""Chapters beside the decision tables: medicines, professional options, follow-up, prevention."""

from collections.abc import Iterator

from tools.handbook.paper import Paper
from unknot.knowledge.followup import followup
from unknot.knowledge.medicine_schema import Ceiling, Market, Medicine, Medicines
from unknot.knowledge.medicines import medicines as read_medicines
from unknot.knowledge.options import options as read_options
from unknot.knowledge.prevention import prevention as read_prevention


def medicines(paper: Paper) -> Iterator[str]:
    """Yield the door, the families, each medicine by country, and every contraindication."""
    cabinet = read_medicines(paper.knowledge)
    door = cabinet.door
    yield f"## {paper.word('door')}"
    yield ""
    lines = (("if", paper.when(door.closed)), ("because", paper.text(door.because)))
    yield from paper.sheet("medicines.door", lines, door.grounds)
    for family in cabinet.families.values():
        yield f"## {paper.text(family.name)}"
        yield ""
        course = cabinet.courses[family.course]
        stands = (
            ("what", paper.text(family.what)),
            ("always", paper.texts(family.always)),
            ("stop_if", paper.text(family.stop_if)),
            (
                "days",
                paper.word(
                    "course",
                    plan=course.plan_days,
                    review=course.review_day,
                    warn=course.warn_from,
                    stop=course.stop_day,
                    clinician=course.clinician_days,
                ),
            ),
        )
        yield from paper.sheet(family.id, stands, family.grounds)
        for medicine in cabinet.medicines.values():
            if medicine.family == family.id:
                yield from _medicine(paper, medicine, cabinet)
    yield f"## {paper.word('screens')}"
    yield ""
    for row in cabinet.screens:
        screen = (
            ("if", paper.when(row.when)),
            ("then", f"{paper.word(f'says_{row.says}')}: {', '.join(row.about)}"),
            ("because", paper.text(row.because)),
        )
        yield from paper.sheet(row.id, screen, row.grounds)


def _medicine(paper: Paper, medicine: Medicine, cabinet: Medicines) -> Iterator[str]:
    yield f"**{paper.text(medicine.name)}** (`{medicine.id}`). {paper.text(medicine.what)}"
    yield ""
    markets = [medicine.market(each) for each in (*cabinet.countries, "")]
    yield from paper.table(
        ("country", "market", "names", "ceiling", "stands_on", "read_on"),
        (_market(paper, each) for each in markets),
    )


def _market(paper: Paper, market: Market) -> tuple[str, ...]:
    return (
        market.country,
        paper.word(f"status_{market.status}"),
        ", ".join(market.names),
        _ceiling(paper, market.ceiling),
        paper.sources(market.sources),
        str(market.read_on),
    )


def _ceiling(paper: Paper, ceiling: Ceiling | None) -> str:
    if ceiling is None:
        return paper.word("none")
    return paper.word(
        "ceiling_words",
        dose=ceiling.per_dose,
        day=ceiling.per_day,
        hours=ceiling.hours,
        days=ceiling.days,
    )


def options(paper: Paper) -> Iterator[str]:
    """Yield what professionals offer, how strong its proof is, and who must not have it."""
    content = read_options(paper.knowledge)
    for option in content.options.values():
        shut = (content.exclusions[each] for each in option.unless)
        lines = (
            ("because", f"**{paper.text(option.title)}**<br>{paper.texts(option.what)}"),
            ("evidence", paper.text(option.evidence)),
            ("strength", paper.word(f"strength_{option.strength}")),
            (
                "unless",
                "<br>".join(f"{paper.text(e.because)} ({paper.when(e.when)})" for e in shut)
                or paper.word("none"),
            ),
        )
        yield from paper.sheet(option.id, lines, option.grounds)


def followed(paper: Paper) -> Iterator[str]:
    """Yield what a check-in and a line of the diary mean."""
    table = followup(paper.knowledge)
    yield paper.word("due", hours=", ".join(str(each) for each in table.due_hours))
    yield ""
    for title, rows in (("checkins", table.rows), ("diary", table.diary)):
        yield f"## {paper.word(title)}"
        yield ""
        yield paper.word("first_row")
        yield ""
        for row in rows:
            lines = (
                ("if", paper.when(row.when)),
                ("then", paper.urgency(row.then)),
                ("because", f"**{paper.text(row.title)}** {paper.text(row.text)}"),
            )
            yield from paper.sheet(row.id, lines, row.grounds)


def prevention(paper: Paper) -> Iterator[str]:
    """Yield the cards of prevention, claim by claim."""
    page = read_prevention(paper.knowledge)
    yield paper.text(page.intro)
    yield ""
    for card in page.cards:
        yield f"## {paper.text(card.title)}"
        yield ""
        yield from (f"- {paper.text(paper.said.claims[n].says)} (`{n}`)" for n in card.claims)
        yield ""
        yield paper.word("sign")
        yield ""
