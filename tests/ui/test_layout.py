"""Rows: nothing of the text is lost, nothing is wider than its pane, pairs come level."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.reading import document_from_text, read_document
from tui.cells import cells, cut, steady
from tui.columns import columns
from tui.layout import in_view, lay_out, level

TEXT = st.text(st.sampled_from("ab. Z!\n\r\té日本e\u0301—…“#- 1"), max_size=300) | st.text(
    max_size=200
)


@given(TEXT, st.integers(2, 40))
def test_the_rows_joined_give_the_text_again(text, width):
    document = document_from_text(text)
    layout = lay_out(document, width)
    joined = "".join(document.quote(layout.span(row)) for row in range(layout.rows))
    assert joined == document.text


@example("111\t\u0301", 2)
@example("a\t日日", 3)
@given(TEXT, st.integers(2, 40))
def test_every_letter_is_shown_and_no_row_is_wider_than_the_pane(text, width):
    document = document_from_text(text)
    layout = lay_out(document, width)
    shown = [layout.shown(row)[1] for row in range(layout.rows)]
    assert max(map(cells, shown)) <= width
    assert not any(set(words) & set("\n\r\t") for words in shown)
    assert "".join("".join(shown).split()) == "".join(steady(document.text).split())


@given(TEXT, st.integers(2, 40))
def test_each_passage_starts_on_a_row_of_its_own(text, width):
    document = document_from_text(text)
    layout = lay_out(document, width)
    rows = [layout.rows_of(p.number) for p in document.passages]
    assert all(a.stop <= b.start for a, b in pairwise(rows))
    for passage, row in zip(document.passages, rows, strict=True):
        assert layout.passage_on(row.start) == passage


@given(TEXT, st.integers(2, 40), st.data())
def test_a_cell_leads_back_to_its_character(text, width, data):
    document = document_from_text(text)
    layout = lay_out(document, width)
    row = data.draw(st.integers(0, layout.rows - 1))
    shown, words = layout.shown(row)
    for column in range(cells(words)):
        index = layout.offset_at(row, column) - shown.start
        assert cells(words[:index]) <= column < cells(words)
    assert layout.offset_at(row, 10_000) == shown.end


def test_a_heading_keeps_its_hash_on_the_screen():
    layout = lay_out(document_from_text("# Talks\n\nThey talked."), 30)
    assert [layout.shown(row)[1] for row in range(layout.rows)] == ["# Talks", "", "They talked."]


def test_paragraphs_stand_apart_even_where_the_file_has_no_blank_line():
    line = "This paragraph stands on one long line, as editors leave it when nothing is wrapped. "
    layout = lay_out(document_from_text(f"{line * 2}\n{line * 2}"), 200)
    assert [bool(layout.shown(row)[1]) for row in range(layout.rows)] == [
        True,
        True,
        False,
        True,
        True,
    ]


def test_long_words_are_cut_and_wide_ones_never_split_a_cell():
    layout = lay_out(document_from_text("日本語日本語 abcdefghijkl"), 5)
    shown = [layout.shown(row)[1] for row in range(layout.rows)]
    assert shown == ["日本", "語日", "本語", "abcde", "fghij", "kl"]


@given(st.integers(10, 300), st.integers(1, 99999))
def test_the_columns_fill_the_screen(width, passages):
    shared = columns(width, passages)
    if shared.text > 1:
        assert 2 * shared.pane + shared.gutter == width
    assert shared.side_at(0) == 0
    assert shared.side_at(shared.pane) is None
    assert shared.side_at(shared.pane + shared.gutter) == 1


@given(st.integers(20, 300), st.integers(1, 99999), st.sampled_from((0, 1)))
def test_one_text_alone_fills_the_screen_and_has_the_gutter_beside_it(width, passages, side):
    shared = columns(width, passages, only=side)
    if shared.text > 1:
        assert shared.pane + shared.gutter == width
    assert {shared.side_at(at) for at in range(width)} == {side, None}
    assert shared.side_at(0 if side == 0 else width - 1) == side


def bundled(width: int):
    return tuple(lay_out(read_document(f"corpus:ossetia-{n}"), width) for n in "ab")


@given(st.integers(1, 25), st.integers(1, 17), st.integers(3, 60), st.integers(-5, 70))
def test_a_pair_comes_level_wherever_both_texts_are_long_enough(a, b, height, wanted):
    layouts = bundled(40)
    rows = (layouts[0].rows_of(a), layouts[1].rows_of(b))
    tops = level(rows, layouts, height, wanted)
    on_screen = [spot.start - top for spot, top in zip(rows, tops, strict=True)]
    for layout, top, row in zip(layouts, tops, on_screen, strict=True):
        assert 0 <= top <= max(0, layout.rows - height)
        assert 0 <= row < height
    free = all(0 < t < layout.rows - height for t, layout in zip(tops, layouts, strict=True))
    if free:
        assert on_screen[0] == on_screen[1]


@given(st.integers(0, 50), st.integers(1, 20), st.integers(0, 60), st.integers(1, 30))
def test_bringing_rows_into_view_moves_as_little_as_it_can(start, length, top, height):
    rows = range(start, start + length)
    moved = in_view(rows, top, height)
    assert moved <= rows.start < moved + height
    if top <= rows.start and rows.stop <= top + height:
        assert moved == top


@given(TEXT, st.integers(0, 40))
def test_what_is_cut_fits(text, width):
    line = " ".join(text.split())
    shown = cut(line, width)
    assert cells(shown) <= width
    assert shown == steady(line) or shown.endswith("…") or not width
