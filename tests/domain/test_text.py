"""Spans, documents, and the letters stories give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import document_from_text
from corpus.text import Span, find_all, letter_id


def test_a_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_overlap_is_having_a_code_point_in_common(a, b, c, d):
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(common)


def test_the_passage_at_an_offset():
    document = document_from_text("One here.  Two there.")
    numbers = [document.passage_at(i).number for i in range(len(document.text))]
    assert numbers == [1] * 11 + [2] * 10


def test_documents_are_lettered_like_columns():
    assert [letter_id(i) for i in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_find_all_finds_without_overlap():
    assert find_all("aaaa", "aa") == [Span(0, 2), Span(2, 4)]
    assert find_all("aaaa", "") == []
