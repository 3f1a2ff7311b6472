"""Pairs of texts with gold links, and how well a score ranks them.

A file holds one pair a line: {"id", "topic", "a": [sentences], "b":
[sentences], "gold": [[i, j], …]}.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """Two texts as sentences, and a matrix that is 1 where they are linked."""

    topic: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    gold: Matrix


@dataclass(frozen=True)
class Figures:
    """How well scores rank the cells of several pairs, each in [0, 1].

    ``pooled`` is the average precision over the cells of all pairs together,
    ``macro`` the mean of the pairs' own; ``f1`` the best F1 that one threshold
    reaches on the same pairs; ``partner`` how often the highest score of a
    linked sentence's row or column is a link.
    """

    pooled: float
    macro: float
    f1: float
    partner: float

    def __str__(self) -> str:
        return f"{self.pooled:.3f} {self.macro:.3f} {self.f1:.3f} {self.partner:.3f}"


def load(path: Path) -> list[Pair]:
    """The pairs of one file."""
    pairs: list[Pair] = []
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        gold = np.zeros((len(raw["a"]), len(raw["b"])))
        for i, j in raw["gold"]:
            gold[i, j] = 1
        pairs.append(Pair(str(raw.get("topic", raw["id"])), tuple(raw["a"]), tuple(raw["b"]), gold))
    return pairs


def measure(pairs: Sequence[Pair], scores: Sequence[Matrix]) -> Figures:
    """The figures of one matrix of scores for each pair."""
    gold = np.concatenate([pair.gold.ravel() for pair in pairs])
    score = np.concatenate([s.ravel() for s in scores])
    each = [(p.gold, s) for p, s in zip(pairs, scores, strict=True) if p.gold.any()]
    return Figures(
        average_precision(gold, score),
        float(np.mean([average_precision(g.ravel(), s.ravel()) for g, s in each])),
        best_f1(gold, score),
        float(np.mean([hit for g, s in each for hit in _partners(g, s)])),
    )


def score_all(pairs: Iterable[Pair], scorer: Callable[[Pair], Matrix]) -> list[Matrix]:
    """The matrix of scores of each pair."""
    return [np.asarray(scorer(pair), dtype=np.float64) for pair in pairs]


def average_precision(gold: Matrix, score: Matrix) -> float:
    """The area under precision over recall, in steps; equal scores count as one step.

    The definition of scikit-learn's ``average_precision_score``.
    """
    precision, recall = _curve(gold, score)
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def best_f1(gold: Matrix, score: Matrix) -> float:
    """The highest F1 over all thresholds."""
    precision, recall = _curve(gold, score)
    return float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-9)))


def _curve(gold: Matrix, score: Matrix) -> tuple[Matrix, Matrix]:
    order = np.argsort(-score, kind="stable")
    gold, score = gold[order], score[order]
    steps = np.append(np.nonzero(np.diff(score))[0], len(score) - 1)
    hits = np.cumsum(gold)[steps]
    return hits / (steps + 1), hits / max(1.0, float(gold.sum()))


def _partners(gold: Matrix, score: Matrix) -> list[float]:
    rows = [g[s.argmax()] for g, s in zip(gold, score, strict=True) if g.any()]
    columns = [g[s.argmax()] for g, s in zip(gold.T, score.T, strict=True) if g.any()]
    return [*rows, *columns]
