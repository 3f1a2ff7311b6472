"""A selection of words made by keyboard: where its moving end can go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus.letters import WORD
from corpus.text import Span

if TYPE_CHECKING:
    from corpus.text import Document, Passage

Way = Literal["right", "left", "word", "word_back", "passage", "start", "end", "other", "whole"]

_LONGEST_WORD = 100  # how far back a word's start is looked for


class Selection(NamedTuple):
    """Words of one side between a fixed and a moving end, both offsets of characters held."""

    side: int
    fixed: int
    moving: int

    @property
    def span(self) -> Span:
        """The words selected: at least one character."""
        low, high = sorted((self.fixed, self.moving))
        return Span(low, high + 1)


def begin(side: int, passage: Passage) -> Selection:
    """A selection of a passage's first character."""
    return Selection(side, passage.span.start, passage.span.start)


def word_at(document: Document, offset: int) -> Span | None:
    """The word that a character belongs to; None between words."""
    around = WORD.finditer(document.text, max(0, offset - _LONGEST_WORD), offset + _LONGEST_WORD)
    return next((Span(*one.span()) for one in around if one.start() <= offset < one.end()), None)


def extend(selection: Selection, document: Document, way: Way) -> Selection:
    """The selection with its moving end moved; it never leaves the text."""
    if way == "other":
        return selection._replace(fixed=selection.moving, moving=selection.fixed)
    if way == "whole":
        return _whole(selection, document)
    moved = _moved(selection.moving, document, way)
    return selection._replace(moving=max(0, min(moved, len(document.text) - 1)))


def whole(side: int, passage: Passage) -> Selection:
    """A selection of a whole passage."""
    return Selection(side, passage.span.start, passage.span.end - 1)


def _whole(selection: Selection, document: Document) -> Selection:
    """From its passage's start to a passage's end: of the same one, or of the next."""
    first = document.passage_at(selection.span.start) or document.passage(1)
    last = document.passage_at(selection.span.end - 1) or first
    end = _passage_end(document, last, selection.span.end - 1)
    if selection.span.start > first.span.start:
        end = last.span.end - 1
    return Selection(selection.side, first.span.start, end)


def _moved(at: int, document: Document, way: Way) -> int:
    passage = document.passage_at(at) or document.passage(1)
    match way:
        case "right":
            return at + 1
        case "left":
            return at - 1
        case "word":
            following = WORD.search(document.text, at + 1)
            return following.end() - 1 if following else at
        case "word_back":
            before = WORD.finditer(document.text, max(0, at - _LONGEST_WORD), at)
            return max((word.start() for word in before), default=at - 1)
        case "passage":
            return _passage_end(document, passage, at)
        case "start":
            return passage.span.start
        case _:
            return passage.span.end - 1


def _passage_end(document: Document, passage: Passage, at: int) -> int:
    if at < passage.span.end - 1 or passage.number == len(document.passages):
        return passage.span.end - 1
    return document.passage(passage.number + 1).span.end - 1
