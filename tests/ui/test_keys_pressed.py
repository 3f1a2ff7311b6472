"""Every key of the table, pressed where it works: what it is for happens, on both layouts."""

from __future__ import annotations

import os
from contextlib import nullcontext

import pytest
from driving import line, opened, press, settled
from textual.widgets import Static

from tui.app import ReaderApp
from tui.keys import TABLE, keys_of, with_russian
from tui.original import original

TEXTS = (
    """\
Anna Berg spoke.

The ferry Aurora ran aground near Lund on Monday. Nobody was hurt, Anna Berg said.

The ferry company will pay.""",
    """\
The ferry Aurora ran aground near Lund on Monday, Anna Berg said.

Divers will look at it. The president of Norway spoke of annexation.""",
    """\
A third text tells of Anna Berg.

The ferry Aurora ran aground near Lund on Monday.""",
)
# What leads to each part of the program, from the texts.
WAYS = {
    "reader texts story": (),
    "select": ("v",),
    "find": ("slash",),
    "opening": ("o",),
    "facts": ("I",),
    "view": ("2",),
    "cast who": ("4",),
    "cast frames": ("5",),
    "list cast who": ("i", "i"),
    "panel": ("h", "g", "j", "w", "tab", "tab"),
    "prompt": ("i", "i", "slash"),
    "notelist notes": ("6",),
    "filter": ("6", "slash"),
    "editor": ("a",),
    "marks": ("a", "tab", "tab"),
    "choice dialog": ("4", "c"),
    "dialog": ("question_mark",),
    "export": ("E",),
}
# Parts with tests of their own.
OF_THEIR_OWN = {"tour", "reading"}
# What ends or stops the program is not pressed, but stands on its key.
ENDING = {"quit", "reload", "suspend"}


def test_there_is_a_way_to_every_part():
    parts = {part for parts in WAYS for part in parts.split()}
    assert parts == {key.where for key in TABLE} - {
        "tour",
        "reading",
    }  # which have tests of their own


@pytest.fixture
def ran(monkeypatch, tmp_path):
    """What keys set off, each with the node it was for; nothing leaves the program."""
    told: list[str] = []
    plain = ReaderApp.run_action

    async def spy(self, action, default_namespace=None, namespaces=None):
        did = await plain(self, action, default_namespace, namespaces)
        if did:
            told.append(str(action))
        return did

    monkeypatch.setattr(ReaderApp, "run_action", spy)
    monkeypatch.chdir(tmp_path)  # an export goes where the reader was started
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "")
    return told


async def back(home, pilot) -> None:
    """To the texts, from wherever a key led."""
    for _ in range(9):
        if pilot.app.screen is home and home.line is None and home.selection is None:
            break
        await pilot.press("escape")
        await pilot.pause()
    if home.listed is not None:
        home.close_view()
    home.texts.focus()
    home.merging = None
    home.sidebar = True
    home.why = home.zoomed = home.bare = False
    home.refresh_lines()
    await settled(pilot)


def state(home, pilot):
    """Which keys there are."""
    screen = pilot.app.screen
    active = {name: one.binding.action for name, one in screen.active_bindings.items()}
    choosing = getattr(screen.focused, "choosing", None)  # a letter for a format, not typed yet
    return screen, screen.focused, choosing, home.view, home.merging, home.line, active


@pytest.mark.parametrize("where", WAYS)
async def test_every_key_does_what_it_is_for(tmp_path, ran, where):
    keys = keys_of(*where.split())
    async with opened(tmp_path, *TEXTS, size=(120, 40)) as (home, pilot):
        await press(pilot, "l", "s", "h", "s")
        here = None
        for key in keys:
            if here != state(home, pilot):
                await back(home, pilot)
                await press(pilot, *WAYS[where])
                here = state(home, pilot)
            there = pilot.app.screen.active_bindings
            names = [_named(name) for name in with_russian(key.keys)]
            actions = {there[name].binding.action for name in names}
            assert actions - {"command_palette"} == {key.action}, key.id  # Textual's, on Ctrl+p
            if key.id not in ENDING:
                ran.clear()
                await press(pilot, key.keys[0])
                assert key.action in ran or where == "panel", key.id  # it may have no rows more
                assert pilot.app.is_running
        await back(home, pilot)
        await press(pilot, *WAYS[where], "ctrl+c", *["escape"] * 5)
        assert pilot.app.is_running
        assert (pilot.app.screen, home.view) == (home, "read")


