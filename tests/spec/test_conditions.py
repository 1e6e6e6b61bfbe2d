import pytest

from tests.spec.drawn import READINGS, disagreements

LOGIC = """
    a | b || a and b | a or b | not a | a and not b | not (a or b)
    T | T || T       | T      | F     | F           | F
    T | F || F       | T      | F     | T           | F
    T | U || U       | T      | F     | U           | F
    F | T || F       | T      | T     | F           | F
    F | F || F       | F      | T     | F           | T
    F | U || F       | U      | T     | F           | U
    U | T || U       | T      | U     | F           | F
    U | F || F       | U      | U     | U           | U
    U | U || U       | U      | U     | U           | U
"""
ORDER = """
    pain || pain >= 5 | pain > 5 | pain <= 5 | pain < 5 | pain == 5 | pain != 5 | 5 <= pain
    4    || F         | F        | T         | T        | F         | T         | F
    5    || T         | F        | T         | F        | T         | F         | T
    6    || T         | T        | F         | F        | F         | T         | T
    U    || U         | U        | U         | U        | U         | U         | U
"""
TWO_FACTS = """
    pain | worst || pain < worst | pain == worst
    3    | 7     || T            | F
    7    | 7     || F            | T
    U    | 7     || U            | U
    7    | U     || U            | U
"""
WORDS = """
    onset    || onset == 'injury' | onset != 'injury' | onset in ['injury', 'stress'] | onset not in ['injury']
    injury   || T                 | F                 | T                             | F
    overload || F                 | T                 | F                             | T
    U        || U                 | U                 | U                             | U
"""
SETS = """
    regions            || 'neck' in regions | 'neck' not in regions
    {neck}             || T                 | F
    {upper_back chest} || F                 | T
    {}                 || F                 | T
    U                  || U                 | U
"""
KNOWN = """
    a | pain || known(a) | not known(pain) | known(a) and a | known(pain) and pain > 3 | true | false
    T | 4    || T        | F               | T              | T                        | T    | F
    F | 0    || T        | F               | F              | F                        | T    | F
    U | U    || F        | T               | F              | F                        | T    | F
"""


@pytest.mark.parametrize(
    "table",
    [LOGIC, ORDER, TWO_FACTS, WORDS, SETS, KNOWN],
    ids=["logic", "order", "two facts", "words", "sets", "known"],
)
def test_every_reading_is_what_is_drawn(table: str) -> None:
    assert disagreements(table) == []


def test_a_wrong_drawing_is_noticed() -> None:
    wrong = disagreements("a || not a\nU || F")
    assert {each.reading for each in wrong} == set(READINGS)
