"""The table of medicines is refused as a whole when anything in it is wrong, the place named."""

import re
import shutil
from pathlib import Path

import pytest

from unknot.knowledge.load import ROOT, load
from unknot.knowledge.medicine_schema import STATUSES
from unknot.knowledge.medicines import FILE, medicines, medicines_from
from unknot.knowledge.read import ContentError

KNOWLEDGE = load()
CONTENT = medicines(KNOWLEDGE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "tables").mkdir()
    shutil.copy(ROOT / FILE, tmp_path / FILE)
    return tmp_path


def test_the_product_s_own_table_loads() -> None:
    assert len(CONTENT.medicines) >= 19
    assert CONTENT.countries == ("US", "CA", "GB", "FR")
    for medicine in CONTENT.medicines.values():
        assert set(medicine.markets) == set(CONTENT.countries)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("do_not: ulcer_or_bleeding", "do_not: ulcer_or_bleedin", "did you mean 'ulcer_or_bleeding'"),
        ("    do_not: takes_lithium", "    do_not: takes_lithium\n    ask: asthma", "both or none of do_not"),
        ("    do_not: takes_lithium\n", "", "both or none of do_not"),
        ("about: [paracetamol]\n    do_not", "about: [paracetamo]\n    do_not", "'paracetamo' is no medicine or family"),
        ('fr: "Paracétamol (acétaminophène)"', 'de: "Paracetamol"', "language 'fr' is missing"),
        ("status: prescription, names: [Naprosyn]", "status: prescription, per_dose: 500, names: [Naprosyn]", "unknown key 'per_dose'"),
        ("status: self-care, names: [Aleve], per_dose: 220,", "status: self-care, names: [Aleve],", "field 'per_dose' is missing"),
        ("per_dose: 220, per_day: 660", "per_dose: 660, per_day: 220", "write 0 < per_dose <= per_day"),
        ("status: pharmacist, names: [Aleve]", "status: free, names: [Aleve]", f"write one of {', '.join(STATUSES)}"),
        ("sources: [us-naproxen-label], read_on: 2026-11-21", "sources: [us-naproxen-label], read_on: November", "write a date as YYYY-MM-DD"),
        ("sources: [us-naproxen-label], read_on", "sources: [], read_on", "name at least one source id"),
        ("sources: [us-naproxen-label], read_on", "sources: [my-uncle], read_on", "'my-uncle' is not declared"),
        ("{in: CA, status: pharmacist, names: [Aleve]", "{in: US, status: pharmacist, names: [Aleve]", "write each country once"),
        ("countries: [US, CA, GB, FR]", "countries: [US, CA, GB, FR, BE]", "write a market for each of"),
        ("warn_from: 12", "warn_from: 15", "let plan, warn, stop, clinician days rise"),
        ("course: relaxant", "course: relaxent", "'relaxent' is no course"),
        ("family: opioid", "family: opiod", "'opiod' is no family"),
        ("{of: codeine, amount: 13}", "{of: codein, amount: 13}", "'codein' is no medicine"),
        ("{of: codeine, amount: 13}", "{of: codeine, amount: 0}", "write an amount above 0"),
        ("start: 200", "start: 250", "write one of the strengths"),
        ("effects: [sedating]", "effects: [sleepy]", "use anti-inflammatory, sedating"),
        ("  again: {en:", "  agian: {en:", "the field 'again' is missing"),
        ("groups: [medicine-now,", "groups: [medicine-noww,", "'medicine-noww' is no group"),
        ("table: medicines", "table: medicine", "write 'medicines'"),
        ("  - id: naproxen\n", "  - id: ibuprofen\n", "ids are used once"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_refused_with_the_place(root: Path, old: str, new: str, said: str) -> None:
    path = root / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=re.escape(said)) as error:
        medicines_from(root, KNOWLEDGE)
    assert FILE in str(error.value)


def test_a_missing_table_is_named(root: Path) -> None:
    (root / FILE).unlink()
    with pytest.raises(ContentError, match="the table is missing; add it"):
        medicines_from(root, KNOWLEDGE)


def test_the_strictest_reading_is_the_strictest_of_each_number() -> None:
    for medicine in CONTENT.medicines.values():
        strictest = medicine.market("").ceiling
        for market in medicine.markets.values():
            if strictest and market.ceiling:
                assert strictest.per_dose <= market.ceiling.per_dose
                assert strictest.per_day <= market.ceiling.per_day
                assert strictest.hours >= market.ceiling.hours
                assert strictest.days <= market.ceiling.days


def test_words_of_the_warnings_can_be_filled() -> None:
    filled = {"medicine": "x", "taken": 1, "limit": 2, "unit": "mg", "hours": 3, "day": 4}
    for words in CONTENT.warnings.values():
        assert "{" not in words.en.format(**filled) + words.fr.format(**filled)
    for course in CONTENT.courses.values():
        days = {"plan": 1, "review": 2, "stop": 3, "clinician": 4}
        assert "{" not in course.says.en.format(**days) + course.says.fr.format(**days)
