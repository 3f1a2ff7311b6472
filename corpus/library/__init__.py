"""Texts kept under names, copied whole with their hash; opened as ``corpus:NAME``."""

from __future__ import annotations

from corpus.library.recent import Recent, recent_pairs, remember
from corpus.library.shelf import (
    Kept,
    add_text,
    kept_texts,
    name_for,
    open_text,
    remove_text,
    text_file,
)

__all__ = [
    "Kept",
    "Recent",
    "add_text",
    "kept_texts",
    "name_for",
    "open_text",
    "recent_pairs",
    "remember",
    "remove_text",
    "text_file",
]
