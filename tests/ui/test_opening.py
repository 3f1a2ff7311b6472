"""Which texts can be opened, and opening them from the screen."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Event

import pytest
from driving import all_found, line, press, settled
from textual.widgets import OptionList

from corpus.library import Kept, Recent
from corpus.reading import ReadingCancelled, document_from_text
from corpus.text import Span
from tui.app import ReaderApp
from tui.chooser import Chooser
from tui.clock import now
from tui.commands.sources import Read
from tui.commands.waiting import Waiting
from tui.offers import offers
from tui.start import Start, start

RECENT = (
    Recent(("a.txt", "b.txt"), ("Ferry Aground", "Ferry in Trouble"), "2026-01-01T00:00:00Z"),
)
KEPT = (Kept("ferry", "ferry.html", "0" * 64, "2026-01-01T00:00:00Z", title="Ferry Aground"),)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("one.txt", "two.md", ".hidden", "sub/three.txt", "\x1b[2Jbad.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_read_of_late_comes_first_then_the_library_then_files(folder):
    found = offers("", RECENT, KEPT, ["ossetia-a"])
    assert [one.sources for one in found[:3]] == [
        ("a.txt", "b.txt"),
        ("corpus:ferry",),
        ("corpus:ossetia-a",),
    ]
    assert [one.words for one in found[3:]] == ["sub/", "[2Jbad.txt", "one.txt", "two.md"]
    assert found[-1].sources == ("./two.md",)


def test_words_narrow_the_offers_and_a_path_opens_its_folder(folder):
    assert [o.sources for o in offers("ferry", RECENT, KEPT, ["x"])] == [
        ("a.txt", "b.txt"),
        ("corpus:ferry",),
    ]
    assert [o.sources for o in offers("sub/", RECENT, KEPT, [])] == [("./sub/three.txt",)]
    assert [o.sources for o in offers(f"{folder}/on", RECENT, KEPT, [])] == [(f"{folder}/one.txt",)]
    assert [o.words for o in offers(".h", (), (), [])] == [".hidden"]
    assert offers("no/such/folder/", RECENT, KEPT, []) == []
    assert offers("\x00/", (), (), []) == []


@pytest.fixture
def app(tmp_path):
    texts = ("One ferry ran aground.", "A ferry ran aground.", "Another text.")
    documents = [
        document_from_text(text, id=i, name=f"{i}.txt")
        for i, text in zip("ABC", texts, strict=True)
    ]
    return ReaderApp(
        documents,
        notes=lambda: tmp_path / "notes",
        now=now,
        offers=lambda typed: offers(typed, RECENT, KEPT, ["ossetia-a"]),
    )


async def test_one_text_opens_in_the_place_of_the_one_with_the_keys(app, folder):
    async with app.run_test() as pilot:
        await all_found(pilot)
        await press(pilot, "l", "o", *"corpus:fer", "enter")
    sources = [document.source for document in app.home.story.documents]
    assert app.return_value is not None
    assert app.return_value.sources == (sources[0], "corpus:ferry", sources[2])


async def test_several_are_marked_and_opened_together(app, folder):
    async with app.run_test() as pilot:
        await press(pilot, "o", *"txt", "down", "tab", "tab", "tab", "down", "tab")
        assert "2 marked" in str(app.screen.query_one("#opening-title").content)
        shown = app.screen.query_one(OptionList)
        assert [str(o.prompt)[:2].strip() for o in shown.options] == ["", "A", "B"]
        await press(pilot, "enter")
    assert app.return_value is not None
    assert app.return_value.sources == ("./\x1b[2Jbad.txt", "./one.txt")


async def test_a_folder_is_looked_into_and_escape_opens_nothing(app, folder):
    async with app.run_test() as pilot:
        await press(pilot, "o", *"sub", "enter")
        shown = app.screen.query_one(OptionList)
        assert [str(o.prompt).strip() for o in shown.options] == ["sub/three.txt"]
        await press(pilot, "escape")
        assert app.screen is app.home
        assert app.is_running


async def test_texts_are_read_again_at_the_same_place(app):
    async with app.run_test() as pilot:
        await all_found(pilot)
        await press(pilot, "l", "f5")
    assert app.return_value is not None
    assert app.return_value.at == "B:1"
    assert len(app.return_value.sources) == 3


class Slow:
    """Reads until it is told to go on or nobody waits; then gives what it has, if anything."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.go = Event()
        self.ended = Event()

    def __call__(self, sources, begins, cancelled) -> Read:
        begins(sources[-1])
        try:
            while not self.go.wait(0.01):
                if cancelled():
                    raise ReadingCancelled
        finally:
            self.ended.set()
        found = tuple(document_from_text(t, id=i) for t, i in zip(self.texts, "AB", strict=False))
        return Read(found, () if found else ("big.pdf: it is damaged",))


