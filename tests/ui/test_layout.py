"""Rows: nothing of the text is lost, nothing is wider than its pane, pairs come level."""

from contextlib import contextmanager
from itertools import pairwise

import pytest
from driving import opened, press, settled
from hypothesis import assume, example, given
from hypothesis import strategies as st

from corpus.reading import document_from_text, read_document
from corpus.text import Span
from tui.cells import cells, cut, steady
from tui.columns import columns
from tui.layout import PaneLayout, Window, level
from tui.wrapping import wrapped

TEXT = st.text(st.sampled_from("ab. Z!\n\r\té日本e\u0301—…“#- 1"), max_size=300) | st.text(
    max_size=200
)


def whole(text: str, width: int) -> Window:
    """Every row of a text."""
    return PaneLayout(document_from_text(text), width).window(0, len(text) + 1)


@given(TEXT, st.integers(2, 40))
def test_the_rows_joined_give_the_text_again(text, width):
    window = whole(text, width)
    document = window.layout.document
    joined = "".join(document.quote(window.span(row)) for row in range(len(window)))
    assert joined == document.text


@example("111\t\u0301", 2)
@example("a\t日日", 3)
@given(TEXT, st.integers(2, 40))
def test_every_letter_is_shown_and_no_row_is_wider_than_the_pane(text, width):
    window = whole(text, width)
    shown = [window.shown(row)[1] for row in range(len(window))]
    assert max(map(cells, shown)) <= width
    assert not any(set(words) & set("\n\r\t") for words in shown)
    assert "".join("".join(shown).split()) == "".join(steady(window.layout.document.text).split())


@given(TEXT, st.integers(2, 40))
def test_each_passage_starts_on_a_row_of_its_own(text, width):
    window = whole(text, width)
    passages = window.layout.document.passages
    rows = [window.spot(p.span) for p in passages]
    assert all(a.stop <= b.start for a, b in pairwise(rows))
    for passage, row in zip(passages, rows, strict=True):
        assert window.passage_on(row.start) == passage
    assert window.passages() == range(1, len(passages) + 1)


@given(TEXT, st.integers(2, 40), st.data())
def test_rows_are_the_same_wherever_one_begins_to_ask(text, width, data):
    window = whole(text, width)
    assume(window.end)
    rows, starts = len(window), list(window.edges[:-1])
    at, count = (data.draw(st.integers(*bounds)) for bounds in ((0, rows - 1), (1, rows + 3)))
    fresh = PaneLayout(window.layout.document, width)
    inside = data.draw(st.integers(starts[at], max(starts[at], window.edges[at + 1] - 1)))
    assert fresh.row_at(inside) == starts[at]
    assert list(fresh.window(inside, count).edges) == list(window.edges[at : at + count + 1])
    assert fresh.step(inside, count) == starts[min(rows - 1, at + count)]
    assert fresh.step(inside, -count) == starts[max(0, at - count)]
    assert fresh.before(starts[at], count) == min(at, count)
    assert fresh.lowest(count) == starts[max(0, rows - count)]


@given(TEXT, st.integers(2, 40), st.data())
def test_a_cell_leads_back_to_its_character(text, width, data):
    window = whole(text, width)
    row = data.draw(st.integers(0, len(window) - 1))
    shown, words = window.shown(row)
    for column in range(cells(words)):
        index = window.offset_at(row, column) - shown.start
        assert cells(words[:index]) <= column < cells(words)
    assert window.offset_at(row, 10_000) == shown.end


def lines(text: str, width: int) -> list[str]:
    window = whole(text, width)
    return [window.shown(row)[1] for row in range(len(window))]


def test_a_heading_keeps_its_hash_on_the_screen():
    assert lines("# Talks\n\nThey talked.", 30) == ["# Talks", "", "They talked."]


def test_paragraphs_stand_apart_even_where_the_file_has_no_blank_line():
    line = "This paragraph stands on one long line, as editors leave it when nothing is wrapped. "
    shown = lines(f"{line * 2}\n{line * 2}", 200)
    assert list(map(bool, shown)) == [True, True, False, True, True]


def test_long_words_are_cut_and_wide_ones_never_split_a_cell():
    shown = lines("日本語日本語 abcdefghijkl", 5)
    assert shown == ["日本", "語日", "本語", "abcde", "fghij", "kl"]


