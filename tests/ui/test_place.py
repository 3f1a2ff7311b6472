"""Moving: pairs, counterparts and home again, passages, paragraphs, and the jump list."""

import pytest

from corpus.reading import document_from_text
from tui.facing import Facing, face
from tui.place import Place, across, next_pair, on_passage, other_side, paragraph
from tui.trail import Trail

LEFT = document_from_text("One. Two. Three.\n\nFour. Five.", id="A")
RIGHT = document_from_text("Uno. Due. Tre.\n\nQuattro.", id="B")


@pytest.fixture
def facing(make_tie) -> Facing:
    ties = (
        make_tie(1, 3, "strong", 0.9),
        make_tie(1, 1, "weak", 0.2),
        make_tie(2, 2, "medium", 0.5),
        make_tie(5, 1, "medium", 0.4),
    )
    return face((LEFT, RIGHT), [tie.link for tie in ties])


def test_pairs_come_in_the_left_texts_order_and_end(facing):
    place: Place | None = Place()
    seen = []
    while (place := next_pair(facing, place, 1)) is not None:
        seen.append(place.numbers)
    assert seen == [(1, 1), (1, 3), (2, 2), (5, 1)]


def test_from_an_unlinked_passage_the_next_pair_is_the_one_after_it(facing):
    assert next_pair(facing, Place(numbers=(3, 1)), 1).numbers == (5, 1)
    assert next_pair(facing, Place(numbers=(3, 1)), -1).numbers == (2, 2)
    assert next_pair(facing, Place(numbers=(1, 1)), -1) is None


def test_going_across_takes_the_best_counterpart_then_the_next_then_home(facing):
    start = on_passage(facing, 0, 1, Place())
    first = across(facing, start)
    second = across(facing, first)
    home = across(facing, second)
    assert [(p.side, p.numbers) for p in (first, second, home)] == [
        (1, (1, 3)),
        (1, (1, 1)),
        (0, (1, 3)),
    ]
    assert across(facing, home) == first


def test_without_a_counterpart_nobody_goes_across(facing):
    assert across(facing, Place(numbers=(3, 1))) is None


def test_the_other_side_follows_to_the_best_counterpart(facing):
    assert on_passage(facing, 0, 2, Place()).numbers == (2, 2)
    assert on_passage(facing, 0, 3, Place(numbers=(2, 2))).numbers == (3, 2)
    assert on_passage(facing, 1, 1, Place(numbers=(4, 4))).numbers == (5, 1)


def test_no_step_leaves_the_text(facing):
    assert on_passage(facing, 0, -4, Place()).number == 1
    assert on_passage(facing, 0, 500, Place()).number == 5


def test_a_side_that_does_not_follow_keeps_its_own_passage(facing):
    alone = on_passage(facing, 0, 2, Place(numbers=(1, 4)), follow=False)
    assert (alone.numbers, alone.tie) == ((2, 4), None)
    met = on_passage(facing, 0, 2, Place(numbers=(1, 2)), follow=False)
    assert met.tie.numbers == (2, 2)


def test_paragraphs(facing):
    assert paragraph(facing, Place(), 1).number == 4
    assert paragraph(facing, Place(numbers=(5, 1)), -1).number == 4
    assert paragraph(facing, Place(numbers=(4, 1)), 1).number == 4


def test_a_side_without_passages_takes_no_focus(facing):
    empty = face((LEFT, document_from_text("", id="B")), [])
    assert other_side(empty, Place(), 1).side == 0
    assert other_side(facing, Place(), 1).side == 1


def test_the_bar_leaves_weaker_links_out(facing):
    links = [tie.link for tie in facing.ties]
    counts = [len(face((LEFT, RIGHT), links, bar).ties) for bar in ("weak", "medium", "strong")]
    assert counts == [4, 3, 1]


def test_a_link_drawn_the_other_way_round_is_the_same_pair(make_tie):
    turned = face((RIGHT, LEFT), [make_tie(2, 4).link])
    assert turned.ties[0].numbers == (4, 2)
    assert turned.grade_of(0, 4) == "medium"


def test_the_jump_list_goes_back_and_forward_again():
    one, two, three = (Place(numbers=(n, 1)) for n in (1, 2, 3))
    trail = Trail().leaving(one).leaving(two)
    trail, place = trail.back(three)
    assert place == two
    trail, place = trail.back(place)
    assert place == one
    assert trail.back(place) is None
    trail, place = trail.forward(place)
    assert place == two
    assert trail.leaving(place).forward(place) is None
