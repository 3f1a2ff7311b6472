"""Why two passages are linked: the parts of the score, each with its words."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from corpus.links.model import Evidence
from corpus.links.phrases import Meeting, phrases, together
from corpus.links.score import raised
from corpus.links.weights import WHOLE
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.links.index import Floats, Ints
    from corpus.links.phrases import Phrase
    from corpus.links.score import Matrix
    from corpus.links.vocabulary import Side, Term, Vocabulary
    from corpus.text import Document

_AROUND = {
    "opening": "both stand near the head of their text",
    "neighbours": "the passages before or after them match as well",
    "meaning": "their words lie close in meaning, by static vectors",
}
"""Evidence that points at no single words."""

_SHOWN = {"framed": "wording", "general": "wording", "theme": "frame"}
"""Kinds of term that weigh differently and mean the same to a reader."""


class _Place(NamedTuple):
    """Where the words of one family, or of one frame, stand in a passage, and their stems."""

    spans: tuple[Span, ...]
    stems: frozenset[Term]


class Explainer:
    """Finds the parts of scores between two documents."""

    def __init__(self, a: Document, b: Document, vocabulary: Vocabulary, matrix: Matrix) -> None:
        self._a, self._b = a, b
        self._vocabulary = vocabulary
        self._matrix = matrix
        self._weights: list[float] = matrix.index.weight.tolist()
        self._known: dict[tuple[str, int], dict[Term, _Place]] = {}

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
        for at in range(len(rows)):
            found = self._shared(int(rows[at]), int(columns[at]), float(share[at]))
            found += [
                Evidence(kind, float(part[at]), (), (), _AROUND[kind])
                for kind, part in parts.items()
                if part[at] > 0
            ]
            yield tuple(sorted(found, key=lambda e: -e.weight))

    def _shared(self, row: int, column: int, share: float) -> list[Evidence]:
        """One piece of evidence for each phrase, number, date or frame that met."""
        here = self._places(self._vocabulary.a, self._a, row)
        there = self._places(self._vocabulary.b, self._b, column)
        index = self._matrix.index
        share /= float(index.a.length[row] * index.b.length[column])
        met = [
            self._met(term, place, there[term], share)
            for term, place in here.items()
            if term in there
        ]
        return [self._told(phrase) for phrase in phrases(met, self._a, self._b)]

    def _met(self, term: Term, here: _Place, there: _Place, share: float) -> Meeting:
        stems = here.stems & there.stems
        weight = fsum(map(self._weight, (term, *stems)))  # a set has no order of its own
        kind = _SHOWN.get(term.kind, term.kind)
        same = bool(stems) or term.kind in WHOLE
        return Meeting(term, kind, weight * share, here.spans, there.spans, same)

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

    def _weight(self, term: Term) -> float:
        return self._weights[self._matrix.index.ids[term]]

    def _places(self, side: Side, document: Document, index: int) -> dict[Term, _Place]:
        """The families and frames of a passage; a stem comes just before its family."""
        known = self._known.get((document.id, index))
        if known is None:
            known = self._known[document.id, index] = self._find(side, document, index)
        return known

    def _find(self, side: Side, document: Document, index: int) -> dict[Term, _Place]:
        spans: dict[Term, list[Span]] = {}
        stems: dict[Term, set[Term]] = {}
        start = document.passages[index].span.start
        stem: Term | None = None
        for term, first, last in self._vocabulary.terms(side, index):
            if term.exact:
                stem = term
                continue
            spans.setdefault(term, []).append(Span(start + first, start + last))
            if stem is not None:
                stems.setdefault(term, set()).add(stem)
            stem = None
        return {
            term: _Place(tuple(found), frozenset(stems.get(term, ())))
            for term, found in spans.items()
        }


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
