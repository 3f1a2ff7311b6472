"""Wide, combining, joined and right-to-left text: cells as terminals count them, edges straight."""

import unicodedata

import pytest
from driving import opened, press
from hypothesis import example, given
from hypothesis import strategies as st
from painting import seen
from wcwidth import wcswidth

from corpus.reading import document_from_text
from corpus.sanitise import sanitise
from tui.cells import cells, cut, steady
from tui.layout import PaneLayout

PARTS = (
    "ab", " ", "\t", "é", "e\u0301\u0323", "日本", "ｶﾞ", "각", "ä̈",
    "שָׁלוֹם", "مُحَمَّد", "می\u200cخواهم", "ه\u200dم", "क\u094d\u200dष", "ന\u0d4d\u200d",
    "👩\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "❤\ufe0f", "1\ufe0f\u20e3", "👍🏽", "🇬🇪",
    "☎", "Ж\u0301",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PARTS), max_size=40).map("".join).map(lambda t: sanitise(t).text)


@example("👍🏽👍🏽 ❤\ufe0f", 3)
@example("क\u094d\u200dष" * 9, 4)
@given(TEXT, st.integers(2, 30))
def test_no_row_is_wider_than_its_pane_as_a_terminal_counts_it(text, width):
    document = document_from_text(text)
    window = PaneLayout(document, width).window(0, len(text) + 1)
    for row in range(len(window)):
        span, words = window.shown(row)
        assert len(words) == len(span)
        assert wcswidth(words) == cells(words) <= width


@given(TEXT, st.integers(0, 30))
def test_what_is_cut_fits_as_a_terminal_counts_it(text, width):
    assert wcswidth(cut(text, width)) <= width


@given(TEXT)
def test_what_is_shown_in_place_of_what_terminals_doubt_takes_no_cell(text):
    shown = steady(text)
    assert len(shown) == len(text)
    assert steady(shown) == shown
    changed = {after for before, after in zip(text, shown, strict=True) if before != after}
    assert changed <= {"\u200c"}


WORDS = ("".join(PARTS) + " said Anna Berg of Lund on Monday. ").replace("\t", " ")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ribbons_and_edges_are_straight_beside_such_text(tmp_path, size):
    one, other = WORDS * 6, f"Anna Berg of Lund said so on Monday. {WORDS * 6}"
    async with opened(tmp_path, one, other, size=size) as (home, pilot):
        for key in ("J", "2", "3", "4", "5", "1"):
            await press(pilot, key)
            rows = ["".join(cell.text for cell in row) for row in seen(home.app)]
            assert {wcswidth(row) for row in rows} == {size[0]}
        edges = {_column(row, "▌") for row in rows if "▌" in row}
        assert len(edges) == 1


def _column(row, sign):
    """The column of the last such sign, which stands before the text on the right."""
    return wcswidth(unicodedata.normalize("NFC", row[: row.rindex(sign)]))
