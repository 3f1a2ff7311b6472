"""Lines of pages -> paragraphs: running heads and page numbers set aside, hyphens joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from corpus.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EDGE = 2  # lines at the head and at the foot of a page that may be printed on every sheet
_FEW_PAGES = 2  # with no more, only the very first and the very last line of a page may be such
_SHARE_OF_PAGES = 0.4
_WIDER = 1.35  # times the usual distance of lines: a new paragraph
_LARGER = 1.15  # times the usual size of letters: a heading
_INDENT = 0.8  # of the size of letters
_SHORT = 0.75  # of the longest lines: the last line of a paragraph
_LONGEST_HEADING = 200

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|p\.|seite|s\.|стр\.|страница|с\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|из|de)\s*\d{1,4})?[-–—\s.]*",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?P<stem>[^\W\d_]{2,})[-\u00ad\u2010]$")
_STOPS = re.compile(r"[.!?…։。؟][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, where it begins, points from the left and the foot, its size."""

    text: str
    x: float
    y: float
    size: float


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """The paragraphs and headings of all pages in reading order."""
    kept = [list(_without_edges(page, _running(pages))) for page in pages]
    lines = [line for page in kept for line in page]
    usual = _usual(kept, lines)
    known = {word.casefold() for line in lines for word in line.text.split()}
    group: list[Line] = []
    for page in kept:
        for number, line in enumerate(page):
            if group and _starts_new(group, line, usual, turned=number == 0):
                yield _block(group, usual, known)
                group = []
            group.append(line)
    if group:
        yield _block(group, usual, known)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What most lines are like: their distance, size, left edge, and the length of long ones."""

    distance: float
    size: float
    left: float
    length: int


def _usual(pages: Sequence[Sequence[Line]], lines: Sequence[Line]) -> _Usual:
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if 0 < a.y - b.y < 4 * a.size]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    lefts = Counter(round(line.x) for line in lines)
    lengths = sorted(len(line.text) for line in lines)
    return _Usual(
        distance=median(gaps) if gaps else 0.0,
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        left=lefts.most_common(1)[0][0] if lefts else 0.0,
        length=lengths[len(lengths) * 9 // 10] if lengths else 0,
    )


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Heads and feet that are printed on page after page, their numbers apart."""
    deep = _EDGE if len(pages) > _FEW_PAGES else 1
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page, deep)})
    fewest = max(min(len(pages), _FEW_PAGES + 1), 2, _SHARE_OF_PAGES * len(pages))
    return frozenset(key for key, number in seen.items() if number >= fewest)


def _edges(page: Sequence[Line], deep: int = _EDGE) -> list[Line]:
    """The highest and the lowest lines of a page, so many of each."""
    by_height = sorted(page, key=lambda line: -line.y)
    return by_height[:deep] + by_height[-deep:]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _without_edges(page: Sequence[Line], running: frozenset[str]) -> Iterator[Line]:
    edges = _edges(page)
    outermost = {edge.y for edge in (edges[:1] + edges[-1:])}
    for line in page:
        is_number = line.y in outermost and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text)
        if not is_number and not (_key(line) in running and line in edges):
            yield line


def _starts_new(group: Sequence[Line], line: Line, usual: _Usual, *, turned: bool) -> bool:
    """Whether a line begins a paragraph rather than going on with the one before."""
    last = group[-1]
    if abs(last.size - line.size) > (_LARGER - 1) * max(usual.size, 1):
        return True
    goes_on = line.text[0].islower() or bool(_HYPHENATED.search(last.text))
    if turned or line.y >= last.y:  # the next page or column
        is_short = len(last.text) < _SHORT * usual.length
        return not goes_on and (is_short or bool(_STOPS.search(last.text)))
    if last.y - line.y > _WIDER * usual.distance:
        return True
    if goes_on:
        return False
    indented = line.x - min(last.x, group[0].x if len(group) > 1 else usual.left)
    if _INDENT * usual.size < indented < 6 * usual.size:
        return True
    return bool(_STOPS.search(last.text)) and len(last.text) < _SHORT * usual.length


def _is_heading(group: Sequence[Line], usual: _Usual) -> bool:
    large = min(line.size for line in group) > _LARGER * usual.size
    return large and sum(len(line.text) for line in group) < _LONGEST_HEADING


def _block(group: Sequence[Line], usual: _Usual, known: set[str]) -> Block:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, known)
    return Block(text, heading=_is_heading(group, usual))


def _joined(text: str, line: str, known: set[str]) -> str:
    """Two lines as one; a word parted at the end of the first is put together.

    The hyphen stays where the whole word stands with it elsewhere, or where a
    capital or a digit follows, as in "Anglo-" and "American".
    """
    parted = _HYPHENATED.search(text)
    if parted is None:
        return f"{text} {line}"
    rest = line.split(None, 1)[0]
    if f"{parted['stem']}-{rest}".casefold() in known or not rest[0].islower():
        return text + line
    return text[: parted.end("stem")] + line
