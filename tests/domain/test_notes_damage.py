"""A notes file that is damaged, full, locked away or strange: nothing is lost in silence."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import InputError, OutputError
from corpus.notes import database
from corpus.notes.carve import carve
from corpus.notes.events import seal_of
from corpus.notes.model import Draft, Target
from corpus.notes.store import NoteStore

A = Target("/news/a.txt", "0" * 64, 10, 19, "the words", "before ", " after")


def _open(path: Path) -> NoteStore:
    return NoteStore.open(path, now=lambda: "2026-01-01T00:00:00Z")


def _fill(path: Path, number: int, *, close: bool = True) -> list[str]:
    store = _open(path)
    texts = [f"note {i} " + "…" * (i % 4 * 900) for i in range(number)]
    for text in texts:
        store.add(Draft(text, (A,)))
    if close:
        store.close()
    return texts


def _texts(store: NoteStore) -> list[str]:
    return [note.text for note in store.notes()]


def _backups(path: Path) -> Sequence[Path]:
    return sorted(path.parent.glob("*.backup"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.sqlite3"


@pytest.mark.parametrize("junk", [b"", b"not a database", b"\x00" * 9000, b'{"notes": []}\n'])
def test_a_file_of_junk_is_set_aside_and_its_backups_speak(path: Path, junk: bytes) -> None:
    texts = _fill(path, 5)
    path.write_bytes(junk)
    store = _open(path)
    assert _texts(store) == texts
    assert "5 notes were read back" in store.told[0]
    aside = list(path.parent.glob("*.damaged-*"))
    assert [p.read_bytes() for p in aside] == ([junk] if junk else [])
    assert _open(path).told == ()


def test_a_file_that_is_gone_comes_back_from_its_backups(path: Path) -> None:
    texts = _fill(path, 5)
    path.unlink()
    store = _open(path)
    assert _texts(store) == texts
    assert store.told


def test_a_file_that_goes_while_it_is_open_comes_back(path: Path) -> None:
    store = _open(path)
    texts = [store.add(Draft(f"note {i}", (A,))).text for i in range(9)]
    path.unlink()
    store.add(Draft("after", (A,)))
    kept = _texts(store)
    assert kept[-1] == "after"
    assert kept[:-1] == texts
    assert "gone" in store.told[0]


def test_without_backups_the_pages_are_read(path: Path) -> None:
    texts = _fill(path, 30)
    for backup in _backups(path):
        backup.unlink()
    data = bytearray(path.read_bytes())
    data[:8192] = b"\xff" * 8192  # the header, the schema and the root of the events
    path.write_bytes(data)
    store = _open(path)
    assert _texts(store) == texts
    assert "no saved change is known lost" in store.told[0]


def test_what_cannot_be_read_is_counted(path: Path) -> None:
    _fill(path, 30)
    for backup in _backups(path):
        backup.unlink()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    store = _open(path)
    back = len(store.notes())
    assert 0 < back < 30
    assert f"{30 - back} saved changes could not be" in store.told[0]


def test_a_garbled_letter_is_seen(path: Path) -> None:
    _fill(path, 3)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"note 1", b"note 7"))
    store = _open(path)
    assert [text.split()[1] for text in _texts(store)] == ["0", "1", "2"]
    assert "garbled" in store.told[0]


def test_a_row_taken_out_is_seen(path: Path) -> None:
    texts = _fill(path, 4)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM events WHERE seq = 3")
        connection.commit()
    store = _open(path)
    assert _texts(store) == texts
    assert "missing" in store.told[0]


def test_an_older_file_put_back_is_seen(path: Path) -> None:
    _fill(path, 3)
    older = path.read_bytes()
    more = _fill(path, 3)
    path.write_bytes(older)
    store = _open(path)
    assert len(store.notes()) == 6
    assert _texts(store)[3:] == more
    assert "backup" in store.told[0]


def test_a_trigger_of_a_stranger_does_nothing(path: Path) -> None:
    texts = _fill(path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END")
    store = _open(path)
    store.add(Draft("new", (A,)))
    assert _texts(_open(path)) == [*texts, "new"]
    assert store.told


def test_sealed_notes_in_a_strange_form_are_told_and_kept(path: Path) -> None:
    _fill(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        (body,) = connection.execute("SELECT body FROM events WHERE seq = 3").fetchone()
        body = body.replace('"text":', '"test":')
        row = (body, seal_of(body))
        connection.execute("UPDATE events SET body = ?, seal = ? WHERE seq = 3", row)
        connection.commit()
    store = _open(path)
    assert len(store.notes()) == 1
    assert "1 notes are in a form" in store.told[0]


def test_backups_are_few_checked_and_private(path: Path) -> None:
    texts = _fill(path, 60)
    backups = _backups(path)
    assert len(backups) == 3
    for backup in backups:
        assert backup.stat().st_mode & 0o777 == 0o600
    for event in carve(backups[-1].read_bytes()).events.values():
        assert event.state is None or event.state["text"] in texts
    assert carve(backups[-1].read_bytes()).last == 61


def test_a_killed_run_leaves_a_backup_of_nearly_all(path: Path) -> None:
    _fill(path, 60, close=False)
    path.unlink()
    assert len(_open(path).notes()) >= 54


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A notes file that a killed run left, and the texts it holds."""
    path = tmp_path_factory.mktemp("model") / "notes.sqlite3"
    return path, _fill(path, 40, close=False)


