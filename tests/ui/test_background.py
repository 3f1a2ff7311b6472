"""The search beside the keys: a thread's, a child's and a kept one are the same."""

from __future__ import annotations

import io
import json
import os
import pickle
import select
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from driving import line, running

from corpus.reading import document_from_text, read_document
from corpus.story import Story, unfold
from corpus.text import Document
from tui import paths
from tui.app import ReaderApp
from tui.background import LARGE, Search, SearchCancelled, SearchError
from tui.cache import MOST_FILES, cache_file, keep, load
from tui.clock import now
from tui.finding import Request
from tui.messages import StorySought
from tui.packing import Unpacker, pack

EXTRA = {"conversing": {"words": "talks, negotiations"}}
BUNDLED = tuple(read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab")


@pytest.fixture(scope="module")
def whole() -> Story:
    """All there is in the bundled pair, as a thread finds it."""
    *_, story = unfold(BUNDLED, EXTRA)
    return story


@pytest.fixture(scope="module")
def large() -> tuple[Document, ...]:
    """Two texts that a thread does not search."""
    longer = []
    for document in BUNDLED:
        parts = [document.text.replace("Medvedev", f"Medvedev{n}") for n in range(9)]
        longer.append(document_from_text("\n\n".join(parts), id=document.id, name=document.name))
    assert sum(len(document.text) for document in longer) > LARGE
    return tuple(longer)


@pytest.fixture
def search(tmp_path: Path) -> Callable[..., list[Story]]:
    """Searches the bundled pair as if it were large."""

    def run(folder: Path = tmp_path, documents: tuple[Document, ...] = BUNDLED) -> list[Story]:
        return list(Search(documents, lambda: folder, EXTRA, large=0).stories(lambda _: None))

    return run


def no_child(monkeypatch: pytest.MonkeyPatch, executable: str = "/nowhere/python") -> None:
    """From now on no process can search."""
    monkeypatch.setattr(sys, "executable", executable)


def script(folder: Path, line: str) -> str:
    """A program to be started in Python's place."""
    file = folder / "python"
    file.write_text(f"#!/bin/sh\n{line}\n")
    file.chmod(0o700)
    return str(file)


# What is found


def test_a_child_finds_what_a_thread_finds_in_as_many_steps(search, whole):
    stories = search()
    assert stories == list(unfold(BUNDLED, EXTRA))
    assert stories[-1] == whole
    assert "conversing" in {frame.name for frame in whole.frames}


def test_a_child_finds_that_nothing_is_linked(search):
    alone = tuple(
        document_from_text(text, id=id_, name=id_)
        for id_, text in (("A", "The ferry sank on Monday."), ("B", "Bread became dearer."))
    )
    stories = search(documents=alone)
    assert stories == list(unfold(alone))
    assert stories[-1].linked
    assert not stories[-1].links


def test_large_texts_are_searched_by_a_child_that_tells_how_far_it_is(large, tmp_path):
    shares: list[float] = []
    *_, found = Search(large, lambda: tmp_path).stories(shares.append)
    *_, wanted = unfold(large)
    assert found == wanted
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1
    assert list(tmp_path.iterdir()) == [cache_file(tmp_path, large)]


def test_small_texts_need_no_child_and_are_not_kept(monkeypatch, tmp_path):
    no_child(monkeypatch)
    stories = list(Search(BUNDLED, lambda: tmp_path).stories(lambda _: None))
    assert stories == list(unfold(BUNDLED))
    assert not list(tmp_path.iterdir())


def test_what_was_packed_is_unpacked_and_nothing_of_it_is_lost(whole):
    unpacker = Unpacker(BUNDLED)
    stories = [unpacker.take(json.loads(line)) for line in pack([whole])]
    assert stories[-1] == whole
    assert all([whole.actors, whole.links, whole.linked, whole.gaps, whole.frames, whole.warnings])


# What is kept


def test_a_second_search_is_served_from_what_was_kept(search, whole, monkeypatch, tmp_path):
    with monkeypatch.context() as patched:
        no_child(patched)
        with pytest.raises(SearchError):
            search()
    search()
    no_child(monkeypatch)
    assert search() == [whole]


def test_other_texts_other_frames_and_another_order_are_kept_apart(tmp_path):
    a, b = BUNDLED
    changed = document_from_text(a.text + " More.", id="A", name=a.name)
    files = [
        cache_file(tmp_path, (a, b)),
        cache_file(tmp_path, (a, b), EXTRA),
        cache_file(tmp_path, (b, a)),
        cache_file(tmp_path, (changed, b)),
        cache_file(tmp_path, (a,)),
    ]
    assert len(set(files)) == len(files)


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def emptied(data: bytes) -> bytes:
    return b""


def foreign(data: bytes) -> bytes:
    return b"ossetia-reader found 0" + data[22:]


def unsigned(data: bytes) -> bytes:
    return data.partition(b"\n")[2]


@pytest.mark.parametrize("damage", [cut_off, flipped, emptied, foreign, unsigned])
def test_a_damaged_file_is_as_good_as_none(damage, tmp_path):
    file = cache_file(tmp_path, BUNDLED)
    keep(file, ['{"changed":[]}'])
    assert list(load(file) or ()) == [b'{"changed":[]}']
    file.write_bytes(damage(file.read_bytes()))
    assert load(file) is None


def test_a_file_kept_for_other_texts_is_as_good_as_none(tmp_path):
    file = cache_file(tmp_path, BUNDLED)
    keep(file, ['{"changed":[]}'])
    other = file.with_name(f"{'0' * 32}.found")
    file.rename(other)
    assert load(other) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "7",
        "{}",
        '{"changed":["documents"]}',
        '{"part":"links","kind":"links","columns":[[]]}',
        '{"part":"linked","kind":"nearest","columns":[[1],[]]}',
        '{"part":"gaps","kind":"gaps","columns":[["A"],[],[],[],[]]}',
        '{"part":"gaps","kind":"gaps","columns":[["A"],[[-1]],[""],[0],[0]]}',
        '{"part":"gaps","kind":"gaps","columns":[["A"],[[]],[""],[0],[0]]}',
        '{"part":"actors","kind":"others","columns":[]}',
        '{"part":"actors","kind":"mentions","columns":[[["A"],[4],[5],[]],[99]]}',
        '{"part":"frames","kind":"uses","columns":[[["A"],[5],[4],[]],["narrator"],[0]]}',
        '{"part":"frames","kind":"uses","columns":[[["C"],[4],[5],[]],["narrator"],[0]]}',
        '{"part":"frames","kind":"uses","columns":[[["A"],[4],[5],[]],[],[0]]}',
        '{"part":"frames","kind":"frames","columns":[["x",1]]}\n{"changed":["frames"]}',
    ],
)
def test_lines_that_are_not_ours_are_found_anew_and_kept_again(line, search, whole, tmp_path):
    file = cache_file(tmp_path, BUNDLED, EXTRA)
    keep(file, [line])
    assert search()[-1] == whole
    assert len(list(load(file) or ())) > 1


