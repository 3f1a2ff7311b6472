"""Warnings and the signs of a text's moment as rows, and back: they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.model import Excerpt
from corpus.moments import Notice, Sign
from tui.rows.columns import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.text import Document
    from tui.rows.columns import Piece, Row


def pack_notices(notices: Sequence[Notice], _documents: Sequence[Document]) -> Iterator[Piece]:
    """A row for each."""
    for some in pieces(notices):
        yield "notices", [[one.kind, one.words, _pack_excerpts(one.evidence)] for one in some]


def pack_signs(signs: Sequence[Sign], _documents: Sequence[Document]) -> Iterator[Piece]:
    """A row for each."""
    for some in pieces(signs):
        yield "signs", [[one.words, _pack_excerpts(one.evidence)] for one in some]


def _pack_excerpts(excerpts: Iterable[Excerpt]) -> Row:
    return [[one.document, one.start, one.end, one.text] for one in excerpts]


class Notices:
    """Takes in warnings as they were packed."""

    def __init__(self, _documents: Sequence[Document]) -> None:
        self._notices: list[Notice] = []

    def take(self, _kind: str, rows: Row) -> None:
        """More of them."""
        self._notices += (Notice(kind, words, _excerpts(told)) for kind, words, told in rows)

    def whole(self) -> tuple[Notice, ...]:
        """All of them."""
        return tuple(self._notices)


class Signs:
    """Takes in signs as they were packed."""

    def __init__(self, _documents: Sequence[Document]) -> None:
        self._signs: list[Sign] = []

    def take(self, _kind: str, rows: Row) -> None:
        """More of them."""
        self._signs += (Sign(words, _excerpts(told)) for words, told in rows)

    def whole(self) -> tuple[Sign, ...]:
        """All of them."""
        return tuple(self._signs)


def _excerpts(rows: Row) -> tuple[Excerpt, ...]:
    return tuple(Excerpt(*row) for row in rows)
