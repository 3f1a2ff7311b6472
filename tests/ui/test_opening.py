"""Which texts can be opened, and opening them from the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import press, settled
from textual.widgets import OptionList

from corpus.library import Kept, Recent
from corpus.reading import document_from_text
from corpus.text import Span
from tui.app import ReaderApp
from tui.chooser import Chooser
from tui.clock import now
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
        while app.home.working:
            await pilot.pause(0.01)
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
        while app.home.working:
            await pilot.pause(0.01)
        await press(pilot, "l", "f5")
    assert app.return_value is not None
    assert app.return_value.at == "B:1"
    assert len(app.return_value.sources) == 3


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
        while app.home.working:
            await pilot.pause(0.01)
        await settled(pilot)
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
