"""How a text falls into rows, a region at a time: nothing beyond the region is looked at.

A region is what is wrapped together: a passage or a piece of furniture, with
whatever stands on its first line before it (a Markdown hash). The regions of a
text follow each other without a hole. A very long one is wrapped in pieces, so
that none costs more than another.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span
from tui.cells import ONE_CELL, graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.passages import Columns
    from corpus.text import Document

_PIECE = 4_000  # code points of a region that are wrapped together at most
_WORD = 100  # code points at the end of a piece among which a good place is looked for


class _Block(NamedTuple):
    """A passage with its paragraph, or a piece of furniture."""

    start: int
    end: int
    paragraph: int = -1


class _Region(NamedTuple):
    """From ``begin`` to ``end`` there are words; a blank row follows up to where ``stop`` is."""

    begin: int
    end: int
    stop: int


def wrapped(document: Document, width: int, offset: int) -> tuple[int, ...]:
    """Where the rows of one region start, and last where its last row ends.

    Args:
        document: the text; a passage starts on a row of its own, a paragraph after a blank one.
        width: of the widest row, in cells, at least 1.
        offset: of any character of the region.
    """
    begin, end, stop = _piece(document, _region(document, offset), offset)
    blank = (end,) if end < stop else ()
    return (*_rows(document, width, begin, end), *blank, stop)


def _region(document: Document, offset: int) -> _Region:
    here, after = _around(document, offset)
    if after and offset >= _begin(document, here, after):
        before, (here, after) = here, _around(document, after.start)
    else:
        before = _around(document, here.start - 1)[0] if here else None
    stop = _begin(document, here, after) if after else len(document.text)
    if here is None:
        return _Region(0, stop, stop)
    is_apart = after and (here.paragraph < 0 or here.paragraph != after.paragraph)
    return _Region(_begin(document, before, here), here.end if is_apart else stop, stop)


def _around(document: Document, offset: int) -> tuple[_Block | None, _Block | None]:
    """The last block that starts at or before ``offset``, and the first after it."""
    columns, asides = document.passages.columns, document.furniture
    at = bisect_right(columns.starts, offset)
    before, after = _passage(columns, at - 1), _passage(columns, at)
    if not asides:
        return before, after
    at = bisect_right(asides, offset, key=_start)
    around = (
        before,
        after,
        *(_Block(one.start, one.end) for one in asides[max(0, at - 1) : at + 1]),
    )
    known = [block for block in around if block]
    return (
        max((block for block in known if block.start <= offset), default=None),
        min((block for block in known if block.start > offset), default=None),
    )


def _passage(columns: Columns, at: int) -> _Block | None:
    if 0 <= at < len(columns.starts):
        return _Block(columns.starts[at], columns.ends[at], columns.paragraphs[at])
    return None


def _start(span: Span) -> int:
    return span.start


def _begin(document: Document, before: _Block | None, block: _Block) -> int:
    """Where the region of a block begins: with its line, where others do not stand on it."""
    after = before.end if before else 0
    between = document.quote(Span(after, block.start))
    if not between.strip():
        return block.start
    return after + max(between.rfind("\n") + 1, len(between) - len(between.lstrip()))


def _piece(document: Document, region: _Region, offset: int) -> _Region:
    """The part of a region that is wrapped together."""
    last = (region.end - region.begin - 1) // _PIECE
    if last < 1:
        return region
    at = min((offset - region.begin) // _PIECE, last)
    if at < last and offset >= _cut(document, region, at + 1):
        at += 1
    begin = _cut(document, region, at)
    if at == last:
        return region._replace(begin=begin)
    end = _cut(document, region, at + 1)
    return _Region(begin, end, end)


def _cut(document: Document, region: _Region, at: int) -> int:
    """Where a piece begins: after a space, or else before something that stands for itself."""
    if at == 0:
        return region.begin
    start = region.begin + at * _PIECE - _WORD
    words = document.quote(Span(start, start + _WORD + 1))
    return start + max(range(1, _WORD + 1), key=lambda at: (_apart(words[at - 1], words[at]), at))


def _apart(before: str, letter: str) -> int:
    """How well a row may begin with a character, from 0 to 3."""
    if letter.isspace() or _joins(letter):
        return 0
    return 3 if before.isspace() else 1 if _joins(before) else 2


def _joins(letter: str) -> bool:
    """Whether a character may be one with those beside it."""
    return unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf")


def _rows(document: Document, width: int, begin: int, end: int) -> Sequence[int]:
    """Where the rows of these words start."""
    if ONE_CELL.fullmatch(document.text, begin, end):
        lines = _line_of(width).finditer(document.text, begin, end)
        return [match.start() for match in lines] or [begin]
    return [begin + at for at in _wrap_cells(document.quote(Span(begin, end)), width)]


@cache
def _line_of(width: int) -> re.Pattern[str]:
    return re.compile(rf".{{1,{width}}}(?:\s+|\Z)|.{{1,{width}}}", re.DOTALL)


def _wrap_cells(text: str, width: int) -> Iterator[int]:
    """As the pattern of ``_line_of``, for graphemes of no, one or two cells."""
    start = breakable = used = since = 0
    yield 0
    for index, after, size in graphemes(text):
        if text[index:after].isspace():
            used, since, breakable = used + size, 0, after
            continue
        if used + size > width and breakable > start:
            start, used = breakable, since
            yield start
        if used + size > width and index > start:
            start, used = index, 0
            yield start
        used, since = used + size, since + size
