"""The reader's screen through its keys and its mouse."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from driving import line, running, settled
from textual.events import Paste
from textual.widgets import Static, TextArea

from corpus.errors import ReaderError
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text, read_document
from tui.app import ReaderApp
from tui.clock import now
from tui.keys import keys_of
from tui.screens.help import HelpScreen
from tui.screens.notes import NotesScreen
from tui.widgets.actors import ActorList
from tui.widgets.parallel import ParallelView


@pytest.fixture
def reader(tmp_path: Path):
    """Opens a reader on the bundled pair, or on other texts, and waits until all is found."""

    @asynccontextmanager
    async def opened(*texts: str, size=(120, 40), file: Path = tmp_path / "data" / "notes"):
        documents = [
            document_from_text(text, id=i, name=i) for i, text in zip("ABC", texts, strict=False)
        ]
        if not texts:
            documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
        app = ReaderApp(documents, notes=lambda: file, now=now)
        async with running(app, size) as pilot:
            yield app.home, pilot

    return opened


def shown(home) -> str:
    view = home.query_one(ParallelView)
    return "\n".join("".join(s.text for s in view.render_line(y)) for y in range(view.size.height))


async def test_j_and_k_walk_the_linked_pairs_and_bring_both_sides_level(reader):
    async with reader() as (home, pilot):
        await pilot.press("J")
        first = home.place
        await pilot.press("J", "J")
        assert home.place.tie is not None
        assert home.place != first
        texts = home.query_one(ParallelView)
        rows = [
            y
            for y in range(1, texts.size.height)
            if sum("▌" in s.text for s in texts.render_line(y)) == 2
        ]
        assert rows, shown(home)
        await pilot.press("K", "K")
        assert home.place == first


async def test_enter_goes_across_and_backspace_comes_back(reader):
    async with reader() as (home, pilot):
        await pilot.press("J")
        before = home.place
        await pilot.press("enter")
        assert home.place.side == 1
        await pilot.press("backspace")
        assert home.place == before
        await pilot.press("alt+right")
        assert home.place.side == 1


async def test_w_tells_the_evidence_and_its_shares_add_up(reader):
    async with reader() as (home, pilot):
        await pilot.press("J", "w")
        title, *told = line(home, "#why").splitlines()
        assert title.startswith("WHY A·")
        shares = [float(words[:4]) for words in told if words[0].isdigit()]
        assert sum(shares) == pytest.approx(float(title.split()[-1]), abs=0.01 * len(shares))
        await pilot.press("w")
        assert not home.query_one("#strip").display


async def test_the_words_of_the_evidence_are_marked_in_both_texts(reader):
    async with reader() as (home, pilot):
        await pilot.press("J")
        for marks in home.marks:
            assert [layer.spans for layer in marks.layers if layer.name == "evidence"]


async def test_choosing_an_actor_lights_every_mention_and_n_walks_them(reader):
    async with reader() as (home, pilot):
        actors = home.query_one(ActorList)
        actors.focus()
        await pilot.press("home", "enter")
        actor = next(one for one in home.story.actors if one.name == home.lights.name)
        assert home.query_one(ParallelView).has_focus
        seen = []
        for _ in actor.mentions:
            seen.append((home.place.side, home.place.at.start))
            await pilot.press("n")
        assert seen == [("AB".index(m.document), m.start) for m in actor.mentions]
        assert (home.place.side, home.place.at.start) == seen[0]  # round again
        await pilot.press("N")
        assert (home.place.side, home.place.at.start) == seen[-1]
        lit = [s for m in home.marks for one in m.layers if one.name == "lit-1" for s in one.spans]
        assert len(lit) == len(actor.mentions)
        await pilot.press("escape")
        assert home.lights is None


async def test_a_note_is_saved_shown_listed_edited_deleted_and_brought_back(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (home, pilot):
        await pilot.press("j", "a", *"one", "enter", *"two", "ctrl+s")
        await settled(pilot)
        assert home.saved == "●saved"
        with NoteStore.open(file, now=now) as store:
            (note,) = store.notes()
        assert note.text == "one\ntwo"
        assert note.targets[0].quote == home.documents[0].wording[1]
        assert "•" in shown(home)
        assert "A·2 one two" in line(home, "#why")
        await pilot.press("6")
        await settled(pilot)
        listing = pilot.app.screen
        assert isinstance(listing, NotesScreen)
        assert len(listing.shown) == 1
        await pilot.press("d")
        await settled(pilot)
        assert len(listing.shown) == 0
        await pilot.press("u")
        await settled(pilot)
        assert len(listing.shown) == 1
        await pilot.press("r", "ctrl+end", *"!", "ctrl+s")
        await settled(pilot)
        await pilot.press("escape", "g", "6")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert home.place.number == 2
        with NoteStore.open(file, now=now) as store:
            assert [n.text for n in store.notes()] == ["one\ntwo!"]


async def test_what_is_pasted_into_a_note_cannot_control_the_terminal(reader):
    async with reader() as (_home, pilot):
        await pilot.press("a")
        area = pilot.app.screen.query_one(TextArea)
        pilot.app.post_message(Paste("one\x1b]52;c;eA==\x07\ntwo\u202e"))
        await pilot.pause()
        assert area.text == "one]52;c;eA==\ntwo"


async def test_a_note_on_the_pair_has_both_passages(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (_home, pilot):
        await pilot.press("J", "A", *"pair", "ctrl+s")
        await settled(pilot)
        with NoteStore.open(file, now=now) as store:
            (note,) = store.notes()
        assert note.kind == "pair"
        assert [t.document for t in note.targets] == ["corpus:ossetia-a", "corpus:ossetia-b"]


async def test_a_star_is_given_taken_and_undone(reader):
    async with reader() as (home, pilot):
        for key, stars in (("s", 1), ("s", 0), ("u", 1), ("ctrl+r", 0)):
            await pilot.press(key)
            await settled(pilot)
            assert shown(home).count("★") == stars, key


async def test_selected_words_are_what_is_noted(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (home, pilot):
        await pilot.press("v", "w", "w", "w", "a", *"x", "ctrl+s")
        await settled(pilot)
        with NoteStore.open(file, now=now) as store:
            assert [n.targets[0].quote for n in store.notes()] == ["The question of"]
        assert home.selection is None


async def test_words_drawn_with_the_mouse_are_selected(reader):
    async with reader("Alpha beta gamma delta.", "Uno due tre.") as (home, pilot):
        texts = home.query_one(ParallelView)
        start = 1 + 2 + 2
        await pilot.mouse_down(texts, offset=(start + 6, 1))
        await pilot.hover(texts, offset=(start + 9, 1))
        await pilot.mouse_up(texts, offset=(start + 9, 1))
        assert home.documents[0].quote(home.selection.span) == "beta"


async def test_a_click_goes_to_the_passage_and_the_wheel_scrolls_both(reader):
    async with reader(size=(120, 20)) as (home, pilot):
        texts = home.query_one(ParallelView)
        before = shown(home)
        await pilot.click(texts, offset=(texts.size.width - 10, 10))
        assert home.place.side == 1
        texts.scroll_rows(3)
        await pilot.pause()
        assert shown(home) != before


async def test_typed_words_that_were_not_saved_come_back(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (_home, pilot):
        await pilot.press("a", *"half", "escape")
        await pilot.pause()
    async with reader(file=file) as (_home, pilot):
        await settled(pilot)
        await pilot.press("a")
        assert pilot.app.screen.query_one(TextArea).text == "half"


async def test_place_bar_and_sidebar_come_back_with_the_next_start(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (home, pilot):
        await pilot.press("i", ")", "l", "j", "j", "j")
        left = home.left()
    async with reader(file=file) as (home, pilot):
        await settled(pilot)
        assert home.left() == left
        assert home.place.side == 1


LEAVING = {"quit", "palette", "reload"}


async def back_home(home, pilot) -> None:
    """Leave whatever a key opened."""
    while pilot.app.screen is not home or home.line is not None:
        await pilot.press("escape")


@pytest.mark.parametrize(
    ("size", "names"), [((60, 15), 1), ((80, 24), 9), ((120, 40), 1), ((200, 50), 1)]
)
async def test_every_key_of_the_reader_works_at_every_size(reader, size, names):
    async with reader(size=size) as (home, pilot):
        for key in keys_of("reader", "texts", "story"):
            if key.id in LEAVING:
                continue
            for name in key.keys[:names]:
                await pilot.press(name)
                await back_home(home, pilot)
        assert pilot.app.is_running


async def test_letters_work_on_a_russian_keyboard(reader):
    async with reader() as (home, pilot):
        await pilot.press("о")  # the key of j
        assert home.place.number == 2


async def test_help_lists_the_keys_of_the_moment(reader):
    async with reader() as (_home, pilot):
        await pilot.press("v", "?")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = str(pilot.app.screen.query_one("VerticalScroll Static", Static).content)
        assert "to the end of the next word" in text
        assert "next linked pair" not in text


async def test_every_command_is_in_the_palette(reader):
    async with reader() as (home, pilot):
        names = [command.title for command in pilot.app.get_system_commands(home)]
        assert len(names) == len(set(names))
        assert all(
            f"{key.words} ({key.shown})" in names for key in keys_of("reader", "texts", "story")
        )
        assert "tour" in names  # which has no key


async def test_a_defect_in_the_background_is_told_and_reading_goes_on(reader, monkeypatch):
    def broken(documents, extra):
        raise RuntimeError("nobody [b]knows[/b]")

    monkeypatch.setattr("tui.background.unfold", broken)
    async with reader() as (home, pilot):
        told = [n.message for n in pilot.app._notifications]
        assert any("nobody [b]knows[/b]" in message for message in told)
        await pilot.press("j")
        assert home.place.number == 2


@pytest.mark.parametrize("texts", [("One.", ""), ("", "One."), ("...", "!!!")])
async def test_texts_with_nothing_in_them_are_shown_and_harm_nothing(reader, texts):
    async with reader(*texts) as (home, pilot):
        for key in keys_of("reader", "texts"):
            if key.id not in LEAVING:
                await pilot.press(key.keys[0])
                await back_home(home, pilot)
        assert pilot.app.is_running


async def test_a_link_is_confirmed_rejected_and_each_is_taken_back(reader):
    async with reader() as (home, pilot):
        await pilot.press("J")
        numbers, count = home.place.tie.numbers, len(home.here.ties)
        await pilot.press("=")
        await settled(pilot)
        assert home.place.tie.link.hand == "confirmed"
        await pilot.press("=")
        await settled(pilot)
        assert home.place.tie.link.hand == ""
        await pilot.press("-")
        await settled(pilot)
        assert numbers not in [tie.numbers for tie in home.here.ties]
        assert len(home.here.ties) == count - 1
        await pilot.press("u")
        await settled(pilot)
        assert len(home.here.ties) == count


async def test_two_passages_are_linked_by_hand_and_still_are_at_the_next_start(reader, tmp_path):
    file = tmp_path / "notes.sqlite3"
    async with reader(file=file) as (home, pilot):
        await pilot.press("L", "G", "l", "g", "j", "j")
        assert home.place.numbers == (25, 3)
        assert home.place.tie is None
        await pilot.press("=")
        await settled(pilot)
        assert home.place.tie.link.hand == "made"
    async with reader(file=file) as (home, pilot):
        await settled(pilot)
        (made,) = [tie for tie in home.here.ties if tie.link.hand == "made"]
        assert made.numbers == (25, 3)
        await pilot.press("L", "G", "l", "g", "j", "j", "w")
        assert "linked by you" in line(home, "#why")
        await pilot.press("-")
        await settled(pilot)
        assert all(tie.link.hand != "made" for tie in home.here.ties)


async def test_a_third_text_is_said_to_be_there(reader):
    async with reader("One here.", "Two here.", "Three here.") as (_home, pilot):
        told = [n.message for n in pilot.app._notifications]
        assert any(message.startswith("1 more text is in this story") for message in told)


async def test_one_of_a_kind_is_told_as_one(reader):
    async with reader("Bread became dearer.", "Wine. Then bread.") as (home, pilot):
        await pilot.press("s")
        await settled(pilot)
        assert "1 note " in line(home, "#status")
        heads = shown(home).splitlines()[0]
        assert "1 passage " in heads
        assert "2 passages" in heads


@pytest.mark.parametrize("opened", [("s", "6"), ("colon",), ("i",)])
@pytest.mark.parametrize("size", [(80, 1), (1, 24)])
async def test_a_page_key_on_a_screen_without_room_is_no_defect(reader, opened, size):
    async with reader("Bread.", "Wine.") as (_, pilot):
        await pilot.press(*opened)
        await settled(pilot)
        await pilot.resize_terminal(*size)
        await pilot.press("pagedown", "pageup")
        await pilot.pause()
        assert pilot.app.is_running


@pytest.mark.parametrize("leave", ["ctrl+q", "escape"])
async def test_words_that_were_typed_and_not_saved_are_there_at_the_next_start(reader, leave):
    texts = ("Bread became dearer.", "Wine.")
    async with reader(*texts) as (_, pilot):
        await pilot.press("a", *"half a though", leave)
        await pilot.pause()
    async with reader(*texts) as (home, pilot):
        await pilot.press("a")
        await pilot.press("t", "ctrl+s")
        await settled(pilot)
        assert [one.note.text for one in home.noted] == ["half a thought"]
        assert not home.drafts


@pytest.mark.parametrize("edit", [("e",), ("6", "e")])
async def test_a_note_that_is_being_changed_has_a_draft_as_well(reader, edit):
    async with reader("Bread became dearer.", "Wine.") as (home, pilot):
        await pilot.press("a", *"half", "ctrl+s")
        await settled(pilot)
        await pilot.press(*edit)
        await settled(pilot)
        await pilot.press(*" a thought", "escape", *edit[1:] or edit)
        await settled(pilot)
        assert home.noted[0].note.text == "half"
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert home.noted[0].note.text == "half a thought"
        assert not home.drafts


async def test_a_wrong_file_of_own_frames_is_told_and_reading_goes_on(tmp_path):
    def refused():
        raise ReaderError("frames.toml: not [b]understood[/b]")

    documents = [document_from_text("One here.", id=letter) for letter in "AB"]
    app = ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now, frames=refused)
    async with running(app):
        assert "frames.toml: not [b]understood[/b]" in [n.message for n in app._notifications]


async def test_the_first_pair_is_where_the_reader_starts(reader):
    async with reader() as (home, pilot):
        assert home.place.tie == home.here.ties[0]
        await pilot.press("J")
        assert home.place.tie == home.here.ties[1]


async def test_without_a_second_text_nothing_is_said_to_stand_in_one_only(reader):
    async with reader("One here. Two here.", "") as (home, _pilot):
        assert "nothing to compare with" in line(home, "#status")


async def test_what_was_left_out_of_a_text_is_told(reader):
    async with reader("One\x1b[2J here.", "Two here.") as (_home, pilot):
        told = [n.message for n in pilot.app._notifications]
        assert "A: characters left out that control or hide: 1" in told


async def test_a_click_on_a_ribbon_goes_along_it(reader):
    async with reader() as (home, pilot):
        texts = home.query_one(ParallelView)
        await pilot.press("J", "J")
        scene = texts._scene
        (row, column), cell = next(
            (spot, cell) for spot, cell in scene.gutter.items() if cell.tie != home.place.tie
        )
        await pilot.click(texts, offset=(scene.columns.pane + column, row + 1))
        await pilot.pause()
        assert home.place.tie == cell.tie


async def test_links_that_arrive_leave_the_texts_where_the_reader_scrolled_them(reader):
    texts = (" ".join(f"Ship {n} left port {n} at dawn." for n in range(99)) for _ in "AB")
    async with reader(*texts) as (home, pilot):
        found = home.story
        home.show_story(replace(found, links=()), done=False)
        await pilot.press("j", "j", *["ctrl+e"] * 30)
        tops = home.texts.tops
        assert min(tops) > home.documents[0].passage(3).span.end
        home.show_story(found, done=True)
        await settled(pilot)
        assert home.place.tie is not None
        assert home.texts.tops == tops
