"""Notes through the keys: the view of them, tags, colours, ranges, orphans, editors."""

from __future__ import annotations

import os
import re
import stat
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from driving import running, settled
from textual.events import Key
from textual.widgets import Input, Static

from corpus.notes.model import Draft, Note
from corpus.notes.store import NoteStore
from corpus.notes.subjects import about_actor, about_frame, about_gap, about_pair, about_span
from corpus.reading import document_from_text, read_document
from corpus.text import Span
from tui.app import ReaderApp
from tui.clock import now
from tui.keys import keys_of
from tui.screens.choosing import ChoiceScreen
from tui.screens.editor import NoteEditor
from tui.screens.notes import NotesScreen
from tui.start import start
from tui.widgets.notelist import NoteList
from tui.widgets.noting import FilterLine, MarkLine, NoteArea, TagLine

FERRY = (
    "The ferry ran aground near the old harbour on Monday morning.\n"
    "Nobody was hurt, the harbour master said.\n"
    "Divers will look at the hull on Tuesday.\n"
)
PAPER = "A ferry was stranded at the harbour.\nNobody was hurt.\nThe owner was silent.\n"


@pytest.fixture
def opened(tmp_path: Path):
    """Opens a reader on two files, and waits until all is found."""

    @asynccontextmanager
    async def reader(one: str = FERRY, other: str = PAPER, size=(100, 30)):
        paths = tmp_path / "ferry.txt", tmp_path / "paper.txt"
        for path, text in zip(paths, (one, other), strict=True):
            path.write_text(text, "utf-8")
        documents = [read_document(str(p), i) for p, i in zip(paths, "AB", strict=True)]
        app = ReaderApp(documents, notes=lambda: tmp_path / "notes.sqlite3", now=now)
        async with running(app, size) as pilot:
            yield app.home, pilot

    return reader


@pytest.fixture
def store(tmp_path: Path) -> NoteStore:
    return NoteStore.open(tmp_path / "notes.sqlite3", now=now)


async def press(pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def noted(store: NoteStore, text: str, words: str, note: str, **more: object) -> Note:
    """A note made on a text as it was, at the place of the paper ``ferry.txt``."""
    folder = Path(store._keeper._path).parent
    document = document_from_text(text, name=str(folder / "ferry.txt"))
    start = text.index(words)
    (target,) = about_span(document, Span(start, start + len(words))).targets
    return store.add(Draft(note, (target,), **more))


def said(screen, selector: str) -> str:
    return str(screen.query_one(selector, Static).content)


async def test_keys_typed_before_the_editor_stands_arrive_in_it(opened, store) -> None:
    """All in one read, as a script or a fast hand sends them."""
    async with opened() as (home, pilot):
        for letter in ["j", "a", *"quite long: dqux", "enter", *"two", "ctrl+s"]:
            key = {" ": "space", ":": "colon"}.get(letter, letter)
            pilot.app.post_message(Key(key, letter if len(letter) == 1 else None))
        while not home.noted:
            await pilot.pause(0.01)
        await settled(pilot)
        assert [note.text for note in store.notes()] == ["quite long: dqux\ntwo"]
        assert home.place.number == 2


async def test_tags_are_completed_and_kept_with_colour_and_star(opened, store) -> None:
    noted(store, FERRY, "ferry", "old", tags=("claim", "check"))
    async with opened() as (home, pilot):
        await press(pilot, "j", "t")
        assert isinstance(pilot.app.screen, NoteEditor)
        await press(pilot, *"harbour, cl")
        while not pilot.app.screen.query_one(TagLine)._suggestion:
            await pilot.pause(0.01)
        await press(pilot, "right", "tab", "g", "s", "ctrl+s")
        note = store.notes()[-1]
        assert (note.tags, note.colour, note.starred) == (("harbour", "claim"), "green", True)
        assert note.targets[0].quote == home.documents[0].wording[1]
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, ChoiceScreen)
        await press(pilot, "r")
        assert store.notes()[-1].colour == "red"


async def test_a_note_may_have_tags_alone_but_not_nothing(opened, store) -> None:
    async with opened() as (_, pilot):
        await press(pilot, "a", "ctrl+s")
        assert store.notes() == []
        await press(pilot, "t", *"x", "enter")
        assert [note.tags for note in store.notes()] == [("x",)]


