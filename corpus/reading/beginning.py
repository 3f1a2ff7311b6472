"""The beginning of a long text: what a first screen needs, told before the rest is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import InputError
from corpus.passages import Passages
from corpus.reading.formats import format_of, is_html
from corpus.reading.model import RefusedError
from corpus.reading.read import document_of
from corpus.sanitise import one_line
from corpus.text import Document

if TYPE_CHECKING:
    from corpus.reading.source import Source

ENOUGH = 24_000
"""Bytes that fill the first screen of any terminal."""


class Beginning(NamedTuple):
    """What is known of a text so far.

    Attributes:
        document: of its first bytes; empty where only the whole text tells how it begins.
        share: the part of all bytes that was read for it, from 0 to 1.
    """

    document: Document
    share: float

    @property
    def passages(self) -> int:
        """About how many passages the whole text has; 0 where nothing is known of it."""
        return int(len(self.document.passages) / self.share) if self.share else 0


def beginning(read: Source, id: str) -> Beginning:  # noqa: A002 - the contract's word
    """The document as it begins.

    Nothing is told of formats with a reader of their own, of long texts in an
    encoding other than UTF-8, and of what will be refused.
    """
    data = read.data if len(read.data) <= ENOUGH else _whole_lines(read.data[:ENOUGH])
    share = len(data) / len(read.data)
    try:
        text = format_of(read.data) == "text" and not is_html(data.decode("latin-1"))
        if text and (share == 1 or _is_utf8(data, read.encoding)):
            return Beginning(document_of(replace(read, data=data), id), share)
    except (RefusedError, InputError):
        pass  # whoever reads all of it says why
    return Beginning(Document(id, one_line(read.name), read.source, "", "", Passages()), 0.0)


def _is_utf8(data: bytes, named: str | None) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return named is None


def _whole_lines(data: bytes) -> bytes:
    """Without the line that is cut off; without the word, where there is but one line."""
    cut = data.rfind(b"\n\n") + 1 or data.rfind(b"\n") + 1 or data.rfind(b" ")
    return data[:cut] if cut > 0 else data
