"""The optional extra: what static vectors add, and that it is said."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.links import find_links, meaning, score_passages
from corpus.reading import document_from_text

if TYPE_CHECKING:
    from collections.abc import Sequence

A = "The physician treated the boy.\nRain is expected in the north.\nShares of the bank fell."
B = "The doctor treated a child.\nStocks of the lender dropped.\nThe choir sang in the north."
NEAR = {"physician": "doctor", "boy": "child", "Shares": "Stocks", "bank": "lender"}


def stub(passages: Sequence[str]) -> meaning.Vectors:
    """Vectors in which the words of NEAR are alike and all others have chance directions."""
    rows = []
    for passage in passages:
        words = [NEAR.get(word, word) for word in passage.rstrip(".").split()]
        seeds = [int(hashlib.sha256(word.encode()).hexdigest()[:8], 16) for word in words]
        rows.append(sum(np.random.default_rng(seed).normal(size=64) for seed in seeds))
    vectors = np.array(rows)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def with_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "is_installed", lambda: True)
    monkeypatch.setattr(meaning, "encode", stub)


def test_without_the_extra_nothing_is_said_of_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "is_installed", lambda: False)
    links = find_links(document_from_text(A, id="A"), document_from_text(B, id="B")).links
    assert not [e for link in links for e in link.evidence if e.kind == "meaning"]


def test_meaning_raises_what_means_the_same(
    with_vectors: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = A.splitlines(), B.splitlines()
    raised = score_passages(one, other)
    monkeypatch.setattr(meaning, "is_installed", lambda: False)
    plain = score_passages(one, other)
    assert raised[0, 0] > plain[0, 0]
    assert plain[0, 1] == 0
    assert raised[2, 1] > plain[2, 1] == 0


def test_the_evidence_says_meaning_and_still_adds_up(with_vectors: None) -> None:
    links = find_links(document_from_text(A, id="A"), document_from_text(B, id="B")).links
    link = next(k for k in links if k.a.passages == k.b.passages == (1,))
    assert "meaning" in {e.kind for e in link.evidence}
    assert sum(e.weight for e in link.evidence) == pytest.approx(link.score, abs=1e-5)


def test_very_large_texts_do_without(with_vectors: None) -> None:
    assert meaning.read_meaning(["One."] * meaning.MOST_PASSAGES, ["Two."]) is None


def test_the_installed_vectors_put_a_doctor_beside_a_physician() -> None:
    pytest.importorskip("wordllama", reason="the extra meaning is not installed")
    doctor, physician, tariff = meaning.encode(["The doctor.", "The physician.", "A tariff."])
    assert doctor @ physician > doctor @ tariff
