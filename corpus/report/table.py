"""The comparison as CSV (RFC 4180): a row for each link, each gap and each decision."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus.report.parts import passages, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import End, Gap, Link
    from corpus.story import Story

COLUMNS = (
    "kind",
    "grade",
    "score",
    "document",
    "passages",
    "text",
    "other_document",
    "other_passages",
    "other_text",
    "evidence",
    "cautions",
    "hand",
)

# A spreadsheet takes a cell that begins so for a formula and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(story: Story) -> str:
    """The links and gaps as a table; a gap's other passage is the nearest one.

    ``hand`` says what the reader decided, where they did; an actor has a row
    for each decision, with its name as the text.
    """
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _link(story, link)] for link in story.links)
    writer.writerows([guarded(cell) for cell in _rejected(story, *e)] for e in rejected(story))
    writer.writerows([guarded(cell) for cell in _gap(story, gap)] for gap in story.gaps)
    writer.writerows([guarded(cell) for cell in row] for row in _decisions(story))
    return page.getvalue()


def guarded(cell: str) -> str:
    """A cell no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _link(story: Story, link: Link) -> tuple[str, ...]:
    a, b = link.a, link.b
    return (
        "link",
        link.grade,
        f"{link.score:.6f}",
        *_passages(story, a.document, a.passages),
        *_passages(story, b.document, b.passages),
        "; ".join(one.words for one in link.evidence),
        "; ".join(one.words for one in link.cautions),
        link.hand,
    )


def _rejected(story: Story, a: End, b: End) -> tuple[str, ...]:
    return (
        "rejected",
        "",
        "",
        *_passages(story, a.document, a.passages),
        *_passages(story, b.document, b.passages),
        "",
        "",
        "rejected",
    )


def _gap(story: Story, gap: Gap) -> tuple[str, ...]:
    near = gap.nearest
    return (
        "gap",
        "",
        f"{near.score:.6f}" if near else "",
        *_passages(story, gap.document, gap.passages),
        *(_passages(story, near.document, [near.passage]) if near else ("", "", "")),
        "",
        "",
        "",
    )


def _decisions(story: Story) -> Iterator[tuple[str, ...]]:
    for actor in story.actors:
        for done in actor.hand:
            yield ("actor", *[""] * 4, actor.name, *[""] * 3, done.words, "", done.kind)


def _passages(story: Story, document: str, numbers: Sequence[int]) -> tuple[str, str, str]:
    words = " ".join(quote.words for quote in passages(story, document, numbers))
    return document, " ".join(map(str, numbers)), words
