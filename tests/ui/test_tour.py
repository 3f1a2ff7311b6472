"""The welcome of a newcomer, and the tour."""

from contextlib import asynccontextmanager

import pytest
from driving import line, press, running

from corpus.notes.store import NoteStore
from corpus.reading import read_document
from tui.app import ReaderApp
from tui.cells import cells
from tui.clock import now
from tui.keys import TABLE
from tui.messages import TextsWanted
from tui.start import Start
from tui.tour import begin
from tui.welcome import welcome


@asynccontextmanager
async def begun(folder, start: Start, size=(80, 24)):
    documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
    app = ReaderApp(documents, notes=lambda: folder / "notes", now=now, start=start)
    async with running(app, size) as pilot:
        yield app, pilot


def above(app) -> list[str]:
    return line(app.home, "#banner").splitlines()


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (200, 50)])
async def test_a_newcomer_sees_three_keys_and_the_warning_in_two_lines(tmp_path, size):
    async with begun(tmp_path, Start(greet=True), size) as (app, _):
        keys, warning = above(app)
        assert all(words in keys for words in ("J next pair", "⏎ across", "w why"))
        assert "different moments" in warning
        assert app.home.query_one("#banner").size.height == 2


async def test_the_first_keys_put_the_welcome_away_and_it_never_comes_again(tmp_path):
    async with begun(tmp_path, Start(greet=True)) as (app, pilot):
        await press(pilot, "J", "enter")
        assert above(app)[0].startswith("Welcome")
        await press(pilot, "w")
        assert "different moments" in above(app)[0]
    async with begun(tmp_path, Start(greet=True)) as (app, _):
        assert "different moments" in above(app)[0]


async def test_the_help_tells_of_the_tour(tmp_path):
    async with begun(tmp_path, Start()) as (app, pilot):
        await press(pilot, "question_mark")
        assert "--tour" in str(app.screen.query_one("#card-lines").content)


async def test_escape_puts_the_welcome_away(tmp_path):
    async with begun(tmp_path, Start(greet=True)) as (app, pilot):
        await press(pilot, "escape")
        assert above(app) == []


async def test_who_names_texts_is_no_newcomer(tmp_path):
    async with begun(tmp_path, Start()) as (app, _):
        assert "Welcome" not in above(app)[0]


@pytest.mark.parametrize("width", range(30, 160, 7))
def test_the_welcome_fits_wherever_its_keys_do(width):
    assert cells(welcome(width)) <= max(width, cells(welcome(0)))


def test_every_step_names_keys_of_the_table_and_says_little():
    known = {key.id for key in TABLE}
    steps = begin().steps
    assert len(steps) == 11  # ten, and a farewell
    for step in steps:
        assert step.done <= known
        assert "{" not in step.words
        assert cells(step.words) <= 4 * 56  # four rows at the narrowest
    assert all(step.done for step in steps[:-1])


async def test_doing_what_it_says_leads_through_the_whole_tour(tmp_path):
    keys = ("J", "enter", "w", "4", "enter", "n", "3", "2", "=")
    async with begun(tmp_path, Start(tour=True)) as (app, pilot):
        for at, key in enumerate(keys, start=1):
            assert above(app)[0].startswith(f"Tour, step {at} of 10")
            await press(pilot, key)
        await press(pilot, "a", *"why", "ctrl+s")
        assert above(app)[0].startswith("Tour, the end")
        await press(pilot, "escape")
    assert app.return_value.sources == ()


async def test_steps_can_be_skipped_and_come_back(tmp_path):
    async with begun(tmp_path, Start(tour=True), (60, 15)) as (app, pilot):
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert "step 3" in above(app)[0]
        await press(pilot, "less_than_sign")
        assert "step 2" in above(app)[0]
        await press(pilot, "j")  # another key is no step
        assert "step 2" in above(app)[0]


async def test_a_step_stays_while_a_dialog_is_open_and_escape_ends_the_tour_after_it(tmp_path):
    async with begun(tmp_path, Start(tour=True)) as (app, pilot):
        await press(pilot, "a", "x", "escape")
        assert "step 1" in above(app)[0]
        await press(pilot, "escape")
    assert isinstance(app.return_value, TextsWanted)


def test_the_tour_keeps_nothing_and_ends_at_the_readers_own_notes(start, tmp_path):
    terminal = start("--tour")
    terminal.until(lambda text: "Tour, step 1 of 10" in text and "only-A" in text)
    terminal.press("a")
    terminal.until("Ctrl+s save")
    terminal.press(*"tried", "\x13")
    terminal.until("1 note")
    terminal.press("\x1b")
    terminal.until(lambda text: "Tour" not in text and "only-A" in text and "1 note" not in text)
    assert terminal.leave() == 0
    with NoteStore.open(tmp_path / "data" / "notes.sqlite3", now=now) as store:
        assert list(store.notes()) == []


async def test_the_tour_leaves_the_settings_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("OSSETIA_READER_CONFIG_DIR", str(tmp_path / "config"))
    async with begun(tmp_path, Start(tour=True)) as (app, pilot):
        for keys in (("4", "r", *"new", "enter", "M"), ("5", "plus"), ("r",)):
            await press(pilot, *keys)
            assert app.screen is app.home
    assert not (tmp_path / "config").exists()


@pytest.mark.parametrize("size", [(60, 15), (170, 45)])
async def test_what_to_try_is_told_in_a_view_and_shows_at_every_width(tmp_path, size):
    async with begun(tmp_path, Start(tour=True), size) as (app, pilot):
        assert not app.home.has_inspector
        await press(pilot, "J", "enter", "w")
        assert app.home.has_inspector == app.home.is_wide
        await press(pilot, "4")
        assert above(app)[0].startswith("Tour, step 5")
        banner = app.home.query_one("#banner")
        assert banner.display
        assert cells(above(app)[0]) <= size[0] - 2


@pytest.mark.parametrize("words", [("--tour", "a.txt"), ("--tour", "--plain"), ("--tour",)])
def test_a_tour_needs_a_screen_and_the_bundled_pair(cli, words):
    done = cli(*words)
    assert done.status == 2
    assert done.err.startswith("ossetia-reader: --tour ")
