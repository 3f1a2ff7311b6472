"""Excerpts kept as columns are the excerpts, and answer questions without being made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actors.excerpts import Excerpts, Places, inside, overlapping, spots_of
from corpus.actors.model import Excerpt
from corpus.reading import document_from_text
from corpus.text import Span

A = document_from_text("The ferry left the harbour at noon.", id="A")
B = document_from_text("Nobody was on board — “nobody”.", id="B")
TEXTS = {document.id: document for document in (A, B)}


@st.composite
def spans(draw):
    """A span in either text."""
    start, end = sorted(draw(st.tuples(st.integers(0, 31), st.integers(0, 31))))
    return Span(start, end)


@st.composite
def excerpts(draw):
    """Words of a text, or others that are said to stand there."""
    document, span = draw(st.sampled_from([A, B])), draw(spans())
    words = draw(st.one_of(st.just(document.quote(span)), st.sampled_from(["", "other words"])))
    return Excerpt(document.id, span.start, span.end, words)


def kept(found):
    """The same, through columns."""
    places = Places((A, B))
    other = [(at, one.text) for at, one in enumerate(found)]
    other = [(at, text) for at, text in other if text != quote(found[at])]
    columns = zip(*((one.document, one.start, one.end) for one in found), strict=True)
    assert places.extend((*map(list, columns), other)) == len(found)
    return Excerpts(places.excerpt, 0, len(found), places)


def quote(one):
    return TEXTS[one.document].quote(Span(one.start, one.end))


@given(st.lists(excerpts(), min_size=1), st.sampled_from("ABC"), spans())
def test_excerpts_in_columns_are_the_excerpts(found, document, span):
    made = kept(found)
    assert made == tuple(found)
    assert list(spots_of(made)) == list(spots_of(found))
    assert list(inside(made, document)) == list(inside(found, document))
    assert list(overlapping(made, document, span)) == list(overlapping(found, document, span))


@pytest.mark.parametrize(
    "columns",
    [
        (["A"], [5], [4], []),
        (["A"], [5], [], []),
        (["C"], [4], [5], []),
        (["A"], [-1], [5], []),
        (["A"], ["4"], ["5"], []),
    ],
)
def test_what_is_no_place_is_refused(columns):
    with pytest.raises((ValueError, LookupError, TypeError, OverflowError)):
        Places((A, B)).extend(columns)
