"""Tuples that are made when they are looked at are the tuples."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.deferred import Deferred, Made

VALUES = tuple(f"value {n}" for n in range(8))
PARTS = st.tuples(st.integers(0, 8), st.integers(0, 8)).map(sorted)


@pytest.mark.parametrize("kind", ["deferred", "made"])
@given(part=PARTS, other=PARTS, within=st.slices(8))
def test_it_is_the_tuple_in_all_but_name(kind, part, other, within):
    def lazily(first, stop):
        if kind == "deferred":
            return Deferred(lambda: VALUES[first:stop])
        return Made(VALUES.__getitem__, first, stop)

    whole, one = VALUES[slice(*part)], lazily(*part)
    assert (tuple(one), len(one), bool(one)) == (whole, len(whole), bool(whole))
    assert [one[at] for at in range(-len(whole), len(whole))] == [*whole, *whole]
    assert tuple(one[within]) == whole[within]
    assert (one == lazily(*other), one == VALUES[slice(*other)]) == (
        whole == VALUES[slice(*other)],
    ) * 2
    assert whole == one
    assert hash(one) == hash(whole)
    assert one != [*whole]
    assert pickle.loads(pickle.dumps(lazily(*part))) == copy.deepcopy(one) == whole  # noqa: S301


def test_what_is_made_is_not_kept():
    asked: list[int] = []
    made = Made(lambda at: asked.append(at) or at, 3, 9)
    assert (made[1], made[1], made[-1]) == (4, 4, 8)
    assert asked == [4, 4, 8]
    with pytest.raises(IndexError):
        made[6]


def test_a_defect_is_told_shortly_however_many_they_are():
    assert len(repr(Made(str, 0, 1_000_000))) < 100
    assert repr(Deferred(lambda: VALUES)) == repr(VALUES)
