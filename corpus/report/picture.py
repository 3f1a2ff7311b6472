"""The texts side by side as one SVG picture: every word, and the links between neighbours.

It names no font of a server and holds no script, so it looks the same anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.report.lines import ends_in, lines_of, rows_of
from corpus.report.parts import places
from corpus.report.wanted import EVERYTHING, narrowed, noted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.links.model import End, Link
    from corpus.report.lines import Line
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story
    from corpus.text import Document

_CELLS = 52  # of a line
_CELL, _ROW = 8.5, 20  # units of the picture: a letter across, a line down
_MARGIN, _NUMBER, _GUTTER, _HEAD = 24, 44, 110, 56
_TEXT = _CELLS * _CELL
_STEP = _NUMBER + _TEXT + _GUTTER

_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">
<title>{title}</title>
<desc>{warnings}</desc>
<style>
{style}</style>
<rect class="ground" width="100%" height="100%"/>
{drawn}
</svg>
"""


@dataclass(frozen=True, slots=True)
class _Column:
    """A text in lines, and where it stands; ``rows`` are each passage's first and last line."""

    document: Document
    left: float
    lines: Sequence[Line]
    rows: Mapping[int, tuple[int, int]]
    starred: frozenset[int]

    def middle(self, end: End) -> float:
        """The height at which a link ends: the middle of its passages."""
        first, last = self.rows[end.passages[0]][0], self.rows[end.passages[-1]][-1]
        return _top((first + last) / 2)


def render(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> str:
    """All texts of a story in columns, each linked with its neighbour."""
    told = noted(notes, wanted)
    columns = [_column(at, one, told) for at, one in enumerate(story.documents)]
    links = narrowed(story, wanted).links
    drawn = [piece for column in columns for piece in _words(column)]
    for left, right in pairwise(columns):
        drawn += [ribbon for link in links for ribbon in _ribbon(link, left, right)]
    return _PICTURE.format(
        width=2 * _MARGIN + len(columns) * _STEP - _GUTTER,
        height=_top(max(len(column.lines) for column in columns)) + _MARGIN,
        title=escape(" / ".join(one.title or one.name for one in story.documents)),
        warnings=escape(" ".join(_told(story))),
        style=files("corpus.report").joinpath("picture.css").read_text("utf-8"),
        drawn="\n".join(drawn),
    )


def _told(story: Story) -> Iterator[str]:
    """What to know of the picture: warnings, and what the reader decided on actors."""
    yield from (warning.words for warning in story.warnings)
    yield from (done.words for actor in story.actors for done in actor.hand)


def _column(at: int, document: Document, notes: Sequence[Standing]) -> _Column:
    lines = lines_of(document, _CELLS)
    ends = (end for one in notes for end in one.ends if end.source == document.source)
    starred = frozenset(end.passage for end in ends if end.passage and end.anchor.span)
    return _Column(document, _MARGIN + at * _STEP, lines, rows_of(lines), starred)


def _top(row: float) -> float:
    return _HEAD + row * _ROW


def _words(column: _Column) -> Iterator[str]:
    document = column.document
    head = " ".join(f"{document.id} {document.name}".split())
    yield _text(column.left + _NUMBER, _top(-1), head, "head")
    for row, line in enumerate(column.lines):
        if line.span:
            words = " ".join(document.quote(line.span).splitlines())
            yield _text(
                column.left + _NUMBER, _top(row), words, "" if line.passage else "furniture"
            )
        if line.passage and line.first:
            kind = "noted" if line.passage.number in column.starred else "number"
            sign = f"{'★' if kind == 'noted' else ''}{line.passage.number}"
            yield _text(column.left + _NUMBER - _CELL, _top(row), sign, kind)


def _text(x: float, y: float, words: str, kind: str) -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{named}>{escape(words)}</text>'


def _ribbon(link: Link, left: _Column, right: _Column) -> Iterator[str]:
    ends = ends_in(link, left.document, right.document)
    if ends is None:
        return
    one, other = ends
    start, stop = left.middle(one) - _ROW / 4, right.middle(other) - _ROW / 4
    begin = left.left + _NUMBER + _TEXT + _CELL
    end = right.left + _CELL
    half = (begin + end) / 2
    words = f"{places(*ends)}: {link.grade}, {link.score:.2f}"
    yield (
        f'<path class="{link.grade}" d="M{begin:g} {start:g}C{half:g} {start:g} {half:g} {stop:g} '
        f'{end:g} {stop:g}"><title>{escape(words)}</title></path>'
    )
