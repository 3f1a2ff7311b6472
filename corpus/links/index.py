"""Two texts as sparse arrays of terms, and the likeness of any of their passages."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.links import weights
from corpus.links.meaning import Meaning, read_meaning
from corpus.links.vocabulary import Sense, Side, Term, Vocabulary, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """The distinct terms of each passage of one text, as compressed sparse rows.

    ``ids[start[i]:start[i + 1]]`` are the terms of passage ``i``, ascending;
    ``length[i]`` is the square root of the sum of their weights, smoothed.
    """

    start: Ints
    ids: Ints
    length: Floats

    def __len__(self) -> int:
        return len(self.length)


@dataclass(frozen=True)
class Index:
    """Two texts over one set of terms. ``weight[t]`` is what sharing term ``t`` is worth.

    ``terms`` are those; ``numbers`` tells which of them each sense of the
    vocabulary is, ``family`` which one holds each: a stem's family, else itself.
    """

    a: Rows
    b: Rows
    weight: Floats
    terms: Sequence[Term]
    numbers: Mapping[Sense, tuple[int, ...]]
    family: Sequence[int]
    post_start: Ints
    post_row: Ints
    meaning: Meaning | None = None

    def likeness(self, first: int, last: int) -> Floats:
        """Rows ``first`` to ``last`` (exclusive) of text a against all of text b.

        The sum of the weights of the shared terms over both lengths, shape
        (last - first, len(b)): a cosine over the roots of the weights; with
        the extra ``meaning``, and what it gains.
        """
        lo, hi = self.a.start[first], self.a.start[last]
        ids = self.a.ids[lo:hi]
        rows = np.repeat(np.arange(last - first), np.diff(self.a.start[first : last + 1]))
        counts = self.post_start[ids + 1] - self.post_start[ids]
        columns = self.post_row[ranges(self.post_start[ids], counts)]
        cells = np.repeat(rows, counts) * len(self.b) + columns
        sums = np.bincount(
            cells, np.repeat(self.weight[ids], counts), (last - first) * len(self.b)
        ).reshape(last - first, len(self.b))
        likeness = sums / self.a.length[first:last, None] / self.b.length[None, :]
        return likeness if self.meaning is None else likeness + self.meaning.block(first, last)

    def pairs(self, rows: Ints, columns: Ints) -> Floats:
        """The likeness of single pairs of passages; 0 where a number is outside its text."""
        inside = (rows >= 0) & (rows < len(self.a)) & (columns >= 0) & (columns < len(self.b))
        found = np.zeros(len(rows))
        rows, columns = rows[inside], columns[inside]
        owner, ids = self.shared(rows, columns)
        sums = np.bincount(owner, self.weight[ids], len(rows))
        found[inside] = sums / self.a.length[rows] / self.b.length[columns]
        if self.meaning is not None:
            found[inside] += self.meaning.pairs(rows, columns)
        return found

    def shared(self, rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
        """The terms that pairs of passages share: which pair, ascending, and which term."""
        starts = self.a.start[rows]
        counts = self.a.start[rows + 1] - starts
        ids = self.a.ids[ranges(starts, counts)]
        owner = np.repeat(np.arange(len(rows)), counts)
        held = self._holds(columns[owner] * len(self.weight) + ids)
        return owner[held], ids[held]

    @cached_property
    def _keys(self) -> Ints:
        """Each term of each passage of text b as one number, ascending."""
        owner = np.repeat(np.arange(len(self.b)), np.diff(self.b.start))
        keys: Ints = owner * len(self.weight) + self.b.ids
        return keys

    def _holds(self, keys: Ints) -> NDArray[np.bool_]:
        at = np.minimum(np.searchsorted(self._keys, keys), max(0, len(self._keys) - 1))
        return self._keys[at] == keys if len(self._keys) else np.zeros(len(keys), dtype=bool)


def build_index(vocabulary: Vocabulary, *, with_meaning: bool = True) -> Index:
    """The terms of both texts, weighed by their rarity over both.

    ``with_meaning`` uses the extra of that name where it is installed.
    """
    numbers = _Numbers()
    start_a, flat_a = _flatten(vocabulary, vocabulary.a, numbers)
    start_b, flat_b = _flatten(vocabulary, vocabulary.b, numbers)
    ids = numbers.ids
    family = list(range(len(ids)))
    for sense in numbers.values():
        family[sense[0]] = sense[-1]
    in_a: Ints = np.bincount(flat_a, minlength=len(ids))[family]
    in_b: Ints = np.bincount(flat_b, minlength=len(ids))[family]
    weight = _weigh(ids, in_a, in_b, (len(start_a) - 1, len(start_b) - 1))
    order = np.argsort(flat_b, kind="stable")
    rows_b = np.repeat(np.arange(len(start_b) - 1), np.diff(start_b))
    return Index(
        a=_rows(start_a, flat_a, weight),
        b=_rows(start_b, flat_b, weight),
        weight=weight,
        terms=list(ids),
        numbers=numbers,
        family=family,
        post_start=np.concatenate(([0], np.cumsum(np.bincount(flat_b, minlength=len(ids))))),
        post_row=rows_b[order],
        meaning=read_meaning(vocabulary.a.passages, vocabulary.b.passages)
        if with_meaning
        else None,
    )


class _Numbers(dict[Sense, tuple[int, ...]]):
    """Which terms each sense is, by number; a new sense is given the next ones."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[Term, int] = {}

    def __missing__(self, sense: Sense) -> tuple[int, ...]:
        ids = self.ids
        numbers = self[sense] = tuple(ids.setdefault(term, len(ids)) for term in sense.terms)
        return numbers


def _flatten(vocabulary: Vocabulary, side: Side, numbers: _Numbers) -> tuple[Ints, Ints]:
    """The distinct term ids of every passage of one side, and where each begins."""
    flat, start = array("q"), array("q", [0])
    seen: dict[str, list[int]] = {}
    for index, passage in enumerate(side.passages):
        known = None if index in side.ambiguous else seen.get(passage)
        if known is None:
            senses = vocabulary.senses(side, index)
            known = seen[passage] = sorted(set[int]().union(*map(numbers.__getitem__, senses)))
        flat.extend(known)
        start.append(len(flat))
    return np.array(start, dtype=np.int64), np.array(flat, dtype=np.int64)


def _weigh(terms: Iterable[Term], in_a: Ints, in_b: Ints, passages: tuple[int, int]) -> Floats:
    """A stem is as rare as its family, of which it has the part that near words lack.

    ``in_a`` and ``in_b`` tell for each term how many passages hold its family.
    """
    rare: dict[tuple[str, tuple[int, int]], float] = {}
    weight: list[float] = []
    for term, *counts in zip(terms, in_a.tolist(), in_b.tolist(), strict=True):
        key = term.kind, (counts[0], counts[1])
        if key not in rare:
            rare[key] = rarity(*key, passages)
        part = 1.0 if term.kind in weights.WHOLE else weights.NEAR
        weight.append(rare[key] * (1 - part if term.exact else part))
    return np.array(weight, dtype=np.float64)


def _rows(start: Ints, ids: Ints, weight: Floats) -> Rows:
    owner = np.repeat(np.arange(len(start) - 1), np.diff(start))
    sums = np.bincount(owner, weight[ids], len(start) - 1)
    return Rows(start, ids, np.sqrt(sums + weights.SMOOTHING))


def ranges(starts: Ints, counts: Ints) -> Ints:
    """``start, start + 1 …`` for each start, as many as its count, in one array."""
    before: Ints = np.cumsum(counts) - counts
    return np.repeat(starts - before, counts) + np.arange(int(counts.sum()))
