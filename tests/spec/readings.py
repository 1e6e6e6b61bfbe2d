"""One condition over one person, by each reading that works on whole tables."""

from collections.abc import Mapping
from functools import cache

import duckdb

from unknot.rules.bits import Population, spread
from unknot.rules.columns import column, schema, to_frame
from unknot.rules.evaluate import Facts, Truth
from unknot.rules.nodes import Node
from unknot.rules.parse import Shape
from unknot.rules.sql import Derived, sql

SQL_TYPES = {"Boolean": "BOOLEAN", "Int32": "INTEGER"}


def by_columns(
    node: Node, facts: Facts, shapes: Mapping[str, Shape], derived: Derived | None = None
) -> Truth:
    """Return what the Polars expression says of one person."""
    found = to_frame([facts], shapes).with_columns(truth=column(node, shapes, derived))["truth"]
    truth: Truth = found.item()
    return truth


def by_bits(
    node: Node, facts: Facts, shapes: Mapping[str, Shape], derived: Derived | None = None
) -> Truth:
    """Return what the bit planes say of one person, the last of several."""
    frame = to_frame([{}, {}, facts], shapes)
    said = Population(frame, shapes, [node], derived).planes(node)
    true, false = spread(said.true, 3)[2], spread(said.false, 3)[2]
    assert not (true and false)
    return bool(true) if true or false else None


def by_sql(
    node: Node, facts: Facts, shapes: Mapping[str, Shape], derived: Derived | None = None
) -> Truth:
    """Return what DuckDB says of one person."""
    types = [SQL_TYPES.get(str(each), "VARCHAR") for each in schema(shapes).values()]
    names = [name.replace('"', '""') for name in schema(shapes)]
    person = ", ".join(
        f'CAST(? AS {kind}) AS "{name}"' for name, kind in zip(names, types, strict=True)
    )
    query = f"SELECT {sql(node, shapes, derived)} FROM (SELECT {person}) AS person"
    found = _database().execute(query, list(to_frame([facts], shapes).row(0))).fetchone()
    assert found is not None
    truth: Truth = found[0]
    return truth


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"threads": 1})
