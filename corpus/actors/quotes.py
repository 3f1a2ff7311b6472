"""Quotations: where they open and close, and whether somebody's own sentence stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.actors.flags import CAPITAL, MARK, QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.words import Words

_OPENING = frozenset({"“", "„", "«", "``", "‘"})
_CLOSING = frozenset({"”", "»", "''", "’"})
_SENTENCE_MARKS = frozenset({",", ".", "!", "?", "…", "-", "–", "—", "..."})
_LEADS_IN = frozenset({",", ":", "that", ";", "—", "–", "-", "(", ".", "…"})
# A quotation of fewer words than this, without a mark at its end, is a phrase.
SHORTEST_SENTENCE = 5
# A quotation that its paragraph does not close may go on for so many words.
LONGEST_RUN = 200


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words ``first`` to ``last`` (exclusive), the marks included.

    ``direct``: a sentence of the speaker's, not a phrase inside another's.
    ``closed`` is False when its paragraph ends before it does.
    """

    first: int
    last: int
    direct: bool
    closed: bool


def quotations(words: Words) -> list[Quotation]:
    """The quotations of a document in reading order."""
    single = not any(bits & QUOTE for bits in words.flags)
    found: list[Quotation] = []
    opened: int | None = None
    left: tuple[int, int] | None = None  # opened, and not closed when its paragraph ended
    paragraph = -1
    for sentence in words.sentences:
        if sentence.paragraph != paragraph:
            if opened is not None or (left and sentence.first - left[0] > LONGEST_RUN):
                found += _unclosed(words, left)
                left = None if opened is None else (opened, sentence.first)
            opened, paragraph = None, sentence.paragraph
        for at in _marks(words, sentence.first, sentence.last, single=single):
            if opened is not None and _may_close(words.text[opened], words.text[at]):
                found.append(_quotation(words, opened, at + 1, closed=True))
                opened = None
            elif opened is None and _may_open(words, at, sentence.last):
                found += _unclosed(words, left)
                opened, left = at, None
            elif opened is None and left is not None:
                found.append(_quotation(words, left[0], at + 1, closed=True))
                left = None
    found += _unclosed(words, left)
    found += _unclosed(words, None if opened is None else (opened, len(words.text)))
    return found


def _unclosed(words: Words, left: tuple[int, int] | None) -> list[Quotation]:
    return [] if left is None else [_quotation(words, *left, closed=False)]


def _marks(words: Words, first: int, last: int, *, single: bool) -> Iterator[int]:
    for at in range(first, last):
        if words.flags[at] & QUOTE or (single and words.text[at] in ("'", "‘", "’")):
            yield at


def _may_close(opening: str, mark: str) -> bool:
    """Whether a mark closes what another opened: German „…“ ends as English begins."""
    return mark not in _OPENING or (opening == "„" and mark == "“")


def _may_open(words: Words, at: int, last: int) -> bool:
    """Whether a mark can open a quotation: it stands right before a word, not after one."""
    mark = words.text[at]
    if mark in _CLOSING:
        return False
    touches = at + 1 < last and words.start[at + 1] == words.end[at]
    after_word = at > 0 and words.end[at - 1] == words.start[at]
    if mark in _OPENING:
        return True
    return touches and (not after_word or bool(words.flags[at - 1] & MARK))


def _quotation(words: Words, first: int, last: int, *, closed: bool) -> Quotation:
    return Quotation(first, last, _is_direct(words, first, last, closed=closed), closed)


def _is_direct(words: Words, first: int, last: int, *, closed: bool) -> bool:
    start, stop = first + 1, last - 1 if closed else last
    if stop <= start:
        return False
    tagged = closed and last < len(words.text) and words.text[last] == ","
    tagged = tagged and words.starts_sentence(first)
    ended = words.text[stop - 1] in _SENTENCE_MARKS or tagged
    opens = True if words.flags[start] & MARK else bool(words.flags[start] & CAPITAL)
    length = sum(not words.flags[i] & MARK for i in range(start, stop))
    follows = first == 0 or words.text[first - 1] in _LEADS_IN or words.starts_sentence(first)
    if not follows and not words.flags[first - 1] & QUOTE:
        return opens and length >= SHORTEST_SENTENCE and not _is_title(words, start, stop)
    if opens:
        return ended or length >= SHORTEST_SENTENCE
    return follows and length >= SHORTEST_SENTENCE and ended


def _is_title(words: Words, start: int, stop: int) -> bool:
    """Whether nearly all longer words have capitals, as a book's or a song's have."""
    longer = [i for i in range(start, stop) if len(words.text[i]) > 3]
    return sum(bool(words.flags[i] & CAPITAL) for i in longer) > len(longer) / 2
