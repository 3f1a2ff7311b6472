"""The optional extra ``meaning``: static word vectors, read from an installed wheel, offline.

The wheel of wordllama (https://github.com/dleemiller/WordLlama, MIT) carries
a vector of 256 numbers for each of 32,000 pieces of words. A passage is the
mean of its pieces, the rare ones first. Nothing is fetched: the files are read where they lie.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.links import weights
from corpus.links.version import is_installed

if TYPE_CHECKING:
    from collections.abc import Sequence

Vectors = NDArray[np.float32]

MOST_PASSAGES = 50_000
"""Larger texts do without: their vectors alone would take over 50 MB."""


class Meaning(NamedTuple):
    """The vectors of the passages of two texts, each of length 1 or 0."""

    a: Vectors
    b: Vectors

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """What rows ``first`` to ``last`` of a gain against all of b."""
        return _gain(self.a[first:last] @ self.b.T)

    def pairs(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
        """What single pairs of passages gain."""
        return _gain(np.einsum("ij,ij->i", self.a[rows], self.b[columns]))


def read_meaning(a: Sequence[str], b: Sequence[str]) -> Meaning | None:
    """The vectors of two texts; None without the extra, or when the texts are too large."""
    if len(a) + len(b) > MOST_PASSAGES or not is_installed():
        return None
    vectors = encode([*a, *b])
    shared = weights.MEANING_SHARED * vectors.mean(axis=0)
    turned = _unit(vectors - np.where(vectors.any(axis=1, keepdims=True), shared, 0.0))
    return Meaning(turned[: len(a)], turned[len(a) :])


def encode(passages: Sequence[str]) -> Vectors:
    """The mean vector of each passage, of length 1; 0 for one without words.

    A piece counts the more the fewer of the passages hold it (after Arora,
    Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings",
    2017): what stands in every second one says little of any.
    """
    tokenizer, table = _model()
    encoded = tokenizer.encode_batch(list(passages), add_special_tokens=False)
    pieces = [np.array(one.ids, dtype=np.int64) for one in encoded]
    held = np.zeros(len(table))
    for ids in pieces:
        held[np.unique(ids)] += 1
    rarity = np.log((len(pieces) + 1) / (held + 0.5)).astype(np.float32)
    vectors = np.zeros((len(passages), table.shape[1]), dtype=np.float32)
    for vector, ids in zip(vectors, pieces, strict=True):
        vector[:] = rarity[ids] @ table[ids]
    return _unit(vectors)


@cache
def _model() -> tuple[Any, Vectors]:
    """The tokenizer and the table of vectors of the installed wheel."""
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("wordllama", name="wordllama")
    folder = Path(found.origin).parent
    tokenizer = import_module("tokenizers").Tokenizer.from_file(
        str(next((folder / "tokenizers").glob("*_tokenizer_config.json")))
    )
    tokenizer.no_padding()
    tokenizer.no_truncation()
    weights_file = next((folder / "weights").glob("*_256.safetensors"))
    tensors = import_module("safetensors.numpy").load_file(str(weights_file))
    return tokenizer, next(iter(tensors.values())).astype(np.float32)


def _unit(vectors: NDArray[Any]) -> Vectors:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), dtype=np.float32)


def _gain(cosine: NDArray[np.float32]) -> NDArray[np.float64]:
    return weights.MEANING * np.maximum(cosine.astype(np.float64), 0.0)
