"""What every view gives: a title, entries made line by line as they are shown, and their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span
from tui.cells import MOST_IN_A_CELL, TOLD, begun, cells, cut
from tui.keys import key_for
from tui.place import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.story import Story
    from corpus.text import Document
    from tui.casting import Cast, Lit
    from tui.facing import Facing
    from tui.paint import Layer, Piece
    from tui.place import Place, Spot

Line = list["Piece"]

_ROOM = 10_000  # cells in which no entry is cut

_SPACE = re.compile(r"\s")
"""White space shows as one cell each, so that offsets into the text stay."""


@dataclass(frozen=True)
class Known:
    """All that a view is made of: the story, the two texts on the screen, and where notes stand.

    ``noted`` gives the sign of the notes on a passage by side and number;
    ``cast`` and ``lit`` say who is in the story, and who is lit.
    """

    story: Story
    facing: Facing
    noted: Mapping[tuple[int, int], str]
    cast: Cast
    lit: Lit

    @property
    def unlinked(self) -> str:
        """Why there are no links at all; nothing where they were looked for."""
        if len(self.story.documents) < 2:
            return "nothing to compare with"
        return "" if self.story.linked else "no links yet"

    @property
    def documents(self) -> tuple[Document, Document]:
        """The two texts on the screen."""
        return self.facing.documents


class Entry(NamedTuple):
    """Some rows of a view.

    Attributes:
        lines: gives the rows for a width in cells; there are ``height`` of them.
        spot: where the entry leads; None for a heading.
        key: what the entry is about, the same when the view is made again.
        detail: gives the lines below the view while the cursor is here.
    """

    lines: Callable[[int], Sequence[Line]]
    spot: Spot | None = None
    key: str = ""
    height: int = 1
    detail: Callable[[], Sequence[str]] = tuple


class Page(NamedTuple):
    """A view as it is shown: ``empty`` is said where there are no entries."""

    title: str
    entries: Sequence[Entry]
    empty: str = ""


def entry_at(entries: Iterable[Entry], place: Place, *, in_order: bool) -> str:
    """The key of the entry that is about a place, else about its passage; empty for none.

    Entries that stand ``in_order`` are each about a passage of one text; there
    the next one after the place will do.
    """
    spots = [(one.spot, one.key) for one in entries if one.spot and one.spot != NOWHERE]
    if in_order:
        here = [(s.numbers[s.side] or 0, key) for s, key in spots if s.side == place.side]
        return next((key for number, key in here if number >= place.number), "")
    same = (key for spot, key in spots if spot.numbers == place.numbers)
    near = (key for spot, key in spots if spot.numbers[place.side] == place.number)
    return next(same, "") or next(near, "")


def having(page: Page, words: str) -> Page:
    """The page with only those entries that have the words; capitals make no difference."""
    sought = " ".join(words.split()).casefold()
    found = [entry for entry in page.entries if entry.spot and sought in _told(entry).casefold()]
    title = f"{page.title}; with “{words}”: {len(found)}"
    return Page(title, found, f"no entry has “{words}”; {key_for('find')} looks for other words")


def _told(entry: Entry) -> str:
    """All an entry says, however narrow the screen."""
    lines = ["".join(words for words, _ in line) for line in entry.lines(_ROOM)]
    return " ".join(" ".join(lines).split())


def heading(text: str) -> Entry:
    """An entry that leads nowhere."""

    def lines(width: int) -> list[Line]:
        return [[(cut(text, width), ("heading",))]]

    return Entry(lines, key=text)


def excerpt(document: Document, span: Span, marked: Layer, width: int) -> Line:
    """The words of a span on one row, cut to ``width`` cells, with some of them marked."""
    span = _beginning(span, MOST_IN_A_CELL * max(1, width + 1))
    text = cut(_SPACE.sub(" ", document.quote(span)), width)
    cuts = [
        (max(0, one.start - span.start), min(len(text), one.end - span.start))
        for one in marked.crossing(span)
    ]
    line: Line = []
    at = 0
    for start, end in cuts:
        if at <= start < end:
            line += [(text[at:start], ()), (text[start:end], ("evidence",))]
            at = end
    return [piece for piece in [*line, (text[at:], ())] if piece[0]]


def passage_line(document: Document, number: int) -> str:
    """A passage on one line, with its number in front; a very long one as far as it is told."""
    span = document.passage(number).span
    words = _SPACE.sub(" ", document.quote(_beginning(span, TOLD)))
    return f"{document.id}·{number}  {begun(words)}"


def _beginning(span: Span, most: int) -> Span:
    """So many code points, and one more by which it is seen that they are not all."""
    return Span(span.start, min(span.end, span.start + most + 1))


def fitted(text: str, width: int) -> str:
    """The text in exactly ``width`` cells."""
    shown = cut(text, width)
    return shown + " " * (width - cells(shown))


def times(words: str, count: int) -> str:
    """The words, and how often, where that is more than once."""
    return f"{words} ×{count}" if count > 1 else words


def tally(documents: Sequence[Document], counts: Mapping[str, int], room: int) -> str:
    """How often in each text; where so many do not fit, how often in how many of them."""
    each = "".join(f"  {d.id} {str(counts.get(d.id) or '·').rjust(3)}" for d in documents)
    if cells(each) <= room:
        return each
    return f"{sum(counts.values())} in {sum(map(bool, counts.values()))} of {len(documents)} texts"
