"""A story of more than two texts: which of them have what, in every report."""

from __future__ import annotations

import csv
import io
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.links.across import answers, claims, listed, whereabouts
from corpus.links.model import End, Link
from corpus.reading import document_from_text
from corpus.report import render
from corpus.story import Story, analyse

AGROUND = "The ferry Anna ran aground near Lund on Monday."
HURT = "Captain Erik Berg said that nobody was hurt."
INQUIRY = "Ministers in Stockholm want an inquiry."
TEXTS = (
    f"{AGROUND} {HURT} Divers will look at the hull on Tuesday.",
    f"{AGROUND} {INQUIRY}",
    f"{AGROUND} {HURT} {INQUIRY}",
)


@pytest.fixture(scope="module")
def story() -> Story:
    return analyse([document_from_text(t, id=i) for t, i in zip(TEXTS, "ABC", strict=True)])


def test_a_claim_stands_in_some_texts_and_in_no_other(story: Story) -> None:
    found = {one.others: one.ends for one in claims(story.documents, story.links)}
    assert found["B",] == (End("A", (2,)), End("C", (2,)))
    assert found["A",] == (End("B", (2,)), End("C", (3,)))
    assert len(found) == 2


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_reports_speak_of_all_texts(story: Story, form: str) -> None:
    told = " ".join(render(story, form).split())  # pyright: ignore[reportArgumentType]
    assert "A 2 and C 2: in A and C; no counterpart found in B" in told
    assert "B 2 and C 3: in B and C; no counterpart found in A" in told
    assert "A: 2 of 3 passages in any other text" in told
    assert "No counterpart found in any other text for 1 of 3 passages" in told
    assert "Erik Berg (person): in A and C; no mention found in B" in told
    assert "not mentioned" not in told


def test_of_two_texts_nothing_is_told_of_some(story: Story) -> None:
    two = analyse(story.documents[:2])
    told = render(two, "txt")
    assert "IN SOME TEXTS" not in told
    assert "COVERAGE" not in told
    assert claims(two.documents, two.links) == ()


def test_a_table_says_where_nothing_was_found(story: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(render(story, "csv"))))
    shared = [
        (r["document"], r["passages"], r["not_found_in"]) for r in rows if r["kind"] == "claim"
    ]
    assert shared == [("A", "2", "B"), ("C", "2", "B"), ("B", "2", "A"), ("C", "3", "A")]
    assert {(r["document"], r["not_found_in"]) for r in rows if r["kind"] == "gap"} == {
        ("A", "B C")
    }


def test_lists_of_texts_are_read_aloud() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"], "or") == "A, B or C"
    assert whereabouts("ABC", {"B"}) == "in B; no counterpart found in A or C"
    assert whereabouts("ABC", set("ABC")) == whereabouts("ABC", ()) == whereabouts("AB", "A") == ""


DOCUMENTS = [document_from_text("One. Two. Three. Four.", id=i) for i in "ABCD"]
ENDS = st.tuples(*[st.integers(1, len(DOCUMENTS[0].passages))] * 2)


@given(st.lists(st.tuples(st.sampled_from(list(combinations("ABCD", 2))), ENDS), max_size=20))
def test_every_answered_passage_is_in_one_claim_or_in_all_texts(drawn) -> None:
    links = [Link(End(a, (n,)), End(b, (m,)), 0.5, "medium", ()) for (a, b), (n, m) in drawn]
    found, told = answers(links), claims(DOCUMENTS, links)
    places = [(end.document, n) for one in told for end in one.ends for n in end.passages]
    assert len(places) == len(set(places))
    for place, there in found.items():
        inside = {place[0], *there}
        assert (place in places) == (len(inside) < len(DOCUMENTS))
    for one in told:
        assert {*one.documents, *one.others} == set("ABCD")
        for end in one.ends:
            for n in end.passages:
                assert {end.document, *found[end.document, n]} == set(one.documents)
