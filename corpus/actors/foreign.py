"""What a word may be in a text of another language that writes as English does."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from corpus.actors.data_lines import grouped_lines
from corpus.actors.flags import (
    BODY,
    CALENDAR,
    CAPITAL,
    FUNCTION,
    HONORIFIC,
    OFFICE,
    PARTICLE,
    word_bits,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.text import Document

# As the facts of a document name a language, and the folder of its words.
_FOLDERS = {"German": "de", "Russian": "ru"}
# A text with fewer spaces than this is too short to tell its language by.
FEWEST_SPACES = 12
# Where every noun has a capital, and the words are no English ones.
_NOUNS_RAISED = frozenset({"de"})
_BITS = {
    "function": FUNCTION,
    "office": OFFICE,
    "honorific": HONORIFIC,
    "calendar": CALENDAR,
    "body": BODY,
}


def language_told(document: Document) -> str:
    """The folder of the language a document's facts name; empty for English and unknown ones.

    A few words tell no language: "von der Leyen" may stand in any.
    """
    if document.text.count(" ") < FEWEST_SPACES:
        return ""
    told = next((fact.value for fact in document.facts if fact.kind == "language"), "")
    return _FOLDERS.get(told, "")


def bits_of_language(folder: str) -> Callable[[str], int]:
    """How to look words up in a text of this language."""
    return partial(_foreign_bits, folder) if folder in _NOUNS_RAISED else word_bits


def is_mere_noun(folder: str, *, opens: bool) -> bool:
    """Whether an unknown word with a capital, all alone, is none but a noun there."""
    return folder in _NOUNS_RAISED or (bool(folder) and opens)


@lru_cache(maxsize=16384)
def _foreign_bits(folder: str, word: str) -> int:
    """What the other language says of a word, else what its letters and known names do."""
    low, own = word.lower(), word_bits(word)
    listed, ends = _lists(folder)
    bits = listed.get(low, 0) | next((b for end, b in ends if low.endswith(end)), 0)
    return bits | (own & (CAPITAL | PARTICLE)) if bits else own


@cache
def _lists(folder: str) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """The words of each kind, and the ends of words of each kind."""
    listed: dict[str, int] = {}
    ends: list[tuple[str, int]] = []
    for group, words in grouped_lines("words.txt", folder).items():
        for word in words:
            if word.startswith("*"):
                ends.append((word.removeprefix("*"), _BITS[group]))
            else:
                listed[word] = listed.get(word, 0) | _BITS[group]
    return listed, ends
