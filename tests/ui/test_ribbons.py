"""The gutter: weight of line is strength, ends off the screen are numbered, nothing is garbled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.links.model import End, Link
from corpus.reading import document_from_text
from tui.facing import Facing, Tie, face
from tui.layout import PaneLayout
from tui.ribbons import draw, ribbons

SENTENCES = " ".join(f"This is sentence {n} here." for n in range(1, 31))
LAYOUT = PaneLayout(document_from_text(SENTENCES), 60)


def windows(tops, height):
    """Each sentence stands on a row of its own."""
    rows = [passage.span.start for passage in LAYOUT.document.passages]
    return tuple(LAYOUT.window(rows[top], height) for top in tops)


def faced(ties) -> Facing:
    documents = (document_from_text(SENTENCES, id="A"), document_from_text(SENTENCES, id="B"))
    return face(documents, [tie.link for tie in ties])


def picture(ties, tops=(0, 0), height=6, width=7, current=None) -> list[str]:
    cells = draw(ribbons(faced(ties), windows(tops, height), current), width)
    return [
        "".join(
            cells[row, column].character if (row, column) in cells else " "
            for column in range(width)
        )
        for row in range(height)
    ]


@pytest.mark.parametrize(("grade", "line"), [("strong", "━"), ("medium", "─"), ("weak", "┄")])
def test_a_level_pair_is_a_line_whose_weight_is_its_strength(make_tie, grade, line):
    assert picture([make_tie(2, 2, grade)], height=3) == [" " * 7, line * 7, " " * 7]


def test_a_ribbon_bends_to_the_other_row(make_tie):
    assert picture([make_tie(1, 3, "strong")], height=3) == ["━━━┓   ", "   ┃   ", "   ┗━━━"]
    assert picture([make_tie(3, 1, "strong")], height=3) == ["   ┏━━━", "   ┃   ", "━━━┛   "]


def test_an_end_off_the_screen_becomes_a_numbered_stub(make_tie):
    assert picture([make_tie(1, 13)], height=2) == ["──▼13  ", " " * 7]
    assert picture([make_tie(1, 13)], tops=(0, 20), height=2) == ["──▲13  ", " " * 7]
    assert picture([make_tie(13, 2)], height=2) == [" " * 7, "  ▼13──"]


def test_the_stronger_keeps_a_crossing(make_tie):
    strong, weak = make_tie(1, 3, "strong"), make_tie(2, 2, "weak")
    assert picture([weak, strong], height=3) == ["━━━┓   ", "┄┄┄┃┄┄┄", "   ┗━━━"]


def test_the_current_pair_has_room_before_all_others(make_tie):
    current = make_tie(1, 3, "weak")
    others = [make_tie(1, n, "strong") for n in (2, 4, 5)]
    lines = picture([*others, current], height=6, current=current)
    assert lines[0].startswith("┄┄┄┐")


def test_links_of_one_passage_leave_from_rows_of_their_own(make_tie):
    texts = ("One sentence that takes several rows. Two. Three.", "One. Two. Three.")
    one, other = (document_from_text(t, id=i) for t, i in zip(texts, "AB", strict=True))
    ties = face((one, other), [make_tie(1, n).link for n in (1, 2, 3)])
    found = ribbons(ties, (PaneLayout(one, 12).window(0, 9), PaneLayout(other, 12).window(0, 9)))
    assert sorted(ribbon.rows[0] for ribbon in found) == [0, 1, 2]


TIES = st.lists(
    st.tuples(
        st.integers(1, 30), st.integers(1, 30), st.sampled_from(["strong", "medium", "weak"])
    ),
    max_size=40,
    unique_by=lambda one: one[:2],
)


def tied(a, b, grade):
    return Tie(Link(End("A", (a,)), End("B", (b,)), 0.5, grade, ()), (a, b))


@given(TIES, st.integers(0, 20), st.integers(0, 20), st.integers(1, 12), st.integers(5, 10))
def test_every_label_names_a_linked_passage_and_stays_in_the_gutter(found, a, b, height, width):
    ties = [tied(*one) for one in found]
    gutter = draw(ribbons(faced(ties), windows((a, b), height)), width)
    assert all(0 <= row < height and 0 <= column < width for row, column in gutter)
    for (row, column), cell in gutter.items():
        if cell.character in "▲▼":
            after = [gutter.get((row, column + n)) for n in range(1, 3)]
            digits = [one for one in after if one and one.character.isdigit()]
            assert {one.tie for one in digits} == {cell.tie}
            assert int("".join(one.character for one in digits)) in cell.tie.numbers
