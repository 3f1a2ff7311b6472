"""One screenful of two facing texts, as pieces of text with the names of their marks.

Everything a row shows is a pure function of the scene and the row; colours
are the widget's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.text import Span
from tui.cells import cells, cut
from tui.columns import MARKS, SCROLLBAR
from tui.heads import head, name_of
from tui.layout import level
from tui.paint import Layer, Marks, Piece, pieces
from tui.ribbons import Cell, Gutter, draw, ribbons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.text import Passage
    from tui.columns import Columns
    from tui.facing import Facing
    from tui.layout import PaneLayout, Tops, Window
    from tui.place import Place

_CURRENT = "▌"
_GRADE_MARKS = {"strong": "┃", "medium": "│", "weak": "┆"}
_THUMB = "┃"
_KEPT = 1000  # rows of text that are kept while the texts are scrolled
_ASKED_FOR = frozenset({"target", "selection"})
"""Marks of what the reader does now: a bare scene has them too, or it would be done blindly."""


def _no_panes() -> dict[tuple[int, int, int], list[Piece]]:
    return {}


@dataclass(frozen=True, eq=False)
class Scene:
    """What is on the screen: the texts, their layouts, where they are scrolled to, what is marked.

    ``tops`` are the rows of each layout that stand first; ``height`` counts
    the rows of text, without the heads. A ``bare`` scene has the words alone,
    and a bar beside the current passage. Texts of a ``partial`` one are not read
    to the end: nothing but their names is told of them. ``panes`` are the rows of
    text that were made, by their side and where they begin and end: wherever the
    texts are scrolled to, they are the same.
    """

    facing: Facing
    layouts: tuple[PaneLayout, PaneLayout]
    columns: Columns
    height: int
    tops: Tops
    place: Place
    marks: tuple[Marks, Marks]
    focused: bool
    bare: bool = False
    partial: bool = False
    panes: dict[tuple[int, int, int], list[Piece]] = field(default_factory=_no_panes)

    def scrolled(self, tops: Tops) -> Scene:
        """The same, scrolled elsewhere."""
        return replace(self, tops=tops, panes=self.panes if len(self.panes) < _KEPT else {})

    @cached_property
    def windows(self) -> tuple[Window, Window]:
        """The rows of each text that are on the screen."""
        left, right = (
            layout.window(top, self.height)
            for layout, top in zip(self.layouts, self.tops, strict=True)
        )
        return left, right

    @cached_property
    def thumbs(self) -> tuple[range, range]:
        """The rows of the screen on which each scroll bar stands."""
        return _thumb(self, 0), _thumb(self, 1)

    @cached_property
    def gutter(self) -> Gutter:
        """The ribbons' cells, by row and column of the gutter."""
        if self.bare or not self.columns.ribbons:
            return {}
        current, sides = self.place.tie, self.columns.sides
        found = ribbons(self.facing, self.windows, current, sides)
        return draw(found, self.columns.ribbons)

    @cached_property
    def ribboned(self) -> frozenset[int]:
        """The rows on which there are ribbons."""
        return frozenset(row for row, _ in self.gutter)

    @cached_property
    def layers(self) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
        """The layers of each side, the current passage lowest."""
        left, right = (self._layers(side) for side in (0, 1))
        return left, right

    def _layers(self, side: int) -> tuple[Layer, ...]:
        """Those with a mark on the screen, and no more of them than is there."""
        document, window = self.facing.documents[side], self.windows[side]
        if not document.passages:
            return ()
        layers = self.marks[side].layers
        if self.bare:
            layers = tuple(one for one in layers if one.name in _ASKED_FOR)
        else:
            layers = (Layer("current", (document.passage(self.place.numbers[side]).span,)), *layers)
        here = Span(window.edges[0], window.end)
        crossing = ((one.name, one.crossing(here)) for one in layers)
        return tuple(Layer(name, tuple(spans)) for name, spans in crossing if spans)


def heads(scene: Scene) -> list[Piece]:
    """The line above the texts; the focused side's is marked."""
    sides, pane = scene.columns.sides, scene.columns.pane
    focused = [scene.focused and side == scene.place.side for side in sides]
    names = ["head-focused" if one else "head" for one in focused]
    if len(sides) == 1:
        return [(_head_alone(scene, sides[0], pane + scene.columns.gutter), (names[0],))]
    tell = name_of if scene.partial else head
    first, second = (_filled(f" {tell(d, pane - 1)}", pane) for d in scene.facing.documents)
    between: Piece = (" " * scene.columns.gutter, ("head",))
    return [(first, (names[0],)), between, (second, (names[1],))]


def _head_alone(scene: Scene, side: int, width: int) -> str:
    """What stands above a text that is shown alone, and where the other one is."""
    shown, other = scene.facing.documents[side], scene.facing.documents[1 - side]
    told = (name_of if scene.partial else head)(shown, max(1, width - len(other.id) - 3))
    if side:
        return _filled(cut(f"◀{other.id} {told}", width), width)
    way = f" {other.id}▶"
    return f"{_filled(cut(f' {told}', width - len(way)), width - len(way))}{way}"