class _Runs:
    """Unpickled, it would make a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.folder),)


def test_nothing_that_is_kept_can_run(search, whole, tmp_path):
    trace = tmp_path / "ran"
    file = cache_file(tmp_path, BUNDLED, EXTRA)
    file.write_bytes(pickle.dumps(_Runs(trace)))
    assert search()[-1] == whole
    keep(file, [pickle.dumps(_Runs(trace), 0).decode("ascii")])
    assert search()[-1] == whole
    assert not trace.exists()


def test_what_is_kept_is_its_owners_alone(tmp_path):
    folder = tmp_path / "new" / "cache"
    keep(cache_file(folder, BUNDLED), ["{}"])
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_only_the_files_used_last_are_kept(tmp_path):
    files = [tmp_path / f"{n:032}.found" for n in range(MOST_FILES + 5)]
    for age, file in enumerate(files, start=1):
        keep(file, ["{}"])
        os.utime(file, (age, age))
    load(files[5])
    keep(tmp_path / f"{'f' * 32}.found", ["{}"])
    kept = set(tmp_path.iterdir())
    assert len(kept) == MOST_FILES
    assert files[5] in kept
    assert files[6] not in kept


def test_where_nothing_can_be_kept_everything_is_found(search, whole, tmp_path):
    occupied = tmp_path / "file"
    occupied.touch()
    assert search(occupied / "cache")[-1] == whole
    assert search(Path("/proc/nowhere"))[-1] == whole


# How it ends


def test_cancelled_it_ends_at_once_and_keeps_nothing(tmp_path):
    search = Search(BUNDLED, lambda: tmp_path, large=0)
    stories = search.stories(lambda _: None)
    next(stories)
    search.cancel()
    with pytest.raises(SearchCancelled):
        list(stories)
    assert not list(tmp_path.iterdir())


def test_cancelled_before_it_began_it_never_begins(monkeypatch, tmp_path):
    no_child(monkeypatch)
    search = Search(BUNDLED, lambda: tmp_path, large=0)
    search.cancel()
    with pytest.raises(SearchCancelled):
        list(search.stories(lambda _: None))


@pytest.mark.parametrize(
    ("last_words", "told"),
    [
        ("kill -9 $$", "killed by signal 9"),
        ("exit 3", "with status 3"),
        ("""printf '{"part":'; exit 3""", "with status 3"),
    ],
)
def test_a_child_that_is_no_more_is_told(last_words, told, large, monkeypatch, tmp_path):
    no_child(monkeypatch, script(tmp_path, last_words))
    with pytest.raises(SearchError, match=told):
        list(Search(large, lambda: tmp_path).stories(lambda _: None))


def test_cancelled_it_waits_for_no_child(monkeypatch, tmp_path):
    no_child(monkeypatch, script(tmp_path, "exec tail -f /dev/null"))
    search = Search(BUNDLED, lambda: tmp_path, large=0)
    ended: list[BaseException] = []

    def run() -> None:
        try:
            list(search.stories(lambda _: None))
        except SearchCancelled as cancelled:
            ended.append(cancelled)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    search.cancel()
    thread.join(60)
    assert ended


def test_a_defect_in_the_child_is_told(tmp_path):
    wrong = {"conversing": {"words": 7}}
    with pytest.raises(SearchError, match="conversing"):
        list(Search(BUNDLED, lambda: tmp_path, wrong, large=0).stories(lambda _: None))
    assert not list(tmp_path.iterdir())


_READER = """
from pathlib import Path
from corpus.reading import read_document
from tui.background import Search
documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
search = Search(documents, lambda: Path("/nowhere"), large=0)
stories = search.stories(lambda share: None)
next(stories)
print(search._child.pid, flush=True)
input()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process not its own")
def test_killed_with_its_reader_the_child_ends():
    reader = [sys.executable, "-c", _READER]
    with subprocess.Popen(reader, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        child = os.pidfd_open(int(process.stdout.readline()))
        still_runs = not select.select([child], [], [], 0)[0]
        process.kill()
    try:
        assert still_runs
        assert select.select([child], [], [], 60)[0]
    finally:
        os.close(child)


# On the screen


async def test_the_screen_shows_what_a_child_finds_and_the_next_start_has_it(
    large, home, monkeypatch
):
    stories = []
    for _ in range(2):
        app = ReaderApp(large, notes=paths.notes_file, now=now)
        async with running(app):
            stories.append(app.home.story)
        no_child(monkeypatch)
    assert stories[0].links
    assert stories[0] == stories[1]


async def test_a_child_that_cannot_be_started_is_told_and_reading_goes_on(large, home, monkeypatch):
    no_child(monkeypatch)
    app = ReaderApp(large, notes=paths.notes_file, now=now)
    async with running(app) as pilot:
        assert [n for n in app._notifications if "no process can be started" in n.message]
        await pilot.press("j")
        assert app.home.place.number == 2


@pytest.fixture
def endless(large, home, monkeypatch, tmp_path):
    """Opens a reader whose search comes to no end by itself; gives the search's threads, too."""
    no_child(monkeypatch, script(tmp_path, "exec tail -f /dev/null"))

    @asynccontextmanager
    async def opened():
        app = ReaderApp(large, notes=paths.notes_file, now=now)
        async with app.run_test() as pilot:
            while not (threads := [t for t in threading.enumerate() if t.name == "story"]):
                await pilot.pause(0.01)
            await app.workers.wait_for_complete()
            yield app, pilot, threads
        app.finish()
        assert ended(threads)

    return opened


def ended(threads: list[threading.Thread]) -> bool:
    """Whether the threads end."""
    for thread in threads:
        thread.join(60)
    return not any(thread.is_alive() for thread in threads)


async def test_the_status_line_tells_how_far_it_is_and_leaving_ends_it(endless):
    async with endless() as (app, pilot, _):
        app.home.post_message(StorySought(0.4))
        await pilot.pause()
        assert "actors and links 40 %" in line(app.home, "#status")


async def test_a_long_search_is_stopped_by_a_step_out_and_reading_goes_on(endless):
    async with endless() as (app, pilot, threads):
        await pilot.press("escape", "escape")
        app.home.post_message(StorySought(0.4))
        await pilot.pause()
        assert "stopped; F5" in line(app.home, "#status")
        await pilot.press("j")
        assert app.home.place.number == 2
        assert ended(threads)


def test_what_was_kept_is_there_before_numpy_would_be():
    code = "import sys; from tui.cache import cache_file; from tui.background import _prepare; "
    code += (
        "cache_file(__import__('pathlib').Path(), ()); _prepare(); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


class _Counted(io.RawIOBase):
    """A pipe that keeps the longest piece that went through it."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0
        self.sent = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:  # any buffer
        self.longest = max(self.longest, len(piece))
        self.sent += piece
        return len(piece)


def test_a_text_is_sent_in_pieces_and_no_second_form_of_it_stays(tmp_path):
    text = "“The ferry,” he said, “left at noon.” " * 20_000
    document = document_from_text(text + "\U0001f6a2", name="long")
    before, pipe = sys.getsizeof(document.text), _Counted()
    Request((document, BUNDLED[1]), EXTRA, tmp_path).send(pipe)
    assert sys.getsizeof(document.text) == before
    assert pipe.longest < len(text) / 2
    received = Request.received(io.BytesIO(pipe.sent))
    assert received == Request((document, BUNDLED[1]), EXTRA, tmp_path)
