"""Where a pair of texts was left."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.resume import Left, read, written

LEFT = st.builds(
    Left,
    side=st.integers(0, 1),
    numbers=st.tuples(st.integers(1, 99), st.integers(1, 99)),
    bar=st.sampled_from(["strong", "medium", "weak"]),
    view=st.sampled_from(["read", "notes"]),
    sidebar=st.booleans(),
    drafts=st.dictionaries(st.text(), st.text()),
)


@given(LEFT)
def test_what_was_kept_comes_back(left):
    assert read(written(left)) == left


@pytest.mark.parametrize("state", [None, "", "nonsense", "[]", "3"])
def test_nothing_readable_is_no_place(state):
    assert read(state) is None


def test_what_another_version_wrote_is_taken_as_far_as_it_can_be():
    state = json.dumps({"side": "left", "numbers": [2, 3], "future": True, "why": True})
    assert read(state) == Left(numbers=(2, 3), why=True)
