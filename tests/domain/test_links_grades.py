"""Grades: what makes a link strong, and what keeps one from it that scores as high."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.links import find_links, score_passages, weights
from corpus.links.model import Link, Linked
from corpus.links.near import near_partners
from corpus.reading import document_from_text
from corpus.text import Document

WORDS = st.sampled_from(
    ["ferry", "sank", "Bergen", "Oslo", "crew", "rescued", "7", "Norway", "agreed", "deal", "the"]
)
TEXT = st.lists(st.lists(WORDS, min_size=2, max_size=7).map(" ".join), min_size=1, max_size=6)


def document(sentences: list[str], name: str) -> Document:
    text = "\n\n".join(f"{s[0].upper()}{s[1:]}." for s in sentences)
    return document_from_text(text, id=name)


def find(a: list[str], b: list[str]) -> Linked:
    return find_links(document(a, "A"), document(b, "B"))


def ends(link: Link) -> tuple[int, int]:
    return link.a.passages[0], link.b.passages[0]


@given(TEXT, TEXT)
@settings(max_examples=60)
def test_a_link_of_a_strong_score_is_strong_or_says_why_not(a: list[str], b: list[str]) -> None:
    for link in find(a, b).links:
        high = link.score >= weights.STRONG
        assert (link.grade == "strong" or bool(link.not_strong)) == high
        assert not (link.grade == "strong" and link.not_strong)
        assert (link.grade == "weak") == (link.score < weights.MEDIUM)


@given(TEXT, TEXT)
@settings(max_examples=60)
def test_the_counterpart_that_is_named_comes_before(a: list[str], b: list[str]) -> None:
    one, other = document(a, "A"), document(b, "B")
    scores = score_passages(one.wording, other.wording)
    for link in find_links(one, other).links:
        said = re.findall(
            r"(A|B)·(\d+)(’s best counterpart is| is as near to) .·(\d+)", link.not_strong
        )
        for side, here, words, there in said:
            at = int(here) - 1, int(there) - 1
            rival = scores[at if side == "A" else at[::-1]]
            assert (rival > link.score) == (words == "’s best counterpart is")
            assert rival >= link.score


FERRY = "the ferry Astrid sank off Bergen with 7 of the crew aboard"


def test_a_passage_with_a_better_counterpart_says_which() -> None:
    linked = find([FERRY, "choirs sang"], [FERRY, FERRY.replace("Bergen", "the coast")])
    (first, second) = linked.links
    assert (ends(first), first.grade, first.not_strong) == ((1, 1), "strong", "")
    assert (ends(second), second.grade) == ((1, 2), "medium")
    assert second.not_strong == "A·1’s best counterpart is B·1"


def test_an_equal_counterpart_is_not_called_better() -> None:
    linked = find(["choirs sang", FERRY], [FERRY, FERRY])
    grades = {ends(link): (link.grade, link.not_strong) for link in linked.links}
    assert grades == {(2, 1): ("strong", ""), (2, 2): ("medium", "A·2 is as near to B·1")}


def test_a_place_and_a_frame_alone_are_not_strong() -> None:
    (link,) = find(["they agreed in Norway"], ["a deal in Norway"]).links
    assert {piece.kind for piece in link.evidence if piece.a} == {"frame", "place"}
    assert link.grade != "strong"
    assert "too little is shared" in link.not_strong


def test_one_name_and_a_frame_are_not_strong() -> None:
    (link,) = find(["a fire burned Astrid"], ["a blaze on Astrid"]).links
    assert {piece.kind for piece in link.evidence if piece.a} == {"frame", "actor"}
    assert link.score >= weights.STRONG
    assert "too little is shared" in link.not_strong


# Which text is named first is all one.


@given(TEXT, TEXT)
@settings(max_examples=60)
def test_scores_are_the_same_with_the_texts_exchanged(a: list[str], b: list[str]) -> None:
    assert score_passages(b, a) == pytest.approx(score_passages(a, b).T, abs=1e-6)


SPELLINGS = ["davydenko", "davyenko", "davydenka", "davidenko", "davydeniko", "dvydenko", "gagloev"]


@given(st.sets(st.sampled_from(SPELLINGS)), st.sets(st.sampled_from(SPELLINGS)))
def test_near_words_are_the_same_with_the_texts_exchanged(a: set[str], b: set[str]) -> None:
    partners = near_partners(a, b)
    assert partners == near_partners(b, a)
    assert not partners.keys() & set(partners.values())