async def test_of_several_notes_the_reader_says_which(opened, store) -> None:
    noted(store, FERRY, "ferry ran", "first")
    noted(store, FERRY, "ran aground", "second", colour="blue")
    async with opened() as (home, pilot):
        assert {one.name for one in home.marks[0].layers} >= {"note", "note-blue"}
        assert "first" in said(home, "#why")
        assert "second" in said(home, "#why")
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, ChoiceScreen)
        await press(pilot, "2")
        assert [note.text for note in store.notes()] == ["first"]


async def test_the_range_of_a_note_is_changed_and_its_history_has_the_old(opened, store) -> None:
    note = noted(store, FERRY, "ferry", "whose?")
    async with opened() as (home, pilot):
        await press(pilot, "6", "v")
        assert home.selection is not None
        await press(pilot, "w", "w", "enter")
        (changed,) = store.notes()
        assert changed.targets[0].quote == "ferry ran aground"
        assert (changed.id, changed.text) == (note.id, "whose?")
        old, new = store.history(note.id)
        assert (old.note, new.note) == (note, changed)
        await press(pilot, "u")
        assert store.notes() == [note]


async def test_an_orphan_is_shown_first_and_put_on_a_passage_by_one_key(opened, store) -> None:
    lost = "Frogmen are to examine a hull on some day."
    noted(store, FERRY, "ferry", "stands")
    before = FERRY.replace("Divers will look at the hull on Tuesday.", lost)
    orphan = noted(store, before, lost, "when?")
    async with opened(size=(100, 40)) as (home, pilot):
        assert "1 orphaned" in said(home, "#status")
        await press(pilot, "6")
        view = pilot.app.screen
        assert isinstance(view, NotesScreen)
        assert [one.note.text for one in view.shown] == ["when?", "stands"]
        places = [c.passage.number for c in view.shown[0].candidates]
        assert len(places) == 3
        assert places[0] == 3
        assert store.note(orphan.id) == orphan  # nothing is moved before it is asked for
        await press(pilot, "=")
        put = store.note(orphan.id)
        assert put
        assert put.targets[0].quote == "Divers will look at the hull on Tuesday."
        assert [version.deed for version in store.history(orphan.id)] == ["add", "edit"]
        await press(pilot, "u")
        assert store.note(orphan.id) == orphan
        await press(pilot, "j", "j", "enter")  # the second of the three
        put = store.note(orphan.id)
        assert put
        assert put.targets[0].quote == home.documents[0].wording[places[1] - 1]


async def test_changed_words_are_shown_beside_the_old_and_accepted_by_one_key(
    opened, store
) -> None:
    before = FERRY.replace("harbour master said", "harbour mistress told us")
    note = noted(store, before, "Nobody was hurt, the harbour mistress told us.", "who?")
    async with opened() as (home, pilot):
        assert "1 changed" in said(home, "#status")
        await press(pilot, "6")
        view = pilot.app.screen
        assert "now “Nobody was hurt, the harbour master said.”" in said(view, "#note")
        await press(pilot, "=")
        assert view.shown[0].standing.anchor.state == "found"
        assert store.note(note.id).targets[0].quote == "Nobody was hurt, the harbour master said."


async def test_every_kind_of_note_is_listed_and_opened(opened, store) -> None:
    async with opened() as (home, pilot):
        documents, story = home.documents, home.story
        drafts = [about_pair(documents, story.links[0].a, story.links[0].b)]
        drafts += [about_gap(documents, gap) for gap in story.gaps[:1]]
        drafts += [about_actor(documents, actor) for actor in story.actors[:1]]
        drafts += [about_frame(documents, frame) for frame in story.frames[:1] if frame.uses]
        for draft in drafts:
            home.deeds.new(draft)
            await press(pilot, *"x", "ctrl+s")
        assert [note.kind for note in store.notes()] == [draft.kind for draft in drafts]
        await press(pilot, "6")
        view = pilot.app.screen
        assert {one.note.kind for one in view.shown} == {draft.kind for draft in drafts}
        await press(pilot, "enter")
        assert pilot.app.screen is home


async def test_where_gaps_are_listed_a_note_is_on_the_gap(opened, store) -> None:
    async with opened() as (home, pilot):
        await press(pilot, "3", "a", *"only here", "ctrl+s")
        (note,) = store.notes()
        document, number = home.documents[home.place.side], home.place.number
        assert note.kind == "gap"
        assert (document.id, number) in {
            (g.document, n) for g in home.story.gaps for n in g.passages
        }
        assert note.targets[0].quote == document.wording[number - 1]