@pytest.mark.parametrize("word", ["word ", "x", "日本", "e\u0301", "न\u094d\u200d", "👍🏽"])
def test_a_sentence_without_end_is_wrapped_whole_and_in_pieces(word):
    text = word * 30_000
    window = whole(text, 40)
    assert "".join(window.layout.document.quote(window.span(r)) for r in range(len(window))) == text
    shown = [window.shown(row)[1] for row in range(len(window))]
    assert max(map(cells, shown)) <= 40
    assert not any(words.startswith(("\u0301", "\u094d", "\u200c")) for words in shown)
    bottom = PaneLayout(window.layout.document, 40)
    with counted_letters() as letters:
        assert bottom.window(len(text), 1).edges == window.edges[-2:]
    assert sum(letters) < 20_000


def test_what_a_screen_shows_is_wrapped_and_nothing_else():
    """The same number of regions, however long the text is."""
    wrapped = []
    for sentences in (1_000, 30_000):
        layout = PaneLayout(
            document_from_text("They talked for long, and left.\n\n" * sentences), 20
        )
        with counted_letters() as letters:
            for at in (0, layout.end // 2, layout.end):
                layout.window(at, 40)
                layout.step(at, 20)
                layout.step(at, -20)
                layout.before(at, 40)
            layout.lowest(40)
            assert layout.length > sentences
        wrapped.append(sum(letters))
    assert wrapped[0] == wrapped[1]


async def test_no_key_and_no_width_wraps_more_than_some_screens_of_a_long_text(tmp_path):
    text = "They talked for long, and left.\n\n" * 2_000
    async with opened(tmp_path, text, text) as (_, pilot):
        for keys in (["j"], ["G"], ["g"], ["space"], ["L", "k"], ["i"], ["z"]):
            with counted_letters() as letters:
                await press(pilot, *keys)
            assert sum(letters) < 20_000, keys
        with counted_letters() as letters:
            await pilot.resize_terminal(91, 33)
            await settled(pilot)
        assert 0 < sum(letters) < 20_000


@contextmanager
def counted_letters():
    """How many letters each search for rows was given."""
    letters = []

    def counting(document, width, offset):
        edges = wrapped(document, width, offset)
        letters.append(edges[-1] - edges[0])
        return edges

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.layout.wrapped", counting)
        yield letters


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
    return tuple(PaneLayout(read_document(f"corpus:ossetia-{n}"), width) for n in "ab")


@given(st.integers(1, 25), st.integers(1, 17), st.integers(3, 60), st.integers(-5, 70))
def test_a_pair_comes_level_wherever_both_texts_are_long_enough(a, b, height, wanted):
    layouts = bundled(40)
    spans = [one.document.passage(n).span for one, n in zip(layouts, (a, b), strict=True)]
    tops = level(spans, layouts, height, wanted)
    on_screen = []
    for layout, span, top in zip(layouts, spans, tops, strict=True):
        assert 0 <= top <= layout.lowest(height)
        spot = layout.window(top, height).spot(span)
        assert spot
        on_screen.append(spot.start)
    free = all(0 < top < one.lowest(height) for top, one in zip(tops, layouts, strict=True))
    if free:
        assert on_screen[0] == on_screen[1]


@given(TEXT, st.integers(2, 40), st.integers(1, 30), st.data())
def test_bringing_a_span_into_view_moves_as_little_as_it_can(text, width, height, data):
    window = whole(text, width)
    assume(window.end)
    layout, rows = window.layout, st.integers(0, len(window) - 1)
    top, first = data.draw(rows), data.draw(rows)
    last = data.draw(st.integers(first, len(window) - 1))
    span = Span(window.edges[first], window.edges[last + 1])
    moved = window.row_of(layout.in_view(span, window.edges[top], height))
    assert moved <= first < moved + height
    assert last < moved + height or moved == first
    if top <= first and last < top + height:
        assert moved == top
    elif top < moved < first:
        assert last == moved + height - 1


@given(TEXT, st.integers(0, 40))
def test_what_is_cut_fits(text, width):
    line = " ".join(text.split())
    shown = cut(line, width)
    assert cells(shown) <= width
    assert shown == steady(line) or shown.endswith("…") or not width
