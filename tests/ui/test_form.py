"""What is filled in for a note: its drafts and its tags."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.colours import Colour
from tui.form import Form, completed, read, tag_line, tags_in, written

tag = st.from_regex(r"[^\W_][\w ]{0,9}[^\W_]", fullmatch=True).map(lambda t: " ".join(t.split()))
forms = st.builds(
    Form,
    st.text(),
    st.lists(st.text(), max_size=3).map(tuple),
    st.sampled_from(get_args(Colour)),
    st.booleans(),
)


@given(forms)
def test_a_draft_comes_back(form: Form) -> None:
    assert read(written(form)) == form


@pytest.mark.parametrize(
    "draft", ["", "plain words", "7", "[]", '{"text": 3}', '{"text": "x"}', "[" * 100]
)
def test_what_an_older_version_kept_is_the_words(draft: str) -> None:
    assert read(draft) == Form(draft)


@given(st.lists(tag, unique=True, max_size=4))
def test_tags_are_read_as_they_are_written(tags: list[str]) -> None:
    assert tags_in(tag_line(tags)) == tuple(tags)
    assert tags_in(", ".join(f"#{one}" for one in tags)) == tuple(tags)


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("cl", "claim"),
        ("date, cl", "date, claim"),
        ("claim, cl", "claim, clue"),
        ("claim", None),
        ("claim, ", None),
        ("", None),
        ("xyz", None),
    ],
)
def test_the_last_tag_is_completed_by_the_most_used(line: str, whole: str | None) -> None:
    assert completed(line, ("claim", "clue", "date")) == whole