def _named(name: str) -> str:
    from textual.keys import _character_to_key

    return _character_to_key(name) if len(name) == 1 else name


# Habits


async def test_q_leaves_a_view_or_a_dialog_and_then_the_program(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        for way in (("2",), ("6",), ("question_mark",), ("4",)):
            await press(pilot, *way, "q")
            assert pilot.app.is_running
            assert (pilot.app.screen, home.view) == (home, "read")
        await press(pilot, "q")
        assert not pilot.app.is_running


async def test_ctrl_c_copies_or_says_how_to_leave_and_leaves_nothing(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        await press(pilot, "ctrl+c")
        assert "q leaves" in line(home, "#keys")
        await press(pilot, "V", "ctrl+c")
        assert "the quotation is copied" in line(home, "#keys")


async def test_in_a_line_letters_are_typed(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        await press(pilot, "i", "i", "slash", *"qjNй?:1")
        assert pilot.app.screen.focused.value == "qjNй?:1"
        await press(pilot, "escape", "h", "slash", *"qjNй?:1")
        assert home.line.words == "qjNй?:1"


async def test_both_habits_move_in_lists_help_and_choices(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        await press(pilot, "question_mark")
        page = pilot.app.screen.query_one("#card")
        for down, up in (("j", "k"), ("down", "up"), ("space", "b"), ("G", "g"), ("end", "home")):
            await press(pilot, down)
            await pilot.wait_for_animation()
            assert page.scroll_offset.y > 0, down
            await press(pilot, up, up)
            await pilot.wait_for_animation()
            assert page.scroll_offset.y == 0, up
        await press(pilot, "escape", "4", "c")
        choices = pilot.app.screen.focused
        for keys, at in ((("j",), 1), (("down",), 2), (("G",), 3), (("g",), 0), (("end",), 3)):
            await press(pilot, *keys)
            assert choices.highlighted == at, keys
        await press(pilot, "escape")
        assert pilot.app.screen is home


# What is new on the texts


async def test_tab_walks_all_panes_and_back(tmp_path):
    async with opened(tmp_path, *TEXTS[:2], size=(120, 40)) as (home, pilot):
        seen = []
        for _ in range(4):
            await press(pilot, "tab")
            seen.append((home.focused.id, home.place.side))
        assert seen[0] == ("texts", 1)
        assert ("actors", 1) in seen
        assert ("texts", 0) in seen
        await press(pilot, "shift+tab", "shift+tab", "shift+tab", "f6", "f6", "f6")
        assert (home.focused.id, home.place.side) == seen[-1]


async def test_passages_are_selected_whole_and_one_more_each_time(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        document = home.documents[0]
        await press(pilot, "V")
        assert home.selection.span == document.passage(1).span
        await press(pilot, "V")
        both = document.passage(1).span.start, document.passage(2).span.end
        assert (home.selection.span.start, home.selection.span.end) == both
        await press(pilot, "escape", "v", "w", "V")
        assert home.selection.span == document.passage(2).span


async def test_only_links_of_one_kind_are_walked(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        every = len(home.here.ties)
        assert every
        await press(pilot, "=", "f")
        assert len(home.here.ties) == every - 1
        assert "undecided" in line(home, "#status")
        await press(pilot, "2")
        assert f"Matches {every}," in str(home.query_one("#view-title", Static).content)
        await press(pilot, "q", "f", "f")
        assert [tie.link.hand for tie in home.here.ties] == ["confirmed"]
        await press(pilot, "f")
        assert len(home.here.ties) == every


async def test_saving_is_told_from_the_disk(tmp_path):
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        await press(pilot, "ctrl+s")
        assert "saved already" in line(home, "#keys")
        assert "●saved" in line(home, "#status")


async def test_the_original_is_shown_by_the_readers_pager(tmp_path, monkeypatch):
    file, seen = tmp_path / "-a b;rm.txt", tmp_path / "seen"
    file.write_text(TEXTS[0], "utf-8")
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {seen}\n', "utf-8")
    pager.chmod(0o700)
    monkeypatch.setenv("PAGER", f"{pager} -x")
    monkeypatch.setattr(ReaderApp, "suspend", lambda _: nullcontext())
    async with opened(tmp_path, *TEXTS[:2]) as (home, pilot):
        home.documents = (
            home.documents[0].__class__(**_with_source(home, file)),
            home.documents[1],
        )
        await press(pilot, "O")
        assert seen.read_text("utf-8") == f"-x|{file}|"
        assert "was opened" in line(home, "#keys")
        file.unlink()
        await press(pilot, "O")
        assert "no longer where it was read" in line(home, "#keys")


def _with_source(home, file) -> dict[str, object]:
    from dataclasses import fields

    document = home.documents[0]
    values = {one.name: getattr(document, one.name) for one in fields(document) if one.init}
    return values | {"source": str(file)}


def test_an_original_is_a_file_and_no_address(tmp_path, monkeypatch):
    from corpus.errors import InputError

    for source in ("-", "https://example.org/a.txt", str(tmp_path), str(tmp_path / "gone.txt")):
        with pytest.raises(InputError):
            original(source, os.environ)
    assert original("corpus:ossetia-a", {"PAGER": "more"}).command[0] == "more"
    page = tmp_path / "a.html"
    page.write_text("<p>x</p>", "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="no program to open it with"):
        original(str(page), {"PAGER": "more"})
    for name in ("open", "xdg-open"):
        (tmp_path / name).write_text("#!/bin/sh\n", "utf-8")
        (tmp_path / name).chmod(0o700)
    found = original(str(page), {})
    assert (found.in_terminal, found.command[1]) == (False, str(page))


# The palette


async def test_the_palette_has_all_there_is_to_go_to(tmp_path):
    async with opened(tmp_path, *TEXTS, size=(120, 40)) as (home, pilot):
        await press(pilot, "a", *"harbour", "ctrl+s")
        found = {one.title: one for one in pilot.app.get_system_commands(home)}
        assert {"go to Anna Berg", "light Anna Berg", "note: harbour"} <= found.keys()
        assert any(name.startswith("text C: ") for name in found)
        assert any(name.startswith("go to frame ") for name in found)
        found["go to Anna Berg"].callback()
        await settled(pilot)
        assert home.lights.name == "Anna Berg"
        await press(pilot, "j", "j")
        found["note: harbour"].callback()
        await settled(pilot)
        assert home.place.number == 1
        next(one for name, one in found.items() if name.startswith("text C: ")).callback()
        await settled(pilot)
        assert "C" in {document.id for document in home.documents}


async def test_the_palette_has_the_keys_of_the_list_that_has_the_focus(tmp_path):
    async with opened(tmp_path, *TEXTS, size=(120, 40)) as (home, pilot):
        await press(pilot, "4")
        found = {one.title: one for one in pilot.app.get_system_commands(home)}
        assert {"merge (m)", "light (Space)", "rename (r)"} <= found.keys()
        found["merge (m)"].callback()
        await settled(pilot)
        assert home.merging is not None
        await press(pilot, "escape", "escape", "6", "ctrl+p")
        titles = {one.title for one in pilot.app.get_system_commands(pilot.app.screen_stack[-2])}
        assert "accept place (=)" in titles
        assert "next pair (J)" not in titles
