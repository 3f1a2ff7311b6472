"""A source -> Document. Sources are paths, ``-`` or ``corpus:NAME``; nobody vouches for them."""

from __future__ import annotations

from corpus.reading.beginning import Beginning, beginning
from corpus.reading.document import document_from_text
from corpus.reading.model import ReadingCancelled
from corpus.reading.read import document_of, read_document, read_source
from corpus.reading.source import Source

__all__ = [
    "Beginning",
    "ReadingCancelled",
    "Source",
    "beginning",
    "document_from_text",
    "document_of",
    "read_document",
    "read_source",
]
