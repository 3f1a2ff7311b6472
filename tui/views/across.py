"""A story of more than two texts: which of them have what a view is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.across import whereabouts

if TYPE_CHECKING:
    from collections.abc import Collection

    from corpus.links.across import Answers
    from corpus.story import Story


def presence(story: Story, having: Collection[str]) -> str:
    """The letter of each text that has it, a dot for each in which it was not found; for two none.

    ``A·C``: in A and C, not found in B.
    """
    if len(story.documents) < 3:
        return ""
    return "".join(d.id if d.id in having else "·" for d in story.documents)


def where(story: Story, having: Collection[str], what: str = "counterpart") -> list[str]:
    """The same in words, if there is something to tell."""
    told = whereabouts([document.id for document in story.documents], having, what)
    return [told] if told else []


def missing(story: Story, having: Collection[str], what: str) -> str:
    """``no mention found in B``, for the head of a row that says itself where there is one."""
    told = where(story, having, what)
    return told[0].partition("; ")[2] if told else ""


def coverage(story: Story, found: Answers) -> str:
    """How many passages of each text any other text answers."""
    counts = (
        f"{document.id} {sum((document.id, n) in found for n in document.passages.numbers)}"
        f"/{len(document.passages)}"
        for document in story.documents
    )
    return f"answered by any text: {'  '.join(counts)}"
