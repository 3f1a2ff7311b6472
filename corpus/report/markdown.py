"""The comparison as Markdown (CommonMark); what a text says is never read as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.report.outline import outline
from corpus.report.wanted import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.report.outline import Outline
    from corpus.report.parts import Entry, Section
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story

# Any of these may begin markup; CommonMark lets each be escaped by a backslash.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])|^(\d+)([.)])|^([-+=])")


def render(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> str:
    """The comparison as Markdown, with notes on its texts."""
    return page(outline(story, notes, wanted))


def page(report: Outline) -> str:
    """A report as Markdown."""
    blocks = [
        f"# {escape(report.title)}",
        *(block for source in report.sources for block in _entry(source)),
        *(f"> **Note:** {escape(words)}" for words in report.warnings),
        *(block for section in report.sections for block in _section(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def escape(words: str) -> str:
    """Words that stand for themselves in Markdown; a new line stays one, in the same block."""
    return "\\\n  ".join(_MARKUP.sub(_escaped, line.strip()) for line in words.splitlines())


def _escaped(match: re.Match[str]) -> str:
    sign, number, after, first = match.groups()
    return f"{number}\\{after}" if number else f"\\{sign or first}"


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.title)}"
    yield escape(section.words)
    for entry in section.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    if entry.title:
        yield f"### {escape(entry.title)}"
    for quote in entry.quotes:
        yield f"> **{escape(quote.label)}** {escape(quote.words)}"
    if entry.remarks:
        yield "\n".join(f"- **{escape(r.label)}:** {escape(r.words)}" for r in entry.remarks)
