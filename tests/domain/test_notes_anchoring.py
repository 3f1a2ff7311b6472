"""A note finds its words again, or says that it cannot."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.anchoring import anchor, make_target
from corpus.notes.model import Target
from corpus.notes.nearest import nearest_passages
from corpus.notes.normalise import normalise
from corpus.passages import Passages
from corpus.text import Document, Passage, Span

TEXT = """The harbour opens in May. The wall was built by "two brothers" - masons from Lorn.

Nobody has seen the plan of the wall, said Mayor Brandvold. The town will borrow the money.

The harbour opens in May. Fishermen doubt it, and so does the insurer of the old fleet.
"""


def _document(text: str) -> Document:
    spans = [Span(*m.span()) for m in re.finditer(r"\S[^.\n]*\.?", text)]
    passages = Passages.of(Passage(i, "sentence", span, 0) for i, span in enumerate(spans, 1))
    return Document("A", "a", "/a.txt", text, sha256(text.encode()).hexdigest(), passages)


def _target(words: str, text: str = TEXT, *, last: bool = False) -> Target:
    start = text.rindex(words) if last else text.index(words)
    return make_target(_document(text), Span(start, start + len(words)))


def test_a_target_keeps_words_context_place_and_hash() -> None:
    target = _target("two brothers")
    assert (target.quote, target.start) == ("two brothers", TEXT.index("two brothers"))
    assert target.prefix == TEXT[target.start - 32 : target.start]
    assert target.suffix == TEXT[target.end : target.end + 32]
    assert (target.document, target.sha256) == ("/a.txt", _document(TEXT).sha256)


def test_in_the_same_text_the_offsets_hold() -> None:
    target = _target("The harbour opens in May.", last=True)
    found = anchor(target, _document(TEXT))
    assert (found.state, found.span) == ("found", Span(target.start, target.end))


def test_the_same_hash_is_not_believed_when_the_words_differ() -> None:
    target = replace(_target("The wall was built by"), start=3, end=24)
    found = anchor(target, _document(TEXT))
    assert found.span == Span(TEXT.index("The wall"), TEXT.index("The wall") + 21)


def test_words_are_found_behind_an_insertion() -> None:
    text = "A new beginning, quite long.\n\n" + TEXT
    found = anchor(_target("masons from Lorn"), _document(text))
    assert (found.state, found.now) == ("found", "masons from Lorn")


def test_typography_is_no_change() -> None:
    text = TEXT.replace('"two brothers" -', "“two\u00a0bro\u00adthers” —").replace("\n", "\r\n")
    found = anchor(_target('by "two brothers" - masons'), _document(text))
    assert (found.state, found.now) == ("found", "by “two\u00a0bro\u00adthers” — masons")


def test_changed_words_are_shown_for_checking() -> None:
    text = TEXT.replace("has seen the plan", "in town has ever seen a plan")
    found = anchor(_target("Nobody has seen the plan of the wall"), _document(text))
    assert (found.state, found.now) == (
        "changed",
        "Nobody in town has ever seen a plan of the wall",
    )


def test_vanished_words_are_orphaned() -> None:
    text = TEXT.replace("Nobody has seen the plan of the wall, said Mayor Brandvold. ", "")
    found = anchor(_target("Nobody has seen the plan of the wall"), _document(text))
    assert (found.state, found.span, found.now) == ("orphaned", None, None)


def test_of_two_equal_passages_the_one_with_the_right_context_is_found() -> None:
    text = TEXT.replace("in May. Fishermen", "in May. All the fishermen").replace(
        "The wall", "A wall"
    )
    for last in (False, True):
        target = _target("The harbour opens in May.", last=last)
        place = text.rindex("The harbour") if last else text.index("The harbour")
        found = anchor(target, _document(text))
        assert found.span == Span(place, place + len(target.quote))


def test_an_ambiguous_place_is_never_called_found() -> None:
    refrain = "We shall not move. Not in May, not in June. " * 6
    target = make_target(_document(refrain), Span(88, 106))
    found = anchor(target, _document("Sung twice. " + refrain))
    assert found.state != "found"


def test_a_common_word_without_its_context_is_orphaned() -> None:
    target = _target("the wall")
    assert anchor(target, _document("Over there stands the wall. It is another one.")).span is None


@pytest.mark.parametrize("text", ["", " ", "\n", "short"])
def test_nothing_is_found_in_next_to_nothing(text: str) -> None:
    assert anchor(_target("Fishermen doubt it"), _document(text)).state == "orphaned"
    assert len(nearest_passages(_target("Fishermen doubt it"), _document(text))) <= 1


def test_a_target_of_a_stranger_is_harmless() -> None:
    stranger = Target("/a.txt", _document(TEXT).sha256, 10**9, 10**9 + 5, "")
    assert anchor(stranger, _document(TEXT)).state == "orphaned"
    huge = replace(stranger, quote="x " * 20_000, prefix="\x00" * 99)
    assert anchor(huge, _document(TEXT)).state == "orphaned"


def test_the_nearest_passages_of_an_orphan() -> None:
    document = _document(TEXT)
    target = replace(_target("The town will borrow the money."), quote="The town borrows money")
    best, *rest = nearest_passages(target, document)
    assert document.quote(best.span) == "The town will borrow the money."
    assert len(rest) == 2


@given(st.text(alphabet="aб \n\t\u00a0\u00ad\u200b“”«»‘’—–-…'\"\r.", max_size=60))
def test_evening_out_keeps_the_way_back(text: str) -> None:
    normal = normalise(text)
    assert not set(normal.text) & set("\n\t\r\u00a0\u00ad\u200b“”«»‘’—–…")
    assert "  " not in normal.text
    origins = [normal.source(at) for at in range(len(normal.text))]
    assert origins == sorted(origins)
    for plain, origin in zip(normal.text, origins, strict=True):
        if plain.isalpha():
            assert text[origin] == plain


@given(st.data())
def test_words_that_did_not_change_are_never_placed_wrongly(data: st.DataObject) -> None:
    known = st.sampled_from(["wall", "sea", "harbour", "мост", "река", "сказал", "the", "42"])
    words = st.lists(known, min_size=8)
    text = " ".join(data.draw(words))
    start = data.draw(st.integers(0, len(text) - 1))
    target = make_target(_document(text), Span(start, data.draw(st.integers(start + 1, len(text)))))
    found = anchor(target, _document("Something new. " + text))
    if found.state == "found" and found.span is not None:
        assert found.now == target.quote.strip()


def test_a_long_quotation_is_found_by_its_ends() -> None:
    sentences = [f"Boat {i} of harbour {i * 7 % 101} sails at {i * 13 % 59}." for i in range(900)]
    text = " ".join(sentences)
    quote = " ".join(sentences[200:600])
    start = text.index(quote)
    target = make_target(_document(text), Span(start, start + len(quote)))
    found = anchor(target, _document(text.replace("Boat 400 ", "Ship 400 ")))
    assert found.state == "changed"
    assert found.now == quote.replace("Boat 400 ", "Ship 400 ")


def test_letters_that_grow_when_small_shift_nothing() -> None:
    text = "İ" * 300 + ". " + TEXT
    found = anchor(_target("Nobody has seen the plan"), _document(text.replace("has", "had")))
    assert found.now == "Nobody had seen the plan"
