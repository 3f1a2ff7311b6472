"""A note that was saved stays: the store through its public door."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InputError, OutputError
from corpus.notes.model import Draft, Target
from corpus.notes.store import NoteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

A = Target("/news/a.txt", "0" * 64, 10, 19, "the words", "before ", " after")
DEEDS = ["add", "edit", "delete", "undo", "redo"]
B = Target("corpus:ria", "1" * 64, 0, 5, "слова")


def _clock() -> Callable[[], str]:
    ticks = count()
    return lambda: f"2026-01-01T00:00:{next(ticks) % 60:02}Z"


def _open(path: Path) -> NoteStore:
    return NoteStore.open(path, now=_clock())


def _texts(store: NoteStore) -> Sequence[str]:
    return [note.text for note in store.notes()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.sqlite3"


def test_opening_makes_no_file(path: Path) -> None:
    store = _open(path)
    assert store.notes() == []
    assert store.undo() == ()
    store.close()
    assert not path.parent.exists()


def test_a_note_comes_back_as_it_was_typed(path: Path) -> None:
    text = "two\nlines, \x1b]52;c;x\x07, \x00, [/b], \udc80, “quotes”, \U0001f600"
    draft = Draft(text, (A, B), ("claim", "тег"), True, "pair", "", "green")
    with _open(path) as store:
        note = store.add(draft)
    assert _open(path).notes() == [note]
    assert (note.text, note.targets, note.tags) == (text, (A, B), ("claim", "тег"))
    assert (note.starred, note.kind, note.colour) == (True, "pair", "green")


def test_notes_of_one_document(path: Path) -> None:
    store = _open(path)
    one, both = store.add(Draft("a", (A,))), store.add(Draft("ab", (A, B)))
    assert store.notes("/news/a.txt") == [one, both]
    assert store.notes("corpus:ria") == [both]
    assert store.notes("corpus:other") == []


def test_the_file_is_its_owners_alone(path: Path) -> None:
    with _open(path) as store:
        store.add(Draft("one", (A,)))
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert len(modes) == 3  # notes, lock and backup
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_readable_file_is_taken_from_the_others(path: Path) -> None:
    _open(path).add(Draft("one", (A,)))
    path.chmod(0o644)
    _open(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_edit_delete_restore_are_history(path: Path) -> None:
    store = _open(path)
    note = store.add(Draft("first", (A,)))
    changed = store.edit(replace(note, text="second"))
    store.delete(note.id)
    assert store.note(note.id) is None
    assert store.restore(note.id).text == "second"
    history = _open(path).history(note.id)
    assert [version.deed for version in history] == ["add", "edit", "delete", "restore"]
    assert [v.note.text if v.note else None for v in history] == ["first", "second", None, "second"]
    assert changed.created == note.created
    assert changed.modified > note.modified
    assert store.restore(note.id, history[0].event).text == "first"


def test_what_is_not_there_cannot_be_changed(path: Path) -> None:
    store = _open(path)
    note = store.add(Draft("first", (A,)))
    store.delete(note.id)
    for deed in (
        lambda: store.edit(note),
        lambda: store.delete(note.id),
        lambda: store.restore("nobody"),
        lambda: store.restore(note.id, "no such event"),
    ):
        with pytest.raises(InputError, match="no such note"):
            deed()
    assert len(store.history(note.id)) == 2


def test_undo_and_redo_across_restarts(path: Path) -> None:
    store = _open(path)
    one = store.add(Draft("one", (A,)))
    store.edit(replace(one, text="one, changed"))
    store.delete(one.id)
    expected = [["one, changed"], ["one"], []]
    for texts in expected:
        store = _open(path)
        assert len(store.undo()) == 1
        assert _texts(store) == texts
    assert store.undo() == ()
    for texts in [["one"], ["one, changed"], []]:
        store = _open(path)
        assert len(store.redo()) == 1
        assert _texts(store) == texts
    assert store.redo() == ()


def test_a_new_deed_ends_redo(path: Path) -> None:
    store = _open(path)
    store.add(Draft("one", (A,)))
    store.undo()
    store.add(Draft("two", (A,)))
    assert store.redo() == ()
    assert _texts(store) == ["two"]


def test_undo_keeps_to_the_documents_asked_for(path: Path) -> None:
    store = _open(path)
    store.add(Draft("here", (A,)))
    store.add(Draft("elsewhere", (B,)))
    (event,) = store.undo(["/news/a.txt"])
    assert event.deed == "add"
    assert _texts(store) == ["elsewhere"]
    assert store.undo(["/news/a.txt"]) == ()
    store.redo(["/news/a.txt"])
    assert sorted(_texts(store)) == ["elsewhere", "here"]


def test_notes_put_together_are_undone_together(path: Path) -> None:
    store = _open(path)
    notes = [store.add(Draft(str(i), (A,))) for i in range(3)]
    store.put([replace(n, text=f"{n.text}!") for n in notes])
    assert _texts(store) == ["0!", "1!", "2!"]
    assert len(store.undo()) == 3
    assert _texts(store) == ["0", "1", "2"]


def test_decisions_are_saved_and_undone(path: Path) -> None:
    store = _open(path)
    store.decide("link", "a:9-b:2", {"verdict": "confirmed"}, ["/news/a.txt"])
    store.decide("link", "a:9-b:2", {"verdict": "rejected"}, ["/news/a.txt"])
    store.decide("actor", "x", {"merge": ["x", "y"]})
    assert _open(path).decisions("link") == {"a:9-b:2": {"verdict": "rejected"}}
    store.undo(["/news/a.txt"])  # the actor's: it concerns every document
    assert store.decisions("actor") == {}
    store.undo()
    assert store.decisions("link") == {"a:9-b:2": {"verdict": "confirmed"}}
    store.decide("link", "a:9-b:2", None)
    assert store.decisions("link") == {}
    assert store.notes() == []


def test_reading_places_are_kept_and_not_undone(path: Path) -> None:
    store = _open(path)
    assert store.place("story") is None
    store.save_place("story", '{"at": 1}')
    store.save_place("story", '{"at": 2}')
    assert _open(path).place("story") == '{"at": 2}'
    assert store.place("another") is None
    assert store.undo() == ()


def test_two_stores_on_one_file_see_each_other(path: Path) -> None:
    one, other = _open(path), _open(path)
    note = one.add(Draft("one", (A,)))
    other.edit(replace(note, text="two"))
    assert _texts(one) == ["two"]
    one.undo()
    assert _texts(other) == ["one"]


def test_ids_do_not_come_from_the_clock(path: Path) -> None:
    store = NoteStore.open(path, now=lambda: "1970-01-01T00:00:00Z")
    notes = [store.add(Draft("same", (A,))) for _ in range(20)]
    assert len({note.id for note in notes}) == 20
    assert [n.id for n in store.notes()] == [n.id for n in notes]


def test_a_clock_set_back_changes_no_order(path: Path) -> None:
    moments = iter(range(59, 0, -1))
    store = NoteStore.open(path, now=lambda: f"2026-01-01T00:00:{next(moments):02}Z")
    note = store.add(Draft("first", (A,)))
    store.add(Draft("second", (A,)))
    store.edit(replace(note, text="first, changed"))
    assert _texts(_open(path)) == ["first, changed", "second"]
    store.undo()
    assert _texts(_open(path)) == ["first", "second"]


def test_a_newer_format_is_read_and_not_written(path: Path) -> None:
    with _open(path) as store:
        store.add(Draft("one", (A,)))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    before = path.read_bytes()
    store = _open(path)
    assert _texts(store) == ["one"]
    assert "newer" in store.told[0]
    with pytest.raises(OutputError, match="newer"):
        store.add(Draft("two", (A,)))
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="another program's"):
        _open(path)
    assert path.read_bytes() == before


@settings(max_examples=30)
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(["add", "edit", "delete", "undo", "redo"]), st.integers(0, 9)),
        max_size=14,
    )
)
def test_undo_and_redo_are_a_walk_through_what_was(deeds: list[tuple[str, int]]) -> None:
    """Against a list of snapshots and a place in it; the store is opened anew for every deed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes.sqlite3"
        past: list[dict[str, str]] = [{}]
        at = 0
        for deed, number in deeds:
            store = _open(path)
            ids = list(past[at])
            if deed == "undo":
                at -= bool(store.undo())
            elif deed == "redo":
                at += bool(store.redo())
            elif deed == "add" or not ids:
                note = store.add(Draft(f"{number}", (A,)))
                past[at + 1 :] = [past[at] | {note.id: note.text}]
                at += 1
            else:
                _change(store, deed, ids[number % len(ids)], number)
                changed = {**past[at], ids[number % len(ids)]: f"changed {number}"}
                if deed == "delete":
                    del changed[ids[number % len(ids)]]
                past[at + 1 :] = [changed]
                at += 1
            assert {note.id: note.text for note in _open(path).notes()} == past[at]


def _change(store: NoteStore, deed: str, note_id: str, number: int) -> None:
    note = store.note(note_id)
    assert note is not None
    if deed == "delete":
        store.delete(note_id)
    else:
        store.edit(replace(note, text=f"changed {number}"))
