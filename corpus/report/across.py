"""A story of more than two texts: how much of each the others answer, and what some do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.across import answers, claims, listed, told
from corpus.report.parts import Entry, Remark, Section, counted, place, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.links.across import Answers, Claim
    from corpus.story import Story
    from corpus.text import Document


def across(story: Story) -> Iterator[Section]:
    """Coverage over all texts, and what stands in some of them; nothing for a story of two."""
    if len(story.documents) > 2:
        yield _coverage(story, answers(story.links))
        yield _shared(story)


def _coverage(story: Story, found: Answers) -> Section:
    entries = tuple(_covered(story, document, found) for document in story.documents)
    words = "For how many passages of each text a counterpart is found, text by text."
    return Section("Coverage", words, entries)


def _covered(story: Story, document: Document, found: Answers) -> Entry:
    there = [found.get((document.id, p.number), {}) for p in document.passages]
    whole = f"{sum(map(bool, there))} of {counted(len(there), 'passage')} in any other text"
    remarks = (
        Remark(f"In {other.id}", str(sum(other.id in one for one in there)))
        for other in story.documents
        if other is not document
    )
    return Entry(f"{document.id}: {whole}", remarks=tuple(remarks))


def _shared(story: Story) -> Section:
    """What two texts or more say and others do not."""
    found = claims(story.documents, story.links)
    words = (
        "What two texts or more share and others lack, the most widely told first. "
        "Another text may say it in words that share nothing."
    )
    entries = tuple(_claim(story, claim) for claim in found)
    none = "Whatever two texts share is found in all of them."
    return Section("In some texts, not in others", words if entries else none, entries)


def _claim(story: Story, claim: Claim) -> Entry:
    ends = listed([place(end.document, end.passages) for end in claim.ends])
    return Entry(f"{ends}: {told(claim)}", quotes(story, *claim.ends))
