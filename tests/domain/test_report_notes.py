"""Notes written out and taken in again, and how they stand in texts as they are now."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.links.rulings import Ruling, Verdict, subject_of
from corpus.notes.anchoring import make_target
from corpus.notes.colours import Colour
from corpus.notes.model import Note, NoteKind, Target
from corpus.reading import document_from_text
from corpus.report import exchange, intake
from corpus.report.standing import by_need, standing, standing_in
from corpus.sanitise import sanitise
from corpus.text import Span

words = st.text(st.characters(codec="utf-8"), min_size=1)
stamps = st.datetimes().map(lambda at: at.isoformat() + "Z")
documents = st.one_of(
    st.binary(min_size=1).map(lambda name: "/" + name.decode("utf-8", "surrogateescape")),
    st.from_regex(r"corpus:[a-z-]+", fullmatch=True),
)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    start = draw(st.integers(0, 10**6))
    return Target(
        document=draw(documents),
        sha256=draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True)),
        start=start,
        end=start + draw(st.integers(0, 10**4)),
        quote=draw(words),
        prefix=draw(st.text(st.characters(codec="utf-8"))),
        suffix=draw(st.text(st.characters(codec="utf-8"))),
    )


@st.composite
def notes(draw: st.DrawFn) -> Note:
    kind = draw(st.sampled_from(get_args(NoteKind)))
    ends = {"pair": (2, 2), "actor": (0, 1), "frame": (0, 1)}.get(kind, (1, 1))
    created = draw(stamps)
    return Note(
        id=draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True)),
        text=draw(st.text(st.characters(codec="utf-8"))),
        targets=tuple(draw(st.lists(targets(), min_size=ends[0], max_size=ends[1]))),
        tags=tuple(draw(st.lists(words, max_size=3))),
        starred=draw(st.booleans()),
        created=created,
        modified=draw(stamps),
        kind=kind,
        name=draw(words) if kind in {"actor", "frame"} else "",
        colour=draw(st.sampled_from(get_args(Colour))),
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(notes(), max_size=4, unique_by=lambda note: note.id))
def test_notes_come_back_as_they_went_out(made: list[Note]) -> None:
    page = exchange.render(made)
    taken = intake.read_notes(page.encode(), "page", "now")
    assert taken == (tuple(made), 0, {}, (), ())
    assert exchange.render(taken.notes) == page


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(get_args(Verdict)), targets(), targets(), notes())
def test_rulings_come_back_as_they_went_out(
    verdict: Verdict, one: Target, other: Target, note: Note
) -> None:
    ruling = Ruling(verdict, (one, other))
    page = exchange.render([note], {subject_of(ruling): ruling})
    taken = intake.read_notes(page.encode(), "page", "now")
    assert taken == ((note,), 0, {subject_of(ruling): ruling}, (), ())
    assert exchange.render(taken.notes, taken.rulings) == page


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(notes(), max_size=2))
def test_a_page_of_notes_is_safe_to_print(made: list[Note]) -> None:
    page = exchange.render(made)
    assert sanitise(page) == (page, 0)


def test_a_note_on_a_pair_is_a_comment_on_a_link() -> None:
    pair = Note("1" * 16, "both?", (_target("one"), _target("other")), kind="pair")
    link, comment = exchange._items(pair)
    assert (link["motivation"], len(link["target"])) == ("linking", 2)
    assert comment["target"] == link["id"]


def _target(quote: str, document: str = "/a") -> Target:
    return Target(document, "", 0, len(quote), quote)


TEXT = document_from_text("The ferry ran aground near the harbour. Nobody was hurt.", name="/a")


@pytest.mark.parametrize(
    ("documents", "state"), [([TEXT], "found"), ([], "orphaned")], ids=["there", "gone"]
)
def test_a_note_whose_text_is_gone_is_orphaned(documents: list, state: str) -> None:
    note = Note("1" * 16, "x", (make_target(TEXT, Span(4, 9)),))
    assert standing(note, documents).anchor.state == state


def test_of_a_pair_the_worse_end_counts() -> None:
    lost = Target("/elsewhere", "0" * 64, 0, 5, "whale")
    note = Note("1" * 16, "x", (make_target(TEXT, Span(4, 9)), lost), kind="pair")
    assert standing(note, [TEXT]).anchor.state == "orphaned"
    here = standing_in(note, [TEXT])
    assert here
    assert (here.anchor.state, here.passage) == ("found", 1)
    assert standing_in(Note("2" * 16, "x", (lost,)), [TEXT]) is None


def test_orphans_come_first() -> None:
    found = standing(Note("1" * 16, "x", (make_target(TEXT, Span(4, 9)),)), [TEXT])
    lost = standing(Note("2" * 16, "x", (_target("whale"),)), [])
    assert by_need([found, lost]) == [lost, found]


def test_a_note_on_no_words_stands() -> None:
    about = standing(Note("1" * 16, "who?", (), kind="actor", name="Ann"), [TEXT])
    assert (about.anchor.state, about.target.quote) == ("found", "Ann")
