"""Marks on rows: what is marked is shown whole, and only where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import document_from_text
from corpus.text import Span
from tui.layout import PaneLayout
from tui.paint import layer, pieces

DOCUMENT = document_from_text("The talks broke down. Nobody was surprised. All left the room.")
SPANS = st.lists(
    st.tuples(st.integers(0, len(DOCUMENT.text)), st.integers(0, 12)).map(
        lambda one: Span(one[0], min(one[0] + one[1], len(DOCUMENT.text)))
    ),
    max_size=8,
)


@given(SPANS, SPANS, st.integers(5, 40))
def test_exactly_the_marked_characters_carry_the_mark(one, other, width):
    window = PaneLayout(DOCUMENT, width).window(0, 99)
    layers = [layer("one", one), layer("other", other)]
    for row in range(len(window)):
        shown, text = window.shown(row)
        painted = pieces(window, row, layers)
        assert "".join(words for words, _ in painted) == text
        at = shown.start
        for words, names in painted:
            for offset in range(at, at + len(words)):
                assert ("one" in names) == any(offset in span for span in one)
                assert ("other" in names) == any(offset in span for span in other)
            at += len(words)
