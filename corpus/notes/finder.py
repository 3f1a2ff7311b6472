"""Anchoring that remembers: the same words in the same text are looked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.notes.anchoring import anchor

if TYPE_CHECKING:
    from corpus.notes.model import Anchor, Target
    from corpus.text import Document


class Finder:
    """What ``anchor`` gives, kept for as long as the finder lives. Not for two threads at once."""

    def __init__(self) -> None:
        self._found: dict[tuple[Target, str, int], Anchor] = {}

    def __call__(self, target: Target, document: Document) -> Anchor:
        """Where a target's words stand in a document as it is now."""
        key = target, document.sha256, len(document.text)
        if key not in self._found:
            self._found[key] = anchor(target, document)
        return self._found[key]
