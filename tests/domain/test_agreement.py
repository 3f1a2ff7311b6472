"""How far coders agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.agreement import Coded, agreement


def codings(coder: str, *numbers: int, code: str = "claim", text: str = "A") -> list[Coded]:
    return [Coded(coder, (text, n), c) for n in numbers for c in ("", code)]


def figures(coded, passages):
    return {(one.code, one.coders): one for one in agreement(coded, passages)}


def test_two_coders_as_in_the_textbook():
    # 50 cases: both yes 20, only the first 5, only the second 10, both no 15. By hand:
    # observed .7; chance .5 * .6 + .5 * .4 = .5; kappa .4.
    first, second = [*range(1, 26)], [*range(1, 21), *range(26, 36)]
    found = figures([*codings("x", *first), *codings("y", *second)], {"A": 50})
    one = found["claim", ("x", "y")]
    assert one.units == 50
    assert one.counts == (20, 5, 10, 15)
    assert one.observed == pytest.approx(0.7)
    assert one.kappa == pytest.approx(0.4)
    # Coincidences (Krippendorff 2011): 15 pairs differ, 55 yes and 45 no of 100 values.
    assert one.alpha == pytest.approx(1 - 99 * 15 / (55 * 45))


def test_alpha_of_three_coders():
    # Ten passages; given by all on 1 and 2, by two on 3, by one on 4.
    coded = [*codings("x", 1, 2, 3, 4), *codings("y", 1, 2, 3), *codings("z", 1, 2)]
    found = figures(coded, {"A": 10})
    every = found["claim", ("x", "y", "z")]
    assert every.counts is None
    assert every.kappa is None
    assert every.observed == pytest.approx(1 - 4 / 30)
    # Values: 9 given of 30. Differing ordered pairs over m - 1: (2 * 2 + 2 * 2) / 2 = 4.
    assert every.alpha == pytest.approx(1 - 29 * 4 / (2 * 9 * 21))
    assert set(found) >= {("claim", ("x", "y")), ("", ("x", "z"))}


def test_only_texts_in_which_both_noted_something_count():
    coded = [*codings("x", 1), *codings("x", 1, text="B"), *codings("y", 1)]
    assert figures(coded, {"A": 4, "B": 90})["", ("x", "y")].units == 4
    assert not figures([*codings("x", 1), *codings("y", 1, text="B")], {"A": 4, "B": 4})


def test_what_nobody_could_disagree_on_has_no_figure():
    one = figures([*codings("x", 1), *codings("y", 1)], {"A": 1})["", ("x", "y")]
    assert (one.observed, one.kappa, one.alpha) == (1, None, None)


MARKED = st.sets(st.integers(1, 12), min_size=1)


@given(MARKED, MARKED)
def test_figures_are_the_same_whoever_comes_first_and_one_where_all_is_equal(one, other):
    there = figures([*codings("x", *one), *codings("y", *other)], {"A": 12})["", ("x", "y")]
    back = figures([*codings("x", *other), *codings("y", *one)], {"A": 12})["", ("x", "y")]
    assert there[3] == back[3]
    assert (there.kappa, there.alpha) == (back.kappa, back.alpha)
    if one == other and len(one) < 12:
        assert there.kappa == there.alpha == 1
    assert there.alpha is None or there.alpha <= 1
    assert sum(there.counts) == 12
