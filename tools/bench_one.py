"""One person decided, with the reasons in words, beside every peer on the same people."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tools.measure import Line, against, clock
from tools.peers import Peer, answers
from tools.peers.business import business_rules
from tools.peers.json_logic_rules import in_node, json_logic_python
from tools.peers.plain import plain_python
from tools.peers.zen_engine import zen_engine
from tools.population import full_gate, invented
from unknot.care.decision import decide, to_record
from unknot.care.facts import Facts
from unknot.care.triage import highest, triage
from unknot.knowledge.schema import Knowledge
from unknot.rules.columns import to_facts
from unknot.rules.explain import reasons

PEOPLE = 2_000
REPEATS = 7
NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
HAND = "the same rows as plain Python `if`s (two-valued, unexplained)"
PEERS = {
    "zen-engine": zen_engine,
    "json-logic-qubit": json_logic_python,
    "business-rules": business_rules,
}


def one_person(knowledge: Knowledge, theirs: Mapping[str, float]) -> list[Line]:
    """Return the mean time of one person's triage and of the whole decision, beside the peers."""
    people = sample(knowledge)
    alone = each(lambda one: triage(one, knowledge), people)
    told = each(lambda one: explained(one, knowledge), people)
    whole = each(lambda one: to_record(decide(one, knowledge, NOW, "en"), knowledge), people)
    plain = "Triage of one person, three-valued"
    said = "Triage of one person with its reasons in words"
    more = "Whole decision as a record: also causes, relief, the next question"
    return [
        against(plain, alone, HAND, theirs[HAND]),
        *(against(said, told, name, time) for name, time in theirs.items()),
        against(more, whole, "zen-engine, the gate alone", theirs["zen-engine"]),
    ]


def sample(knowledge: Knowledge) -> tuple[Facts, ...]:
    """Return the people every peer decides, some with gaps."""
    gate = full_gate(knowledge)
    return tuple(to_facts(invented(gate, PEOPLE, seed=2), gate.shapes))


def explained(facts: Facts, knowledge: Knowledge) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each row that fired: its id, why it matters, and the answers that made it fire."""
    fired = triage(facts, knowledge).fired
    return [(r.id, r.because.en, reasons(r.when, facts, knowledge, "en")) for r in fired]


def peers(knowledge: Knowledge) -> Mapping[str, float]:
    """Return the seconds each peer takes for one person.

    Raises AssertionError when a peer's rows are not ours for anybody: the table must be the same.
    """
    people = sample(knowledge)
    theirs = [answers(one, knowledge) for one in people]
    ours = [[row.id for row in triage(one, knowledge).fired] for one in people]
    hand = plain_python(knowledge)
    fired = [[row.then for row in triage(one, knowledge).fired] for one in people]
    assert [hand(one) for one in people] == [highest(each) for each in fired]
    times = {HAND: each(hand, people)}
    for name, make in PEERS.items():
        peer: Peer = make(knowledge)
        assert [list(peer(one)) for one in theirs] == ours, name
        times[name] = each(peer, theirs, 1)
    seconds, held = in_node(knowledge, theirs, REPEATS)
    assert held == ours
    times["json-logic-js, inside one warm Node"] = seconds / len(people)
    return times


def each(run: Any, people: Any, repeats: int = REPEATS) -> float:
    """Return the median over runs of the mean seconds for one person."""
    return clock(lambda: [run(one) for one in people], repeats) / len(people)
