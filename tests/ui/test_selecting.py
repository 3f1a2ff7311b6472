"""Selecting words by keyboard."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import document_from_text
from tui.selecting import begin, extend

DOCUMENT = document_from_text("The talks broke down. Nobody was surprised.\n\nAll left.")


def selected(*ways: str) -> str:
    selection = begin(0, DOCUMENT.passage(1))
    for way in ways:
        selection = extend(selection, DOCUMENT, way)
    return DOCUMENT.quote(selection.span)


def test_every_way_to_move_the_end():
    assert selected() == "T"
    assert selected("right", "right") == "The"
    assert selected("right", "left") == "T"
    assert selected("word", "word") == "The talks"
    assert selected("word", "word", "word_back") == "The t"
    assert selected("end") == "The talks broke down."
    assert selected("end", "start") == "T"
    assert selected("passage", "passage") == "The talks broke down. Nobody was surprised."
    assert selected("end", "other", "word") == "e talks broke down."


WAYS = st.sampled_from(["right", "left", "word", "word_back", "passage", "start", "end", "other"])


@given(st.lists(WAYS, max_size=60))
def test_a_selection_holds_at_least_a_character_of_the_text(ways):
    assert 0 < len(selected(*ways)) <= len(DOCUMENT.text)


def test_a_word_is_whole_with_its_vowel_signs():
    document = document_from_text("किसी ने उत्तर नहीं दिया।")
    word = extend(begin(0, document.passage(1)), document, "word")
    assert document.quote(word.span) == "किसी"
