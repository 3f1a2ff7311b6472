"""Why two passages are linked: the parts of the score, each with its words."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from math import fsum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from corpus.links.model import Evidence
from corpus.links.phrases import Meeting, phrases, together
from corpus.links.score import raised
from corpus.links.weights import WHOLE
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.links.index import Floats, Ints
    from corpus.links.phrases import Phrase
    from corpus.links.score import Matrix
    from corpus.links.vocabulary import Side, Vocabulary
    from corpus.text import Document

_AROUND = {
    "opening": "both stand near the head of their text",
    "neighbours": "the passages before or after them match as well",
    "meaning": "their words lie close in meaning, by static vectors",
}
"""Evidence that points at no single words."""

_SHOWN = {"framed": "wording", "general": "wording", "theme": "frame"}
"""Kinds of term that weigh differently and mean the same to a reader."""


_Places: TypeAlias = "dict[int, tuple[Span, ...]]"
"""Where the words of each family, or of each frame, stand in a passage, by its number."""


class Explainer:
    """Finds the parts of scores between two documents."""

    def __init__(self, a: Document, b: Document, vocabulary: Vocabulary, matrix: Matrix) -> None:
        self._a, self._b = a, b
        self._vocabulary = vocabulary
        self._matrix = matrix
        self._weights: list[float] = matrix.index.weight.tolist()

    def evidence(self, rows: Ints, columns: Ints, scores: Floats) -> Iterator[tuple[Evidence, ...]]:
        """The parts of the scores of passages ``rows`` of a and ``columns`` of b (from 0).

        Heaviest first; the weights of each add up to its score.
        """
        likeness, around = self._matrix.cells(rows, columns)
        share = scores / raised(likeness, around)
        meaning = self._matrix.index.meaning
        parts = {
            "opening": share * likeness * around.opening,
            "neighbours": share * likeness * around.neighbours,
            "meaning": share * (0.0 if meaning is None else meaning.pairs(rows, columns)),
        }
        beside = [(kind, part.tolist()) for kind, part in parts.items()]
        for at, met in enumerate(self._meetings(rows, columns, share)):
            found = [self._told(phrase) for phrase in phrases(met, self._a, self._b)]
            found += [
                Evidence(kind, part[at], (), (), _AROUND[kind])
                for kind, part in beside
                if part[at] > 0
            ]
            yield tuple(sorted(found, key=lambda e: -e.weight))

    def _meetings(self, rows: Ints, columns: Ints, share: Floats) -> Iterator[list[Meeting]]:
        """For each pair of passages one meeting for each family, number, date or frame."""
        index = self._matrix.index
        worth = (share / (index.a.length[rows] * index.b.length[columns])).tolist()
        cells = list(zip(rows.tolist(), columns.tolist(), strict=True))
        shared = _split(*index.shared(rows, columns), len(cells))
        here = self._places(self._vocabulary.a, self._a, [row for row, _ in cells], shared)
        there = self._places(self._vocabulary.b, self._b, [column for _, column in cells], shared)
        for (row, column), terms, each in zip(cells, shared, worth, strict=True):
            places, answers = here[row], there[column]
            parts = self._by_family(terms)
            yield [
                self._met(parts[number], number, spans, answers[number], each)
                for number, spans in places.items()
                if number in parts
            ]

    def _by_family(self, terms: Iterable[int]) -> dict[int, list[int]]:
        """The terms by the number of their family."""
        family = self._matrix.index.family
        parts: dict[int, list[int]] = {}
        for term in terms:
            parts.setdefault(family[term], []).append(term)
        return parts

    def _met(
        self, parts: list[int], number: int, a: tuple[Span, ...], b: tuple[Span, ...], share: float
    ) -> Meeting:
        term = self._matrix.index.terms[number]
        weight = fsum(self._weights[part] for part in parts)
        kind = _SHOWN.get(term.kind, term.kind)
        same = len(parts) > 1 or term.kind in WHOLE
        return Meeting(term, kind, weight * share, a, b, same)

    def _told(self, phrase: Phrase) -> Evidence:
        """What met as evidence; what stands side by side is told as one, with all its weight."""
        parts = phrase.parts
        first = parts[0]
        words = _words(phrase, self._a.quote(phrase.a), self._b.quote(phrase.b))
        if len(parts) == 1:
            return Evidence(first.kind, first.weight, first.a, first.b, words)
        return Evidence(
            first.kind,
            sum(part.weight for part in parts),
            together((part.a for part in parts), self._a),
            together((part.b for part in parts), self._b),
            words,
        )

    def _places(
        self, side: Side, document: Document, passages: list[int], shared: list[set[int]]
    ) -> dict[int, _Places]:
        """Where in each passage the families and frames stand that it shares with any other."""
        wanted: defaultdict[int, set[int]] = defaultdict(set)
        for passage, terms in zip(passages, shared, strict=True):
            wanted[passage] |= terms
        return {
            passage: self._find(side, document, passage, terms) for passage, terms in wanted.items()
        }

    def _find(self, side: Side, document: Document, index: int, wanted: set[int]) -> _Places:
        numbers = self._matrix.index.numbers
        spans: defaultdict[int, list[Span]] = defaultdict(list)
        begin = document.passages[index].span.start
        for sense, start, end in self._vocabulary.met(side, index):
            number = numbers[sense][-1]
            if number in wanted:
                spans[number].append(Span(begin + start, begin + end))
        return {number: tuple(found) for number, found in spans.items()}


def _split(owner: Ints, terms: Ints, count: int) -> list[set[int]]:
    """The terms of each of so many owners, which come in ascending order."""
    ends: list[int] = np.searchsorted(owner, np.arange(1, count + 1)).tolist()
    flat: list[int] = terms.tolist()
    return [set(flat[start:end]) for start, end in pairwise([0, *ends])]


def _words(phrase: Phrase, a: str, b: str) -> str:
    """The meeting in a phrase."""
    term = phrase.parts[0].term
    a, b = " ".join(a.split()), " ".join(b.split())
    if term.kind in ("frame", "theme"):
        return f"“{a}” and “{b}” are words for {term.key}"
    if term.kind in ("actor", "place"):
        return f"both name {term.key if term.kind == 'place' else a}"
    if not all(part.same for part in phrase.parts):
        return f"“{a}” is near “{b}”"
    if a.lower() == b.lower():
        return f"both say “{a}”"
    return f"“{a}” and “{b}” are forms of one {'word' if len(phrase.parts) == 1 else 'phrase'}"
