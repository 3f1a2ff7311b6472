"""A source -> Document. Sources are paths, ``-`` or ``corpus:NAME``; nobody vouches for them."""

from __future__ import annotations

from corpus.reading.plain import document_from_text, read_document

__all__ = ["document_from_text", "read_document"]
