"""What we say: each statement sourced, each question answered, each seed claim accounted for."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from tests.knowledge.small_content import write
from unknot.knowledge.claims import claims, claims_from
from unknot.knowledge.load import load, load_from
from unknot.knowledge.read import ContentError

KNOWLEDGE = load()
CONTENT = claims(KNOWLEDGE)
# Over the sorted ids of the 851 claims of the five seed documents.
SEED_CLAIMS = 851
SEED_DIGEST = "9519b5996455868f"


def test_every_seed_claim_is_accounted_for() -> None:
    ids = sorted(CONTENT.ledger)
    assert len(ids) == SEED_CLAIMS
    assert hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16] == SEED_DIGEST


def test_what_was_corrected_or_set_aside_says_why() -> None:
    silent = [
        fate.id
        for fate in CONTENT.ledger.values()
        if fate.fate in ("corrected", "set-aside") and fate.why is None
    ]
    assert silent == []
    noteless = [f.id for f in CONTENT.ledger.values() if f.fate == "corrected" and not f.note]
    assert noteless == []


def test_most_of_what_the_seeds_know_is_taken_up() -> None:
    fates = Counter(fate.fate for fate in CONTENT.ledger.values())
    print(dict(fates))
    assert fates["set-aside"] < SEED_CLAIMS / 3


def test_every_policy_is_stated() -> None:
    assert sorted(CONTENT.policies) == [f"C{number:02}" for number in range(1, 69)]


def test_every_seed_claim_of_a_disagreement_names_its_policy_or_an_answer() -> None:
    disputed = {seed for policy in CONTENT.policies.values() for seed in policy.seeds}
    assert disputed <= CONTENT.ledger.keys()


@pytest.mark.parametrize("number", range(1, 73))
def test_every_question_is_answered_or_declined(number: int) -> None:
    question = CONTENT.questions[f"Q{number:02}"]
    assert len(question.answer) >= (1 if question.status == "declined" else 2), question.id
    assert (question.because is not None) == (question.status == "declined")
    assert min(len(question.also_in(each)) for each in ("en", "fr")) >= 3
    sourced = [CONTENT.claims[each].grounds.sources for each in question.answer]
    assert all(sourced)


def test_answers_differ_unless_marked_as_the_same_question() -> None:
    single = [q for q in CONTENT.questions.values() if q.flag != "dup"]
    assert len({q.answer for q in single}) == len(single)


def test_no_claim_stands_for_nothing() -> None:
    used = {each for q in CONTENT.questions.values() for each in q.answer}
    used |= {each for fate in CONTENT.ledger.values() for each in fate.into}
    assert sorted(CONTENT.claims.keys() - used) == []


CLAIM = '- {id: a, says: {en: "Move.", fr: "Bougez."}, regions: [any], strength: weak, sources: [book]}\n'
QUESTION = """\
- id: Q01
  ask: {en: "What helps?", fr: "Que faire ?"}
  also: {en: [help], fr: [aide]}
  topic: treatment
  regions: [any]
  flag: ok
  status: answered
  answer: [a]
  date: 2026-11-21
"""
WRONG = {
    "a claim nobody wrote": ("faq/q.yaml", QUESTION.replace("[a]", "[b]"), "claim 'b' is not declared"),
    "an unknown region": ("claims/a.yaml", CLAIM.replace("any", "toe"), "found 'toe'; write one of any"),
    "declined without a reason": ("faq/q.yaml", QUESTION.replace("answered", "declined"), "'because' is missing"),
    "set aside without a reason": ("ledger/l.yaml", "- {seed: x, at: ['000:1'], fate: set-aside}\n", "without a reason"),
    "taken into nothing": ("ledger/l.yaml", "- {seed: x, at: ['000:1'], fate: taken}\n", "into nothing"),
    "a reason nobody lists": ("ledger/l.yaml", "- {seed: x, at: ['000:1'], fate: set-aside, why: mood}\n", "reason 'mood'"),
    "a source nobody declared": ("claims/a.yaml", CLAIM.replace("book", "film"), "source 'film' is not declared"),
}  # fmt: skip


@pytest.mark.parametrize("way", WRONG)
def test_wrong_claims_are_refused(way: str, tmp_path: Path) -> None:
    root = write(tmp_path)
    file, text, says = WRONG[way]
    for name, good in (("claims/a.yaml", CLAIM), ("faq/q.yaml", QUESTION)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(good, encoding="utf-8")
    (root / "reasons.yaml").write_text("[]\n")
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        claims_from(root, load_from(root), ours=())
    assert says in str(refusal.value)
