"""One document while its acts of speech are looked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.actors.quotes import Quotation, quotations

if TYPE_CHECKING:
    from corpus.actors.model import StatementMode
    from corpus.actors.phrases import Subject
    from corpus.actors.settle import Cast
    from corpus.actors.words import Words


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says something: ranges of words, ends exclusive."""

    mode: StatementMode
    subject: Subject
    verb: tuple[int, int]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class VerbAt:
    """A verb of speech; its auxiliaries begin at ``first``, its own word is ``main``."""

    first: int
    main: int
    last: int
    ways: frozenset[str]


@dataclass(frozen=True)
class Page:
    """A document's words and quotations; ``used`` gathers the verbs that have their words.

    ``quoted`` has a byte for each word: 1 inside quotation marks. ``tagged`` gathers
    who speaks a quotation, by the sentence of the verb; ``alone`` the quotations
    that nobody is said to speak.
    """

    cast: Cast
    document: int
    words: Words
    quotes: list[Quotation]
    quoted: bytearray
    used: set[int] = field(default_factory=set[int])
    tagged: dict[int, Subject] = field(default_factory=dict[int, "Subject"])
    alone: list[Quotation] = field(default_factory=list[Quotation])


def open_page(cast: Cast, document: int) -> Page:
    """The page of one document of the cast."""
    words = cast.words[document]
    quotes = quotations(words)
    quoted = bytearray(len(words.text) + 1)
    for quote in quotes:
        quoted[quote.first : quote.last] = b"\x01" * (quote.last - quote.first)
    return Page(cast, document, words, quotes, quoted)
