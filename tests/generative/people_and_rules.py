"""Hypothesis strategies for conditions and for people, over the shapes of the drawn tables."""

from hypothesis import strategies as st

from tests.spec.drawn import SHAPES
from unknot.rules.nodes import And, Compare, Fact, Known, Literal, Member, Node, Not, Or, Value

BOOLS = ["a", "b"]
INTS = ["pain", "worst"]
SIGNS = ["==", "!=", "<", "<=", ">", ">="]

leaves: st.SearchStrategy[Node] = st.one_of(
    st.sampled_from(BOOLS).map(Fact),
    st.booleans().map(Literal),
    st.sampled_from(sorted(SHAPES)).map(Known),
    st.builds(
        Compare,
        st.sampled_from(INTS).map(Fact),
        st.sampled_from(SIGNS),
        st.one_of(st.integers(0, 10).map(Literal), st.sampled_from(INTS).map(Fact)),
    ),
    st.builds(
        Compare,
        st.sampled_from(BOOLS).map(Fact),
        st.sampled_from(SIGNS[:2]),
        st.one_of(st.booleans().map(Literal), st.sampled_from(BOOLS).map(Fact)),
    ),
    st.builds(
        Compare,
        st.just(Fact("onset")),
        st.sampled_from(SIGNS[:2]),
        st.sampled_from(sorted(SHAPES["onset"].words)).map(Literal),
    ),
    st.builds(
        Member,
        st.sampled_from(INTS).map(Fact),
        st.lists(st.integers(0, 10), min_size=1, max_size=4, unique=True).map(tuple),
    ),
    st.builds(
        Member,
        st.just(Fact("onset")),
        st.lists(st.sampled_from(sorted(SHAPES["onset"].words)), min_size=1, unique=True).map(
            tuple
        ),
    ),
    st.builds(
        Member,
        st.sampled_from(sorted(SHAPES["regions"].words)).map(Literal),
        st.just(Fact("regions")),
    ),
)


def _joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(parts.map(Not), several.map(And), several.map(Or))


conditions: st.SearchStrategy[Node] = st.recursive(leaves, _joined, max_leaves=12)


@st.composite
def people(draw: st.DrawFn) -> dict[str, Value]:
    """Draw answers, any of which may be missing."""
    answers: dict[str, Value | None] = {
        **{name: draw(st.none() | st.booleans()) for name in BOOLS},
        **{name: draw(st.none() | st.integers(0, 10)) for name in INTS},
        "onset": draw(st.none() | st.sampled_from(sorted(SHAPES["onset"].words))),
        "regions": draw(
            st.none() | st.frozensets(st.sampled_from(sorted(SHAPES["regions"].words)))
        ),
    }
    return {name: value for name, value in answers.items() if value is not None}
