"""Rulings on links: what the reader confirms, rejects and makes outlives runs and edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.links.model import End
from corpus.links.rulings import (
    DECISION,
    Ruling,
    Verdict,
    decode,
    encode,
    make_ruling,
    read_rulings,
    ruling_on,
    subject_of,
)
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text
from corpus.story import Story, analyse, overruled

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.links.model import Link
    from corpus.text import Document

A_TEXT = (
    "Pilots went on strike at Norsk Air on Tuesday. "
    "Chief executive Kari Lund offered 4 percent more pay. "
    "The weather in Oslo was fine. "
    "Passengers slept in the terminal all night long. "
    "The union said it would not accept less than 7 percent."
)
B_TEXT = (
    "A strike by pilots stopped flights of Norsk Air. "
    "Lund, the airline's head, offered them 5 percent more pay. "
    "Hundreds of passengers spent the night in the terminal. "
    "A new runway opens next year."
)
C_TEXT = "The sun shone over Oslo. Pilots of Norsk Air are on strike."
VERDICTS = get_args(Verdict)


def text(words: str, name: str) -> Document:
    return replace(document_from_text(words, id=name), source=f"/texts/{name}.txt")


A, B, C = text(A_TEXT, "A"), text(B_TEXT, "B"), text(C_TEXT, "C")
STORY = analyse((A, B))


def end(document: str, *numbers: int) -> End:
    return End(document, numbers)


def ruled(story: Story, *rulings: Ruling) -> Story:
    return overruled(story, {subject_of(one): one for one in rulings})


def ruling(verdict: Verdict, a: int, b: int, story: Story = STORY) -> Ruling:
    return make_ruling(verdict, story.documents, end("A", a), end("B", b))


def links(story: Story) -> dict[tuple[int, ...], Link]:
    return {(*link.a.passages, *link.b.passages): link for link in story.links}


def alone(story: Story, document: str) -> set[int]:
    return {n for gap in story.gaps if gap.document == document for n in gap.passages}


def test_a_rejected_link_is_gone_and_its_passages_are_gaps() -> None:
    after = ruled(STORY, ruling("rejected", 1, 1))
    assert (1, 1) in links(STORY)
    assert links(after).keys() == links(STORY).keys() - {(1, 1)}
    assert 1 in alone(after, "A")
    assert 1 in alone(after, "B")


def test_what_was_rejected_is_not_named_as_the_nearest() -> None:
    after = ruled(STORY, *(ruling("rejected", 1, n) for n in (1, 2, 3, 4)))
    (gap,) = [g for g in after.gaps if g.document == "A" and g.passages == (1,)]
    assert gap.nearest is None
    assert all(g.nearest is None or g.nearest.passage != 1 for g in after.gaps if g.document == "B")


def test_a_confirmed_link_keeps_its_reasons_and_is_strong() -> None:
    weakest = min(STORY.links, key=lambda link: link.score)
    a, b = weakest.a.passages[0], weakest.b.passages[0]
    found = links(ruled(STORY, ruling("confirmed", a, b)))[a, b]
    assert found == replace(weakest, hand="confirmed", grade="strong")


def test_a_link_made_by_hand_has_the_reader_for_evidence() -> None:
    assert (3, 4) not in links(STORY)
    after = ruled(STORY, ruling("made", 3, 4))
    made = links(after)[3, 4]
    assert (made.hand, made.grade) == ("made", "strong")
    assert [(e.kind, e.weight, e.words) for e in made.evidence] == [
        ("reader", made.score, "linked by hand")
    ]
    assert 3 not in alone(after, "A")
    assert 4 not in alone(after, "B")
    assert after.links == tuple(sorted(after.links, key=lambda link: -link.score))


def test_a_link_may_be_made_between_runs_of_passages() -> None:
    run = make_ruling("made", (A, B), end("B", 3, 4), end("A", 3, 4))
    after = ruled(STORY, run)
    (made,) = [link for link in after.links if link.hand]
    assert (made.a, made.b) == (end("A", 3, 4), end("B", 3, 4))
    assert {3, 4}.isdisjoint(alone(after, "A"))


def test_a_confirmed_link_that_is_not_found_any_more_stays() -> None:
    found = links(ruled(STORY, ruling("confirmed", 3, 4)))[3, 4]
    assert (found.hand, found.grade) == ("confirmed", "strong")
    assert [e.words for e in found.evidence] == ["confirmed by hand"]


def test_rulings_are_applied_to_what_was_found_never_to_each_other() -> None:
    rejected = ruled(STORY, ruling("rejected", 1, 1), ruling("made", 3, 4))
    assert overruled(rejected, {}) == STORY
    assert ruled(rejected, ruling("confirmed", 2, 2)) == ruled(STORY, ruling("confirmed", 2, 2))


def test_of_two_rulings_on_one_pair_the_later_holds() -> None:
    after = overruled(STORY, {"x": ruling("rejected", 1, 1), "y": ruling("confirmed", 1, 1)})
    assert links(after)[1, 1].hand == "confirmed"
    assert links(after)[1, 1].evidence == links(STORY)[1, 1].evidence
    held = ruling_on(after.rulings, end("B", 1), end("A", 1))
    assert held is not None
    assert held.subject == "y"


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from(VERDICTS), st.integers(1, 5), st.integers(1, 4)), max_size=6)
)
def test_any_rulings_hold_at_once(given_: list[tuple[Verdict, int, int]]) -> None:
    last = {(a, b): verdict for verdict, a, b in given_}
    after = ruled(STORY, *(ruling(verdict, a, b) for (a, b), verdict in last.items()))
    found = links(after)
    for pair, verdict in last.items():
        assert (pair in found) == (verdict != "rejected")
        assert pair not in found or found[pair].hand == verdict
    assert found.keys() ^ links(STORY).keys() <= last.keys()
    for link in after.links:
        assert sum(e.weight for e in link.evidence) == pytest.approx(link.score, abs=1e-5)
    for document in "AB":
        firm = [k.a if document == "A" else k.b for k in after.links if k.grade != "weak"]
        answered = {number for end_ in firm for number in end_.passages}
        numbers = {p.number for p in after.document(document).passages}
        assert alone(after, document) == numbers - answered


def test_a_story_without_links_yet_stays_without() -> None:
    opened = Story((A, B))
    assert ruled(opened, ruling("made", 3, 4)) == opened


# Through edits of the texts


def test_a_ruling_finds_its_passages_in_a_text_that_was_changed() -> None:
    edited = text("A line on top. " + A_TEXT.replace("all night long", "for one night"), "A")
    rulings = [ruling("rejected", 1, 1), ruling("made", 4, 4)]
    after = ruled(analyse((edited, B)), *rulings)
    assert (2, 1) not in links(after)
    made = links(after)[5, 4]
    assert made.hand == "made"
    assert made.cautions[-1].kind == "words-changed"


def test_a_ruling_whose_words_are_gone_is_told() -> None:
    edited = text(A_TEXT.replace("The weather in Oslo was fine. ", ""), "A")
    after = ruled(analyse((edited, B)), ruling("made", 3, 4), ruling("confirmed", 1, 1))
    assert [link.hand for link in after.links if link.hand] == ["confirmed"]
    (told,) = [w.words for w in after.warnings if w.kind == "ruling-lost"]
    assert "made by hand" in told
    assert "The weather in Oslo was fine." in told
    assert told.endswith("not found any more in A.")
    assert overruled(after, {}).warnings == STORY.warnings


def test_a_sentence_cut_in_two_is_ruled_on_as_a_whole() -> None:
    edited = text(A_TEXT.replace("at Norsk Air on", "at Norsk Air. It was on"), "A")
    after = ruled(analyse((edited, B)), ruling("rejected", 1, 1))
    assert not {(1, 1), (2, 1)} & links(after).keys()


def test_a_text_that_was_moved_is_known_by_its_bytes() -> None:
    moved = replace(A, source="/elsewhere/a.txt", sha256="1")
    made = make_ruling("made", (moved, B), end("A", 3), end("B", 4))
    again = analyse((replace(moved, source="/other/a.txt"), B))
    assert links(ruled(again, made))[3, 4].hand == "made"


def test_another_text_from_standard_input_is_another_text() -> None:
    piped = replace(A, source="-", sha256="1")
    made = make_ruling("made", (piped, B), end("A", 3), end("B", 4))
    other = analyse((replace(text(C_TEXT, "A"), source="-", sha256="2"), B))
    assert ruled(other, made).rulings == ()


def test_rulings_on_other_texts_are_left_aside() -> None:
    story = analyse((A, C))
    after = ruled(story, ruling("made", 3, 4))
    assert after == story


# More than two texts, and one text twice


def test_a_ruling_holds_between_its_two_texts_wherever_they_stand() -> None:
    documents = (text(C_TEXT, "A"), text(B_TEXT, "B"), text(A_TEXT, "C"))
    documents = tuple(
        replace(d, source=s.source) for d, s in zip(documents, (C, B, A), strict=True)
    )
    after = ruled(analyse(documents), ruling("made", 3, 4))
    (made,) = [link for link in after.links if link.hand]
    assert (made.a, made.b) == (end("B", 4), end("C", 3))
    assert 3 not in alone(after, "C")
    assert 4 not in alone(after, "B")


def test_a_text_against_itself() -> None:
    twice = (A, replace(text(A_TEXT, "B"), source=A.source))
    after = ruled(analyse(twice), make_ruling("made", twice, end("A", 1), end("B", 3)))
    assert [pair for pair, link in links(after).items() if link.hand] == [(1, 3)]


# Kept with the notes


def test_the_subject_is_the_same_whichever_end_is_named_first() -> None:
    one = make_ruling("made", (A, B), end("A", 3), end("B", 4))
    other = make_ruling("rejected", (A, B), end("B", 4), end("A", 3))
    assert subject_of(one) == subject_of(other)
    assert subject_of(one) != subject_of(ruling("made", 3, 3))


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_ruling_comes_back_from_the_store(verdict: Verdict, tmp_path: Path) -> None:
    one = ruling(verdict, 2, 3)
    with NoteStore.open(tmp_path / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z") as store:
        store.decide(DECISION, subject_of(one), encode(one), one.sources)
    with NoteStore.open(tmp_path / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z") as store:
        assert read_rulings(store.decisions(DECISION)) == ({subject_of(one): one}, 0)
        assert store.undo(["/texts/B.txt"])
        assert read_rulings(store.decisions(DECISION)) == ({}, 0)


def _broken(**changes: object) -> dict[str, object]:
    return {**encode(ruling("made", 1, 1)), **changes}


@pytest.mark.parametrize(
    "state",
    [
        {},
        _broken(verdict="maybe"),
        _broken(verdict=["made"]),
        _broken(targets=None),
        _broken(targets="ab"),
        _broken(targets=[]),
        _broken(targets=[{}, {}]),
        _broken(targets=[1, 2]),
        _broken(targets=[*encode(ruling("made", 1, 1))["targets"], {}]),  # type: ignore[misc]
    ],
)
def test_a_stranger_s_form_is_skipped_and_counted(state: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        decode(state)
    one = ruling("made", 1, 1)
    assert read_rulings({"x": state, "y": encode(one)}) == ({"y": one}, 1)


def test_a_later_version_s_field_is_no_hindrance() -> None:
    one = ruling("made", 1, 1)
    assert decode({**encode(one), "reason": "hm"}) == one


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.text(max_size=20))
@settings(max_examples=50)
def test_a_target_from_anywhere_stops_nothing(start: int, size: int, quote: str) -> None:
    one = ruling("made", 1, 1)
    strange = replace(one.targets[0], start=start, end=start + size, quote=quote)
    after = ruled(STORY, Ruling("rejected", (strange, one.targets[1])))
    assert len(after.rulings) == 1