def line(scene: Scene, row: int) -> list[Piece]:
    """A row of text: scrollbar, left pane, gutter, right pane, scrollbar."""
    left = [_scrollbar(scene, 0, row), *_pane(scene, 0, row)] if 0 in scene.columns.sides else []
    right = [*_pane(scene, 1, row), _scrollbar(scene, 1, row)] if 1 in scene.columns.sides else []
    return joined([*left, *_gutter(scene, row), *right])


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that follow each other and bear the same marks as one: each costs when it is drawn."""
    found: list[Piece] = []
    for words, names in pieces:
        if found and found[-1][1] == names:
            found[-1] = (found[-1][0] + words, names)
        else:
            found.append((words, names))
    return found


def tops_for(
    place: Place, layouts: tuple[PaneLayout, PaneLayout], tops: Tops, height: int, *, locked: bool
) -> Tops:
    """The scroll position that shows a place with the least movement, level on a linked pair.

    The one before may be that of another width: the same words stay on top.
    """
    left, right = (
        layout.document.passage(number).span if layout.document.passages else Span(0, 0)
        for layout, number in zip(layouts, place.numbers, strict=True)
    )
    spans, side = (left, right), place.side
    moved = [layout.row_at(top) for layout, top in zip(layouts, tops, strict=True)]
    moved[side] = layouts[side].in_view(spans[side], moved[side], height)
    if place.tie is not None and locked:
        row = layouts[side].window(moved[side], height).row_of(spans[side].start)
        moved = list(level(spans, layouts, height, row))
    if place.at is not None:
        word = Span(place.at.start, place.at.start)
        moved[side] = layouts[side].in_view(word, moved[side], height)
    return kept_in((moved[0], moved[1]), layouts, height)


def kept_in(tops: Tops, layouts: tuple[PaneLayout, PaneLayout], height: int) -> Tops:
    """The nearest scroll position that shows no more than the text."""
    first, second = (
        min(layout.row_at(top), layout.lowest(height))
        for top, layout in zip(tops, layouts, strict=True)
    )
    return first, second


def _pane(scene: Scene, side: int, row: int) -> list[Piece]:
    window = scene.windows[side]
    if row >= len(window):
        return [(" " * (scene.columns.pane - SCROLLBAR), ())]
    key = side, window.edges[row], window.edges[row + 1]
    if key not in scene.panes:
        scene.panes[key] = _made(scene, side, row)
    return scene.panes[key]


def _made(scene: Scene, side: int, row: int) -> list[Piece]:
    window = scene.windows[side]
    passage = window.passage_on(row)
    base = () if passage else ("furniture",)
    text = [(words, (*base, *names)) for words, names in pieces(window, row, scene.layers[side])]
    used = sum(cells(words) for words, _ in text)
    margin = _margin(scene, side, row, passage)
    return [*margin, *text, (" " * max(0, scene.columns.text - used), ())]


def _margin(scene: Scene, side: int, row: int, passage: Passage | None) -> list[Piece]:
    """A passage's number on its first row, its mark on every row, and the sign of a note."""
    width = scene.columns.numbers
    if passage is None:
        return [(" " * (width + MARKS), ())]
    number = passage.number
    if scene.bare:
        at = scene.place.numbers[side] == number and side == scene.place.side
        return [((_CURRENT if at else "").ljust(MARKS), ("ribbon-current",))]
    first = passage.span.start in scene.windows[side].span(row)
    grade = scene.facing.grade_of(side, number)
    if scene.place.numbers[side] == number:
        mark: Piece = (_CURRENT, ("ribbon-current",))
    else:
        mark = (_GRADE_MARKS[grade], (f"ribbon-{grade}",)) if grade else (" ", ())
    sign = scene.marks[side].noted.get(number) if first else None
    noted: Piece = (sign, ("note-sign",)) if sign else (" ", ())
    return [((str(number) if first and width else "").rjust(width), ("number",)), mark, noted]


def _gutter(scene: Scene, row: int) -> list[Piece]:
    columns = scene.columns
    if row not in scene.ribboned:
        return [(" " * columns.gutter, ())]
    drawn = [scene.gutter.get((row, at - columns.first_ribbon)) for at in range(columns.gutter)]
    return [(cell.character, (_ribbon(scene, cell),)) if cell else (" ", ()) for cell in drawn]


def _ribbon(scene: Scene, cell: Cell) -> str:
    return "ribbon-current" if cell.tie == scene.place.tie else f"ribbon-{cell.tie.link.grade}"


def _thumb(scene: Scene, side: int) -> range:
    """The rows on which a text's scroll bar stands; none where the text has no more to show."""
    layout, height = scene.layouts[side], scene.height
    lowest = layout.lowest(height)
    if not lowest or scene.bare:
        return range(0)
    size = max(1, min(height - 1, height * height // layout.length))
    start = (height - size) * scene.tops[side] // lowest
    return range(start, start + size)


def _scrollbar(scene: Scene, side: int, row: int) -> Piece:
    return (_THUMB if row in scene.thumbs[side] else " ", ("scrollbar",))


def _filled(text: str, width: int) -> str:
    return text + " " * max(0, width - cells(text))
