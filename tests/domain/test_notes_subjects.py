"""What notes can be about, what deeds change in them, and where lost ones could stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes import finder
from corpus.notes.anchoring import anchor, make_target
from corpus.notes.changes import changes
from corpus.notes.finder import Finder
from corpus.notes.model import Note, Target
from corpus.notes.nearest import nearest_passages
from corpus.notes.subjects import about_actor, about_frame, about_gap, about_pair, about_span
from corpus.reading import document_from_text
from corpus.report.standing import standing
from corpus.story import open_story
from corpus.text import Span

TEXTS = sorted((Path(__file__).parents[1] / "data" / "anchoring").glob("*.txt"))


@pytest.fixture(scope="module")
def story():
    return open_story(["corpus:ossetia-a", "corpus:ossetia-b"])


def test_each_kind_of_thing_has_a_draft_that_is_found_again(story) -> None:
    documents = story.documents
    actor = next(a for a in story.actors if len({m.document for m in a.mentions}) == 2)
    frame = next(f for f in story.frames if len({u.document for u in f.uses}) == 2)
    drafts = {
        "passage": about_span(documents[0], Span(10, 30)),
        "pair": about_pair(documents, story.links[0].a, story.links[0].b),
        "gap": about_gap(documents, story.gaps[0]),
        "actor": about_actor(documents, actor),
        "frame": about_frame(documents, frame),
    }
    for kind, draft in drafts.items():
        assert draft.kind == kind
        note = Note("1", "x", draft.targets, kind=draft.kind, name=draft.name)
        assert [end.anchor.state for end in standing(note, documents).ends] == ["found"] * len(
            draft.targets
        )
    assert [t.document for t in drafts["actor"].targets] == [d.source for d in documents]
    assert (drafts["actor"].name, drafts["frame"].name) == (actor.name, frame.name)
    gap = story.gaps[0]
    first, last = (documents[0].passage(gap.passages[at]).span for at in (0, -1))
    assert drafts["gap"].targets[0].quote == documents[0].quote(Span(first.start, last.end))


def test_a_finder_looks_for_the_same_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Target] = []

    def counted(target, document):
        asked.append(target)
        return anchor(target, document)

    monkeypatch.setattr(finder, "anchor", counted)
    document = document_from_text("The ferry ran aground. Nobody was hurt.", name="/a")
    target, find = make_target(document, Span(4, 9)), Finder()
    assert find(target, document) == find(target, document) == anchor(target, document)
    other = document_from_text("Another text about a ferry.", name="/a")
    assert find(target, other).state != "found"
    assert len(asked) == 2


def test_changes_are_told_in_a_phrase() -> None:
    target = Target("/a", "0" * 64, 4, 9, "ferry")
    note = Note("1", "one", (target,), ("x",), colour="red")
    assert changes(None, note) == "words: one; on 4–9 “ferry”; tag x; colour red"
    moved = replace(note, targets=(replace(target, start=5, end=6, quote="e"),))
    assert changes(note, moved) == "moved from 4–9 “ferry” to 5–6 “e”"
    starred = replace(note, text="", starred=True, tags=("y",), colour="")
    told = "no words; tag y added; tag x removed; colour none; starred"
    assert changes(note, starred) == told
    assert changes(note, None) == "deleted"
    assert changes(note, note) == "as it was"


def test_a_passage_with_most_of_the_words_is_the_nearest() -> None:
    """Each sentence loses a third of its words and its surroundings: is it among the three?"""
    chance, found, tried = Random(3), 0, 0  # noqa: S311 - a draw, no secret
    for path in TEXTS:
        document = document_from_text(path.read_text("utf-8"), name=path.name)
        for passage in document.passages:
            words = document.quote(passage.span).split()
            if len(words) < 6:
                continue
            kept = [word for word in words if chance.random() > 0.34]
            chance.shuffle(kept)
            target = Target("/gone", "0" * 64, 0, 1, " ".join(kept))
            tried += 1
            found += passage in nearest_passages(target, document)
    assert tried > 100
    assert found >= 0.95 * tried


def test_what_stood_around_tells_the_place_of_words_that_are_gone() -> None:
    text = (
        "The harbour opens in May. Masons from Lorn built the wall. "
        "The mayor owes the bank. Fishermen doubt the plan. Snow fell in the hills."
    )
    document = document_from_text(text, name="a")
    target = Target("/a", "0" * 64, 58, 60, "Zebras!", "Lorn built the wall. ", " The mayor owes")
    near = nearest_passages(target, document)
    assert {passage.number for passage in near[:2]} <= {1, 2, 3}


@given(st.text(max_size=80), st.text(max_size=200), st.integers(0, 10**30))
def test_any_words_have_nearest_passages_in_any_text(quote: str, text: str, start: int) -> None:
    document = document_from_text(text, name="a")
    near = nearest_passages(Target("/a", "", start, start, quote), document)
    assert len(near) == min(3, len(document.passages))
    assert len(set(near)) == len(near)
