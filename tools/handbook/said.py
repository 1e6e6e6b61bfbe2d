"""Chapters of what is said and what it rests on: claims, questions, policies, ledger, cases…"""

from collections.abc import Iterator
from typing import cast

from tools.handbook.paper import Case, Paper
from unknot.knowledge.load import ROOT
from unknot.knowledge.read import as_entries, read_file

EXPECTED = {
    "fired": "fired",
    "silent": "silent",
    "offered": "offered_must",
    "withheld": "withheld_must",
    "cause_first": "cause_first",
    "next_group": "expect_next",
}


def claims(paper: Paper) -> Iterator[str]:
    """Yield every claim."""
    yield from paper.table(
        ("rule", "says", "regions", "strength", "stands_on", "conflicts", "review"),
        (
            (
                each.id,
                paper.text(each.says),
                ", ".join(each.regions),
                paper.word(f"strength_{each.strength}"),
                paper.sources(each.grounds.sources),
                paper.policies(each.grounds.conflicts),
                each.grounds.review or "",
            )
            for each in paper.said.claims.values()
        ),
    )


def questions(paper: Paper) -> Iterator[str]:
    """Yield every question with its answer, claim by claim."""
    for each in paper.said.questions.values():
        yield f"### {each.id}. {paper.text(each.ask)}"
        yield ""
        if each.because is not None:
            yield f"*{paper.head('declined')}* {paper.text(each.because)}"
            yield ""
        for name in each.answer:
            yield f"- {paper.text(paper.said.claims[name].says)} (`{name}`)"
        yield ""
        yield paper.word("sign")
        yield ""


def policies(paper: Paper) -> Iterator[str]:
    """Yield every disagreement of sources and what we do."""
    for each in paper.said.policies.values():
        yield f"### {each.id}"
        yield ""
        yield f"**{paper.text(each.title)}**"
        yield ""
        yield f"- {paper.head('they_say')} {paper.text(each.they_say)}"
        yield f"- {paper.head('we_do')} {paper.text(each.we_do)}"
        if each.overrides is not None:
            yield f"- {paper.head('overrides')} {paper.text(each.overrides)}"
        yield f"- {paper.head('stands_on')} {paper.sources(each.sources)}"
        if each.review:
            yield f"- {paper.head('review')} {each.review}"
        yield ""
        yield paper.word("sign")
        yield ""


def ledger(paper: Paper) -> Iterator[str]:
    """Yield what became of each claim of the seed documents."""
    reasons = paper.said.reasons
    yield from paper.table(
        ("seed", "at", "fate", "into", "why", "note"),
        (
            (
                each.id,
                ", ".join(each.at),
                paper.word(f"fate_{each.fate}"),
                ", ".join(each.into),
                paper.text(reasons[each.why]) if each.why else "",
                each.note or "",
            )
            for each in paper.said.ledger.values()
        ),
    )


def hazards(paper: Paper) -> Iterator[str]:
    """Yield what can go wrong and what stands against it."""
    for entry in as_entries(read_file(ROOT / "hazards.yaml", ROOT), "hazards.yaml"):
        yield f"### {entry.identifier()}"
        yield ""
        for key in ("hazard", "cause", "harm"):
            yield f"- {paper.head(key)} {paper.text(entry.both(key))}"
        yield f"- {paper.head('controls')} {', '.join(entry.texts('controls'))}"
        yield ""
        yield paper.word("sign")
        yield ""


def sources(paper: Paper) -> Iterator[str]:
    """Yield every source."""
    for each in paper.knowledge.sources.values():
        link = f" <{each.link}>" if each.link else ""
        strength = paper.word(f"strength_{each.strength}")
        yield f"### {each.id}"
        yield ""
        yield f"{paper.text(each.citation)}.{link}"
        yield ""
        yield (
            f"{paper.head('strength')} {strength}. {paper.head('read_on')} {each.read_on}. "
            f"{paper.head('review_by')} {each.review_by}."
        )
        yield ""


def cases(paper: Paper) -> Iterator[str]:
    """Yield every invented person of the gate, relief and causes, from their answers."""
    for case in paper.cases:
        yield f"### {case['id']}"
        yield ""
        if paper.language == "en":
            yield f"{case['person']}."
            yield ""
        yield f"- {paper.head('told')} {_told(paper, case)}"
        yield f"- {paper.head('expected')} {_expected(paper, case)}"
        yield ""


def _told(paper: Paper, case: Case) -> str:
    said = [paper.word("clear")] if case["base"] == "all-clear" else []
    for name, value in case["facts"].items():
        said.append(f"{paper.knowledge.label(name, paper.language)} {_value(paper, name, value)}")
    return "; ".join(said) or paper.word("none")


def _value(paper: Paper, fact: str, value: object) -> str:
    match value:
        case None:
            return "?"
        case bool():
            return f"**{paper.word('yes' if value else 'no')}**"
        case list():
            return ", ".join(_value(paper, fact, each) for each in cast(list[object], value))
        case str():
            return f"**{paper.knowledge.option(fact, value, paper.language)}**"
        case _:
            return f"**{value}**"


def _expected(paper: Paper, case: Case) -> str:
    expect = case["expect"]
    said = [paper.urgency(expect["urgency"])] if expect.get("urgency", "any") != "any" else []
    for key, word in EXPECTED.items():
        if key in expect:
            names = expect[key] if isinstance(expect[key], list) else [expect[key]]
            said.append(f"{paper.head(word)} {', '.join(names)}")
    return "; ".join(said) or paper.word("none")
