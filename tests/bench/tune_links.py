"""Find the weights of the links again: python tests/bench/tune_links.py FILES…

FILES are training and development pairs (see link_gold.py), never test ones.
The name of a file up to the first "_" says its kind; all kinds count alike.

From the committed weights, one weight at a time is moved along its grid. A
step is taken when it raises the mean over the kinds of average precision
(half pooled, half by pair) by more than TOLERANCE, raises it in at least
FOLDS - 1 of FOLDS parts of the topics, and lowers it for no kind by more than
TOLERANCE; so no weight follows the taste of one topic, and no kind of text
pays for another. The last line says whether the committed weights stand.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from link_gold import Pair, load, measure
from numpy.typing import NDArray

from corpus.links import weights
from corpus.links.index import build_index
from corpus.links.score import Matrix
from corpus.links.vocabulary import Vocabulary, read_both

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Table = NDArray[np.float64]

FOLDS = 5
TOLERANCE = 0.001

GRID: dict[str, tuple[float, ...]] = {
    "OPENING": (0.0, 0.5, 1.0),  # at most as much as the likeness itself
    "OPENING_REACH": (3.0, 5.0, 8.0),
    "OPENING_FALL": (1.0, 1.5, 2.0),
    "NEIGHBOURS": (0.0, 0.6, 1.1, 2.2),
    "SMOOTHING": (1.0, 3.0, 6.0),
    "NEAR": (0.3, 0.7, 0.9),
    "RARITY wording": (0.6, 0.8, 1.0, 1.3),
    "RARITY actor": (0.3, 0.5, 0.8, 1.2),
    "WORTH frame": (0.3, 0.6, 0.9, 1.2),
    "WORTH theme": (0.2, 0.5, 0.8),
    "WORTH framed": (0.5, 0.8, 1.0),
    "WORTH number": (0.4, 0.8, 1.2),
    "WORTH date": (0.2, 0.5, 1.0),
}
"""Steps wide enough to be told from chance. Weights without a grid follow from what they mean."""


@dataclass(frozen=True)
class Sample:
    """Some pairs of one kind, read once; ``fold`` is that of each pair's topic."""

    pairs: Sequence[Pair]
    texts: Sequence[Vocabulary]
    fold: Sequence[int]


def read(paths: Sequence[Path]) -> Mapping[str, Sample]:
    """The pairs of all files by kind."""
    kinds: defaultdict[str, list[Pair]] = defaultdict(list)
    for path in paths:
        kinds[path.name.partition("_")[0]] += load(path)
    return {kind: _sample(pairs) for kind, pairs in kinds.items()}


def _sample(pairs: Sequence[Pair]) -> Sample:
    topics = sorted({pair.topic for pair in pairs})
    folds = [topics.index(pair.topic) % FOLDS for pair in pairs]
    return Sample(pairs, [read_both(pair.a, pair.b) for pair in pairs], folds)


def quality(samples: Mapping[str, Sample]) -> Table:
    """A row for each kind: of everything first, then of each fold."""
    return np.array([_of_kind(sample) for sample in samples.values()])


def is_better(gain: Table) -> bool:
    """Whether a step with this change in quality is to be taken."""
    mean = gain.mean(axis=0)
    in_most = int((mean[1:] > 0).sum()) >= FOLDS - 1
    return bool(mean[0] > TOLERANCE and in_most and gain[:, 0].min() >= -TOLERANCE)


def _of_kind(sample: Sample) -> list[float]:
    scores = [_scores(text) for text in sample.texts]
    found: list[float] = []
    for fold in (None, *range(FOLDS)):
        chosen = [i for i, f in enumerate(sample.fold) if fold in (None, f)]
        figures = measure([sample.pairs[i] for i in chosen], [scores[i] for i in chosen])
        found.append((figures.pooled + figures.macro) / 2)
    return found


def _scores(text: Vocabulary) -> Table:
    blocks = Matrix(build_index(text, with_meaning=False)).blocks()
    return np.concatenate([block.score for block in blocks])


def get(name: str) -> float:
    """A weight by its name here."""
    table, _, key = name.partition(" ")
    return getattr(weights, table)[key] if key else getattr(weights, table)


def put(name: str, value: float) -> None:
    """Set a weight for the next measurement."""
    table, _, key = name.partition(" ")
    setattr(weights, table, {**getattr(weights, table), key: value} if key else value)


def improve(samples: Mapping[str, Sample]) -> list[str]:
    """Move weights along their grids until none gains; what was moved."""
    moved: list[str] = []
    best = quality(samples)
    print(
        f"committed weights: {best[:, 0].mean():.4f}; changes of the mean, of {', '.join(samples)}"
    )
    settled = False
    while not settled:
        settled = True
        for name, value in steps():
            before = get(name)
            put(name, value)
            now = quality(samples)
            taken = is_better(now - best)
            print_step(name, value, now - best, taken=taken)
            if taken:
                best, settled = now, False
                moved.append(f"{name} = {value}")
            else:
                put(name, before)
    return moved


def steps() -> Iterator[tuple[str, float]]:
    """Each weight at each place of its grid where it does not stand already."""
    for name, grid in GRID.items():
        kept = get(name)
        for value in grid:
            if value not in (kept, get(name)):
                yield name, value


def print_step(name: str, value: float, gain: Table, *, taken: bool) -> None:
    """One line: the change of the mean, then of each kind."""
    kinds = " ".join(f"{change:+.4f}" for change in gain[:, 0])
    print(f"{name:14} {value:5} {gain[:, 0].mean():+.4f} ({kinds})", "taken" if taken else "")


def main(arguments: Sequence[str]) -> int:
    """Tune on the files named; 1 when a committed weight no longer stands."""
    if not arguments:
        print(__doc__)
        return 2
    moved = improve(read([Path(argument) for argument in arguments]))
    print("to be changed: " + ", ".join(moved) if moved else "the committed weights stand")
    return 1 if moved else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
