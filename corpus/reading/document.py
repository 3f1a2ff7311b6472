"""Text and extracts -> documents: sanitised, cut into passages, with what is known of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.reading.model import MOST_TEXT, TOO_MUCH_TEXT, ReadingCancelled, RefusedError
from corpus.sanitise import one_line, sanitise
from corpus.segment import CancelledError, TooManyError, segment
from corpus.text import Document, Fact, with_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from corpus.reading.model import Extract

_LONGEST_FACT = 500
MOST_PASSAGES = 200_000
"""Of a file: more would keep whoever opens it waiting."""


def never() -> bool:
    """Nobody cancels."""
    return False


def document_from_text(
    text: str,
    *,
    id: str = "A",  # noqa: A002 - the contract's word
    name: str = "A",
    cancelled: Callable[[], bool] = never,
) -> Document:
    """A document of a text already in hand; sanitised, so offsets count in ``Document.text``.

    Raises:
        RefusedError: it has more than ``MOST_PASSAGES``.
        ReadingCancelled: ``cancelled``, which is asked now and then, said so.
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(unsigned(text, id, name, cancelled), sha256=sha256)


def unsigned(
    text: str,
    id: str,  # noqa: A002
    name: str,
    cancelled: Callable[[], bool] = never,
) -> Document:
    """The same without the digest, for a text of which other bytes were read."""
    clean = sanitise(text)
    return _made(clean.text, (), _Given(id, name, "", clean.removed), cancelled)


def document_from_extract(
    extract: Extract,
    *,
    id: str = "A",  # noqa: A002
    name: str = "A",
    cancelled: Callable[[], bool] = never,
) -> Document:
    """A document of what a format gave: its blocks with a blank line between, its own facts.

    It raises what ``document_from_text`` does.
    """
    parts: list[str] = []
    headings: set[int] = set()
    length = removed = 0
    for block in extract.blocks:
        clean = sanitise(block.text)
        words = clean.text.strip()
        removed += clean.removed
        if words:
            headings.update([length] if block.heading else ())
            parts.append(words)
            length += len(words) + len(_BETWEEN)
    text = _BETWEEN.join(parts) + "\n"
    if len(text) > MOST_TEXT:
        raise RefusedError(TOO_MUCH_TEXT)
    document = _made(text, headings, _Given(id, name, "", removed), cancelled)
    document = replace(document, notices=extract.notices)
    return with_facts(document, _told_by_the_file(extract, document))


_BETWEEN = "\n\n"


def _told_by_the_file(extract: Extract, document: Document) -> Iterator[Fact]:
    """What the file says of itself, best first; a title that the text shows is left to the text."""
    shown = document.fact("title")
    for kind, value in extract.facts:
        words = one_line(value)[:_LONGEST_FACT]
        if words and not (kind == "title" and shown and _same(words, shown.value)):
            yield Fact(kind, words, "metadata")


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


class _Given(NamedTuple):
    """What a document is called, and how its text came about."""

    id: str
    name: str
    sha256: str
    removed: int


def _made(
    text: str, headings: Collection[int], given: _Given, cancelled: Callable[[], bool]
) -> Document:
    try:
        parts = segment(text, headings, MOST_PASSAGES, cancelled)
    except TooManyError:
        raise RefusedError(f"it has more than {MOST_PASSAGES:,} sentences; split it") from None
    except CancelledError:
        raise ReadingCancelled from None
    document = Document(
        id=given.id,
        name=one_line(given.name),
        source=given.name,
        text=text,
        sha256=given.sha256,
        passages=parts.passages,
        furniture=parts.furniture,
        facts=parts.facts,
        removed=given.removed,
    )
    return with_facts(document, _headline(document))


def _headline(document: Document) -> Iterator[Fact]:
    """The title, when the text opens with a heading."""
    first = document.passages[0] if document.passages else None
    if first and first.kind == "heading":
        yield Fact("title", one_line(document.quote(first.span)), "text", first.span)