def reading(tmp_path: Path, slow: Slow) -> ReaderApp:
    texts = zip("AB", ("One ferry ran aground.", "A ferry ran aground."), strict=True)
    documents = [document_from_text(text, id=i, name=i) for i, text in texts]
    return ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now, read=slow)


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_reading_that_takes_long_says_so_and_is_left_for_the_texts_as_they_were(
    tmp_path, monkeypatch, key
):
    monkeypatch.setattr("tui.screens.reading._PATIENCE", 0.01)
    slow = Slow()
    app = reading(tmp_path, slow)
    async with app.run_test() as pilot:
        await pilot.press("l", "f5")
        told = app.screen.query_one("#reading")
        while not told.display:
            await pilot.pause(0.01)
        assert str(told.render()).startswith("Reading B … ")
        await pilot.press(key)
        assert slow.ended.wait(5)
        await settled(pilot)
        assert app.screen is app.home
        assert app.home.place.side == 1
        assert line(app.home, "#keys").strip() == "nothing was opened"


async def test_texts_that_cannot_be_read_leave_those_that_are_open(tmp_path):
    slow = Slow()
    slow.go.set()
    app = reading(tmp_path, slow)
    async with app.run_test() as pilot:
        await press(pilot, "f5")
        assert app.screen is app.home
        assert "big.pdf: it is damaged" in [note.message for note in app._notifications]


async def test_what_was_read_is_what_opens(tmp_path):
    slow = Slow("One.", "Two.")
    slow.go.set()
    app = reading(tmp_path, slow)
    async with app.run_test() as pilot:
        await press(pilot, "f5")
    assert app.return_value is not None
    assert [one.text for one in app.return_value.found.documents] == ["One.", "Two."]


def test_whoever_waits_is_told_until_the_wait_is_over(monkeypatch):
    monkeypatch.setattr("tui.commands.waiting.PATIENCE", 0.001)
    shown: list[str] = []
    twice = Event()

    def show(words: str) -> None:
        shown.append(words)
        if len(shown) > 1:
            twice.set()

    with Waiting(show) as waiting:
        waiting.share("looking for links", 0.4)
        assert twice.wait(5)
    assert shown[-1] == ""
    assert re.fullmatch(r"looking for links 40 % … \d+ s \(Ctrl\+C leaves\)", shown[-2])


def test_a_place_is_a_passage_or_code_points():
    assert start("b:12", "gaps") == Start("B", number=12, view="gaps")
    assert start("A:100-120").span == Span(100, 120)
    assert start("") == Start()
    for words in ("12", "B", "B:", "B:x", "B:9-3", "B:1-2-3", "B:１２-"):
        with pytest.raises(ValueError, match=r"no place|ends before"):
            start(words)


def test_a_place_in_no_text_named_is_a_usage_error(cli, pair):
    done = cli(*pair, "--at", "C:1")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "there is no text C" in done.err


@pytest.mark.parametrize(
    ("begun", "shown", "number"),
    [
        (Start("B", number=2), "read", 2),
        (Start("C", span=Span(8, 12)), "read", 1),
        (Start("B", number=9, view="gaps"), "gaps", 1),
    ],
)
async def test_the_screen_begins_where_it_was_asked_to(tmp_path, begun, shown, number):
    texts = ("One ferry ran aground. It sank.", "A ferry ran aground. Rain fell.", "Another text.")
    documents = [document_from_text(t, id=i, name=i) for i, t in zip("ABC", texts, strict=True)]
    app = ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now, start=begun)
    async with app.run_test() as pilot:
        await all_found(pilot)
        assert app.home.view == shown
        if shown == "read":
            assert app.home.documents[app.home.place.side].id == begun.letter
            assert app.home.place.number == number


async def test_before_any_text_is_read_two_are_chosen(folder):
    chooser = Chooser(lambda typed: offers(typed, (), KEPT, ["ossetia-a"]))
    async with chooser.run_test() as pilot:
        await press(pilot, *"corpus", "enter")
        assert chooser.is_running
        await press(pilot, "down", "tab", "enter")
    assert chooser.return_value == ("corpus:ferry", "corpus:ossetia-a")


def test_the_library_is_chosen_from_on_a_terminal_only(cli):
    done = cli("--library")
    assert (done.status, done.err.count("\n")) == (2, 1)
