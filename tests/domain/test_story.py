"""A story as it unfolds: what is there when, progress, frames of the reader's own."""

from __future__ import annotations

import pytest

from corpus.reading import document_from_text
from corpus.story import ACTORS_FOUND, analyse, unfold

TEXTS = (
    "The old house by the harbour is haunted. Ferries stopped on Monday.",
    "Ferries to the harbour stopped on Monday.",
    "A ghost was seen at the harbour. Ferries stopped.",
)
DOCUMENTS = tuple(document_from_text(t, id=i) for t, i in zip(TEXTS, "ABC", strict=True))
GHOSTS = {"ghosts": {"words": "haunt, ghost"}}


def test_each_step_adds_to_the_one_before() -> None:
    opened, peopled, linked, whole = unfold(DOCUMENTS)
    assert opened.documents == DOCUMENTS
    assert (opened.linked, peopled.links) == ((), ())
    assert [(one.a, one.b) for one in linked.linked] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert linked.links == tuple(link for one in linked.linked for link in one.links)
    assert whole == analyse(DOCUMENTS)


def test_progress_over_all_pairs_rises_to_one() -> None:
    told: list[float] = []
    *_, _ = unfold(DOCUMENTS, progress=told.append)
    assert told == sorted(told)
    assert 0 < told[0] < ACTORS_FOUND
    assert ACTORS_FOUND in told
    assert told[-1] == pytest.approx(1.0)


def test_a_reader_s_frames_are_found_and_change_no_score() -> None:
    story = analyse(DOCUMENTS, GHOSTS)
    (ghosts,) = [frame for frame in story.frames if frame.name == "ghosts"]
    assert [(use.document, use.text) for use in ghosts.uses] == [("A", "haunted"), ("C", "ghost")]
    assert story.links == analyse(DOCUMENTS).links
