"""Measures of the real triage table over a million invented people, by columns and by SQL."""

import json
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import zen

from tools.bench_peers import plain_python, zen_table
from tools.measure import Line, against, clock
from tools.population import Gate, full_gate, invented
from unknot.care.facts import with_derived
from unknot.care.triage import triage
from unknot.knowledge.schema import Knowledge
from unknot.rules.columns import to_facts

PEOPLE = 1_000_000
SAMPLE = 2_000
REPEATS = 7


def population(knowledge: Knowledge) -> list[Line]:
    """Return a million people's triage beside reading their columns, and beside the peers."""
    gate = full_gate(knowledge)
    frame = invented(gate, PEOPLE)
    urgency = gate.urgency()
    found = frame.select(urgency.alias("urgency"))["urgency"]
    sample = to_facts(frame.head(SAMPLE), gate.shapes)
    assert found.head(SAMPLE).to_list() == [triage(one, knowledge).urgency for one in sample]

    columns = clock(lambda: frame.select(urgency), REPEATS)
    reading = clock(lambda: frame.select(pl.all().to_physical().sum()), REPEATS)
    by_sql, sql_reading = in_duckdb(gate, frame, found)
    by_hand, by_zen = one_by_one(knowledge, sample)
    ours = "Triage of a million people, three-valued, by columns"
    scaled = f"one person a call ({SAMPLE} people, scaled to a million; unknown is no)"
    return [
        against(ours, columns, f"a sum over each of the {frame.width} columns", reading),
        against(ours, columns, f"zen-engine, the same rows, {scaled}", by_zen),
        against(ours, columns, f"the same rows as plain Python `if`s, {scaled}", by_hand),
        against("The same by SQL in DuckDB", by_sql, "a count over each column there", sql_reading),
    ]


def in_duckdb(gate: Gate, frame: pl.DataFrame, found: pl.Series) -> tuple[float, float]:
    """Return the time of the SQL reading, and of reading the same columns; raises if it differs."""
    counts = f"SELECT {gate.urgency_sql()} AS urgency, count(*) FROM people GROUP BY 1"
    read = "SELECT " + ", ".join(f'count("{name}")' for name in frame.columns) + " FROM people"
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        file = Path(folder) / "people.parquet"
        frame.write_parquet(file)
        database.execute(f"CREATE TABLE people AS SELECT * FROM read_parquet('{file}')")
        said = dict(database.execute(counts).fetchall())
        assert said == dict(found.value_counts().iter_rows())
        return (
            clock(lambda: database.execute(counts).fetchall(), REPEATS),
            clock(lambda: database.execute(read).fetchall(), REPEATS),
        )


def one_by_one(knowledge: Knowledge, sample: list[dict[str, Any]]) -> tuple[float, float]:
    """Return the times of plain Python and of zen-engine for a million people, from a sample.

    Raises if a peer says another urgency than ours of anyone who answered everything, or if the
    two peers differ on anyone: then they would not run the same rows.
    """
    plain = plain_python(knowledge)
    engine = zen.ZenEngine().create_decision(json.dumps(zen_table(knowledge)))
    nothing: dict[str, Any] = dict.fromkeys(knowledge.facts)
    nothing |= {each.id: False for each in knowledge.derived}
    whole = [
        nothing
        | {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in with_derived(one, knowledge).items()
        }
        for one in sample
    ]
    for one, asked in zip(sample, whole, strict=True):
        rows = engine.evaluate(asked)["result"]
        said = plain(one)
        assert said == (rows[0]["urgency"] if rows else "self-care")
        ours = triage(one, knowledge)
        assert said == ours.urgency or ours.unsure or ours.unanswered
    scale = PEOPLE / len(sample)
    by_hand = clock(lambda: [plain(one) for one in sample], REPEATS)
    by_zen = clock(lambda: [engine.evaluate(one) for one in whole], 1)
    return by_hand * scale, by_zen * scale
