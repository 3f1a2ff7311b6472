"""Two texts side by side in HTML, links between them as SVG, notes marked in the words.

Both texts stand in lines of a fixed height, so a link's ends are known
without a script. The page is cut into bands, which a printer keeps whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from corpus.report.lines import Line, ends_in, lines_of, rows_of
from corpus.report.parts import places
from corpus.segment.language import language_of
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.links.model import Link
    from corpus.report.standing import Standing
    from corpus.story import Story
    from corpus.text import Document

WIDTH = 46  # cells of a line
BAND = 34  # lines that a printer keeps together; a sheet holds two
_LEGEND = (
    '<p class="legend">A thick line joins passages that are linked strongly, a thin one medium, '
    "a dashed one weakly. A passage’s number leads to what was found of it.</p>\n"
)

Mark: TypeAlias = "tuple[Span, int, Standing]"
"""The words that a note is on, its number, and how it stands."""

_FAR = 6  # bands past which a ribbon is drawn at its ends alone
_GUTTER = 8  # units of the SVG across, a line being one unit down


@dataclass(frozen=True, slots=True)
class Pane:
    """One text in lines, the line in whose middle each passage stands, and the notes on it.

    ``findings`` names what was found of a passage. ``named``: whether passages
    and marks can be pointed to here; a text that stands twice is named once.
    ``language`` is the ISO 639-1 code of the text's, for whoever reads it aloud.
    """

    document: Document
    lines: Sequence[Line]
    middles: dict[int, float]
    marks: Sequence[Mark]
    findings: Mapping[str, str]
    language: str = ""
    named: bool = True


def facing(
    story: Story,
    standings: Sequence[Standing] = (),
    findings: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Each two neighbours of a story, side by side.

    Args:
        story: with its links.
        standings: notes; the number of a mark is that of the note in this order, from 1.
        findings: by passage, such as ``A9``: the name of what the page says of it.
    """
    panes = [_pane(document, standings, findings) for document in story.documents]
    if len(panes) == 1:
        return _pair(panes[0], None, ())
    again = [panes[0], *(replace(pane, named=False) for pane in panes[1:])]
    return "\n".join(
        _pair(left, right, story.links) for left, right in zip(again, panes[1:], strict=False)
    )


def _pane(document: Document, standings: Sequence[Standing], findings: Mapping[str, str]) -> Pane:
    lines = lines_of(document, WIDTH)
    middles = {n: (first + last + 1) / 2 for n, (first, last) in rows_of(lines).items()}
    marks = [
        (end.anchor.span, number, one)
        for number, one in enumerate(standings, 1)
        for end in one.ends
        if end.anchor.span and end.source == document.source
    ]
    marks.sort(key=lambda mark: mark[0])
    return Pane(document, lines, middles, marks, findings, language_of(document.text) or "")


def _pair(left: Pane, right: Pane | None, links: Sequence[Link]) -> str:
    """Two texts with what joins them, or one alone."""
    panes = [left, right] if right else [left]
    ribbons = [ribbon for link in links for ribbon in _ribbon(link, *panes)]
    tallest = max(len(pane.lines) for pane in panes)
    drawn = _by_band(ribbons)
    bands = "\n".join(_band(panes, drawn.get(top, ()), top) for top in range(0, tallest, BAND))
    names = "<i></i>".join(f"<b>{escape(f'{p.document.id}  {p.document.name}')}</b>" for p in panes)
    title = f"The words of {escape(' and '.join(pane.document.id for pane in panes))}"
    return (
        f'<section class="facing">\n<h2>{title}</h2>\n{_LEGEND if right else ""}'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}">\n'
        f'<div class="heads">{names}</div>\n{bands}\n</div>\n</section>'
    )


