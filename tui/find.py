"""Find: where words stand in the texts, or words spelled nearly so where they do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.letters import MARKS, WORD
from corpus.text import Span
from tui.casting import Lights, Stop, Stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.text import Document

_NEAR = 70.0  # rapidfuzz ratio from which a word of the texts is a spelling of the one sought
_SPELLINGS = 20  # spellings of one word that are followed


class Found(NamedTuple):
    """Where words were found; ``nearly``: only in another spelling."""

    words: str
    stops: Stops
    nearly: bool

    def count(self, side: int) -> int:
        """How often on one side."""
        return sum(stop.side == side for stop in self.stops)

    def lights(self, documents: Sequence[Document], at: int = -1) -> Lights:
        """The places as what ``n`` walks, with the reader at one of them, if any."""
        counts = " ".join(f"{d.id} {self.count(side)}" for side, d in enumerate(documents))
        nearly = "nearly " if self.nearly else ""
        return Lights(f"{nearly}“{self.words}” {counts}", self.stops, at)

    def first_from(self, side: int, offset: int) -> int:
        """The first place at or after an offset of one side; round again after the last."""
        passed = sum((stop.side, stop.span.start) < (side, offset) for stop in self.stops)
        return passed % len(self.stops) if self.stops else -1


def find(documents: Sequence[Document], words: str) -> Found:
    """Every place of the words in the texts, left text first, in reading order.

    Capitals make no difference, nor does white space. Where the words stand
    nowhere, places are found whose words are spelled nearly like them.
    """
    sought = words.split()
    if not sought:
        return Found("", Stops(), nearly=False)
    exact = _places(documents, r"\s+".join(map(re.escape, sought)))
    if exact:
        return Found(" ".join(sought), exact, nearly=False)
    return Found(" ".join(sought), _places(documents, _spelled(documents, words)), nearly=True)


def _places(documents: Sequence[Document], pattern: str) -> Stops:
    if not pattern:
        return Stops()
    searched = re.compile(pattern, re.IGNORECASE)
    return Stops(
        Stop(side, Span(*match.span()))
        for side, document in enumerate(documents)
        for match in searched.finditer(document.text)
    )


def _spelled(documents: Sequence[Document], words: str) -> str:
    """A pattern of the texts' own words that are nearly those sought; empty when one has none."""
    known = {word.casefold() for d in documents for word in WORD.findall(d.text)}
    ways = [list(_spellings(word.casefold(), known)) for word in WORD.findall(words)]
    if not ways or not all(ways):
        return ""
    return r"\W+".join(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, way))})(?![\w{MARKS}])" for way in ways
    )


def _spellings(word: str, known: set[str]) -> Iterator[str]:
    from rapidfuzz import fuzz, process

    near = process.extract(
        word, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_SPELLINGS
    )
    yield from (spelling for spelling, _, _ in near)
