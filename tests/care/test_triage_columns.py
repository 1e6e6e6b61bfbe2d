"""The whole triage table by columns, bit planes and SQL is `triage` one by one, over invented people."""

from pathlib import Path

import duckdb
import pytest

from tools.population import full_gate, invented
from unknot.care.triage import triage
from unknot.knowledge.load import load
from unknot.knowledge.schema import URGENCIES
from unknot.rules.columns import to_facts

PEOPLE = 4000


@pytest.mark.parametrize("seed", [7, 20261121])
def test_columns_and_sql_give_the_urgency_of_triage(seed: int, tmp_path: Path) -> None:
    knowledge = load()
    gate = full_gate(knowledge)
    frame = invented(gate, PEOPLE, seed)
    people = to_facts(frame, gate.shapes)
    one_by_one = [triage(facts, knowledge).urgency for facts in people]

    assert set(one_by_one) == set(URGENCIES)
    assert any(len(facts) < len(gate.shapes) for facts in people)
    assert any(triage(facts, knowledge).by_doubt for facts in people)
    assert frame.select(gate.urgency().alias("urgency"))["urgency"].to_list() == one_by_one
    assert gate.urgency_of(frame).to_list() == one_by_one
    assert gate.urgency_of(frame[13:99]).to_list() == one_by_one[13:99]

    frame.write_parquet(tmp_path / "people.parquet")
    query = f"SELECT {gate.urgency_sql()} FROM read_parquet('{tmp_path}/people.parquet')"
    with duckdb.connect() as database:
        database.execute("SET preserve_insertion_order = true")
        assert [said for (said,) in database.execute(query).fetchall()] == one_by_one
