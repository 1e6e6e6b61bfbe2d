"""Prints each property as proved, or the people it fails for."""

import sys

from tools.prove import verdicts
from unknot.knowledge.load import load
from unknot.knowledge.medicines import medicines
from unknot.knowledge.training import training


def main() -> int:
    """Print each property; return 1 when one fails."""
    failed = 0
    knowledge = load()
    for verdict in verdicts(knowledge, training(knowledge), medicines(knowledge)):
        failed += bool(verdict.failures)
        print(("FAILS   " if verdict.failures else "proved  ") + verdict.property, flush=True)
        for failure in verdict.failures[:5]:
            print(f"        {failure}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
