"""How sure a rate is: the exact bound of Clopper and Pearson, by halving."""

from math import comb

STEPS = 60


def upper_bound(failures: int, of: int, sure: float = 0.95) -> float:
    """Return the highest rate under which so few failures would still happen with 1 - `sure`.

    One-sided and exact (Clopper and Pearson 1934); 1.0 when everything failed or nobody was asked.
    """
    if failures >= of:
        return 1.0
    low, high = failures / of, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if _at_most(failures, of, middle) > 1 - sure:
            low = middle
        else:
            high = middle
    return high


def _at_most(failures: int, of: int, rate: float) -> float:
    """Return the chance of at most so many failures."""
    chances = (comb(of, k) * rate**k * (1 - rate) ** (of - k) for k in range(failures + 1))
    return sum(chances)