@pytest.mark.parametrize("seed", range(12))
def test_nine_of_ten_survive_any_hole(
    model: tuple[Path, list[str]], tmp_path: Path, seed: int
) -> None:
    source, texts = model
    shutil.copytree(source.parent, tmp_path / "data")
    path = tmp_path / "data" / source.name
    raw, chance = bytearray(path.read_bytes()), Random(seed)  # noqa: S311 - a draw, no secret
    start, size = chance.randrange(len(raw)), chance.randrange(1, 40_000)
    raw[start : start + size] = b"\xaa" * len(raw[start : start + size])
    path.write_bytes(raw)
    store = _open(path)
    back = _texts(store)
    assert len(set(texts) & set(back)) >= 36
    assert store.told or back == texts


@given(st.binary(max_size=9000))
def test_carving_takes_any_bytes(data: bytes) -> None:
    assert carve(data).events == {}
    assert carve(b"\x0d" + data).events == {}


def test_a_kill_before_the_schema_leaves_a_file_to_start_from(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    store = _open(path)
    assert store.notes() == []
    assert store.place("story") is None
    store.add(Draft("one", (A,)))
    assert _texts(_open(path)) == ["one"]


def test_each_older_format_is_upgraded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _fill(path, 2)
    step = ("CREATE TABLE extra (x)",)
    monkeypatch.setattr(database, "UPGRADES", (*database.UPGRADES, step))
    monkeypatch.setattr(database, "TABLES", database.TABLES | {"extra"})
    store = _open(path)
    assert _texts(store) == texts
    store.add(Draft("new", (A,)))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert _texts(_open(path)) == [*texts, "new"]
    assert _open(path).told == ()


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_in_a_sentence_and_reading_goes_on(path: Path) -> None:
    texts = _fill(path, 10)
    store = _open(path)
    with _no_file_beyond(path.stat().st_size):
        with pytest.raises(OutputError, match="full"):
            store.add(Draft("x" * 50_000, (A,)))
        assert _texts(store) == texts
    store.add(Draft("room again", (A,)))
    assert _texts(_open(path)) == [*texts, "room again"]
    assert _open(path).told == ()


def test_no_room_for_a_backup_does_not_stop_a_save(path: Path) -> None:
    _fill(path, 10, close=False)
    store = _open(path)
    for backup in _backups(path):
        backup.unlink()
    (path.parent / f"{path.name}.copy").mkdir()  # where a backup would be written
    store.add(Draft("saved", (A,)))
    assert "No backup" in store.told[0]
    assert _texts(_open(path))[-1] == "saved"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = _open(tmp_path / "file" / "notes.sqlite3")
    with pytest.raises(OutputError, match="file"):
        store.add(Draft("one", (A,)))


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(InputError, match="cannot be read"):
        _open(path)


def test_a_read_only_disk_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _fill(path, 3)
    _lock_away(path, monkeypatch)
    store = _open(path)
    assert _texts(store) == texts
    assert "read, not saved" in store.told[0]
    with pytest.raises(OutputError):
        store.add(Draft("more", (A,)))


def test_on_a_read_only_disk_a_crash_is_undone_in_a_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = _fill(path, 3)
    _leave_journal(path)
    before = path.read_bytes()
    _lock_away(path, monkeypatch)
    assert _texts(_open(path)) == texts
    assert path.read_bytes() == before


def test_damage_on_a_read_only_disk_is_read_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = _fill(path, 5)
    path.write_bytes(b"\xff" * 5000)
    _lock_away(path, monkeypatch)
    store = _open(path)
    assert _texts(store) == texts
    assert "could not be mended" in store.told[0]
    with pytest.raises(OutputError, match="nothing was saved"):
        store.add(Draft("more", (A,)))
    assert path.read_bytes() == b"\xff" * 5000


def _lock_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the folder read-only, for an administrator as well."""
    really = os.open

    def open_to_read(name: str | Path, flags: int, *rest: int, **more: int) -> int:
        if flags & (os.O_CREAT | os.O_RDWR) and str(path.parent) in str(name):
            raise PermissionError(30, "Read-only file system")
        return really(name, flags, *rest, **more)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(os, "access", lambda spot, _: str(path.parent) not in str(spot))
    monkeypatch.setattr(os, "open", open_to_read)
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copy2", refuse)


def _leave_journal(path: Path) -> None:
    """What a kill leaves in the middle of a commit: a file half written, and its journal."""
    copy = path.with_name("copy")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE events SET body = body || 'x'")
        for i in range(60):  # more than the cache holds, so the file is written before the commit
            connection.execute("INSERT INTO places VALUES (?, ?)", (str(i), "y" * 3000))
        journal = path.with_name(f"{path.name}-journal")
        shutil.copy(path, copy)
        shutil.copy(journal, copy.with_name("copy-journal"))
    copy.replace(path)
    copy.with_name("copy-journal").replace(journal)


def test_threads_of_one_store_do_not_meet(path: Path) -> None:
    store = _open(path)

    def save(name: str) -> None:
        for i in range(5):
            store.add(Draft(f"{name} {i}", (A,)))

    threads = [threading.Thread(target=save, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(_texts(_open(path))) == [f"{n} {i}" for n in "abcd" for i in range(5)]


def test_a_file_held_by_another_program_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = _fill(path, 2)
    store = _open(path)
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match="another program"):
            store.add(Draft("more", (A,)))
    assert _texts(store) == texts


def test_a_linked_file_is_mended_where_it_is(path: Path, tmp_path: Path) -> None:
    texts = _fill(path, 4)
    link = tmp_path / "elsewhere" / "notes.sqlite3"
    link.parent.mkdir()
    link.symlink_to(path)
    path.write_bytes(b"junk" * 2000)
    assert _texts(_open(link)) == texts
    assert link.is_symlink()
    assert _texts(_open(path)) == texts


def test_a_backup_that_cannot_be_read_does_not_stand_in_the_way(path: Path) -> None:
    texts = _fill(path, 6)
    newest = _backups(path)[-1]
    newest.unlink()
    newest.mkdir()
    data = path.read_bytes()
    path.write_bytes(b"\xff" * 4096 + data[4096:])
    assert _texts(_open(path)) == texts


@pytest.mark.parametrize("spoil", ["head", "garbled", "gone"])
def test_where_texts_were_left_is_read_back_too(path: Path, spoil: str) -> None:
    states = {
        f"story {i}": f'{{"at": {i}, "drafts": {{"x": "{"слово " * 900}"}}}}' for i in range(3)
    }
    with _open(path) as store:
        for key, state in states.items():
            store.save_place(key, state)
        for number in range(5):
            store.add(Draft(f"note {number}", (A,)))
    data = path.read_bytes()
    if spoil == "gone":
        path.unlink()
    elif spoil == "garbled":
        path.write_bytes(data.replace(b"note 1", b"note 7"))
    else:
        path.write_bytes(b"\xff" * 100 + data[100:])
    store = _open(path)
    assert {key: store.place(key) for key in states} == states
    assert store.told
