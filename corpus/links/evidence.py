"""Why two passages are linked: the parts of the score, each with its words."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from corpus.frames.uses import quotations
from corpus.links.model import Evidence
from corpus.links.phrases import Meeting, phrases, together
from corpus.links.score import raised
from corpus.links.stem import stem
from corpus.links.weights import WHOLE
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from corpus.frames.uses import Ranges
    from corpus.links.index import Ints
    from corpus.links.phrases import Phrase
    from corpus.links.score import Matrix
    from corpus.links.sieve import Cells
    from corpus.links.vocabulary import Side, Vocabulary
    from corpus.text import Document

_AROUND = {
    "opening": "both stand near the head of their text",
    "neighbours": "the passages before or after them match as well",
    "meaning": "their words lie close in meaning, by static vectors",
}
"""Evidence that points at no single words."""

_BOTH_SAY, _BOTH_QUOTE = "both say ", "both quote "

_SHOWN = {"framed": "wording", "general": "wording", "theme": "frame"}
"""Kinds of term that weigh differently and mean the same to a reader."""


_Spans: TypeAlias = "tuple[Span, ...]"


class _Sums(NamedTuple):
    """What the scores of some links are sums of, link by link.

    A shared term adds its weight times ``share``. ``terms[ends[i]:ends[i + 1]]``
    are those that link ``i`` shares; ``beside`` is what its surroundings add, by kind.
    """

    share: list[float]
    terms: Ints
    ends: list[int]
    beside: list[tuple[str, list[float]]]


class Explainer:
    """Tells why the cells of two documents' matrix score what they do, one cell at a time.

    The sums of all cells are made at the first question: numpy is as quick
    with a thousand as with ten.
    """

    def __init__(
        self, a: Document, b: Document, vocabulary: Vocabulary, matrix: Matrix, cells: Cells
    ) -> None:
        self._a, self._b = a, b
        self._vocabulary = vocabulary
        self._matrix = matrix
        self._cells = cells

    def evidence(self, at: int) -> tuple[Evidence, ...]:
        """The parts of the score of cell ``at``, heaviest first; their weights add up to it."""
        found = [self._told(phrase) for phrase in phrases(self._meetings(at), self._a, self._b)]
        found += [
            Evidence(kind, part[at], (), (), _AROUND[kind])
            for kind, part in self._sums.beside
            if part[at] > 0
        ]
        found.sort(key=lambda one: -one.weight)
        return tuple(found)

    @cached_property
    def _sums(self) -> _Sums:
        rows, columns = self._cells.rows, self._cells.columns
        index = self._matrix.index
        likeness, around = self._matrix.cells(rows, columns)
        share = self._cells.scores.astype(np.float64) / raised(likeness, around)
        parts = {"opening": likeness * around.opening, "neighbours": likeness * around.neighbours}
        if index.meaning is not None:
            parts["meaning"] = index.meaning.pairs(rows, columns)
        owner, terms = index.shared(rows, columns)
        return _Sums(
            (share / (index.a.length[rows] * index.b.length[columns])).tolist(),
            terms,
            np.searchsorted(owner, np.arange(len(rows) + 1)).tolist(),
            [(kind, (share * part).tolist()) for kind, part in parts.items()],
        )

    @cached_property
    def _weights(self) -> list[float]:
        weights: list[float] = self._matrix.index.weight.tolist()
        return weights

    def _meetings(self, at: int) -> list[Meeting]:
        """One for each family, number, date or frame that both passages of a cell hold."""
        sums, known = self._sums, self._vocabulary
        parts = self._by_family(sums.terms[sums.ends[at] : sums.ends[at + 1]].tolist())
        here = self._places(known.a, self._a, int(self._cells.rows[at]), parts)
        there = self._places(known.b, self._b, int(self._cells.columns[at]), parts)
        return [
            self._met(parts[number], number, tuple(spans), tuple(there[number]), sums.share[at])
            for number, spans in here.items()
        ]

    def _by_family(self, terms: Iterable[int]) -> dict[int, list[int]]:
        """The terms by the number of their family."""
        family = self._matrix.index.family
        parts: dict[int, list[int]] = {}
        for term in terms:
            parts.setdefault(family[term], []).append(term)
        return parts

    def _met(self, parts: list[int], number: int, a: _Spans, b: _Spans, share: float) -> Meeting:
        term = self._matrix.index.terms[number]
        weight = fsum(self._weights[part] for part in parts)
        kind = _SHOWN.get(term.kind, term.kind)
        same = len(parts) > 1 or term.kind in WHOLE
        return Meeting(term, kind, weight * share, a, b, same)

    def _told(self, phrase: Phrase) -> Evidence:
        """What met as evidence; what stands side by side is told as one, with all its weight."""
        parts = phrase.parts
        first = parts[0]
        kind, words = first.kind, _words(phrase, self._a.quote(phrase.a), self._b.quote(phrase.b))
        if kind == "wording" and words.startswith(_BOTH_SAY) and self._both_quote(phrase):
            kind, words = "quotation", _BOTH_QUOTE + words.removeprefix(_BOTH_SAY)
        if len(parts) == 1:
            return Evidence(kind, first.weight, first.a, first.b, words)
        return Evidence(
            kind,
            sum(part.weight for part in parts),
            together((part.a for part in parts), self._a),
            together((part.b for part in parts), self._b),
            words,
        )

    def _both_quote(self, phrase: Phrase) -> bool:
        """Whether each text has the phrase in quotation marks, where it first stands there."""
        here, there = self._quotations
        return here.holder(phrase.a) is not None and there.holder(phrase.b) is not None

    @cached_property
    def _quotations(self) -> tuple[Ranges, Ranges]:
        return quotations(self._a), quotations(self._b)

    def _places(
        self, side: Side, document: Document, index: int, wanted: Container[int]
    ) -> dict[int, list[Span]]:
        """Where the wanted families and frames stand in a passage, in reading order."""
        numbers = self._matrix.index.numbers
        spans: dict[int, list[Span]] = {}
        begin = document.passages[index].span.start
        for sense, word in self._vocabulary.met(side, index):
            number = numbers[sense][-1]
            if number in wanted:
                spans.setdefault(number, []).append(Span(begin + word.start, begin + word.end))
        return spans


def _words(phrase: Phrase, a: str, b: str) -> str:
    """The meeting in a phrase."""
    term = phrase.parts[0].term
    a, b = " ".join(a.split()), " ".join(b.split())
    if term.kind in ("frame", "theme"):
        return _words_for(term.key, a, b)
    if term.kind == "place":
        return f"both name {term.key}"
    if not all(part.same for part in phrase.parts):
        return f"“{a}” is near “{b}”"
    if term.kind == "actor":
        return f"both name {a}"
    if a.lower() == b.lower():
        return f"{_BOTH_SAY}“{a}”"
    return f"“{a}” and “{b}” are forms of one {'word' if len(phrase.parts) == 1 else 'phrase'}"


def _words_for(frame: str, a: str, b: str) -> str:
    """A frame that met, in other words or in the same."""
    one, other = (stem(word.lower()) for word in (a, b))
    if one != other:
        return f"“{a}” and “{b}” are words for {frame}"
    use = (
        f"both use “{a}”"
        if a.lower() == b.lower()
        else f"both use a form of “{min(a, b, key=len)}”"
    )
    return use if one == stem(frame) else f"{use}, a word for {frame}"
