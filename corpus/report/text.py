"""The comparison as plain text: 80 columns, read from top to bottom, by eye or by ear.

No box drawing and no columns side by side, so a screen reader loses nothing.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from corpus.report.outline import outline
from corpus.report.wanted import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.report.outline import Outline
    from corpus.report.parts import Entry, Remark, Section
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story

WIDTH = 80
_INDENT = 3
_HANG = 9  # the words of a passage, beside its number


def render(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> str:
    """The comparison as plain text, with notes on its texts."""
    return page(outline(story, notes, wanted))


def page(report: Outline) -> str:
    """A report as plain text."""
    blocks = [
        _wrapped(report.title),
        *(_entry(source) for source in report.sources),
        *(_wrapped(f"Note: {words}", hang=_INDENT) for words in report.warnings),
        *(block for section in report.sections for block in _section(section)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"\n{section.title.upper()}\n{_wrapped(section.words)}"
    for entry in section.entries:
        yield _entry(entry)


def _entry(entry: Entry) -> str:
    title = [_wrapped(entry.title, hang=_INDENT)] if entry.title else []
    return "\n".join([*title, *_quotes(entry.quotes), *_remarks(entry.remarks)])


def _quotes(quotes: Iterable[Remark]) -> Iterator[str]:
    for quote in quotes:
        yield _wrapped(f"{quote.label}  {quote.words}", _INDENT, _HANG)


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    for remark in remarks:
        first, *more = remark.words.splitlines() or [""]
        yield _wrapped(f"{remark.label}: {first}", _INDENT, _INDENT + 2)
        yield from (_wrapped(line, _INDENT + 2, _INDENT + 2) for line in more)


def _wrapped(words: str, indent: int = 0, hang: int = 0) -> str:
    """Words in lines of at most 80 columns where they can be broken at all."""
    return textwrap.fill(
        words,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
