"""Paragraphs of plain text and Markdown: blank lines, unwrapped lines, hard-wrapped lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line this long was not wrapped by hand: each line is then a paragraph.
_LONGEST_WRAPPED_LINE = 120
# Text wrapped narrower than this cannot be told from a list of short lines.
_NARROWEST_WRAP = 40
_HEADING_WORDS = 20
_LONGEST_HEADING = 400

_LINE = re.compile(r"[^\r\n]+")
_BLANK_BETWEEN = re.compile(r"\n[ \t\r]*\n")
_STARTS_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*+•‣–—][ \t]|>|\d{1,3}[.)][ \t]|```)")
_BULLET = re.compile(r"[-+*•‣◦▪·][ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?…:;,。！？؟۔।॥։።፧][\"'”’»)\]]*$")


def paragraph_spans(text: str) -> Iterator[Span]:
    """The paragraphs, without the white space around them, in reading order.

    Lines that were wrapped by hand are joined: a line goes on in the next one
    when the next one starts in lower case, or its first word would not have
    fitted any more.
    """
    width = _wrap_width(text)
    current: Span | None = None
    for line in _lines(text):
        if current is not None and _goes_on(text, current, line, width):
            current = Span(current.start, line.end)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def heading_span(text: str, paragraph: Span) -> Span | None:
    """The words of a heading, without Markdown's hashes, or None for running text."""
    if len(paragraph) > _LONGEST_HEADING:
        return None
    words = text[paragraph.start : paragraph.end]
    marked = _MARKDOWN_HEADING.match(words)
    if marked:
        closing = _CLOSING_HASHES.search(words)
        end = closing.start() if closing else len(words)
        return Span(paragraph.start + marked.end(), paragraph.start + end)
    if _ENDS_LIKE_A_SENTENCE.search(words) or len(words.split()) > _HEADING_WORDS:
        return None
    return None if _STARTS_BLOCK.match(words) else paragraph


def without_bullet(text: str, paragraph: Span) -> Span:
    """The paragraph without the bullet it may start with."""
    bullet = _BULLET.match(text, paragraph.start, paragraph.end)
    return Span(bullet.end(), paragraph.end) if bullet else paragraph


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))


def _wrap_width(text: str) -> int:
    """The column at which lines were wrapped by hand; 0 when they were not."""
    lengths = sorted(len(line) for line in _lines(text))
    if not lengths or lengths[len(lengths) * 9 // 10] > _LONGEST_WRAPPED_LINE:
        return 0
    width = lengths[len(lengths) * 4 // 5]
    return width if width >= _NARROWEST_WRAP else 0


def _goes_on(text: str, current: Span, line: Span, width: int) -> bool:
    if _BLANK_BETWEEN.search(text, current.end, line.start):
        return False
    words = text[line.start : line.end]
    if _STARTS_BLOCK.match(words) or _MARKDOWN_HEADING.match(text, current.start):
        return False
    if words[0].islower() and words[0].title() != words[0]:
        return True
    last_line = current.end - (text.rfind("\n", current.start, current.end) + 1 or current.start)
    first_word = len(words.split(None, 1)[0])
    return bool(width) and last_line + 1 + first_word > width
