"""Long texts are shown as they begin, and keys that move answered, while they are read."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pyte
import pytest
from driving import all_found, line, settled
from terminal import terminals

from corpus.reading import ReadingCancelled, beginning, read_source
from corpus.reading.beginning import ENOUGH
from corpus.text import Document
from tui.app import ReaderApp
from tui.clock import now
from tui.commands.sources import LONG, Opened, Read, Rest
from tui.screens.beginning import BeginningScreen
from tui.start import Start, start

SENTENCES = "The ferry left the harbour at {}. Nobody in the small town was hurt.\n\n"


def book(folder: Path, name: str, sentences: int = 1000) -> str:
    path = folder / name
    path.write_text("".join(SENTENCES.format(at) for at in range(sentences)), "utf-8")
    return str(path)


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    """Two texts of which the beginning is not all."""
    files = [book(tmp_path, "left.txt"), book(tmp_path, "right.txt", 1100)]
    assert all(Path(file).stat().st_size > ENOUGH for file in files)
    return files


@asynccontextmanager
async def begun(folder: Path, files: list[str], *, at: Start = Start()):  # noqa: B008 - frozen
    """A reader on how texts begin, its pilot, and what lets the rest be read."""
    release, opened = Event(), Opened(files)

    def rest(begins, cancelled) -> Read:
        while not release.wait(0.01):
            if cancelled():
                raise ReadingCancelled
        return opened.read(begins, cancelled)

    first = opened.beginnings()
    app = ReaderApp(
        [one.document for one in first],
        notes=lambda: folder / "notes",
        now=now,
        start=at,
        rest=Rest(rest, max(one.passages for one in first)),
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        yield app, pilot, release
    app.finish()


def texts(app: ReaderApp) -> list[str]:
    """The rows of both texts, without the heads."""
    shown = app.screen.texts
    return ["".join(s.text for s in shown.render_line(y)) for y in range(1, shown.size.height)]


async def read_to_the_end(pilot, release: Event) -> None:
    release.set()
    while not pilot.app.home.shown:
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.fixture
def no_search(monkeypatch):
    """What is found in the texts comes later."""
    monkeypatch.setattr("tui.screens.read._PAINTED", 60)


@pytest.mark.parametrize(
    "keys", [[], ["j", "j", "l"], ["space", "space"], ["space", "ctrl+e", "ctrl+e", "ctrl+e"]]
)
async def test_nothing_moves_when_all_of_the_texts_is_known(tmp_path, pair, keys, no_search):
    async with begun(tmp_path, pair) as (app, pilot, release):
        await pilot.press(*keys)
        await settled_but_for_reading(pilot)
        before, place = texts(app), app.screen.place
        assert isinstance(app.screen, BeginningScreen)
        assert "reading" in line(app.screen, "#status")
        assert "/" not in line(app.screen, "#status")
        await read_to_the_end(pilot, release)
        assert texts(app) == before
        assert app.home.place[:2] == place[:2]
        assert [len(d.passages) for d in app.home.story.documents] == [2000, 2200]


async def settled_but_for_reading(pilot) -> None:
    for _ in range(3):
        await pilot.pause()


async def test_the_whole_texts_are_what_is_searched_and_noted(tmp_path, pair):
    async with begun(tmp_path, pair) as (app, pilot, release):
        await read_to_the_end(pilot, release)
        await all_found(pilot)
        wanted = [beginning(read_source(file), "AB"[at]) for at, file in enumerate(pair)]
        assert all(one.share < 1 for one in wanted)
        linked = max(link.a.passages[0] for link in app.home.story.links)
        assert linked > len(wanted[0].document.passages)
        await pilot.press("G", "s")
        await settled(pilot)
        assert app.home.place.number == 2000
        assert [one.target.document for one in app.home.noted] == [pair[0]]


async def test_a_key_that_needs_the_whole_waits_for_it_with_all_after_it(tmp_path, pair):
    async with begun(tmp_path, pair) as (app, pilot, release):
        await pilot.press("j", "G", "j", "k")
        await settled_but_for_reading(pilot)
        assert app.screen.place.number == 2
        assert "waits until" in line(app.screen, "#keys")
        await read_to_the_end(pilot, release)
        await settled(pilot)
        assert app.home.place.number == 1999


async def test_a_step_out_takes_back_the_keys_that_wait(tmp_path, pair):
    async with begun(tmp_path, pair) as (app, pilot, release):
        await pilot.press("G", "escape", "j")
        await read_to_the_end(pilot, release)
        assert app.home.place.number == 2


async def test_who_leaves_meanwhile_keeps_the_place_of_the_last_time(tmp_path, pair):
    async with begun(tmp_path, pair) as (app, pilot, release):
        await read_to_the_end(pilot, release)
        await all_found(pilot)
        await pilot.press("G")
        await settled(pilot)
    async with begun(tmp_path, pair) as (app, pilot, release):
        await pilot.press("j", "q")
    async with begun(tmp_path, pair) as (app, pilot, release):
        await pilot.press("j")
        await read_to_the_end(pilot, release)
        await all_found(pilot)
        assert app.home.place.number == 2000


async def test_a_place_asked_for_is_reached_when_it_is_known(tmp_path, pair):
    async with begun(tmp_path, pair, at=start("B:1800")) as (app, pilot, release):
        await read_to_the_end(pilot, release)
        await all_found(pilot)
        assert (app.home.place.side, app.home.place.number) == (1, 1800)


async def test_a_passage_keeps_its_words_when_the_whole_is_cut_otherwise(tmp_path, no_search):
    """Lines that seemed wrapped by hand in the beginning are paragraphs in most of the text."""
    wrapped = "Many in the town had told us that the ferry would leave the harbour in\nMarch.\n\n"
    unwrapped = f"{'Nobody knew. ' * 12}\n"
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for file in files:
        Path(file).write_text(wrapped * 500 + unwrapped * 500, "utf-8")
    async with begun(tmp_path, files) as (app, pilot, release):
        await pilot.press(*["j"] * 6)
        await settled_but_for_reading(pilot)
        before, words = app.screen.place.number, passage_here(app.screen)
        await read_to_the_end(pilot, release)
        assert words.startswith(passage_here(app.home))
        assert app.home.place.number == 2 * before - 1


def passage_here(home) -> str:
    document: Document = home.documents[home.place.side]
    return document.quote(document.passage(home.place.number).span)


async def test_texts_that_are_refused_after_all_are_told(tmp_path, pair, no_search):
    Path(pair[1]).write_text("Yes. " * 201_000, "utf-8")
    async with begun(tmp_path, pair) as (app, pilot, release):
        await read_to_the_end(pilot, release)
        assert [n for n in app._notifications if "more than 200,000 sentences" in n.message]
        assert app.home.documents[0].source == pair[0]


# In a terminal


@pytest.fixture
def open_long(tmp_path: Path):
    files = [book(tmp_path, name, LONG // 100) for name in ("left.txt", "right.txt")]
    with terminals(tmp_path) as start_one:
        yield lambda: start_one(*files)


def test_long_texts_can_be_read_and_left_at_once(open_long):
    terminal = open_long()
    terminal.until("reading")
    terminal.press("j")
    terminal.until("A·2/20000")
    assert terminal.leave() == 0


def test_the_rows_of_the_prelude_stand_until_all_is_known(open_long):
    terminal = open_long()
    terminal.until("A·1/20000")
    prelude = pyte.Screen(80, 24)
    pyte.Stream(prelude).feed(bytes(terminal.sent).partition(b"\x1b[?2026l")[0].decode("utf-8"))
    assert terminal.screen.display[1:-2] == prelude.display[1:-2]


def test_where_none_of_the_long_texts_can_be_read_the_end_says_why(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Yes. " * 201_000, "utf-8")
    with terminals(tmp_path) as start_one:
        terminal = start_one("a.txt", "b.txt")
        terminal.until("b.txt: it has more than 200,000 sentences")
        assert terminal.ended() == 3
        assert b"defect" not in terminal.sent
