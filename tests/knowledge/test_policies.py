"""Where the seed documents disagree: every conflict has one answer, and names who says what."""

import re

import pytest

from unknot.knowledge.claims import claims
from unknot.knowledge.claims_read import Policy
from unknot.knowledge.load import load
from unknot.knowledge.options import options
from unknot.knowledge.visit import visit

KNOWLEDGE = load()
CONTENT = claims(KNOWLEDGE)
POLICIES = CONTENT.policies
# Kept by hand where a clinical source says otherwise than the seeds.
OVERRIDDEN = {
    "C01", "C03", "C08", "C09", "C11", "C17", "C18", "C19", "C23", "C26", "C31", "C35", "C38",
    "C41", "C47", "C48", "C51", "C52", "C55", "C59", "C66",
}  # fmt: skip
EVERY = list(POLICIES.values())


def clinical(policy: Policy) -> list[str]:
    return [name for name in policy.sources if not name.startswith("seed-")]


def test_every_conflict_has_its_policy() -> None:
    assert sorted(POLICIES) == [f"C{n:02}" for n in range(1, 69)]


def test_every_policy_names_the_seeds_that_disagree() -> None:
    assert [each.id for each in EVERY if not each.seeds] == []
    seeds = {f"seed-00{n}" for n in range(5)}
    for each in EVERY:
        named = {
            f"seed-{place.split(':')[0]}" for s in each.seeds for place in CONTENT.ledger[s].at
        }
        assert named == seeds & set(each.sources), each.id


def test_what_overrides_the_seeds_rests_on_a_clinical_source() -> None:
    assert {each.id for each in EVERY if each.overrides} == OVERRIDDEN
    for name in OVERRIDDEN:
        found = [s for s in clinical(POLICIES[name]) if s != "general-knowledge"]
        assert found, name


@pytest.mark.parametrize(
    ("name", "en", "fr"),
    [
        ("C02", "15 minutes, never more than 20", "15 minutes, jamais plus de 20"),
        ("C11", "At 5 or more, stop", "À 5 ou plus, arrêtez"),
        ("C19", "Stop on day 5", "Arrêtez au jour 5"),
        ("C27", "at 72 hours: see one", "à 72 heures"),
        ("C31", "We never say chest pain is harmless", "jamais qu’une douleur de poitrine"),
        ("C37", "One sign is enough", "Un seul signe suffit"),
        ("C38", "We advise no scan", "Nous ne conseillons aucune image"),
        ("C47", "never advise neck manipulation", "jamais de manipuler le cou"),
        ("C64", "We repeat none of them", "Nous n’en répétons aucun"),
    ],
)
def test_the_careful_answer_is_the_one_given(name: str, en: str, fr: str) -> None:
    assert en in POLICIES[name].we_do.en
    assert fr in POLICIES[name].we_do.fr


def test_service_promises_are_not_repeated() -> None:
    for name in ("C62", "C63", "C64"):
        policy = POLICIES[name]
        for text in (policy.they_say, policy.we_do):
            assert not re.search(r"\d", text.en + text.fr), name


def test_conflicts_named_elsewhere_are_policies() -> None:
    named = {c for each in options(KNOWLEDGE).options.values() for c in each.grounds.conflicts}
    content = visit(KNOWLEDGE)
    named |= {c for each in content.asks for c in each.grounds.conflicts}
    named |= {c for each in content.steps for c in each.grounds.conflicts}
    named |= {c for row in KNOWLEDGE.relief for c in row.grounds.conflicts}
    assert named - POLICIES.keys() == set()
