"""The signs that are an emergency by themselves, as the cases say: not read from the table."""

from functools import cache

import yaml

from unknot.knowledge.load import ROOT


@cache
def stops() -> dict[str, str]:
    """Return each sign that alone made somebody in a case an emergency, with the case's id."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "cases").glob("triage-*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            alone = case["base"] == "none" and list(case["facts"].values()) == [True]
            if alone and case["expect"]["urgency"] == "emergency":
                [sign] = case["facts"]
                found.setdefault(sign, case["id"])
    return found
