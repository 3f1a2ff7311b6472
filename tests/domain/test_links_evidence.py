"""Evidence in phrases: words side by side in both passages are one reason, not two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.links import find_links, score_passages
from corpus.links.model import Link
from corpus.passages import Passages
from corpus.text import Document, Passage, Span


def document(sentence: str, name: str) -> Document:
    passage = Passage(1, "sentence", Span(0, len(sentence)), 0)
    return Document(name, name, name, sentence, "", Passages.of([passage]))


def link(one: str, other: str) -> Link:
    (found,) = find_links(document(one, "A"), document(other, "B")).links
    assert found.score == score_passages([one], [other])[0, 0]
    assert sum(e.weight for e in found.evidence) == pytest.approx(found.score, abs=1e-9)
    return found


def reasons(one: str, other: str) -> set[str]:
    return {e.words for e in link(one, other).evidence if e.a}


def test_a_name_in_two_words_is_one_reason() -> None:
    one = "President Dmitry Medvedev met Medvedev's guests."
    other = "Yesterday Dmitry Medvedev opened it."
    found = link(one, other)
    (name,) = [e for e in found.evidence if e.kind == "actor"]
    assert name.words == "both name Dmitry Medvedev"
    assert [one[s.start : s.end] for s in name.a] == ["Dmitry Medvedev", "Medvedev's"]
    assert [other[s.start : s.end] for s in name.b] == ["Dmitry Medvedev"]


def test_words_side_by_side_on_both_sides_are_one_reason() -> None:
    assert "both say “coast guard”" in reasons(
        "The coast guard found the boat.", "A boat of the coast guard sank."
    )


def test_three_words_are_one_reason_even_where_two_of_them_stand_before() -> None:
    assert "both say “National Security Council”" in reasons(
        "The Security Council waits, the National Security Council said.",
        "The National Security Council praised it.",
    )


def test_a_word_that_belongs_to_a_frame_is_part_of_a_phrase_all_the_same() -> None:
    found = reasons("The Trade Ministry praised it.", "It was the Trade Ministry.")
    assert {"both say “Trade Ministry”", "both use “Trade”, a word for economy"} <= found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The coast guard found it.", "The guard walked along the coast."),
        ("The coast guard found it.", "The coast, guard and all, was empty."),
        ("The coast guard found it.", "A guard coast was seen."),
    ],
)
def test_words_apart_on_one_side_are_two_reasons(one: str, other: str) -> None:
    assert {"both say “coast”", "both say “guard”"} <= reasons(one, other)


def test_a_phrase_in_other_forms() -> None:
    found = reasons("They quietly signed agreements.", "They will quietly sign agreement.")
    assert "“signed agreements” and “sign agreement” are forms of one phrase" in {
        words.replace("quietly ", "") for words in found
    }


def test_a_phrase_spelt_otherwise_is_near() -> None:
    found = reasons("A hydroelectric powerplant blew up.", "The hydroelektric powerplant is gone.")
    assert "“hydroelectric powerplant” is near “hydroelektric powerplant”" in found


def test_words_of_two_kinds_stay_apart() -> None:
    found = reasons("It cost 4 million kroner.", "They paid 4 million kroner.")
    assert {"both say “4 million”", "both say “kroner”"} <= found


def test_words_that_both_quote_are_a_quotation() -> None:
    found = link("He called it “utter nonsense” in Oslo.", "“Utter nonsense”, he said in Oslo.")
    kinds = {e.words: e.kind for e in found.evidence}
    assert kinds["both quote “utter nonsense”"] == "quotation"


def test_words_that_one_quotes_are_none() -> None:
    assert "both say “utter nonsense”" in reasons(
        "He called it “utter nonsense” in Oslo.", "It was utter nonsense, he said in Oslo."
    )


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("The ferry sank.", "A ferry burned.", "both use “ferry”, a word for ship"),
        ("Two ferries sank.", "The Ferry burned.", "both use a form of “Ferry”, a word for ship"),
        ("Rebels attacked it.", "The attack failed.", "both use a form of “attack”"),
        ("The ferry sank.", "The boat burned.", "“ferry” and “boat” are words for ship"),
    ],
)
def test_a_frame_is_told_without_saying_a_thing_twice(one: str, other: str, said: str) -> None:
    document_a, document_b = document(one, "A"), document(other, "B")
    (found,) = find_links(document_a, document_b).links
    assert next(e.words for e in found.evidence if e.kind == "frame") == said


def test_a_line_break_joins_words_too() -> None:
    assert "both say “coast guard”" in reasons("The coast\nguard came.", "The coast guard left.")


WORDS = st.sampled_from(["coast", "guard", "boat", "the", "Anna", "Berg", "Oslo", "7", "signed"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(SENTENCE, SENTENCE)
@settings(max_examples=100)
def test_a_phrase_stands_in_both_passages_and_no_words_are_told_twice(one: str, other: str) -> None:
    for found in find_links(document(one, "A"), document(other, "B")).links:
        phrases = [e for e in found.evidence if re.match("both (say|name)", e.words)]
        for piece in phrases:
            said = re.sub("^both (say|name) |[“”]", "", piece.words).lower()
            assert said in one.lower()
            assert said in other.lower()
        for spans in ([s for e in phrases for s in e.a], [s for e in phrases for s in e.b]):
            assert not any(x.overlaps(y) for n, x in enumerate(spans) for y in spans[:n])


def test_a_passage_of_thousands_of_words_is_one_reason_in_a_moment() -> None:
    words = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" * 2 for n in range(600))
    found = reasons(words, words)
    assert max(map(len, found)) > len(words) / 2
