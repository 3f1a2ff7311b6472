"""Links of two documents: evidence, grades, gaps, progress and bad input."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.links import Cancelled, coverage, find_gaps, find_links, score_passages, weights
from corpus.links import find as finder
from corpus.links.index import build_index
from corpus.links.score import Matrix
from corpus.links.vocabulary import Term, read_both
from corpus.passages import Passages
from corpus.text import Document, Passage, Span

A = (
    "Pilots went on strike at Norsk Air on Tuesday.",
    "Chief executive Kari Lund offered 4 percent more pay.",
    "The weather in Oslo was fine.",
    "Passengers slept in the terminal.",
    "The union said it would not accept less than 7 percent.",
)
B = (
    "A strike by pilots stopped flights of Norsk Air.",
    "Lund, the airline's head, offered them 5 percent more pay.",
    "Hundreds of passengers spent the night in the terminal.",
    "A new runway opens next year.",
)
WORDS = st.sampled_from(
    ["strike", "pilots", "offered", "pay", "Lund", "Oslo", "4", "percent", "the", "of", "not"]
)
TEXT = st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), max_size=8)


def document(sentences: tuple[str, ...] | list[str], name: str) -> Document:
    passages, at = [], 0
    for number, sentence in enumerate(sentences, start=1):
        passages.append(Passage(number, "sentence", Span(at, at + len(sentence)), number))
        at += len(sentence) + 1
    return Document(name, name, name, "\n".join(sentences), "", Passages.of(passages))


a, b = document(A, "A"), document(B, "B")


@given(TEXT, TEXT)
@settings(max_examples=40)
def test_a_link_scores_what_the_matrix_says_and_its_evidence_adds_up_to_it(
    one: list[str], other: list[str]
) -> None:
    scores = score_passages(one, other)
    for link in find_links(document(one, "A"), document(other, "B")).links:
        assert link.score == scores[link.a.passages[0] - 1, link.b.passages[0] - 1]
        assert sum(e.weight for e in link.evidence) == pytest.approx(link.score, abs=1e-5)
        assert all(e.weight > 0 for e in link.evidence)


@given(TEXT, TEXT)
@settings(max_examples=40)
def test_nearest_is_the_best_of_the_matrix(one: list[str], other: list[str]) -> None:
    linked = find_links(document(one, "A"), document(other, "B"))
    scores = score_passages(one, other)
    for row, near in zip(scores, linked.nearest_a, strict=True):
        assert (near.score if near else 0.0) == max(row, default=0.0)
    for column, near in zip(scores.T, linked.nearest_b, strict=True):
        assert (near.score if near else 0.0) == max(column, default=0.0)


@given(TEXT, TEXT)
@settings(max_examples=40)
def test_candidates_give_the_same_links_as_the_whole_matrix(
    one: list[str], other: list[str]
) -> None:
    if not one or not other:
        return
    matrix = Matrix(build_index(read_both(one, other)))
    dense = finder.sift(matrix, lambda _: None)
    sparse = finder.sift(matrix, lambda _: None, whole=0)
    for left, right in zip(dense.kept(), sparse.kept(), strict=True):
        assert np.array_equal(left, right)
    assert np.array_equal(dense.best_a_score, sparse.best_a_score)
    assert np.array_equal(dense.best_b_score, sparse.best_b_score)


@given(TEXT, TEXT)
@settings(max_examples=40)
def test_a_likeness_is_the_shared_terms_over_both_lengths(one: list[str], other: list[str]) -> None:
    if not one or not other:
        return
    known = read_both(one, other)
    index = build_index(known, with_meaning=False)
    worth = dict(zip(index.terms, index.weight.tolist(), strict=True))
    rows, columns = (
        [{t for sense, _ in known.met(side, n) for t in sense.terms} for n in range(len(texts))]
        for side, texts in ((known.a, one), (known.b, other))
    )
    slow = [[_cosine(row, column, worth) for column in columns] for row in rows]
    assert index.likeness(0, len(one)) == pytest.approx(np.array(slow), abs=1e-12)


def _cosine(row: set[Term], column: set[Term], worth: dict[Term, float]) -> float:
    shared, *lengths = (sum(worth[term] for term in terms) for terms in (row & column, row, column))
    return shared / math.prod(math.sqrt(length + weights.SMOOTHING) for length in lengths)


def test_links_come_best_first() -> None:
    scores = [link.score for link in find_links(a, b).links]
    assert scores == sorted(scores, reverse=True)


def test_evidence_points_at_the_words_that_met() -> None:
    link = next(k for k in find_links(a, b).links if k.a.passages == k.b.passages == (1,))
    met = {(a.quote(e.a[0]), b.quote(e.b[0])) for e in link.evidence if e.a}
    assert ("Pilots", "pilots") in met
    assert ("Norsk Air", "Norsk Air") in met
    first = a.passage(1).span
    assert all(first.covers(span) for e in link.evidence for span in e.a)


def test_numbers_of_one_thing_that_differ_are_a_caution() -> None:
    link = next(k for k in find_links(a, b).links if k.a.passages == k.b.passages == (2,))
    assert "“4 percent” against “5 percent”" in [c.words for c in link.cautions]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "Three people were slightly hurt in the crash near Lund.",
            "Five passengers were injured in the crash near Lund.",
            ["“Three people” against “Five passengers”"],
        ),
        (
            "The ferry to Askoy carried 120 people.",
            "The ferry to Askoy had 118 passengers and crew.",
            ["“120 people” against “118 passengers”"],
        ),
        (
            "One miner died in the pit at Orsk.",
            "Two miners died in the pit at Orsk.",
            ["“One miner” against “Two miners”"],
        ),
        (
            "The dam at Karu cost 12.4 billion crowns.",
            "The dam at Karu cost 13 billion crowns.",
            ["“12.4 billion crowns” against “13 billion crowns”"],
        ),
        (
            "Twenty-five workers fled the mine at Orsk.",
            "The mine at Orsk: 25 employees fled.",
            [],
        ),
        (
            "The bomb in Kandara killed 16 people and hurt 40.",
            "The Kandara bomb: 40 wounded, 16 civilians dead.",
            [],
        ),
        (
            "Police in Kandara hold two suspects over the bomb.",
            "The Kandara bomb killed 16 people, police say.",
            [],
        ),
    ],
)
def test_only_counts_of_the_same_thing_differ(one: str, other: str, said: list[str]) -> None:
    (link,) = find_links(document([one], "A"), document([other], "B")).links
    assert [c.words for c in link.cautions if c.kind == "number-differs"] == said


def test_a_negation_on_one_side_is_a_caution() -> None:
    one = document(["The rebels claimed the attack on the harbour."], "A")
    other = document(["The rebels did not claim the attack on the harbour."], "B")
    (link,) = find_links(one, other).links
    assert [c.kind for c in link.cautions] == ["negation"]


def test_days_that_differ_are_a_caution() -> None:
    one = document(["The rebels attacked the harbour on Monday."], "A")
    other = document(["The rebels attacked the harbour on Friday."], "B")
    (link,) = find_links(one, other).links
    assert [c.kind for c in link.cautions] == ["day-differs"]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("on 16 September", "on 18 September", ["date-differs"]),
        ("on 16 September", "on Sept. 16", []),
        ("on 16 September", "on 18 August", ["month-differs"]),
        ("on 16 September", "in September", []),
    ],
)
def test_dates_that_differ_are_a_caution(one: str, other: str, kinds: list[str]) -> None:
    texts = (f"The rebels attacked the harbour {when}." for when in (one, other))
    a, b = (document([text], name) for text, name in zip(texts, "AB", strict=True))
    (link,) = find_links(a, b).links
    assert [c.kind for c in link.cautions] == kinds


def test_gaps_are_runs_without_a_link_above_weak_and_name_their_nearest() -> None:
    linked = find_links(a, b)
    answered = {k.a.passages[0] for k in linked.links if k.grade != "weak"}
    gaps = [gap for gap in find_gaps([a, b], [linked]) if gap.document == "A"]
    assert {n for gap in gaps for n in gap.passages} == set(range(1, 6)) - answered
    weather = next(gap for gap in gaps if 3 in gap.passages)
    assert all(y - x == 1 for x, y in zip(weather.passages, weather.passages[1:], strict=False))


def test_a_gap_that_shares_nothing_has_no_nearest() -> None:
    one, other = document(["Rain fell."], "A"), document(["Copper rose."], "B")
    assert [gap.nearest for gap in find_gaps([one, other], [find_links(one, other)])] == [None] * 2


def test_a_third_document_can_close_a_gap() -> None:
    c = document(["The weather in Oslo was fine all week."], "C")
    linked = [find_links(a, b), find_links(a, c), find_links(b, c)]
    gaps = find_gaps([a, b, c], linked)
    assert not any(gap.document == "A" and 3 in gap.passages for gap in gaps)


def test_coverage_is_the_share_of_answered_passages() -> None:
    links = find_links(a, a).links
    assert coverage([a], links) == {"A": 1.0}
    assert coverage([a, b], []) == {"A": 0.0, "B": 0.0}


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    find_links(a, b, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_progress_rises_to_one_through_candidates_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder.sift, "__kwdefaults__", {"whole": 0})
    told: list[float] = []
    find_links(a, b, progress=told.append)
    assert told == sorted(told)
    assert len(told) > len(set(told) & {0.0, 1.0})
    assert told[-1] == 1.0


SCRIPT = """
import sys
from corpus.links import find_links
from corpus.reading import read_document
a, b = (read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab")
print(find_links(a, b))
"""


def test_a_process_of_another_hash_seed_finds_the_same_for_the_same_reasons() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert "both name Dmitry Medvedev" in runs[0]
    assert runs[0] == runs[1]


def test_passages_of_digits_alone_link_by_them() -> None:
    one, other = document(["12 16 2008", "77"], "A"), document(["2008 12 16", "5"], "B")
    assert [(k.a.passages, k.b.passages) for k in find_links(one, other).links] == [((1,), (1,))]


def test_cancelling_stops_the_work() -> None:
    with pytest.raises(Cancelled):
        find_links(a, b, cancelled=lambda: True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([], []),
        ([], ["One sentence."]),
        (["One sentence."], []),
        (["...", "—"], ["!", "?"]),
        (["The of and."], ["The of and."]),
        (["Дождь шёл весь день."], ["Rain fell."]),
    ],
)
def test_texts_without_a_shared_word_have_no_links(one: list[str], other: list[str]) -> None:
    linked = find_links(document(one, "A"), document(other, "B"))
    assert linked.links == ()
    assert len(linked.nearest_a) == len(one)


def test_other_scripts_link_by_their_own_words() -> None:
    one = document(["Президент подписал договор.", "Шёл дождь."], "A")
    other = document(["В среду договор подписал президент.", "新しい橋が開通した。"], "B")
    assert [(k.a.passages, k.b.passages) for k in find_links(one, other).links] == [((1,), (1,))]


def test_a_text_against_itself_links_every_passage_to_itself() -> None:
    links = find_links(a, a).links
    strong = {
        k.a.passages[0] for k in links if k.grade == "strong" and k.a.passages == k.b.passages
    }
    assert strong == set(range(1, len(A) + 1))


def test_identical_sentences_by_the_thousand_stay_within_bounds() -> None:
    many = document(["The same sentence stands here again."] * 3_000, "A")
    links = find_links(many, many).links
    assert len(links) <= weights.LINKS_OF_ONE**2


def test_identical_sentences_beyond_counting_give_an_answer() -> None:
    many = document(["The same sentence stands here again."] * 20_000, "A")
    linked = find_links(many, many)
    assert len(linked.nearest_a) == 20_000
