"""Spans, documents, and the letters stories give them."""

import pickle
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import Passages
from corpus.reading import document_from_text
from corpus.text import Passage, Span, find_all, letter_id


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


@st.composite
def passages(draw):
    """Passages that some text could have, as a tuple."""
    kinds = st.sampled_from(["heading", "sentence"])
    made, end, paragraph = [], 0, 0
    for number, kind in enumerate(draw(st.lists(kinds, max_size=6)), start=1):
        start = end + draw(st.integers(0, 3))
        end = start + draw(st.integers(1, 90))
        paragraph += draw(st.integers(0, 1))
        made.append(Passage(number, kind, Span(start, end), paragraph))
    return tuple(made)


@given(passages(), passages(), st.slices(6))
def test_passages_kept_as_columns_are_the_passages(one, other, part):
    kept = Passages.of(one)
    assert (tuple(kept), len(kept), bool(kept)) == (one, len(one), bool(one))
    assert [kept[at] for at in range(-len(one), len(one))] == [*one, *one]
    assert kept[part] == one[part]
    assert list(kept.numbers) == [passage.number for passage in one]
    assert (kept == Passages.of(other)) == (one == other)
    again = pickle.loads(pickle.dumps(kept))  # noqa: S301 - our own
    assert (hash(kept), again) == (hash(Passages.of(one)), kept)


def test_there_is_no_passage_beyond_the_last():
    for at in (1, -2):
        with pytest.raises(IndexError):
            document_from_text("One here.").passages[at]


def test_a_passage_takes_few_bytes():
    text = "Word after word is told. " * 20_000
    document_from_text(text[:100])  # what is loaded once is not the passages'
    tracemalloc.start()
    document = document_from_text(text)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert document.passages[-1].number == 20_000
    assert taken < 20 * 20_000
