"""The smallest content that loads, written to a folder so that tests can break one thing at a time."""

from pathlib import Path

SOURCES = """\
- id: book
  citation: A book
  link: https://example.org/book
  kind: textbook
  strength: moderate
  country: INT
  licence: facts cited
  read_on: 2026-11-21
  review_by: 2027-11-21
"""
FACTS = """\
groups:
  - {id: danger-one, kind: danger, page: danger-1, order: 1, title: {en: Danger, fr: Danger}}
  - {id: story-one, kind: story, page: story-1, order: 2, title: {en: Story, fr: Récit}}
facts:
  - {id: fever, group: danger-one, type: bool, label: {en: Fever, fr: Fièvre}}
  - {id: rash, group: danger-one, type: bool, label: {en: Rash, fr: Rougeur}}
  - {id: pain, group: story-one, type: int, range: [0, 10], label: {en: Pain, fr: Douleur}}
  - id: regions
    group: story-one
    type: words
    asked: false
    label: {en: Where, fr: Où}
    options: [{id: neck, en: neck, fr: cou}]
derived:
  - {id: both_signs, at_least: 2, of: [fever, rash], label: {en: Both, fr: Les deux}}
"""
TRIAGE = """\
table: triage
suspects:
  - {id: infection, en: infection, fr: infection}
rows:
  - id: triage.fever
    when: fever and pain >= 5
    then: same-day
    suspect: infection
    because: {en: Fever matters., fr: La fièvre compte.}
    sources: [book]
"""
RELIEF = """\
table: relief
measures:
  - {id: cold, kind: cold, when_to: hour, title: {en: Cold, fr: Froid}, how: [], sources: [book]}
rows:
  - {id: relief.cold, when: pain >= 1, unless: rash, measure: cold, because: {en: A, fr: B}, sources: [book]}
returns: []
"""
CAUSES = "table: causes\nrows: []\n"
FILES = {
    "sources/book.yaml": SOURCES,
    "facts/all.yaml": FACTS,
    "tables/triage.yaml": TRIAGE,
    "tables/relief.yaml": RELIEF,
    "tables/causes.yaml": CAUSES,
    "tables/therapy.yaml": "table: therapy\nrows: []\n",
}


def write(root: Path, **changed: str) -> Path:
    """Write the content below `root`; `changed` maps a file's stem (`facts`, `triage`) to its text."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        stem = "sources" if name.startswith("sources") else name.split("/")[0]
        key = path.stem if stem == "tables" else stem
        path.write_text(changed.get(key, text), encoding="utf-8")
    return root