def _by_band(ribbons: Iterable[Ribbon]) -> Mapping[int, Sequence[str]]:
    """The ribbons to draw in each band, by its first line.

    One that goes past many bands is drawn where it ends: what lies between
    says nothing, and in two long books would make the page a thousand times as long.
    """
    drawn: dict[int, list[str]] = {}
    for ribbon in ribbons:
        first, last = (int(height // BAND) for height in (ribbon.high, ribbon.low))
        bands = range(first, last + 1) if last - first < _FAR else (first, last)
        for band in bands:
            drawn.setdefault(band * BAND, []).append(ribbon.path)
    return drawn


def _band(panes: Sequence[Pane], ribbons: Sequence[str], top: int) -> str:
    rows = min(BAND, max(len(pane.lines) for pane in panes) - top)
    drawn = "".join(ribbons)
    svg = (
        f'<svg viewBox="0 {top} {_GUTTER} {rows}" preserveAspectRatio="none" role="img" '
        f'aria-label="links between the two texts" height="{rows * 1.5:g}em">{drawn}</svg>'
    )
    columns = svg.join(_column(pane, top, rows) for pane in panes)
    return f'<div class="band">{columns}</div>'


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A drawn link, between these two heights."""

    path: str
    high: float
    low: float


def _ribbon(link: Link, left: Pane, right: Pane) -> Iterator[Ribbon]:
    ends = ends_in(link, left.document, right.document)
    if ends is None:
        return
    one, other = ends
    start, stop = left.middles[one.passages[0]], right.middles[other.passages[0]]
    why = "; ".join(e.words for e in sorted(link.evidence, key=lambda e: -e.weight)[:3])
    words = f"{places(*ends)}: {link.grade}, {link.score:.2f}; {why}"
    half = _GUTTER / 2
    path = (
        f'<path class="{link.grade}" d="M0 {start:g}C{half:g} {start:g} {half:g} {stop:g} '
        f'{_GUTTER} {stop:g}"><title>{escape(words)}</title></path>'
    )
    yield Ribbon(path, min(start, stop), max(start, stop))


def _column(pane: Pane, top: int, rows: int) -> str:
    shown = pane.lines[top : top + rows]
    lang = f' lang="{pane.language}"' if pane.language else ""
    return f"<pre{lang}>\n{chr(10).join(_line(pane, line) for line in shown)}</pre>"


def _line(pane: Pane, line: Line) -> str:
    """The number of a passage where it begins, and the words with the notes marked."""
    if line.span is None:
        return ""
    number = str(line.passage.number) if line.passage and line.first else ""
    words = "".join(_pieces(pane, line.span))
    if line.passage is None:
        return f'     <span class="furniture">{words}</span>'
    return f'{_number(pane, number)} <span dir="auto">{words}</span>'


def _number(pane: Pane, number: str) -> str:
    """A passage's number, which leads to what was found of it."""
    name = f"{pane.document.id}{number}"
    anchor = f' id="{name}"' if number and pane.named else ""
    before = " " * (4 - len(number))
    if number and (found := pane.findings.get(name)):
        return f'{before}<a class="n"{anchor} href="#{found}">{number}</a>'
    return f'{before}<span class="n"{anchor}>{number}</span>'


def _pieces(pane: Pane, span: Span) -> Iterator[str]:
    """The words of a line, cut where marks begin and end; of overlapping notes each has its own."""
    marks = [mark for mark in pane.marks if mark[0].overlaps(span)]
    edges = {span.start, span.end}
    for marked, _, _ in marks:
        edges |= {max(marked.start, span.start), min(marked.end, span.end)}
    for start, end in pairwise(sorted(edges)):
        words = escape(" ".join(pane.document.quote(Span(start, end)).splitlines()))
        over = [mark for mark in marks if mark[0].start <= start < mark[0].end]
        begun = [number for marked, number, _ in over if marked.start == start and pane.named]
        yield _marked(words, over, begun)
        yield from (_reference(mark) for mark in over if mark[0].end == end)


def _marked(words: str, marks: Sequence[Mark], begun: Sequence[int]) -> str:
    """Words with the notes on them; where a note begins its number leads back to."""
    said = words
    for _, number, one in marks:
        colour = f' class="{one.note.colour}"' if one.note.colour else ""
        anchor = f' id="mark{number}"' if number in begun and len(one.ends) == 1 else ""
        label = f'aria-label="{said}, note {number}"'
        words = f'<mark{anchor}{colour} title="note {number}" {label}>{words}</mark>'
    return words


def _reference(mark: Mark) -> str:
    return f'<sup><a href="#note{mark[1]}">{mark[1]}</a></sup>'
