"""The matrix of scores, through its public door."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.links import score_passages, scorer_version, version

A = ["The president met the minister in Geneva.", "They signed a fishing agreement.", "It rained."]
B = ["Fishing deal signed in Geneva.", "Nothing else happened on Tuesday."]


def test_the_matrix_has_one_row_for_each_passage_of_the_first_text() -> None:
    scores = score_passages(A, B)
    assert scores.shape == (3, 2)
    assert scores.dtype == np.float32


def test_scores_lie_between_nought_and_one() -> None:
    scores = score_passages(A * 4, B * 5)
    assert scores.min() >= 0
    assert scores.max() <= 1


def test_the_same_texts_give_the_same_scores() -> None:
    assert np.array_equal(score_passages(A, B), score_passages(A, B))


def test_passages_that_share_nothing_score_nought() -> None:
    assert not score_passages(["A cat slept."], ["Rain fell on Geneva."]).any()


def test_empty_texts_give_empty_matrices() -> None:
    assert score_passages([], B).shape == (0, 2)
    assert score_passages(A, []).shape == (3, 0)


def test_the_version_is_stable_and_another_one_with_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    version.scorer_version.cache_clear()
    monkeypatch.setattr(version, "is_installed", lambda: False)
    plain = scorer_version()
    assert plain == scorer_version()
    version.scorer_version.cache_clear()
    monkeypatch.setattr(version, "is_installed", lambda: True)
    assert scorer_version() != plain
    version.scorer_version.cache_clear()
