"""What is known of a source, who says so, and the reader's own word."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.facts import DECISION, checked, encode, own_facts, with_all_own, with_own
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text, read_document
from corpus.text import Fact, with_facts

DOCUMENT = with_facts(
    document_from_text("# Talks\n\nThey talked."),
    [Fact("date", "2019-05-03", "metadata"), Fact("author", "Anna", "metadata")],
)


def test_the_reader_s_word_counts_before_all_others() -> None:
    document = with_own(DOCUMENT, {"date": "2020-01-01", "label": "Agency"})
    assert (document.date, document.title) == ("2020-01-01", "Talks")
    origins = [(f.value, f.origin) for f in document.facts if f.kind == "date"]
    assert origins == [("2020-01-01", "reader"), ("2019-05-03", "metadata")]


def test_the_reader_may_say_that_something_is_unknown() -> None:
    document = with_own(DOCUMENT, {"date": "", "title": ""})
    assert (document.date, document.title) == (None, None)
    assert document.fact("author") == Fact("author", "Anna", "metadata")


def test_a_later_word_replaces_an_earlier_one() -> None:
    once = with_own(DOCUMENT, {"date": "2020-01-01"})
    assert with_own(once, {"date": "2021-01-01"}) == with_own(DOCUMENT, {"date": "2021-01-01"})
    assert with_own(DOCUMENT, {}) == DOCUMENT


def test_it_is_kept_with_the_notes_and_can_be_undone(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z") as store:
        store.decide(DECISION, DOCUMENT.sha256, encode({"date": "2020-01-01"}), ("a.txt",))
        (known,) = with_all_own([DOCUMENT], own_facts(store.decisions(DECISION)))
        assert known.date == "2020-01-01"
        store.undo()
        assert with_all_own([DOCUMENT], own_facts(store.decisions(DECISION))) == (DOCUMENT,)


def test_strange_decisions_are_left_out() -> None:
    assert own_facts({"one": {"date": 5}, "two": {"date": "x\x1b[2J", "other": 1}}) == {
        "two": {"date": "x[2J"}
    }


@pytest.mark.parametrize(
    "words", ["2008-08-29", "2008-08", "2008", "after 2020", "", "spring 2008"]
)
def test_a_date_is_a_day_or_words(words: str) -> None:
    assert checked("date", words) == words


@pytest.mark.parametrize("words", ["2008-13-01", "29.08.2008", "2008-02-30", "08/29/2008", "5"])
def test_numbers_that_are_no_day_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="no day of the calendar"):
        checked("date", words)


def test_nothing_is_invented_for_the_bundled_texts() -> None:
    a, b = read_document("corpus:ossetia-a"), read_document("corpus:ossetia-b")
    assert {fact.kind for fact in a.facts} <= {"language", "title"}
    assert {fact.kind for fact in b.facts} == {"language", "title", "page-stamp"}
    assert (a.date, b.date) == (None, None)
    assert b.title == "S. Ossetia Talks of Joining Russia"
