"""Words looked for in both texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import document_from_text
from tui.find import find


def documents(*texts: str):
    return [document_from_text(t, id=i, name=i) for i, t in zip("AB", texts, strict=False)]


def quotes(texts, found) -> list[str]:
    return [texts[stop.side].quote(stop.span) for stop in found.stops]


def test_words_are_found_whatever_their_capitals_and_white_space():
    texts = documents("The Ferry\nran. A ferry  ran.", "No FERRY RAN here.")
    found = find(texts, " ferry ran ")
    assert quotes(texts, found) == ["Ferry\nran", "ferry  ran", "FERRY RAN"]
    assert (found.count(0), found.count(1), found.nearly) == (2, 1, False)


def test_signs_mean_themselves():
    texts = documents("It cost (5.00) dollars.", "It cost 5x00.")
    assert quotes(texts, find(texts, "5.00)")) == ["5.00)"]


def test_words_that_stand_nowhere_are_found_in_the_nearest_spelling():
    texts = documents("Kokoity said so.", "Kokoyty, he said, was there. Medvedev too.")
    found = find(texts, "kokoiti")
    assert quotes(texts, found) == ["Kokoity", "Kokoyty"]
    assert found.nearly
    assert find(texts, "zebra").stops == ()


def test_no_words_are_found_nowhere():
    assert find(documents("One.", "Two."), "  ").stops == ()


def test_the_first_place_from_here_on_and_round_again():
    found = find(documents("a b a", "b a"), "a")
    assert [found.first_from(*at) for at in ((0, 0), (0, 1), (0, 5), (1, 0), (1, 3))] == [
        0, 1, 2, 2, 0,
    ]  # fmt: skip


@given(st.text(max_size=60), st.text(max_size=60), st.text(min_size=1, max_size=8))
def test_whatever_is_found_is_there(one, other, words):
    texts = documents(one, other)
    found = find(texts, words)
    for said in quotes(texts, found):
        assert said
        if not found.nearly:
            assert "".join(said.split()).casefold() == "".join(words.split()).casefold()


def test_the_nearest_spelling_is_found_in_words_with_vowel_signs():
    document = document_from_text("मीरा वर्मा सहमत नहीं थीं।", id="A")
    found = find([document], "शर्मा")
    assert found.nearly
    assert [document.quote(stop.span) for stop in found.stops] == ["वर्मा"]
