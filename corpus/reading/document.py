"""Text and extracts -> documents: sanitised, cut into passages, with what is known of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.model import RefusedError
from corpus.sanitise import one_line, sanitise
from corpus.segment import TooManyError, segment
from corpus.text import Document, Fact, with_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from corpus.reading.model import Extract

_LONGEST_FACT = 500
MOST_PASSAGES = 200_000
"""Of a file: some twenty novels. More would keep whoever opens it waiting."""


def document_from_text(text: str, *, id: str = "A", name: str = "A") -> Document:  # noqa: A002 - the contract's word
    """A document of a text already in hand; sanitised, so offsets count in ``Document.text``.

    Raises:
        RefusedError: it has more than ``MOST_PASSAGES``.
    """
    clean = sanitise(text)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _made(clean.text, (), id=id, name=name, sha256=sha256, removed=clean.removed)


def document_from_extract(extract: Extract, *, id: str = "A", name: str = "A") -> Document:  # noqa: A002
    """A document of what a format gave: its blocks with a blank line between, its own facts."""
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
    document = _made(text, headings, id=id, name=name, sha256="", removed=removed)
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


def _made(
    text: str,
    headings: Collection[int],
    *,
    id: str,  # noqa: A002
    name: str,
    sha256: str,
    removed: int,
) -> Document:
    try:
        parts = segment(text, headings, MOST_PASSAGES)
    except TooManyError:
        raise RefusedError(f"it has more than {MOST_PASSAGES:,} sentences; split it") from None
    document = Document(
        id=id,
        name=one_line(name),
        source=name,
        text=text,
        sha256=sha256,
        passages=parts.passages,
        furniture=parts.furniture,
        facts=parts.facts,
        removed=removed,
    )
    return with_facts(document, _headline(document))


def _headline(document: Document) -> Iterator[Fact]:
    """The title, when the text opens with a heading."""
    first = document.passages[0] if document.passages else None
    if first and first.kind == "heading":
        yield Fact("title", one_line(document.quote(first.span)), "text", first.span)
