"""Measures of the real triage table over a million invented people, by columns and by SQL."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from tools.measure import Line, against, clock, together
from tools.population import Gate, full_gate, invented
from unknot.care.triage import triage
from unknot.knowledge.schema import Knowledge
from unknot.rules.columns import to_facts

PEOPLE = 1_000_000
SAMPLE = 2_000
REPEATS = 15
SCALED = "one person a call, scaled to a million; unknown is no"


def population(knowledge: Knowledge, theirs: Mapping[str, float]) -> list[Line]:
    """Return a million people's triage beside reading their columns, and beside the peers.

    `theirs` are the seconds each peer takes for one person.
    """
    gate = full_gate(knowledge)
    frame = invented(gate, PEOPLE)
    table, urgency = frame.lazy(), gate.urgency().alias("urgency")
    found = table.select(urgency).collect()["urgency"]
    assert found.equals(gate.urgency_of(frame))
    sample = to_facts(frame.head(SAMPLE), gate.shapes)
    assert found.head(SAMPLE).to_list() == [triage(one, knowledge).urgency for one in sample]

    bits, reading = together(
        lambda: gate.urgency_of(frame), lambda: frame.select(pl.all().to_physical().sum())
    )
    columns = clock(lambda: table.select(urgency).collect(), REPEATS)
    by_sql, sql_reading = in_duckdb(gate, frame, found)
    ours = "Triage of a million people, three-valued, by bit planes"
    memory = f"a sum over each of the {frame.width} columns"
    return [
        against(ours, bits, memory, reading),
        *(against(ours, bits, f"{n}, {SCALED}", time * PEOPLE) for n, time in theirs.items()),
        against("The same by Polars expressions alone", columns, memory, reading),
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
