"""What the command line says of its texts: their encodings, and facts of their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.facts import EDITABLE, checked, with_own
from corpus.text import letter_id
from tui.commands.outcome import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from corpus.text import Document, FactKind


class Told(NamedTuple):
    """Encodings and facts by the letter of the text; the encoding under ``""`` is for all."""

    encodings: Mapping[str, str]
    facts: Mapping[str, Mapping[FactKind, str]]

    def encoding(self, letter: str) -> str | None:
        """The encoding that the reader names for a text."""
        return self.encodings.get(letter) or self.encodings.get("")

    def of(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """The documents with what the reader says of them."""
        return tuple(with_own(document, self.facts.get(document.id, {})) for document in documents)


NOTHING = Told({}, {})
"""Nothing is said of any text."""


def told(args: Namespace, count: int) -> Told:
    """What was said of so many texts; UsageError for what is no letter, encoding or day."""
    letters = [letter_id(index) for index in range(count)]
    encodings = dict(_encoding(words, letters) for words in args.encoding or ())
    facts: dict[str, dict[FactKind, str]] = {}
    for kind in EDITABLE:
        for words in getattr(args, kind) or ():
            letter, value = _of_a_text(kind, words, letters)
            facts.setdefault(letter, {})[kind] = said(kind, value)
    return Told(encodings, facts)


def said(kind: FactKind, words: str) -> str:
    """A fact as the reader gives it; UsageError when it cannot be one."""
    try:
        return checked(kind, words)
    except ValueError as error:
        raise UsageError(f"--{kind}: {error}") from None


def encoding(name: str) -> str:
    """Python's name for an encoding; UsageError when there is none."""
    from corpus.reading.encodings import known_encoding

    known = known_encoding(name)
    if known is None:
        raise UsageError(f"--encoding: {name} is no encoding; try utf-8, cp1251, koi8-r, cp1252 …")
    return known


def _encoding(words: str, letters: Sequence[str]) -> tuple[str, str]:
    letter, equals, name = words.partition("=")
    if not equals:
        return "", encoding(words)
    return _known_letter("encoding", letter, letters), encoding(name)


def _of_a_text(kind: FactKind, words: str, letters: Sequence[str]) -> tuple[str, str]:
    letter, equals, value = words.partition("=")
    if not equals:
        raise UsageError(f"--{kind}: say of which text, as in --{kind} A={words}")
    return _known_letter(kind, letter, letters), value


def _known_letter(option: str, letter: str, letters: Sequence[str]) -> str:
    if letter.upper() not in letters:
        there = ", ".join(letters)
        raise UsageError(f"--{option}: there is no text {letter}; the texts are {there}")
    return letter.upper()
