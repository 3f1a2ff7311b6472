"""What the inspector tells: why these two are linked, what is known of dates, the notes here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.heads import dated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.moments import Notice
    from corpus.text import Document

Part = tuple[str, "Sequence[str]"]
"""A heading and the lines under it."""

_OF_DATES = frozenset({"different-moments", "page-stamp"})


def inspected(parts: Iterable[Part]) -> Content:
    """The parts one below the other, apart from each other."""
    return Content("\n\n").join(_part(heading, lines) for heading, lines in parts)


def dates(documents: Iterable[Document], warnings: Iterable[Notice]) -> Part:
    """What is known of the dates of the texts, and what that means for comparing them."""
    known = [f"{document.id}  {dated(document)}" for document in documents]
    return "DATES", [*known, *(f"!  {one.words}" for one in warnings if one.kind in _OF_DATES)]


def _part(heading: str, lines: Iterable[str]) -> Content:
    return Content("\n").join([Content.styled(heading, "bold"), *map(Content, lines)])
