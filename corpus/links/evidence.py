"""Why two passages are linked: the parts of the score, each with its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.links.model import Evidence
from corpus.links.weights import WHOLE
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.links.score import Matrix
    from corpus.links.vocabulary import Side, Term, Vocabulary
    from corpus.text import Document

_SHOWN = {"framed": "wording", "general": "wording", "theme": "frame"}
"""Kinds of term that weigh differently and mean the same to a reader."""


@dataclass
class _Place:
    """Where the words of one family, or of one frame, stand in a passage, and their stems."""

    spans: list[Span] = field(default_factory=list)
    stems: set[Term] = field(default_factory=set)


class Explainer:
    """Finds the parts of scores between two documents."""

    def __init__(self, a: Document, b: Document, vocabulary: Vocabulary, matrix: Matrix) -> None:
        self._a, self._b = a, b
        self._vocabulary = vocabulary
        self._matrix = matrix

    def evidence(self, row: int, column: int, score: float) -> tuple[Evidence, ...]:
        """The parts of the score of passage ``row`` of a and ``column`` of b (from 0).

        Heaviest first; the weights add up to ``score``.
        """
        cell = self._matrix.cell(row, column)
        raised = cell.likeness + cell.opening + cell.neighbours
        share = score / raised
        found = self._shared(row, column, share)
        around = [
            ("opening", cell.opening, "both stand near the head of their text"),
            ("neighbours", cell.neighbours, "the passages before or after them match as well"),
        ]
        found += [
            Evidence(kind, weight * share, (), (), words)
            for kind, weight, words in around
            if weight > 0
        ]
        return tuple(sorted(found, key=lambda e: -e.weight))

    def _shared(self, row: int, column: int, share: float) -> list[Evidence]:
        """One piece of evidence for each word, name, number, date or frame that met."""
        here = _places(self._vocabulary, self._vocabulary.a, row)
        there = _places(self._vocabulary, self._vocabulary.b, column)
        return [
            self._met(term, here[term], there[term], (row, column), share)
            for term in here
            if term in there
        ]

    def _met(
        self, term: Term, here: _Place, there: _Place, at: tuple[int, int], share: float
    ) -> Evidence:
        index = self._matrix.index
        stems = here.stems & there.stems
        weight = sum(float(index.weight[index.ids[t]]) for t in (term, *stems))
        lengths = float(index.a.length[at[0]] * index.b.length[at[1]])
        spans_a = _shifted(here.spans, self._a, at[0])
        spans_b = _shifted(there.spans, self._b, at[1])
        said_a, said_b = self._a.quote(spans_a[0]), self._b.quote(spans_b[0])
        words = _words(term, said_a, said_b, same=bool(stems) or term.kind in WHOLE)
        return Evidence(
            _SHOWN.get(term.kind, term.kind), weight / lengths * share, spans_a, spans_b, words
        )


def _places(vocabulary: Vocabulary, side: Side, index: int) -> dict[Term, _Place]:
    """The families and frames of a passage; a stem comes just before its family."""
    places: defaultdict[Term, _Place] = defaultdict(_Place)
    stems: list[Term] = []
    for met in vocabulary.terms(side, index):
        if met.term.exact:
            stems.append(met.term)
            continue
        place = places[met.term]
        place.spans.append(Span(met.start, met.end))
        place.stems.update(stems)
        stems.clear()
    return places


def _shifted(spans: Iterable[Span], document: Document, index: int) -> tuple[Span, ...]:
    start = document.passages[index].span.start
    return tuple(span.shifted(start) for span in spans)


def _words(term: Term, a: str, b: str, *, same: bool) -> str:
    """The meeting in a phrase."""
    if term.kind in ("frame", "theme"):
        return f"“{a}” and “{b}” are words for {term.key}"
    if term.kind in ("actor", "place"):
        return f"both name {term.key if term.kind == 'place' else a}"
    if not same:
        return f"“{a}” is near “{b}”"
    return f"both say “{a}”" if a.lower() == b.lower() else f"“{a}” and “{b}” are forms of one word"