@pytest.mark.parametrize(("view", "kind"), [("4", "actor"), ("5", "frame")])
async def test_where_actors_or_frames_are_listed_a_note_is_on_one(
    opened, store, view: str, kind: str
) -> None:
    async with opened(FERRY.replace("Divers", "Anna Berg said that divers")) as (_, pilot):
        await press(pilot, view, "a", *"who", "ctrl+s")
        (note,) = store.notes()
        assert note.kind == kind
        assert note.name
        assert note.targets
        await press(pilot, "t", *"x", "ctrl+s")
        assert [(n.id, n.tags) for n in store.notes()] == [(note.id, ("x",))]


async def test_all_texts_are_listed_and_the_filter_narrows_them(opened, store, tmp_path) -> None:
    noted(store, FERRY, "ferry", "here", tags=("claim",))
    away = tmp_path / "away.txt"
    away.write_text("Prices rose again in the third quarter.\n", "utf-8")
    elsewhere = read_document(str(away))
    store.add(Draft("there", about_span(elsewhere, Span(0, 6)).targets, colour="red"))
    gone = about_span(document_from_text("Gone with the wind.", name="/gone.txt"), Span(0, 4))
    store.add(Draft("nowhere", gone.targets))
    async with opened(size=(100, 40)) as (home, pilot):
        await press(pilot, "6")
        view = pilot.app.screen
        assert [one.note.text for one in view.shown] == ["here"]
        await press(pilot, "tab")
        while view._all.unread:
            await pilot.pause(0.01)
        states = {one.note.text: one.standing.anchor.state for one in view.shown}
        assert states == {"here": "found", "there": "found", "nowhere": "orphaned"}
        await press(pilot, "home")
        assert "gone.txt" in said(view, "#note")
        await press(pilot, "/", *"colour:red")
        assert [one.note.text for one in view.shown] == ["there"]
        await press(pilot, "enter")
        assert "open with: ossetia-reader" in said(view, "#note")
        await press(pilot, "/", "escape", "f")
        assert [one.note.text for one in view.shown] == ["nowhere"]
        assert view.query_one(FilterLine).value == "state:orphaned"
        await press(pilot, "f", "f", "f", "escape")
        assert pilot.app.screen is home


async def test_digits_lead_from_the_notes_to_the_other_views(opened) -> None:
    async with opened() as (home, pilot):
        for key in keys_of("reader"):
            if key.id.startswith("view.") and key.id not in {"view.notes", "view.read"}:
                await press(pilot, "6", key.keys[0])
                assert pilot.app.screen is home
                assert home.view == key.id.removeprefix("view.")


