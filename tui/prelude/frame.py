"""The first screen as rows of pieces, each with the names of its marks: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cells import cells, cut
from tui.columns import BOTH, WIDE, columns
from tui.facing import face
from tui.keys import footer
from tui.layout import PaneLayout
from tui.paint import Marks
from tui.place import Place
from tui.scene import Scene, heads, joined, line
from tui.status import READING, SEEKING, Facts, status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading import Beginning
    from tui.paint import Piece
    from tui.prelude.colours import Colours

WIDEST = 160
_LEAST_ROWS = 12  # the screen has heads and all its lines from here on
_HEADS = 1
_LINES = 2  # status and keys


def frame(begun: tuple[Beginning, Beginning], size: tuple[int, int], colours: Colours) -> str:
    """What the terminal is sent: every row of the first screen, placed and painted.

    ``size`` is columns and rows; nothing is drawn where the screen would not
    show both texts.
    """
    width, height = size
    if height < _LEAST_ROWS:
        return ""
    rows = [*_texts(begun, width, height - _LINES), *_lines(begun, width)]
    painted = ("".join(colours.painted(*piece) for piece in joined(row)) for row in rows)
    return "".join(f"\x1b[{at};1H{row}" for at, row in enumerate(painted, 1))


def status_line(words: str, size: tuple[int, int], colours: Colours) -> str:
    """The same for the line above the keys alone."""
    width, height = size
    painted = colours.painted(*_line("status", f" {words}", width))
    return f"\x1b[{height - 1};1H{painted}"


def _texts(
    begun: tuple[Beginning, Beginning], width: int, height: int
) -> Sequence[Sequence[Piece]]:
    beside: Piece = (" " * _sidebar(width), ())
    after: Piece = (" " * _inspector(width), ())
    width -= len(beside[0]) + len(after[0])
    shared = columns(width, max(one.passages for one in begun), only=None if width >= BOTH else 0)
    left, right = (PaneLayout(one.document, shared.text) for one in begun)
    scene = Scene(
        facing=face((left.document, right.document), ()),
        layouts=(left, right),
        columns=shared,
        height=height - _HEADS,
        tops=(0, 0),
        place=Place(),
        marks=(Marks(), Marks()),
        focused=True,
        partial=not _all_read(begun),
    )
    rows = [heads(scene)]
    rows += [line(scene, row) for row in range(height - _HEADS)]
    return [[beside, *row, after] for row in rows]


def _sidebar(width: int) -> int:
    """The cells that the list of actors will take, as the stylesheet says."""
    if width < WIDE:
        return 0
    return min(40, width // 5) if width >= WIDEST else 28


def _inspector(width: int) -> int:
    """The cells that what is known of the place will take, as the stylesheet says."""
    return 36 if width >= WIDEST else 0


def _lines(begun: tuple[Beginning, Beginning], width: int) -> Sequence[Sequence[Piece]]:
    """The lines below the texts."""
    left, right = (one.document for one in begun)
    if _all_read(begun):
        told = status(face((left, right), ()), Place(), Facts(working=SEEKING))
    else:
        told = f" {READING}"
    keys = footer(width, "reader", "texts")
    return [[_line("status", told, width)], [_line("keys", keys, width)]]


def _all_read(begun: Sequence[Beginning]) -> bool:
    return all(one.share == 1 for one in begun)


def _line(mark: str, words: str, width: int) -> Piece:
    fitting = cut(words, width)
    return fitting + " " * (width - cells(fitting)), (mark,)
