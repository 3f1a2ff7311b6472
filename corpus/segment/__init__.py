"""A text cut into passages: headings and sentences, with page furniture set aside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from corpus.passages import Passages, no_columns
from corpus.segment.furniture import is_furniture, page_stamps
from corpus.segment.language import language_name, language_of
from corpus.segment.paragraphs import heading_span, paragraph_spans, without_bullet
from corpus.segment.sentences import sentence_spans
from corpus.text import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from corpus.text import PassageKind

__all__ = ["CancelledError", "Segmented", "TooManyError", "segment"]

_OFTEN = 256  # paragraphs: some milliseconds


@dataclass(frozen=True, slots=True)
class Segmented:
    """What one text falls into, in reading order; spans never overlap."""

    passages: Passages
    furniture: tuple[Span, ...]
    facts: tuple[Fact, ...]


class TooManyError(Exception):
    """A text falls into more passages than were asked for at most."""


class CancelledError(Exception):
    """The caller asked to stop."""


def segment(
    text: str,
    headings: Collection[int] = (),
    most: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Segmented:
    """Passages, page furniture and facts of a text; offsets into ``text`` as given.

    Between them the passages and the furniture hold every character of the
    text but white space, bullets and Markdown's hashes.

    Args:
        text: as it will be shown.
        headings: where paragraphs start that are known to be headings.
        most: passages to find; None finds all.
        cancelled: asked now and then.

    Raises:
        TooManyError: there are more than ``most``.
        CancelledError: ``cancelled`` said so.
    """
    columns = no_columns()
    furniture: list[Span] = []
    language = language_of(text)
    facts = [Fact("language", language_name(language), "text")] if language else []
    for number, paragraph in enumerate(paragraph_spans(text)):
        if number % _OFTEN == 0 and cancelled():
            raise CancelledError
        words = text[paragraph.start : paragraph.end]
        if is_furniture(words):
            furniture.append(paragraph)
            facts += [
                Fact("page-stamp", words[s.start : s.end], "text", s.shifted(paragraph.start))
                for s in page_stamps(words)
            ]
            continue
        room = None if most is None else most + 1 - len(columns.starts)
        units = _units(text, paragraph, language, room, known=paragraph.start in headings)
        if most is not None and len(columns.starts) + len(units) > most:
            raise TooManyError
        for kind, span in units:
            columns.add(kind, span, number)
    return Segmented(Passages(columns), tuple(furniture), tuple(facts))


def _units(
    text: str, paragraph: Span, language: str | None, room: int | None, *, known: bool
) -> list[tuple[PassageKind, Span]]:
    """The passages of a paragraph, so many at most; ``known``: it is known to be a heading."""
    if known:
        return [("heading", paragraph)]
    found = sentence_spans(text, without_bullet(text, paragraph), language)
    sentences = list(islice(found, room))
    heading = heading_span(text, paragraph) if len(sentences) == 1 else None
    if heading is not None:
        return [("heading", heading)]
    return [("sentence", span) for span in sentences]