class TestEditor:
    """``e`` with an editor that is a script."""

    @pytest.fixture
    def editor(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(ReaderApp, "suspend", lambda _: nullcontext())
        monkeypatch.delenv("VISUAL", raising=False)

        def script(body: str) -> Path:
            file, seen = tmp_path / "editor.sh", tmp_path / "seen"
            file.write_text(f'#!/bin/sh\nstat -c "%a %n" "$1" > {seen}\n{body}\n', "utf-8")
            file.chmod(0o700)
            monkeypatch.setenv("EDITOR", str(file))
            return seen

        return script

    async def test_what_it_leaves_is_saved_and_its_file_is_gone(self, opened, store, editor):
        seen = editor('printf "other words\\nand more\\n" > "$1"')
        note = noted(store, FERRY, "ferry", "words", tags=("x",))
        async with opened() as (_, pilot):
            await press(pilot, "e")
            (changed,) = store.notes()
            assert (changed.text, changed.tags) == ("other words\nand more", ("x",))
            assert changed.id == note.id
        mode, name = seen.read_text().split()
        assert mode == "600"
        assert not Path(name).parent.exists()

    @pytest.mark.parametrize("body", [': > "$1"', 'rm "$1"', "exit 3", 'printf "  \\n" > "$1"'])
    async def test_one_that_fails_or_leaves_nothing_loses_nothing(
        self, opened, store, editor, body: str
    ):
        editor(body)
        note = noted(store, FERRY, "ferry", "words")
        async with opened() as (home, pilot):
            await press(pilot, "e")
            assert store.notes() == [note]
            assert not home.drafts

    async def test_one_that_fails_after_writing_leaves_a_draft(self, opened, store, editor):
        editor('printf "half done" > "$1"; exit 1')
        note = noted(store, FERRY, "ferry", "words")
        async with opened() as (_, pilot):
            await press(pilot, "e")
            assert store.notes() == [note]
            await press(pilot, "r")
            assert pilot.app.screen.query_one(NoteArea).text == "half done"
            await press(pilot, "ctrl+s")
            assert store.notes()[0].text == "half done"

    async def test_without_one_the_note_is_edited_here(self, opened, store, monkeypatch):
        monkeypatch.setenv("EDITOR", "")
        monkeypatch.delenv("VISUAL", raising=False)
        noted(store, FERRY, "ferry", "words")
        async with opened() as (_, pilot):
            await press(pilot, "e")
            assert isinstance(pilot.app.screen, NoteEditor)

    async def test_where_nothing_can_be_suspended_it_is_edited_here(
        self, opened, store, monkeypatch
    ):
        monkeypatch.setenv("EDITOR", "vi")
        noted(store, FERRY, "ferry", "words")
        async with opened() as (_, pilot):
            await press(pilot, "e")
            assert isinstance(pilot.app.screen, NoteEditor)


async def test_a_draft_has_its_tags_and_marks_too(opened) -> None:
    async with opened() as (_, pilot):
        await press(pilot, "a", *"x", "tab", *"t1", "tab", "v", "escape", "a")
        screen = pilot.app.screen
        assert screen.query_one(NoteArea).text == "x"
        assert screen.query_one(TagLine).tags == ("t1",)
        assert screen.query_one(MarkLine).colour == "violet"
        await press(pilot, "escape")


@pytest.mark.parametrize(("size", "names"), [((50, 12), 1), ((80, 24), 9)])
async def test_every_key_of_the_notes_works_at_every_size(opened, store, size, names) -> None:
    noted(store, FERRY, "ferry", "here")
    noted(store, "A lost note about whales.", "whales", "lost")
    async with opened(size=size) as (home, pilot):
        for key in keys_of("notelist", "notes"):
            for name in key.keys[:names]:
                if pilot.app.screen is home:
                    await press(pilot, "6")
                await press(pilot, name)
                while (
                    not isinstance(pilot.app.screen, NotesScreen) and pilot.app.screen is not home
                ):
                    await press(pilot, "escape")
                if isinstance(pilot.app.focused, Input):
                    await press(pilot, "escape")
        assert pilot.app.is_running


def test_a_file_for_the_editor_is_its_owners_alone(tmp_path: Path, monkeypatch) -> None:
    from tui.outside import edited

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    modes: list[int] = []
    real = os.open

    def spy(path, flags, mode=0o777, **more):
        modes.append(mode)
        return real(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", spy)
    left = edited("words", ["cat"])
    assert left.text == "words"
    assert stat.S_IMODE(modes[0]) == 0o600
    assert edited("words", ["no-such-program-here"]).trouble


async def test_a_quotations_text_is_opened_alone(opened, store, tmp_path) -> None:
    """What a note's command opens: one text, at the words."""
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, "utf-8")
    app = ReaderApp(
        [read_document(str(path))],
        notes=lambda: tmp_path / "notes.sqlite3",
        now=now,
        start=start("A:2"),
    )
    async with running(app, size=(100, 30)) as pilot:
        assert app.home.place.number == 2
        await press(pilot, "a", *"alone", "ctrl+s")
    assert [note.text for note in store.notes()] == ["alone"]


async def test_a_strangers_note_controls_nothing(opened, store) -> None:
    bad = "\x1b]52;c;aGk=\x07 [@click=app.quit]x[/] \u202e"
    note = noted(store, FERRY, "ferry", bad, tags=(f"t{bad}",))
    store.put([replace(note, name=bad)])
    async with opened() as (home, pilot):
        assert "\x1b" not in said(home, "#why")
        await press(pilot, "6", "tab")
        view = pilot.app.screen
        listed = view.query_one(NoteList)
        rows = [listed.render_line(y).text for y in range(listed.size.height)]
        assert "@click" in "".join(rows)
        for words in (*rows, said(view, "#note"), said(view, "#notes-title")):
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", words)
        await press(pilot, "r")
        assert "\x1b" not in pilot.app.screen.query_one(NoteArea).text
        assert "\x1b" not in pilot.app.screen.query_one(TagLine).value
        await press(pilot, "escape", "escape", "d")
        assert "\x1b" not in said(home, "#keys")
        assert pilot.app.is_running


async def test_the_shell_can_be_reached_from_the_list_of_notes(opened):
    async with opened() as (home, pilot):
        await pilot.press("6")
        await settled(pilot)
        over = home.app.screen
        assert isinstance(over, NotesScreen)
        assert over.active_bindings["ctrl+z"].binding.action == "app.suspend_process"
