"""Writes docs/handbook/{en,fr}/ from the content; `--check` only names the stale pages."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.handbook import beside, decisions, movement, relief, said
from tools.handbook.paper import LANGUAGES, Paper
from unknot.knowledge.load import load

FOLDER = Path(__file__).parents[2] / "docs" / "handbook"
CHAPTERS: dict[str, Callable[[Paper], Iterator[str]]] = {
    "danger": decisions.danger,
    "relief": relief.relief,
    "medicines": beside.medicines,
    "causes": decisions.causes,
    "followup": beside.followed,
    "therapy": decisions.therapy,
    "exercises": movement.exercises,
    "programmes": movement.programmes,
    "adaptation": movement.adaptation,
    "prevention": beside.prevention,
    "options": beside.options,
    "questions": said.questions,
    "claims": said.claims,
    "policies": said.policies,
    "ledger": said.ledger,
    "hazards": said.hazards,
    "cases": said.cases,
    "sources": said.sources,
}


def handbook() -> dict[Path, str]:
    """Return the text of every page by its path below docs/handbook."""
    pages: dict[Path, str] = {}
    knowledge = load()
    for language in LANGUAGES:
        paper = Paper(knowledge, language)
        pages[Path(language, "README.md")] = _text(paper, "title", front(paper))
        for name, chapter in CHAPTERS.items():
            pages[Path(language, f"{name}.md")] = _text(paper, name, chapter(paper))
    return pages


def front(paper: Paper) -> Iterator[str]:
    """Yield the first page: what this is, how to review it, the chapters."""
    yield paper.word("about")
    yield ""
    yield paper.word("status")
    yield ""
    yield f"## {paper.word('how')}"
    yield ""
    yield from (f"- {paper.word(f'how_{n}')}" for n in range(1, 5))
    yield ""
    yield f"## {paper.word('chapters')}"
    yield ""
    yield from (f"{n}. [{paper.word(name)}]({name}.md)" for n, name in enumerate(CHAPTERS, 1))
    yield ""
    knowledge = paper.knowledge
    tables = (knowledge.triage, knowledge.relief, knowledge.causes, paper.training.rows)
    rules = sum(len(table) for table in tables)
    yield paper.word("counts", rules=rules, cases=len(paper.cases), sources=len(knowledge.sources))
    yield ""
    yield paper.word("review_days")


def stale() -> list[Path]:
    """Return the pages that are missing, out of date, or no longer made."""
    pages = handbook()
    there = {path.relative_to(FOLDER) for path in FOLDER.rglob("*.md")}
    wrong = [path for path, text in pages.items() if path not in there or _read(path) != text]
    return sorted([*wrong, *(there - pages.keys())])


def write() -> int:
    """Write every page; return how many."""
    pages = handbook()
    for path in stale():
        (FOLDER / path).unlink(missing_ok=True)
    for path, text in pages.items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(text, encoding="utf-8")
    return len(pages)


def _text(paper: Paper, title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {paper.word(title)}", "", *lines]).rstrip() + "\n"


def _read(path: Path) -> str:
    return (FOLDER / path).read_text(encoding="utf-8")


def main() -> int:
    """Write the handbook, or with --check return 1 and name the stale pages."""
    if "--check" in sys.argv:
        wrong = stale()
        for path in wrong:
            print(f"docs/handbook/{path}: is stale; run `make handbook` and commit it")
        return 1 if wrong else 0
    print(f"{write()} pages in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
